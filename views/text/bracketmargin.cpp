// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bracketmargin.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <ranges>

namespace galley {

namespace {
constexpr qreal inset = 4; ///< between the text column's room and the first bracket
}

BracketMargin::BracketMargin(QWidget *parent, const ArticleLayout *layout)
    : QWidget(parent)
    , m_layout(layout)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // the keyboard walks the marks in the text itself
    setAccessibleName(tr("Annotations beside the text"));
}

void BracketMargin::setViewTop(qreal y)
{
    m_viewTop = y;
    update();
}

std::vector<Bracket> BracketMargin::brackets() const
{
    return collectBrackets(*m_layout, m_viewTop, m_viewTop + height());
}

std::vector<BracketLabel> BracketMargin::labels(std::span<const Bracket> brackets) const
{
    const qreal left = inset + bracketsWidth(brackets);
    return placeLabels(brackets, labelHeight(m_layout->style()), QRectF(left, 2, width() - left - 4, height() - 4));
}

std::vector<int> BracketMargin::marksAt(QPointF position) const
{
    const std::vector<Bracket> all = brackets();
    std::vector<int> found;
    for (const BracketLabel &label : labels(all)) {
        if (!label.rect.contains(position))
            continue;
        if (label.folded == 0)
            return {all[size_t(label.bracket)].mark};
        for (const Bracket &bracket : all | std::views::drop(label.bracket))
            found.push_back(bracket.mark);
        return found;
    }
    for (const int index : bracketsAt(all, position, inset))
        found.push_back(all[size_t(index)].mark);
    const auto innermost = [this](int mark) { return std::tuple(m_layout->marks().laned(mark).range.length(), -mark); };
    std::ranges::stable_sort(found, {}, innermost);
    return found;
}

void BracketMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_layout->style().page);
    const std::vector<Bracket> all = brackets();
    paintBrackets(painter, *m_layout, all, labels(all), inset);
}

bool BracketMargin::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<int> marks = marksAt(help->pos());
    QStringList lines;
    for (const int mark : marks | std::views::take(12))
        lines += m_layout->marks().mark(mark).detail;
    lines.removeAll(QString());
    lines.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

void BracketMargin::mouseMoveEvent(QMouseEvent *event)
{
    const std::vector<int> marks = marksAt(event->position());
    setCursor(marks.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    emit hovered(marks.empty() ? 0 : m_layout->marks().mark(marks.front()).key);
}

void BracketMargin::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // not a press in the text
}

void BracketMargin::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    const std::vector<qint64> keys = m_layout->marks().keysOf(marksAt(event->position()));
    if (!keys.empty())
        emit clicked(QList<qint64>(keys.begin(), keys.end()), event->globalPosition().toPoint());
}

void BracketMargin::leaveEvent(QEvent *)
{
    emit hovered(0);
}

} // namespace galley
