// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidebyside.h"

#include <text/articlelayout.h>
#include <text/articleview.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace galley {

using namespace Qt::StringLiterals;

SideBySide::SideBySide(QWidget *parent)
    : QWidget(parent)
    , m_columns{buildColumn("Left"), buildColumn("Right")}
{
    setAccessibleName(tr("Two coders side by side"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(1);
    for (const Column &column : m_columns) {
        auto *part = new QVBoxLayout;
        part->setSpacing(0);
        auto *head = new QHBoxLayout;
        head->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::near);
        head->setSpacing(metrics::near);
        head->addWidget(column.coder);
        head->addWidget(column.reading, 1);
        part->addLayout(head);
        part->addWidget(column.view, 1);
        row->addLayout(part, 1);
    }
    const auto join = [this](ArticleView *from, ArticleView *to) {
        connect(from->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, from, to] { scrollAlong(*from, *to); });
    };
    join(m_columns[0].view, m_columns[1].view);
    join(m_columns[1].view, m_columns[0].view);
}

SideBySide::Column SideBySide::buildColumn(const char *id)
{
    Column column{new QComboBox(this), secondaryLabel({}, this), new ArticleView(this)};
    column.coder->setObjectName(u"coder"_s + QLatin1StringView(id));
    column.coder->setAccessibleName(tr("Whose marks are shown"));
    column.coder->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    column.reading->setObjectName(u"reading"_s + QLatin1StringView(id));
    column.reading->setTextFormat(Qt::PlainText);
    column.reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column.view->setObjectName(u"view"_s + QLatin1StringView(id));
    column.view->setMeasure(0);
    connect(column.coder, &QComboBox::activated, this, [this] {
        m_isChosen = true;
        chosen();
    });
    connect(column.view, &ArticleView::currentMarkChanged, this, [this](qint64 key) {
        if (key > 0 && key != m_current)
            emit markChosen(key);
    });
    connect(column.view, &ArticleView::marksClicked, column.view, [view = column.view](const QList<qint64> &keys, QPoint) { view->setCurrentMark(keys.front()); });
    return column;
}

void SideBySide::setPage(const Page &page)
{
    m_marks.clear();
    m_current = 0;
    for (const Column &column : m_columns)
        column.view->setPage(page);
}

void SideBySide::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    showMarks();
}

void SideBySide::setCurrentMark(qint64 key)
{
    m_current = key;
    for (const Column &column : m_columns)
        column.view->setCurrentMark(key);
}

void SideBySide::setCoders(const QStringList &names)
{
    for (const Column &column : m_columns) {
        const QSignalBlocker quiet(column.coder);
        const int was = column.coder->currentIndex();
        if (column.coder->count() != names.size())
            m_isChosen = false;
        column.coder->clear();
        column.coder->addItems(names);
        column.coder->setCurrentIndex(std::clamp(was, -1, int(names.size()) - 1));
    }
}

void SideBySide::choose(int left, int right)
{
    if (m_isChosen)
        return;
    m_columns[0].coder->setCurrentIndex(left);
    m_columns[1].coder->setCurrentIndex(right);
    chosen();
}

void SideBySide::setReadings(const QStringList &readings)
{
    m_readings = readings;
    for (const Column &column : m_columns) {
        const QString reading = m_readings.value(column.coder->currentIndex());
        column.reading->setText(reading);
        column.reading->setToolTip(reading);
        column.reading->setAccessibleName(reading.isEmpty() ? tr("What they have") : reading);
    }
}

void SideBySide::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForNames = 460; ///< of a column: with less the text would be a strip; what is current is named above it
    for (const Column &column : m_columns)
        column.view->setMarginVisible(width() / 2 >= roomForNames);
}

void SideBySide::chosen()
{
    showMarks();
    setReadings(m_readings);
}

void SideBySide::showMarks()
{
    for (const Column &column : m_columns) {
        std::vector<Mark> own;
        std::ranges::copy_if(m_marks, std::back_inserter(own), [track = column.coder->currentIndex()](const Mark &mark) { return mark.track == track; });
        column.view->setMarks(std::move(own));
        column.view->setCurrentMark(m_current);
    }
}

/// The line at the top of one is at the same height in the other, though lines with more lanes are taller.
void SideBySide::scrollAlong(const ArticleView &from, ArticleView &to)
{
    if (m_scrolling || from.articleLayout().paragraphCount() == 0)
        return;
    m_scrolling = true;
    const int y = from.verticalScrollBar()->value();
    const ArticleLayout &layout = from.articleLayout();
    const int paragraph = layout.paragraphAt(y);
    const ArticleLayout::Line line = layout.line(paragraph, layout.lineIndexAt(paragraph, y));
    const qreal top = to.articleLayout().lineOf(line.range.begin).top();
    to.verticalScrollBar()->setValue(qRound(top + y - line.top()));
    m_scrolling = false;
}

} // namespace galley
