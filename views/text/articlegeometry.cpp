// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlelayout.h"

#include "linegeometry.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

/// Where things are in a laid out article: paragraphs, lines, lanes, and what lies under a point.
namespace galley {

int ArticleLayout::paragraphAt(qreal y) const
{
    return m_heights.indexAt(qint64(std::floor(y)) - headHeight());
}

int ArticleLayout::paragraphOf(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(m_paragraphs, position, {}, &Paragraph::begin);
    return std::max(int(after - m_paragraphs.begin()) - 1, 0);
}

Utf16Range ArticleLayout::paragraphRange(int paragraph) const
{
    return {m_paragraphs[size_t(paragraph)].begin, m_paragraphs[size_t(paragraph)].end};
}

int ArticleLayout::lineCount(int paragraph) const
{
    settle(paragraph);
    return textLayout(paragraph)->lineCount();
}

ArticleLayout::Line ArticleLayout::lineIn(int paragraph, int index) const
{
    const Utf16Range range = paragraphRange(paragraph);
    const QTextLine line = textLayout(paragraph)->lineAt(index);
    const QPointF origin(m_left, top(paragraph));
    const qsizetype begin = range.begin + line.textStart();
    return {paragraph, line, origin, {begin, std::min(begin + line.textLength(), range.end)}, origin.y() + line.y() + std::ceil(line.height())};
}

ArticleLayout::Line ArticleLayout::line(int paragraph, int index) const
{
    settle(paragraph);
    return lineIn(paragraph, index);
}

ArticleLayout::Line ArticleLayout::lineOf(qsizetype position) const
{
    const int paragraph = paragraphOf(position);
    settle(paragraph);
    const Utf16Range range = paragraphRange(paragraph);
    const QTextLine found = textLayout(paragraph)->lineForTextPosition(int(std::clamp(position, range.begin, range.end) - range.begin));
    return lineIn(paragraph, found.isValid() ? found.lineNumber() : 0);
}

int ArticleLayout::lineIndexAt(int paragraph, qreal y) const
{
    settle(paragraph);
    const QTextLayout *layout = textLayout(paragraph);
    const qreal inside = y - top(paragraph);
    int low = 0;
    int high = layout->lineCount() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (layout->lineAt(middle).y() <= inside)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

ArticleLayout::Pieces ArticleLayout::pieces(Utf16Range line) const
{
    const std::vector<int> members = m_marks.touching(line);
    if (members.empty())
        return {};
    std::vector<LanedRange> ranges(members.size());
    std::ranges::transform(members, ranges.begin(), [this](int mark) { return m_marks.laned(mark); });
    Pieces found = piecesOnLine(line, ranges, shownLanes);
    for (LinePiece &piece : found)
        piece.member = members[size_t(piece.member)];
    return found;
}

std::vector<QRectF> ArticleLayout::rects(const Line &line, Utf16Range range) const
{
    const Paragraph &paragraph = m_paragraphs[size_t(line.paragraph)];
    std::vector<QRectF> found = rectsOnLine(line.line, {range.begin - paragraph.begin, range.end - paragraph.begin}, paragraph.mixed);
    for (QRectF &rect : found)
        rect.translate(line.origin);
    return found;
}

QRectF ArticleLayout::countRect(const Line &line, int folded) const
{
    const QFontMetricsF metrics(m_style.sign);
    const qreal width = metrics.horizontalAdvance(u'+' + QString::number(folded)) + 6;
    const qreal height = std::min<qreal>(metrics.height(), shownLanes * m_style.lanePitch + m_style.laneInset + m_style.leading / 2.0);
    const QRectF text = line.line.naturalTextRect().translated(line.origin);
    const bool rightToLeft = textLayout(line.paragraph)->textOption().textDirection() == Qt::RightToLeft;
    const qreal x = rightToLeft ? text.left() - width - 4 : text.right() + 4;
    return {x, line.textBottom + m_style.laneInset / 2.0, width, height};
}

std::vector<int> ArticleLayout::marksAt(QPointF point) const
{
    if (m_paragraphs.empty())
        return {};
    const int paragraph = paragraphAt(point.y());
    const Line line = this->line(paragraph, lineIndexAt(paragraph, point.y()));
    if (point.y() < line.top())
        return {};
    const Pieces shown = pieces(line.range);
    std::vector<int> found;
    const int folded = foldedCount(shown);
    if (folded > 0 && countRect(line, folded).adjusted(-3, -2, 3, 2).contains(point)) {
        std::ranges::transform(shown, std::back_inserter(found), &LinePiece::member);
    } else if (point.y() >= line.textBottom) {
        for (const LinePiece &piece : shown) {
            const qreal top = laneTop(line, piece.slot);
            if (piece.slot < 0 || point.y() < top - 1 || point.y() >= top + m_style.lanePitch - 1)
                continue;
            const auto touches = [&](const QRectF &rect) { return rect.left() - 1 <= point.x() && point.x() <= rect.right() + 1; };
            if (std::ranges::any_of(rects(line, piece.range), touches))
                found.push_back(piece.member);
        }
    } else if (const qsizetype character = characterAt(point); character >= 0) {
        return m_marks.containing(character);
    }
    std::ranges::stable_sort(found, {}, [this](int mark) { return std::tuple(m_marks.laned(mark).range.length(), -mark); });
    return found;
}

qsizetype ArticleLayout::characterAt(QPointF point) const
{
    if (m_paragraphs.empty())
        return -1;
    const int paragraph = paragraphAt(point.y());
    const Line line = this->line(paragraph, lineIndexAt(paragraph, point.y()));
    const QRectF text = line.line.naturalTextRect().translated(line.origin);
    if (point.y() < line.top() || point.y() >= line.textBottom || point.x() < text.left() || point.x() >= text.right())
        return -1;
    if (m_paragraphs[size_t(paragraph)].mixed) { // where directions meet, xToCursor may name the neighbour
        for (qsizetype at = line.range.begin; at < line.range.end; ++at) {
            const auto under = [&](const QRectF &rect) { return rect.left() <= point.x() && point.x() < rect.right(); };
            if (std::ranges::any_of(rects(line, {at, at + 1}), under))
                return at;
        }
        return -1;
    }
    const qsizetype position = paragraphRange(paragraph).begin + line.line.xToCursor(point.x() - line.origin.x(), QTextLine::CursorOnCharacter);
    return line.range.contains(position) ? position : -1;
}

int ArticleLayout::hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const
{
    if (m_paragraphs.empty())
        return accuracy == Qt::ExactHit ? -1 : 0;
    if (accuracy == Qt::ExactHit)
        return int(characterAt(point));
    const int paragraph = paragraphAt(point.y());
    const Line line = this->line(paragraph, lineIndexAt(paragraph, point.y()));
    return int(paragraphRange(paragraph).begin) + line.line.xToCursor(point.x() - line.origin.x());
}

} // namespace galley
