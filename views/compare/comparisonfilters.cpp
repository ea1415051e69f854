// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparisonfilters.h"

#include "comparisondelegate.h"

#include <widgets/metrics.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

enum State { StillOpen, AlreadySettled, Either };

constexpr int allDifferences = -1, everything = -2; ///< beside the kinds, in the choice of them

/// The choices anew, with the one that was chosen if it is still among them, else the first.
void refill(QComboBox *box, const std::vector<std::pair<QString, QVariant>> &choices)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, data] : choices)
        box->addItem(text, data);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

QVariant pairOf(CoderId a, CoderId b)
{
    return QVariantList{a.value, b.value};
}

} // namespace

ComparisonFilters::ComparisonFilters(QWidget *parent)
    : QWidget(parent)
    , m_layer(addChoice(tr("Layer"), "compareLayer"))
    , m_kind(addChoice(tr("Kind of difference"), "compareKind"))
    , m_code(addChoice(tr("Code"), "compareCode"))
    , m_coders(addChoice(tr("Coders"), "compareCoders"))
    , m_state(addChoice(tr("Settled or not"), "compareState"))
    , m_rule(addChoice(tr("What is taken for the same passage"), "compareRule"))
    , m_onlyArticle(new QCheckBox(tr("Only this article"), this))
    , m_showAll(new QPushButton(this))
{
    m_onlyArticle->setObjectName(u"compareOnlyArticle"_s);
    std::vector<std::pair<QString, QVariant>> kinds{{tr("All differences"), allDifferences}};
    for (const Difference kind : {Difference::Missing, Difference::Extent, Difference::Code, Difference::Values, Difference::Agreement})
        kinds.emplace_back(signOf(kind) + u"  "_s + textOf(kind), int(kind));
    kinds.emplace_back(tr("Everything"), everything);
    refill(m_kind, kinds);
    refill(m_state, {{tr("Open"), StillOpen}, {tr("Settled"), AlreadySettled}, {tr("Open and settled"), Either}});
    refill(m_rule, {{tr("Match: any overlap"), u"overlap"_s}, {tr("Match: half in common"), u"iou=0.5"_s}, {tr("Match: same extent"), u"exact"_s}});
    setNames({});
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::near, metrics::near, metrics::near, metrics::tight);
    grid->setSpacing(metrics::tight);
    grid->addWidget(m_kind, 0, 0);
    grid->addWidget(m_state, 0, 1);
    grid->addWidget(m_layer, 1, 0);
    grid->addWidget(m_code, 1, 1);
    grid->addWidget(m_coders, 2, 0);
    grid->addWidget(m_rule, 2, 1);
    m_showAll->setObjectName(u"compareShowAll"_s);
    m_showAll->setAutoDefault(false);
    grid->addWidget(m_onlyArticle, 3, 0);
    grid->addWidget(m_showAll, 3, 1);
    for (const QComboBox *box : {m_layer, m_kind, m_code, m_coders, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &ComparisonFilters::changed);
    connect(m_onlyArticle, &QCheckBox::toggled, this, &ComparisonFilters::changed);
    connect(m_rule, &QComboBox::currentIndexChanged, this, [this] { emit ruleChanged(rule()); });
}

QComboBox *ComparisonFilters::addChoice(const QString &name, const char *id)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(id));
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

void ComparisonFilters::setNames(const ComparisonNames &names)
{
    std::vector<std::pair<QString, QVariant>> layers{{tr("All layers"), qint64(0)}}, codes{{tr("All codes"), qint64(0)}}, coders{{tr("All coders"), QVariantList()}};
    for (const Layer &layer : names.codebook.layers()) {
        layers.emplace_back(layer.name, layer.id.value);
        const Variable *principal = names.codebook.principalVariable(layer.id);
        for (const Variable *variable : names.codebook.variables(layer.id)) {
            const QString of = variable == principal ? layer.name : layer.name + u" / "_s + variable->name;
            for (const Code *code : names.codebook.codes(variable->id))
                codes.emplace_back(of + u" / "_s + names.codebook.path(code->id), code->id.value);
        }
    }
    for (size_t a = 0; a < names.coders.size(); ++a) {
        for (size_t b = a + 1; b < names.coders.size(); ++b)
            coders.emplace_back(names.coders[a].name + u" – "_s + names.coders[b].name, pairOf(names.coders[a].id, names.coders[b].id));
    }
    refill(m_layer, layers);
    refill(m_code, codes);
    refill(m_coders, coders);
    if (const auto wanted = std::exchange(m_wanted, std::nullopt); wanted && !names.codebook.layers().empty())
        setFilter(*wanted);
    else
        m_wanted = wanted;
}

void ComparisonFilters::setFilter(const ComparisonFilter &filter)
{
    if (m_layer->count() <= 1) // nothing is known of the project yet
        m_wanted = filter;
    {
        const QSignalBlocker quiet(this);
        m_layer->setCurrentIndex(std::max(0, m_layer->findData(filter.layer.value)));
        m_code->setCurrentIndex(std::max(0, m_code->findData(filter.code.value)));
        const auto pair = filter.coders.size() == 2 ? std::max(m_coders->findData(pairOf(filter.coders[0], filter.coders[1])), m_coders->findData(pairOf(filter.coders[1], filter.coders[0]))) : 0;
        m_coders->setCurrentIndex(std::max(0, pair));
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(filter.kind ? int(*filter.kind) : allDifferences)));
        m_state->setCurrentIndex(m_state->findData(Either));
        m_article = filter.article;
        m_onlyArticle->setChecked(bool(filter.article));
    }
    emit changed();
}

void ComparisonFilters::setArticle(ArticleId article)
{
    m_article = article;
}

void ComparisonFilters::showAll(bool agreement)
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_layer, m_code, m_coders})
            box->setCurrentIndex(0);
        m_kind->setCurrentIndex(m_kind->findData(agreement ? everything : allDifferences));
        m_state->setCurrentIndex(m_state->findData(Either));
        m_onlyArticle->setChecked(false);
    }
    emit changed();
}

void ComparisonFilters::setShowAll(QAction *action)
{
    const QString name = action->text().remove(u'&');
    m_showAll->setText(u"%1  %2"_s.arg(name, action->shortcut().toString(QKeySequence::NativeText)));
    m_showAll->setAccessibleName(name);
    m_showAll->setToolTip(tr("Leaves nothing out: neither by kind, layer, code and coders, nor what is settled"));
    connect(m_showAll, &QPushButton::clicked, action, &QAction::trigger);
}

bool ComparisonFilters::onlyOpen() const
{
    return m_state->currentData().toInt() == StillOpen;
}

QStringList ComparisonFilters::narrowing() const
{
    QStringList words;
    if (m_kind->currentData().toInt() >= 0)
        words += m_kind->currentText();
    if (m_state->currentData().toInt() == AlreadySettled)
        words += m_state->currentText();
    for (const QComboBox *box : {m_layer, m_code, m_coders}) {
        if (box->currentIndex() > 0)
            words += box->currentText();
    }
    if (m_onlyArticle->isChecked())
        words += m_onlyArticle->text();
    return words;
}

void ComparisonFilters::setRule(const QString &rule)
{
    const QSignalBlocker quiet(m_rule);
    m_rule->setCurrentIndex(std::max(0, m_rule->findData(rule)));
}

QString ComparisonFilters::rule() const
{
    return m_rule->currentData().toString();
}

ComparisonFilter ComparisonFilters::filter() const
{
    ComparisonFilter filter;
    filter.layer = {m_layer->currentData().toLongLong()};
    filter.code = {m_code->currentData().toLongLong()};
    for (const QVariant &coder : m_coders->currentData().toList())
        filter.coders.push_back({coder.toLongLong()});
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        filter.kind = Difference(kind);
    if (m_onlyArticle->isChecked())
        filter.article = m_article;
    return filter;
}

ComparisonListModel::Accepts ComparisonFilters::accepts() const
{
    return [filter = filter(), state = m_state->currentData().toInt(), differences = m_kind->currentData().toInt() == allDifferences](const ComparedGroup &group, bool settled) {
        return (state == Either || settled == (state == AlreadySettled)) && (!differences || group.kind != Difference::Agreement) && filter.accepts(group);
    };
}

} // namespace galley
