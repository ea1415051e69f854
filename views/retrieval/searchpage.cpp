// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchpage.h"

#include "kwictable.h"
#include "passagedelegate.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/progressline.h>
#include <widgets/theme.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchPause = 250; ///< ms after a key before it is searched for
enum Tab { LinesTab, ArticlesTab };

} // namespace

SearchPage::SearchPage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(u"find"_s, this))
    , m_noArticles(new EmptyState(u"articles"_s, this))
    , m_lines(new KwicTable(this))
    , m_dispersion(new KwicTable(this))
    , m_progress(new ProgressLine(this))
{
    setObjectName(u"searchPage"_s);
    setAccessibleName(tr("Search"));
    m_lines->setObjectName(u"searchLines"_s);
    m_lines->setAccessibleName(tr("Places where it stands"));
    m_lines->setItemDelegate(new PassageDelegate({.left = HitListModel::LeftColumn, .passage = HitListModel::HitColumn, .right = HitListModel::RightColumn}, m_lines));
    m_dispersion->setObjectName(u"searchArticles"_s);
    m_dispersion->setAccessibleName(tr("How often it stands in which article"));
    m_dispersion->setSelectionMode(QAbstractItemView::SingleSelection);
    m_dispersion->horizontalHeader()->setSectionsClickable(true);
    m_dispersion->setAlternatingRowColors(true);
    m_noArticles->setTexts(tr("No articles yet"), tr("Import some; then every word in them is found here."));
    connect(m_noArticles->addButton(tr("Import Articles…")), &QPushButton::clicked, this, &SearchPage::importRequested);
    for (QWidget *page : {static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_dispersion), static_cast<QWidget *>(m_nothing), static_cast<QWidget *>(m_noArticles)})
        m_stack->addWidget(page);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    rows->setSpacing(metrics::near);
    rows->addWidget(buildHead());
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_progress);
    m_typing.setSingleShot(true);
    m_typing.setInterval(searchPause);
    connect(&m_typing, &QTimer::timeout, this, &SearchPage::searchRequested);
    connect(m_progress, &ProgressLine::cancelRequested, this, &SearchPage::cancelRequested);
    connect(m_lines, &KwicTable::rowActivated, this, [this](int row) { emit hitActivated(m_hits->hitAt(row)); });
    connect(m_dispersion, &KwicTable::rowActivated, this, [this](int row) { emit articleActivated(m_articles->articleAt(row).article); });
    for (KwicTable *table : {m_lines, m_dispersion}) {
        connect(table, &KwicTable::typed, this, [this](const QString &text) {
            m_field->setFocus();
            m_field->end(false);
            m_field->insert(text);
        });
    }
}

QWidget *SearchPage::buildHead()
{
    auto *bar = new QWidget(this);
    m_field = filterField(tr("Words, \"a phrase\", beginning*, NEAR(a b, 5), title:word"), bar);
    m_field->setObjectName(u"searchQuery"_s);
    m_field->setAccessibleName(tr("What to search for in all articles"));
    m_field->installEventFilter(this);
    m_regex = new QCheckBox(tr("Regular e&xpression"), bar);
    m_regex->setObjectName(u"searchRegex"_s);
    m_regex->setToolTip(tr("Signs as they are written, in all texts: colou?r, \\d+ %, (?i)nato for any case."));
    m_order = new QComboBox(bar);
    m_order->setObjectName(u"searchOrder"_s);
    m_order->setAccessibleName(tr("Order of the lines"));
    m_order->view()->setAccessibleName(m_order->accessibleName());
    m_order->addItems({tr("As found"), tr("By what is before"), tr("By what is behind"), tr("By article"), tr("By date")}); // as HitOrder
    m_tabs = new QTabBar(bar);
    m_tabs->setObjectName(u"searchTabs"_s);
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->addTab(tr("&Lines"));
    m_tabs->addTab(tr("&Articles"));
    m_tabs->setDrawBase(false);
    m_act = new QToolButton(bar);
    m_act->setObjectName(u"searchSuggest"_s);
    m_act->setText(tr("S&uggest…"));
    m_act->setToolTip(tr("Makes suggestions of a code where it was found. They are accepted or dismissed while reading."));
    m_act->setPopupMode(QToolButton::InstantPopup);
    m_act->setFocusPolicy(Qt::TabFocus);
    m_told = secondaryLabel({}, bar);
    m_told->setObjectName(u"searchTold"_s);
    m_problem = new QLabel(bar);
    m_problem->setObjectName(u"searchProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::near);
    first->addWidget(m_field, 1);
    first->addWidget(m_regex);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::near);
    second->addWidget(m_tabs);
    second->addWidget(m_order);
    second->addWidget(m_act);
    second->addWidget(m_told, 1, Qt::AlignRight | Qt::AlignVCenter);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addLayout(first);
    rows->addWidget(m_problem);
    rows->addLayout(second);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_regex, &QCheckBox::toggled, this, &SearchPage::searchRequested);
    connect(m_order, &QComboBox::currentIndexChanged, this, &SearchPage::orderChanged);
    connect(m_tabs, &QTabBar::currentChanged, this, &SearchPage::showRight);
    return bar;
}

void SearchPage::setModels(HitListModel *hits, DispersionModel *articles)
{
    m_hits = hits;
    m_articles = articles;
    m_lines->setModel(hits);
    m_lines->setColumnHidden(HitListModel::RightColumn, true); // it is painted behind what was found
    m_lines->setShares({33, 38, 0, 6, 15, 8});
    m_dispersion->setModel(articles);
    m_dispersion->setShares({40, 20, 12, 8, 8, 12});
    m_dispersion->setSortingEnabled(true);
    m_dispersion->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(hits), static_cast<QAbstractItemModel *>(articles)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &SearchPage::showRight);
        connect(model, &QAbstractItemModel::rowsInserted, this, &SearchPage::showRight);
    }
    connect(m_lines->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SearchPage::chosenChanged);
    showRight();
}

void SearchPage::setActions(const QList<QAction *> &actions)
{
    m_act->addActions(actions);
    m_lines->addActions(actions);
    m_lines->setContextMenuPolicy(Qt::ActionsContextMenu);
}

std::vector<SearchHit> SearchPage::chosenHits() const
{
    std::vector<SearchHit> hits;
    for (const int row : m_lines->chosenRows())
        hits.push_back(m_hits->hitAt(row));
    return hits;
}

QString SearchPage::query() const
{
    return m_field->text();
}

void SearchPage::setQuery(const QString &query)
{
    m_field->setText(query);
    m_typing.stop();
}

bool SearchPage::isRegex() const
{
    return m_regex->isChecked();
}

HitOrder SearchPage::order() const
{
    return HitOrder(m_order->currentIndex());
}

void SearchPage::setTold(const QString &text)
{
    m_told->setText(text);
}

void SearchPage::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    QPalette own = palette();
    own.setColor(QPalette::WindowText, toneColor(Tone::Bad, own));
    m_problem->setPalette(own);
    showRight();
}

void SearchPage::setTakingIn(qint64 done, qint64 inAll)
{
    if (inAll == 0)
        return m_progress->end();
    if (!m_progress->isActive())
        m_progress->begin({});
    m_progress->setText(tr("Making the index: %1 of %2 articles").arg(locale().toString(done), locale().toString(inAll)));
    m_progress->setProgress(done, inAll);
}

void SearchPage::setHasArticles(bool has)
{
    m_hasArticles = has;
    showRight();
}

void SearchPage::setSearching(bool searching)
{
    m_searching = searching;
    showRight();
}

void SearchPage::takeFocus()
{
    if (m_stack->currentWidget() == shownTable() && shownTable()->currentRow() >= 0)
        shownTable()->setFocus();
    else
        m_field->setFocus();
}

void SearchPage::focusQuery()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

KwicTable *SearchPage::shownTable() const
{
    return m_tabs->currentIndex() == LinesTab ? m_lines : m_dispersion;
}

void SearchPage::showRight()
{
    const bool any = m_hits && (m_hits->rowCount() > 0 || m_articles->rowCount() > 0);
    m_order->setEnabled(m_tabs->currentIndex() == LinesTab);
    m_act->setEnabled(any && !m_searching);
    m_field->setEnabled(m_hasArticles);
    if (!m_hasArticles) {
        m_stack->setCurrentWidget(m_noArticles);
        return;
    }
    m_stack->setCurrentWidget(any || m_searching ? static_cast<QWidget *>(shownTable()) : m_nothing);
    if (query().trimmed().isEmpty())
        m_nothing->setTexts(tr("Search all articles"), tr("Type words above: all of them stand in what is found. \"In this order\", strait* for its beginnings, NOT, OR, NEAR(a b, 5) for closeness, title: or outlet: for these alone. Memos and comments are searched too."));
    else if (m_problem->isVisibleTo(this))
        m_nothing->setTexts(tr("This cannot be searched for"), tr("What is wrong with it stands above. The help has what can be written (F1)."));
    else
        m_nothing->setTexts(tr("Nothing was found"), tr("Fewer words find more, and the beginning of one with a * behind it."));
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && m_typing.isActive()) {
        m_typing.stop();
        emit searchRequested();
    }
    if ((enter || key == Qt::Key_Down) && m_stack->currentWidget() == shownTable()) {
        shownTable()->setFocus(Qt::TabFocusReason);
        if (shownTable()->currentRow() < 0)
            shownTable()->chooseRow(0);
        return true;
    }
    if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    return enter || QWidget::eventFilter(watched, event);
}

} // namespace galley
