// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rolepainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

namespace galley {

namespace {

/// Where an arc begins or ends: above the middle of what stands of the range on its first line. What was not yet laid out is not
/// looked at closer: a painter alters no heights.
std::optional<QPointF> footOf(const ArticleLayout &layout, Utf16Range range)
{
    const int paragraph = layout.paragraphOf(range.begin);
    if (!layout.isSettled(paragraph))
        return QPointF(layout.columnLeft() + layout.columnWidth() / 2.0, layout.top(paragraph));
    const ArticleLayout::Line line = layout.lineOf(range.begin);
    const auto part = intersection(range, line.range);
    const std::vector<QRectF> rects = part ? layout.rects(line, *part) : std::vector<QRectF>();
    if (rects.empty())
        return std::nullopt;
    return QPointF(rects.front().center().x(), rects.front().top() + 2);
}

/// Over what stands between on one line; from line to line it swings out to the side on which there is room.
QPainterPath arcBetween(const ArticleLayout &layout, QPointF from, QPointF to)
{
    QPainterPath path(from);
    const qreal across = std::abs(to.x() - from.x());
    const qreal down = std::abs(to.y() - from.y());
    const qreal rise = std::min<qreal>(layout.style().lineHeight * 0.9, 6 + across / 8);
    if (down < layout.style().lineHeight / 2.0) {
        path.cubicTo(from - QPointF(0, rise), to - QPointF(0, rise), to);
        return path;
    }
    const qreal middle = layout.columnLeft() + layout.columnWidth() / 2.0;
    const qreal out = ((from.x() + to.x()) / 2 < middle ? -1 : 1) * std::min<qreal>(40, 12 + down / 6);
    path.cubicTo(from + QPointF(out, -rise), to + QPointF(out, -rise), to);
    return path;
}

void paintName(const ArticleLayout &layout, QPainter &painter, QPointF at, const RoleMark &role)
{
    painter.setFont(layout.style().sign);
    const QFontMetricsF metrics(layout.style().sign);
    QRectF box(0, 0, metrics.horizontalAdvance(role.label) + 6, metrics.height());
    box.moveCenter(at);
    box.moveLeft(std::clamp<qreal>(box.left(), layout.columnLeft(), std::max<qreal>(layout.columnLeft(), layout.columnLeft() + layout.columnWidth() - box.width())));
    painter.setPen(QPen(role.color, 1));
    painter.setBrush(layout.style().page);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(layout.style().text);
    painter.drawText(box, Qt::AlignCenter, role.label);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void paintRoles(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line)
{
    for (const RoleMark &role : layout.highlights().roles) {
        const auto part = intersection(role.range, line.range);
        if (!part)
            continue;
        QPen pen(role.color, 2, Qt::DotLine);
        painter.setPen(pen);
        for (const QRectF &rect : layout.rects(line, *part))
            painter.drawLine(QPointF(rect.left(), line.textBottom - 1), QPointF(rect.right(), line.textBottom - 1));
    }
}

void paintArcs(const ArticleLayout &layout, QPainter &painter)
{
    const Highlights &highlights = layout.highlights();
    const std::vector<int> marks = layout.marks().withKey(highlights.current);
    if (!highlights.arcs || marks.empty() || highlights.current == 0)
        return;
    const Utf16Range first = layout.marks().laned(marks.front()).range;
    const auto from = first.isEmpty() ? std::nullopt : footOf(layout, first);
    if (!from)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<std::pair<QPointF, const RoleMark *>> names;
    for (const RoleMark &role : highlights.roles) {
        const auto to = role.begins && !role.range.isEmpty() ? footOf(layout, role.range) : std::nullopt;
        if (!to)
            continue;
        if (*to != *from) { // else it is the passage itself
            painter.setPen(QPen(role.color, 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(arcBetween(layout, *from, *to));
            painter.setBrush(role.color);
            painter.drawEllipse(*to, 2.0, 2.0);
        }
        names.emplace_back(*to - QPointF(0, 8), &role);
    }
    for (const auto &[at, role] : names) // over the arcs
        paintName(layout, painter, at, *role);
    painter.restore();
}

} // namespace galley
