// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markpainter.h"

#include <QPainter>
#include <QPolygonF>

#include <array>

namespace galley {

namespace {

bool isRaised(const ArticleLayout &layout, const Mark &mark)
{
    return mark.key != 0 && (mark.key == layout.highlights().current || mark.key == layout.highlights().hovered);
}

void paintCount(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line, int folded)
{
    const QRectF rect = layout.countRect(line, folded);
    painter.setPen(QPen(layout.style().muted, 1));
    painter.setBrush(layout.style().page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QFont font = layout.style().sign;
    painter.setFont(font);
    painter.setPen(layout.style().text);
    painter.drawText(rect, Qt::AlignCenter, u'+' + QString::number(folded));
    painter.setBrush(Qt::NoBrush);
}

/// Brackets around the current mark, so that its ends show without its colour.
void paintCaps(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line, const LinePiece &piece, const std::vector<QRectF> &rects)
{
    const Mark &mark = layout.marks().mark(piece.member);
    const Utf16Range whole = layout.marks().laned(piece.member).range;
    const bool rightToLeft = layout.textLayout(line.paragraph)->textOption().textDirection() == Qt::RightToLeft;
    const qreal bottom = piece.slot < 0 ? line.textBottom : layout.laneTop(line, piece.slot) + layout.style().laneThickness;
    const auto cap = [&](qreal x, int inward) {
        const qreal top = line.top() + 1;
        const qreal left = inward > 0 ? x - 2 : x;
        painter.fillRect(QRectF(left, top, 2, bottom - top), mark.color);
        painter.fillRect(QRectF(inward > 0 ? left : x - 3, top, 5, 2), mark.color);
    };
    if (whole.begin >= line.range.begin)
        rightToLeft ? cap(rects.back().right(), -1) : cap(rects.front().left(), 1);
    if (whole.end <= line.range.end)
        rightToLeft ? cap(rects.front().left(), 1) : cap(rects.back().right(), -1);
}

void paintPiece(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line, const LinePiece &piece)
{
    const std::vector<QRectF> rects = layout.rects(line, piece.range);
    if (rects.empty())
        return;
    const Mark &mark = layout.marks().mark(piece.member);
    const bool raised = isRaised(layout, mark);
    if (piece.slot >= 0) {
        const qreal thickness = layout.style().laneThickness + (raised ? 1 : 0);
        const qreal y = layout.laneTop(line, piece.slot) + thickness / 2;
        // Marks that touch in one lane part by a pixel or two.
        for (const QRectF &rect : rects)
            paintStroke(painter, {rect.left() + 0.5, y}, {std::max(rect.right() - 1.0, rect.left() + 2), y}, mark, thickness);
        if (mark.shape != LayerShape::Square && layout.marks().laned(piece.member).range.begin >= line.range.begin) {
            const qreal side = layout.style().lanePitch + 2;
            paintShape(painter, {rects.front().left(), y - side / 2, side, side}, mark);
        }
        if (mark.flagged && layout.marks().laned(piece.member).range.begin >= line.range.begin)
            paintFlag(painter, {rects.front().left(), layout.laneTop(line, piece.slot) + layout.style().laneThickness},
                      2.0 * layout.style().lanePitch, mark.color);
    }
    if (mark.key != 0 && mark.key == layout.highlights().current)
        paintCaps(layout, painter, line, piece, rects);
}

} // namespace

void paintStroke(QPainter &painter, QPointF from, QPointF to, const Mark &mark, qreal thickness)
{
    QColor color = mark.color;
    if (mark.calm)
        color.setAlphaF(0.45F);
    QPen pen(color, mark.suggested ? std::max(1.0, thickness / 2) : thickness, Qt::SolidLine, Qt::FlatCap);
    static const QList<qreal> suggestedPattern{4, 3};
    static const std::array<QList<qreal>, 4> patterns{QList<qreal>{}, {2.6, 1.3}, {1, 1}, {3.5, 1, 1, 1}};
    if (const QList<qreal> &pattern = mark.suggested ? suggestedPattern : patterns[size_t(mark.others ? 1 : mark.track) % patterns.size()]; !pattern.isEmpty())
        pen.setDashPattern(pattern);
    painter.setPen(pen);
    painter.drawLine(from, to);
}

void paintShape(QPainter &painter, const QRectF &rect, const Mark &mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.color);
    painter.drawPath(outlineOf(mark.shape, rect));
    painter.restore();
}

void paintHollow(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void paintFlag(QPainter &painter, QPointF foot, qreal height, const QColor &color)
{
    painter.fillRect(QRectF(foot.x(), foot.y() - height, 1, height), color);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF top(foot.x() + 1, foot.y() - height);
    painter.drawPolygon(QPolygonF({top, top + QPointF(height * 0.75, height * 0.32), top + QPointF(0, height * 0.64)}));
    painter.restore();
}

void paintWashes(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line)
{
    const Highlights &highlights = layout.highlights();
    if (highlights.current == 0 && highlights.hovered == 0)
        return;
    for (const int index : layout.marks().touching(line.range)) {
        const Mark &mark = layout.marks().mark(index);
        if (!isRaised(layout, mark))
            continue;
        QColor wash = mark.color;
        wash.setAlphaF(layout.style().dark ? 0.30F : 0.16F);
        for (const QRectF &rect : layout.rects(line, layout.marks().laned(index).range))
            painter.fillRect(rect, wash);
    }
}

void paintLanes(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line)
{
    const ArticleLayout::Pieces pieces = layout.pieces(line.range);
    for (const LinePiece &piece : pieces)
        paintPiece(layout, painter, line, piece);
    if (const int folded = foldedCount(pieces); folded > 0)
        paintCount(layout, painter, line, folded);
}

} // namespace galley
