// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparepage.h"

#include "comparisondelegate.h"
#include "comparisonfilters.h"
#include "settlingpanel.h"

#include <text/articleview.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
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
    column->addWidget(m_queue, 1);
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
    QVBoxLayout *column = columnIn(text);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    return text;
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
    m_stack->currentIndex() == 0 ? m_button->setFocus() : m_queue->setFocus();
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
