// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlepainter.h"

#include "markpainter.h"
#include "rolepainter.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

using PaintContext = QAbstractTextDocumentLayout::PaintContext;

QTextLayout::FormatRange within(Utf16Range paragraph, Utf16Range part, const QTextCharFormat &format)
{
    return {int(part.begin - paragraph.begin), int(part.length()), format};
}

/// What has just been coded stays selected, so that it can be given a further code; its mark then shows the extent, and the
/// selection's colour would only hide the mark's.
bool isCurrentMark(const ArticleLayout &layout, Utf16Range selected)
{
    const qint64 current = layout.highlights().current;
    return current != 0 && std::ranges::any_of(layout.marks().touching(selected), [&](int index) {
        return layout.marks().mark(index).key == current && layout.marks().laned(index).range == selected;
    });
}

/// Find hits and the selection: both bring their text colour along, since the zone's may not read well on theirs.
QList<QTextLayout::FormatRange> selectionsIn(const ArticleLayout &layout, Utf16Range paragraph, const PaintContext &context)
{
    QList<QTextLayout::FormatRange> result;
    const Highlights &highlights = layout.highlights();
    const auto first = std::ranges::upper_bound(highlights.finds, paragraph.begin, {}, &Utf16Range::end);
    for (auto hit = first; hit != highlights.finds.end() && hit->begin < paragraph.end; ++hit) {
        const bool current = hit - highlights.finds.begin() == highlights.currentFind;
        QTextCharFormat format;
        format.setBackground(current ? layout.style().currentFind : layout.style().find);
        format.setForeground(layout.style().text);
        if (const auto part = intersection(*hit, paragraph))
            result.append(within(paragraph, *part, format));
    }
    for (const auto &selection : context.selections) {
        const Utf16Range selected{selection.cursor.selectionStart(), selection.cursor.selectionEnd()};
        const auto part = intersection(selected, paragraph);
        if (part && !isCurrentMark(layout, selected))
            result.append(within(paragraph, *part, selection.format));
    }
    return result;
}

/// A selected line break has no width; a blank line within a selection would look left out.
void paintSelectedBreak(const ArticleLayout &layout, QPainter &painter, int paragraph, const PaintContext &context)
{
    const Utf16Range range = layout.paragraphRange(paragraph);
    if (!range.isEmpty())
        return;
    for (const auto &selection : context.selections) {
        if (selection.cursor.selectionStart() <= range.begin && selection.cursor.selectionEnd() > range.begin) {
            const ArticleLayout::Line line = layout.line(paragraph, 0);
            painter.fillRect(QRectF(layout.columnLeft(), line.top(), 6, line.line.height()), selection.format.background());
        }
    }
}

void paintCaret(const ArticleLayout &layout, QPainter &painter, int paragraph, const PaintContext &context)
{
    const Utf16Range range = layout.paragraphRange(paragraph);
    const int caret = context.cursorPosition;
    if (!layout.highlights().caretOn || caret < range.begin || caret > range.end)
        return;
    if (layout.isMixed(paragraph)) { // with a sign for the direction of writing
        painter.setPen(layout.style().text);
        layout.textLayout(paragraph)->drawCursor(&painter, {}, caret - int(range.begin), 2);
        return;
    }
    // QTextLayout's own way looks at the whole paragraph.
    const ArticleLayout::Line line = layout.lineOf(caret);
    const qreal x = line.origin.x() + line.line.cursorToX(caret - int(range.begin));
    painter.fillRect(QRectF(std::round(x), line.top(), 2, line.line.height()), layout.style().text);
}

void paintParagraph(const ArticleLayout &layout, QPainter &painter, int paragraph, const PaintContext &context)
{
    layout.settle(paragraph);
    const int lineCount = layout.lineCount(paragraph);
    const bool clipped = context.clip.isValid();
    const int firstLine = clipped ? layout.lineIndexAt(paragraph, context.clip.top()) : 0;
    std::vector<ArticleLayout::Line> lines;
    for (int i = std::max(firstLine - 1, 0); i < lineCount; ++i) {
        lines.push_back(layout.line(paragraph, i));
        if (clipped && lines.back().top() > context.clip.bottom())
            break;
    }
    for (const ArticleLayout::Line &line : lines)
        paintWashes(layout, painter, line);
    paintSelectedBreak(layout, painter, paragraph, context);
    painter.setPen(layout.style().text);
    QTextLayout *text = layout.textLayout(paragraph);
    text->setPosition(QPointF(layout.columnLeft(), layout.top(paragraph))); // where assistive technology looks as well
    text->draw(&painter, {}, selectionsIn(layout, layout.paragraphRange(paragraph), context), context.clip);
    for (const ArticleLayout::Line &line : lines)
        paintLanes(layout, painter, line);
    for (const ArticleLayout::Line &line : lines)
        paintRoles(layout, painter, line);
    paintCaret(layout, painter, paragraph, context);
}

} // namespace

void paintArticle(const ArticleLayout &layout, QPainter &painter, const PaintContext &context)
{
    const QRectF clip = context.clip.isValid() ? context.clip : QRectF(QPointF(), layout.documentSize());
    layout.head().drawTitle(painter, layout.titlePosition(), layout.style());
    const int metadata = layout.metadataParagraph();
    if (metadata < 0)
        layout.head().drawMetadata(painter, {qreal(layout.columnLeft()), layout.metadataTop()}, layout.style());
    if (layout.paragraphCount() == 0)
        return;
    // A line of text above may hang over the paragraph's edge: blank ones are less tall than their line.
    for (int i = std::max(layout.paragraphAt(clip.top()) - 1, 0); i < layout.paragraphCount(); ++i) {
        if (layout.top(i) - layout.style().lineHeight > clip.bottom())
            break;
        const bool inside = layout.bottom(i) >= clip.top();
        if (inside || (layout.isSettled(i) && layout.bottom(i) + layout.style().lineHeight >= clip.top()))
            paintParagraph(layout, painter, i, context);
        if (i == metadata)
            layout.head().drawMetadata(painter, {qreal(layout.columnLeft()), layout.metadataTop()}, layout.style());
    }
    paintArcs(layout, painter);
}

void ArticleLayout::draw(QPainter *painter, const PaintContext &context)
{
    painter->save();
    paintArticle(*this, *painter, context);
    painter->restore();
}

} // namespace galley
