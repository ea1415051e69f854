// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparepage.h"

#include "codeguidance.h"
#include "comparisondelegate.h"
#include "comparisonfilters.h"
#include "settlingpanel.h"
#include "sidebyside.h"

#include <text/articleview.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

} // namespace

ComparePage::ComparePage(ComparisonListModel *model, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(u"compare"_s))
    , m_button(m_nothing->addButton({}))
    , m_settling(new SettlingPanel)
{
    setAccessibleName(tr("Compare"));
    auto *parts = new QSplitter(this);
    parts->setObjectName(u"compareParts"_s);
    parts->addWidget(buildQueue(model));
    parts->addWidget(buildText());
    parts->addWidget(m_settling);
    parts->setChildrenCollapsible(false);
    parts->setSizes({300, 680, 330});
    parts->setStretchFactor(0, 0);
    parts->setStretchFactor(1, 1);
    parts->setStretchFactor(2, 0);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(parts);
    columnIn(this)->addWidget(m_stack);
    connect(m_button, &QPushButton::clicked, this, &ComparePage::nothingPressed);
}

QWidget *ComparePage::buildQueue(ComparisonListModel *model)
{
    auto *queue = new QWidget;
    m_filters = new ComparisonFilters(queue);
    m_count = secondaryLabel({}, queue);
    m_count->setObjectName(u"compareCount"_s);
    m_count->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::tight);
    m_queue = new QListView(queue);
    m_queue->setObjectName(u"compareQueue"_s);
    m_queue->setAccessibleName(tr("Disagreements"));
    m_queue->setModel(model);
    m_queue->setItemDelegate(new ComparisonDelegate(m_queue));
    m_queue->setUniformItemSizes(true);
    m_queue->setFrameShape(QFrame::NoFrame);
    m_queue->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    queue->setMinimumWidth(220);
    QVBoxLayout *column = columnIn(queue);
    column->addWidget(m_filters);
    column->addWidget(m_count);
    m_none = new EmptyState(u"compare"_s, queue);
    m_none->setObjectName(u"compareNone"_s);
    m_showAll = m_none->addButton({});
    m_showAll->setObjectName(u"compareNoneShowAll"_s);
    m_list = new QStackedWidget(queue);
    m_list->addWidget(m_queue);
    m_list->addWidget(m_none);
    column->addWidget(m_list, 1);
    connect(m_queue->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) { emit currentRowChanged(current.row()); });
    return queue;
}

QWidget *ComparePage::buildText()
{
    auto *text = new QWidget;
    m_title = headingLabel({}, text);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_view = new ArticleView(text);
    m_view->setObjectName(u"compareView"_s);
    m_view->setMinimumWidth(320);
    m_beside = new QToolButton(text);
    m_beside->setObjectName(u"compareSideBySide"_s);
    m_beside->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_beside);
    head->setContentsMargins(0, 0, metrics::near, 0);
    m_pair = new SideBySide(text);
    m_texts = new QStackedWidget(text);
    m_texts->addWidget(m_view);
    m_texts->addWidget(m_pair);
    QVBoxLayout *column = columnIn(text);
    column->addLayout(head);
    column->addWidget(m_texts, 1);
    m_guidance = new CodeGuidance;
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setObjectName(u"compareTextAndGuidance"_s);
    parts->addWidget(text);
    parts->addWidget(m_guidance);
    parts->setChildrenCollapsible(false);
    parts->setSizes({470, 190}); // beside each other and without scrolling, on a small screen too
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 0);
    connect(m_view, &ArticleView::currentMarkChanged, this, [this](qint64 key) {
        if (key > 0)
            emit markChosen(key);
    });
    connect(m_view, &ArticleView::marksClicked, m_view, [this](const QList<qint64> &keys, QPoint) { m_view->setCurrentMark(keys.front()); });
    connect(m_pair, &SideBySide::markChosen, this, &ComparePage::markChosen);
    return parts;
}

QList<ArticleView *> ComparePage::views() const
{
    return {m_view, m_pair->views()[0], m_pair->views()[1]};
}

void ComparePage::setPage(const Page &page)
{
    m_view->setPage(page);
    m_marks.clear();
    if (isSideBySide())
        m_pair->setPage(page);
}

void ComparePage::setMarks(const std::vector<Mark> &marks)
{
    m_marks = marks;
    m_view->setMarks(marks);
    if (isSideBySide())
        m_pair->setMarks(marks);
}

void ComparePage::setCurrentMark(qint64 key)
{
    m_view->setCurrentMark(key);
    if (isSideBySide())
        m_pair->setCurrentMark(key);
}

/// The two get the article when they are looked at: a long one costs something.
void ComparePage::setSideBySide(bool beside)
{
    if (beside == isSideBySide())
        return;
    m_texts->setCurrentIndex(beside ? 1 : 0);
    m_pair->setPage(beside ? m_view->page() : Page());
    if (beside) {
        m_pair->setMarks(m_marks);
        m_pair->setCurrentMark(m_view->currentMark());
    }
}

bool ComparePage::isSideBySide() const
{
    return m_texts->currentIndex() == 1;
}

void ComparePage::setModes(QAction *sideBySide, QAction *showAll)
{
    m_beside->setDefaultAction(sideBySide);
    m_filters->setShowAll(showAll);
    m_showAll->setText(showAll->text().remove(u'&'));
    m_showAll->setAccessibleName(m_showAll->text());
    connect(m_showAll, &QPushButton::clicked, showAll, &QAction::trigger);
}

void ComparePage::setNoneListed(const QString &heading, const QString &text)
{
    m_none->setTexts(heading, text);
    m_list->setCurrentIndex(heading.isEmpty() ? 0 : 1);
}

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        emit themeChanged();
}

int ComparePage::currentRow() const
{
    return m_queue->currentIndex().row();
}

void ComparePage::setCurrentRow(int row)
{
    m_queue->setCurrentIndex(m_queue->model()->index(row, 0));
}

void ComparePage::focusQueue()
{
    QWidget *widget = m_stack->currentIndex() == 0 ? m_button : m_list->currentIndex() == 1 ? m_showAll : static_cast<QWidget *>(m_queue);
    widget->setFocus();
}

void ComparePage::setCount(const QString &text)
{
    m_count->setText(text);
}

void ComparePage::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ComparePage::setNothing(const QString &heading, const QString &text, const QString &button)
{
    m_nothing->setTexts(heading, text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_stack->setCurrentIndex(heading.isEmpty() ? 1 : 0);
}

} // namespace galley
