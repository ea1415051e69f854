// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlelayout.h>

class QPainter;

namespace galley {

/// The background of the hovered and the current mark on one line; goes below the text.
void paintWashes(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line);

/// The lanes of one line, the count of those that fold, and the caps at the ends of the current mark.
void paintLanes(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line);

/// A line in the mark's colour: dashed for other coders' marks, in the pattern of its track, faint where it is calm; a thin one with wide gaps for what
/// is only suggested. For lanes, brackets and legends alike.
void paintStroke(QPainter &painter, QPointF from, QPointF to, const Mark &mark, qreal thickness);

/// The sign of the mark's layer.
void paintShape(QPainter &painter, const QRectF &rect, const Mark &mark);

/// The frame of a line that is only suggested, for where a thick one would stand.
void paintHollow(QPainter &painter, const QRectF &rect, const QColor &color);

/// A small pennant for flagged annotations, its foot at `foot`.
void paintFlag(QPainter &painter, QPointF foot, qreal height, const QColor &color);

} // namespace galley
