// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlelistpanel.h"

#include "articledelegate.h"

#include <widgets/emptystate.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QActionGroup>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QListView *buildList(QWidget *parent, QAbstractItemModel *model)
{
    auto *list = new QListView(parent);
    list->setAccessibleName(ArticleListPanel::tr("Articles"));
    list->setItemDelegate(new ArticleDelegate(list));
    list->setModel(model);
    list->setUniformItemSizes(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    list->setTabKeyNavigation(false);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

QMenu *buildSortMenu(QToolButton *button, ArticleFilterProxy &proxy)
{
    struct Way { QString text; int column; Qt::SortOrder order; };
    const Way ways[] = {
        {ArticleListPanel::tr("In order of import"), ArticleFilterProxy::ImportOrder, Qt::AscendingOrder},
        {ArticleListPanel::tr("Newest first"), ArticleListModel::DateColumn, Qt::DescendingOrder},
        {ArticleListPanel::tr("Oldest first"), ArticleListModel::DateColumn, Qt::AscendingOrder},
        {ArticleListPanel::tr("By headline"), ArticleListModel::HeadlineColumn, Qt::AscendingOrder},
        {ArticleListPanel::tr("By outlet"), ArticleListModel::OutletColumn, Qt::AscendingOrder},
        {ArticleListPanel::tr("Not begun first"), ArticleListModel::ProgressColumn, Qt::AscendingOrder},
    };
    auto *menu = new QMenu(button);
    menu->setAccessibleName(button->accessibleName());
    auto *group = new QActionGroup(menu);
    for (const Way &way : ways) {
        QAction *action = menu->addAction(way.text);
        action->setCheckable(true);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, button, [&proxy, way] { proxy.sort(way.column, way.order); });
    }
    group->actions().constFirst()->setChecked(true);
    return menu;
}

} // namespace

ArticleListPanel::ArticleListPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_list(buildList(this, &m_proxy))
    , m_empty(new EmptyState(u"articles"_s, this))
    , m_nothingFits(new EmptyState(u"filter"_s, this))
{
    setAccessibleName(tr("Articles"));
    setAcceptDrops(true);
    m_empty->setTexts(tr("No articles yet"), tr("Drop articles here, or import them: text, web pages, documents, tables, mail, downloads of press databases."));
    connect(m_empty->addButton(tr("Import Articles…")), &QPushButton::clicked, this, &ArticleListPanel::importRequested);
    m_nothingFits->setTexts(tr("No article fits"), tr("Other words, or another state of progress, may find it."));
    connect(m_nothingFits->addButton(tr("Show All Articles")), &QPushButton::clicked, this, [this] {
        m_field->clear();
        m_progress->setCurrentIndex(0);
        m_set->setCurrentIndex(0);
    });
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_nothingFits)})
        m_stack->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildFilters());
    layout->addWidget(m_stack, 1);
    connect(m_list, &QListView::clicked, this, &ArticleListPanel::activate);
    m_list->installEventFilter(this);
    m_field->installEventFilter(this);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_proxy, signal, this, &ArticleListPanel::showRight);
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (const int row = m_proxy.indexOf(m_current).row(); row >= first && row <= last)
            m_list->setCurrentIndex(m_proxy.index(row, 0)); // it went to another place
    });
    connect(&m_proxy, &QAbstractItemModel::modelReset, this, &ArticleListPanel::reselect);
    showRight();
}

QWidget *ArticleListPanel::buildFilters()
{
    auto *bar = new QWidget(this);
    m_field = filterField(tr("Filter articles"), bar);
    m_progress = new QComboBox(bar);
    m_progress->addItems({tr("All articles"), tr("Not begun"), tr("In progress"), tr("Done")});
    m_progress->setAccessibleName(tr("Show by progress"));
    m_progress->view()->setAccessibleName(tr("Show by progress"));
    for (int row = 1; row < m_progress->count(); ++row)
        m_progress->setItemIcon(row, icon(QStringList{u"not-begun"_s, u"in-progress"_s, u"finished"_s}[row - 1]));
    m_count = secondaryLabel({}, bar);
    m_sort = iconButton(u"sort"_s, tr("Sort articles"), bar);
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setMenu(buildSortMenu(m_sort, m_proxy));
    m_sort->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);

    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::near);
    second->addWidget(m_progress);
    second->addWidget(m_count, 1, Qt::AlignRight | Qt::AlignVCenter);
    second->addWidget(m_sort);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    layout->setSpacing(metrics::near);
    layout->addWidget(m_field);
    layout->addWidget(m_set = new QComboBox(bar));
    layout->addLayout(second);
    m_set->setObjectName(u"articleSet"_s);
    m_set->setAccessibleName(tr("Show my queue or a sample"));
    m_set->view()->setAccessibleName(m_set->accessibleName());
    m_set->hide();
    connect(m_set, &QComboBox::currentIndexChanged, this, &ArticleListPanel::narrow);
    connect(m_set, &QComboBox::activated, this, [this] { emit queueShown(isQueueShown()); });
    m_field->setToolTip(tr("Words of the headline or the outlet; behind “text:” words of the texts: minister text:strait"));
    connect(m_field, &QLineEdit::textChanged, this, &ArticleListPanel::takeText);
    connect(m_progress, &QComboBox::currentIndexChanged, this,
            [this](int row) { m_proxy.setProgress(ArticleFilterProxy::ProgressFilter(row)); });
    return bar;
}

void ArticleListPanel::setModel(ArticleListModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_proxy.setArticles(model);
    showRight();
}

namespace {

/// Headline and outlet, and what is wanted of the texts.
std::pair<QString, QString> partsOf(const QString &filter)
{
    static const QRegularExpression mark(u"(?:^|\\s)text:"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = mark.match(filter);
    return match.hasMatch() ? std::pair(filter.first(match.capturedStart()), filter.sliced(match.capturedEnd()).trimmed()) : std::pair(filter, QString());
}

} // namespace

QString ArticleListPanel::wantedInTexts() const
{
    return partsOf(m_field->text()).second;
}

/// What the texts have comes when it has been looked up; until then the list is as it was, so that no key waits.
void ArticleListPanel::takeText(const QString &text)
{
    const auto &[words, texts] = partsOf(text);
    m_proxy.setText(words);
    setTextsProblem({});
    if (texts.isEmpty())
        m_proxy.setFound(std::nullopt);
    emit textsWanted(texts);
}

void ArticleListPanel::setTextsProblem(const QString &text)
{
    m_nothingFits->setTexts(tr("No article fits"), text.isEmpty() ? tr("Other words, or another state of progress, may find it.") : text);
}

void ArticleListPanel::setCurrentArticle(ArticleId article)
{
    m_current = article;
    m_proxy.setPinned(article);
    reselect();
    if (m_list->currentIndex().isValid())
        m_list->scrollTo(m_list->currentIndex());
}

ArticleId ArticleListPanel::neighbour(int step) const
{
    const QModelIndex current = m_proxy.indexOf(m_current);
    const int row = current.isValid() ? current.row() + step : step > 0 ? 0 : m_proxy.rowCount() - 1;
    return {m_proxy.index(row, 0).data(ArticleListModel::ArticleIdRole).toLongLong()};
}

void ArticleListPanel::setSets(const std::vector<ArticleSet> &sets)
{
    m_sets = sets;
    offerSets();
}

void ArticleListPanel::setQueue(const std::vector<ArticleId> &articles)
{
    if (articles == m_queue)
        return;
    m_queue = articles;
    offerSets();
}

/// The row of the queue has its data, so that a sample may be called what it likes.
void ArticleListPanel::offerSets()
{
    const bool queue = isQueueShown();
    const QString shown = m_set->currentIndex() > 0 && !queue ? m_set->currentText() : QString();
    {
        const QSignalBlocker quiet(m_set);
        m_set->clear();
        m_set->addItem(tr("The whole project"));
        if (!m_queue.empty())
            m_set->addItem(icon(u"people"_s), tr("My queue"), true);
        for (const ArticleSet &set : m_sets)
            m_set->addItem(set.name);
        m_set->setVisible(m_set->count() > 1);
        m_set->setCurrentIndex(queue && !m_queue.empty() ? 1 : shown.isEmpty() ? 0 : std::max(0, m_set->findText(shown)));
    }
    narrow();
}

bool ArticleListPanel::isQueueShown() const
{
    return m_set->currentData().toBool();
}

void ArticleListPanel::showQueue(bool shown)
{
    if (shown != isQueueShown())
        m_set->setCurrentIndex(shown ? std::max(0, m_set->findData(true)) : 0);
}

void ArticleListPanel::narrow()
{
    const bool queue = isQueueShown();
    const int before = m_queue.empty() ? 1 : 2;
    const int set = m_set->currentIndex() - before;
    m_proxy.setQueue(queue ? std::optional(m_queue) : std::nullopt);
    m_proxy.setSet(set < 0 || size_t(set) >= m_sets.size() ? std::nullopt : std::optional(m_sets[size_t(set)].articles));
}

void ArticleListPanel::showSet(const QString &name)
{
    m_set->setCurrentIndex(name.isEmpty() ? 0 : std::max(0, m_set->findText(name)));
}

void ArticleListPanel::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ArticleListPanel::showRight()
{
    const int all = m_model ? m_model->rowCount() : 0;
    const int shown = m_proxy.rowCount();
    m_stack->setCurrentWidget(all == 0 ? m_empty : shown == 0 ? static_cast<QWidget *>(m_nothingFits) : m_list);
    m_count->setText(all == 0 ? QString() : shown == all ? locale().toString(all) : tr("%1 of %2").arg(locale().toString(shown), locale().toString(all)));
    m_count->setAccessibleName(tr("%1 of %2 articles shown").arg(shown).arg(all));
    m_field->setEnabled(all > 0);
    m_progress->setEnabled(all > 0);
    m_sort->setEnabled(all > 0);
}

/// After a reset the view has forgotten its row.
void ArticleListPanel::reselect()
{
    showRight();
    const QModelIndex index = m_proxy.indexOf(m_current);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void ArticleListPanel::activate(const QModelIndex &index)
{
    if (const ArticleId article{index.data(ArticleListModel::ArticleIdRole).toLongLong()})
        emit articleActivated(article);
}

bool ArticleListPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_list && enter) {
        activate(m_list->currentIndex());
        return true;
    }
    if (watched == m_field && (key == Qt::Key_Down || enter) && m_proxy.rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_proxy.index(0, 0));
        if (enter)
            activate(m_list->currentIndex());
        return true;
    }
    if (watched == m_field && key == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ArticleListPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ArticleListPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit filesDropped(event->mimeData()->urls());
}

} // namespace galley
