// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlelayout.h>

#include <span>
#include <vector>

/// Brackets with the codes' names beside the text, in three phases: collect, place the names, paint.
namespace galley {

/// One mark beside the text; 0 is the height of the view's top.
struct Bracket
{
    int mark = 0;   ///< index into the layout's marks
    qint64 key = 0; ///< its annotation's
    int column = 0; ///< by lane, from the text outwards
    qreal top = 0;
    qreal bottom = 0;
    bool begins = true; ///< whether its first and its last line are in view
    bool ends = true;
    int track = 0; ///< its mark's
};

/// A code's name beside its bracket, or the count of those for which there is no room.
struct BracketLabel
{
    int bracket = 0; ///< index into the brackets
    int folded = 0;  ///< more than 0: a count of annotations, of which `bracket` is the first
    QRectF rect;
};

/// Deeper lanes share the last column.
inline constexpr int bracketColumns = 8;

/// The marks between two heights of the document (both laid out), in reading order.
std::vector<Bracket> collectBrackets(const ArticleLayout &layout, qreal viewTop, qreal viewBottom);

/// Tops for boxes of one height, in the order given (wishes ascending): each as near to its wish as the others and
/// the room [0, room) allow, none overlapping. There must be room for all.
std::vector<qreal> placedApart(std::span<const qreal> wishes, qreal height, qreal room);

/// A name for the first bracket of each annotation within `area`; where there is no room for all, the last is a count. No room: none.
std::vector<BracketLabel> placeLabels(std::span<const Bracket> brackets, qreal height, QRectF area);

/// Width the brackets themselves need.
qreal bracketsWidth(std::span<const Bracket> brackets);

qreal labelHeight(const ArticleStyle &style);

/// Paints from `left` to the right.
void paintBrackets(QPainter &painter, const ArticleLayout &layout, std::span<const Bracket> brackets,
                   std::span<const BracketLabel> labels, qreal left);

/// The brackets under a point, nearest first.
std::vector<int> bracketsAt(std::span<const Bracket> brackets, QPointF point, qreal left);

} // namespace galley
