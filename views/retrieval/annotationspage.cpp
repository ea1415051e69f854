// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationspage.h"

#include "kwictable.h"
#include "passagedelegate.h"

#include <items/palette.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int toRecheck = 4; ///< among flags and memos
constexpr int pause = 120; ///< ms after a key before it is asked for

QComboBox *choice(const QString &name, const QString &accessible, const QStringList &items, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->view()->setAccessibleName(accessible);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(230);
    return box;
}

QLineEdit *field(const QString &name, const QString &placeholder, const QString &tip, QWidget *parent)
{
    auto *line = filterField(placeholder, parent);
    line->setObjectName(name);
    line->setToolTip(tip);
    return line;
}

/// What a row of the choice of codes stands for.
constexpr int layerRole = Qt::UserRole, codeRole = Qt::UserRole + 1;

} // namespace

AnnotationsPage::AnnotationsPage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(u"annotations"_s, this))
    , m_nothingFits(new EmptyState(u"filter"_s, this))
    , m_table(new KwicTable(this))
{
    setObjectName(u"annotationsPage"_s);
    setAccessibleName(tr("Annotations"));
    m_table->setObjectName(u"annotations"_s);
    m_table->setAccessibleName(tr("Annotations of all articles"));
    m_table->setItemDelegate(new PassageDelegate({.left = AnnotationListModel::LeftColumn, .passage = AnnotationListModel::QuoteColumn, .right = AnnotationListModel::RightColumn,
                                                  .headingRole = AnnotationListModel::HeadingRole, .countRole = AnnotationListModel::CountRole,
                                                  .swatch = AnnotationListModel::CodeColumn, .marks = AnnotationListModel::MarkColumn,
                                                  .color = [this](const QModelIndex &index) { return colorAt(index); },
                                                  .shape = [this](const QModelIndex &index) { return shapeOf(m_model->names().codebook, CodeId{index.data(AnnotationListModel::CodeRole).toLongLong()}); },
                                                  .flaggedRole = AnnotationListModel::FlaggedRole, .memoRole = AnnotationListModel::MemoRole},
                                                 m_table));
    m_nothing->setTexts(tr("Nothing is coded yet"), tr("What you code in the articles stands here, all of it together. Select a passage and press the key of a code."));
    connect(m_nothing->addButton(tr("Go to Reading")), &QPushButton::clicked, this, &AnnotationsPage::readRequested);
    m_nothingFits->setTexts(tr("No annotation fits"), tr("Other words, or fewer conditions, may find some."));
    auto *all = m_nothingFits->addButton(tr("Show All Annotations"));
    all->setObjectName(u"showAllAnnotations"_s);
    connect(all, &QPushButton::clicked, this, [this] {
        setFilter({});
        emit filterChanged();
    });
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_nothing), static_cast<QWidget *>(m_nothingFits)})
        m_stack->addWidget(page);
    m_chosen = secondaryLabel({}, this);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(metrics::tight);
    m_chosen->setWordWrap(true);
    m_buttons->addWidget(m_chosen, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    rows->setSpacing(metrics::near);
    rows->addWidget(buildFilters());
    rows->addWidget(m_stack, 1);
    rows->addLayout(m_buttons);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &AnnotationsPage::take);
    connect(m_table, &KwicTable::rowActivated, this, [this](int row) {
        if (const ListedAnnotation *one = m_model->annotationAt(row))
            emit showRequested(one->id, m_model->articleOf(*one).id);
    });
    connect(m_table, &KwicTable::typed, this, [this](const QString &text) {
        m_text->setFocus();
        m_text->end(false);
        m_text->insert(text);
    });
}

QWidget *AnnotationsPage::buildFilters()
{
    auto *bar = new QWidget(this);
    m_text = field(u"annotationText"_s, tr("Words of the quote or the memo"), tr("All of these words occur in the quote or the memo."), bar);
    m_code = choice(u"annotationCode"_s, tr("Layer or code"), {}, bar);
    m_coder = choice(u"annotationCoder"_s, tr("Coder"), {tr("All coders")}, bar);
    m_which = choice(u"annotationWhich"_s, tr("Flags and memos"), {tr("Flagged or not"), tr("Flagged"), tr("With a memo"), tr("Flagged, with a memo"), tr("To be checked again")}, bar);
    m_value = field(u"annotationValue"_s, tr("Value: polarity: against"), tr("Words of a value, with the name of its variable or without it: “polarity: against”, “council”."), bar);
    m_outlet = field(u"annotationOutlet"_s, tr("Outlet"), tr("Words of the outlet’s name."), bar);
    m_date = field(u"annotationDate"_s, tr("Date: 2023-01..2023-06"), tr("When the article was published: 2023, 2023-05, 2023-01..2023-06, ..2022."), bar);
    m_group = choice(u"annotationGroup"_s, tr("Groups"), {tr("No groups"), tr("By code"), tr("By article"), tr("By coder")}, bar); // as AnnotationGrouping
    m_order = choice(u"annotationOrder"_s, tr("Order"), {tr("In reading order"), tr("In order of codes"), tr("In order of coders"), tr("By date"), tr("Coded last first")}, bar); // as AnnotationOrder
    m_count = secondaryLabel({}, bar);
    m_count->setObjectName(u"annotationCount"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::near);
    first->addWidget(m_text, 1);
    for (QComboBox *box : {m_code, m_coder, m_which, m_group, m_order})
        first->addWidget(box);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::near);
    second->addWidget(m_value, 2);
    second->addWidget(m_outlet, 1);
    second->addWidget(m_date, 1);
    second->addWidget(m_count, 1, Qt::AlignRight | Qt::AlignVCenter);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addLayout(first);
    rows->addLayout(second);
    for (QComboBox *box : {m_code, m_coder, m_which, m_group, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &AnnotationsPage::take);
    for (QLineEdit *line : {m_text, m_value, m_outlet, m_date}) {
        line->installEventFilter(this);
        connect(line, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    }
    return bar;
}

void AnnotationsPage::setModel(AnnotationListModel *model)
{
    m_model = model;
    m_table->setModel(model);
    m_table->setColumnHidden(AnnotationListModel::RightColumn, true); // it is painted behind the quote
    m_table->setShares({17, 18, 36, 0, 14, 9, 8, 0});
    connect(model, &QAbstractItemModel::modelReset, this, &AnnotationsPage::showRight);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnnotationsPage::showRight);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnnotationsPage::chosenChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &AnnotationsPage::chosenChanged);
    showRight();
}

void AnnotationsPage::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action->icon().isNull())
            continue; // it is in the menus alone, so that all fit on a laptop
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        button->setVisible(action->isVisible());
        connect(action, &QAction::visibleChanged, button, [=] { button->setVisible(action->isVisible()); });
        m_buttons->addWidget(button);
    }
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(actions);
}

void AnnotationsPage::setCodebook(const Codebook &codebook)
{
    m_codebook = codebook;
    offerCodes();
}

void AnnotationsPage::offerCodes()
{
    const QSignalBlocker quiet(m_code);
    m_code->clear();
    m_code->addItem(tr("All codes"));
    int shown = 0;
    const auto add = [&](const QString &text, LayerId layer, CodeId code) {
        m_code->addItem(text);
        m_code->setItemData(m_code->count() - 1, layer.value, layerRole);
        m_code->setItemData(m_code->count() - 1, code.value, codeRole);
        if (layer == m_filter.layer && code == m_filter.code)
            shown = m_code->count() - 1;
    };
    for (const Layer &layer : m_codebook.layers()) {
        add(layer.name, layer.id, {});
        for (const Variable *variable : m_codebook.variables(layer.id)) {
            const bool isPrincipal = variable == m_codebook.principalVariable(layer.id);
            for (const Code *code : m_codebook.codes(variable->id))
                add(u"    "_s + (isPrincipal ? m_codebook.path(code->id) : variable->name + u": "_s + m_codebook.path(code->id)), layer.id, code->id);
        }
    }
    m_code->setCurrentIndex(shown);
}

void AnnotationsPage::setCoders(const std::vector<Coder> &coders)
{
    const QSignalBlocker quiet(m_coder);
    m_coder->clear();
    m_coder->addItem(tr("All coders"));
    for (const Coder &coder : coders)
        m_coder->addItem(coder.name, coder.id.value);
    m_coder->setCurrentIndex(std::max(0, m_filter.coder ? m_coder->findData(m_filter.coder.value) : 0));
}

void AnnotationsPage::setReading(bool reading)
{
    m_reading = reading;
    showRight();
}

/// Where nobody has this coder or code any more, all are meant.
void AnnotationsPage::setFilter(const AnnotationFilter &filter)
{
    m_filter = filter;
    for (const auto &[line, text] : {std::pair(m_text, filter.text), std::pair(m_value, filter.value), std::pair(m_outlet, filter.outlet), std::pair(m_date, filter.published)}) {
        const QSignalBlocker quiet(line);
        line->setText(text);
    }
    offerCodes();
    const QSignalBlocker coders(m_coder), flags(m_which);
    m_coder->setCurrentIndex(std::max(0, filter.coder ? m_coder->findData(filter.coder.value) : 0));
    m_which->setCurrentIndex(filter.recheck ? toRecheck : (filter.flagged ? 1 : 0) + (filter.withMemo ? 2 : 0));
}

void AnnotationsPage::take()
{
    m_typing.stop();
    AnnotationFilter filter{.text = m_text->text(), .value = m_value->text(), .outlet = m_outlet->text(), .published = m_date->text()};
    filter.layer = {m_code->currentData(layerRole).toLongLong()};
    filter.code = {m_code->currentData(codeRole).toLongLong()};
    filter.coder = {m_coder->currentData().toLongLong()};
    filter.recheck = m_which->currentIndex() == toRecheck;
    filter.flagged = !filter.recheck && m_which->currentIndex() % 2 == 1;
    filter.withMemo = !filter.recheck && m_which->currentIndex() >= 2;
    m_filter = filter;
    emit filterChanged();
}

AnnotationOrder AnnotationsPage::order() const
{
    return AnnotationOrder(m_order->currentIndex());
}

AnnotationGrouping AnnotationsPage::grouping() const
{
    return AnnotationGrouping(m_group->currentIndex());
}

std::vector<AnnotationId> AnnotationsPage::chosen() const
{
    std::vector<AnnotationId> ids;
    for (const int row : m_table->chosenRows()) {
        if (const ListedAnnotation *one = m_model->annotationAt(row))
            ids.push_back(one->id);
    }
    return ids;
}

void AnnotationsPage::choose(AnnotationId annotation, int near)
{
    const int row = annotation ? m_model->rowOf(annotation) : -1;
    m_table->chooseRow(row >= 0 ? row : std::min(near, m_model->rowCount() - 1));
}

void AnnotationsPage::chooseAll(const std::vector<AnnotationId> &annotations)
{
    const QSet<AnnotationId> wanted(annotations.begin(), annotations.end());
    QItemSelection rows;
    for (int row = 0; row < m_model->rowCount() && !wanted.isEmpty(); ++row) {
        const ListedAnnotation *one = m_model->annotationAt(row);
        if (one && wanted.contains(one->id))
            rows.append(QItemSelectionRange(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1)));
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

int AnnotationsPage::currentRow() const
{
    return m_table->currentRow();
}

void AnnotationsPage::takeFocus()
{
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus();
    else
        m_text->setFocus();
}

void AnnotationsPage::showRight()
{
    const qsizetype count = m_model ? m_model->annotationCount() : 0;
    QWidget *shown = m_model && m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_filter.isEmpty() && !m_reading ? m_nothing : m_nothingFits;
    if (m_reading && shown != m_table)
        shown = m_table; // not to say that there is nothing before it is known
    if (m_filter.recheck)
        m_nothingFits->setTexts(tr("Nothing is to be checked again"), tr("What is listed was made, or found right, under what its code means now."));
    else
        m_nothingFits->setTexts(tr("No annotation fits"), tr("Other words, or fewer conditions, may find some."));
    m_stack->setCurrentWidget(shown);
    m_count->setText(!isSpanOfDates(m_filter.published) ? tr("“%1” is no date: write 2023-05").arg(m_filter.published) : m_reading ? tr("Reading…") : tr("%Ln annotations", nullptr, int(count)));
    const qsizetype chosen = m_model ? qsizetype(this->chosen().size()) : 0;
    m_chosen->setText(chosen > 0 && m_filter.recheck ? tr("%Ln chosen. Its code meant something else when it was given: Ctrl+G where it is still right, F2 for another code.", nullptr, int(chosen))
                      : chosen > 0                      ? tr("%Ln chosen. Return goes to the place in the text; the list is left as it is.", nullptr, int(chosen)) : QString());
}

QColor AnnotationsPage::colorAt(const QModelIndex &index) const
{
    const CodeId code{index.data(AnnotationListModel::CodeRole).toLongLong()};
    return code ? codeColor(m_model->names().codebook, code, isDark(palette())) : palette().color(QPalette::Mid);
}

bool AnnotationsPage::eventFilter(QObject *watched, QEvent *event)
{
    auto *line = qobject_cast<QLineEdit *>(watched);
    if (!line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
        if (m_typing.isActive())
            take();
        m_table->setFocus(Qt::TabFocusReason);
        if (m_table->currentRow() < 0)
            m_table->chooseRow(m_model->annotationAt(0) ? 0 : 1);
        return true;
    }
    if (key == Qt::Key_Escape && !line->text().isEmpty()) {
        line->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace galley
