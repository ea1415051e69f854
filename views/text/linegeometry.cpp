// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linegeometry.h"

#include <QGlyphRun>
#include <QRawFont>

#include <algorithm>

namespace galley {

bool mixesDirections(QStringView paragraph)
{
    for (qsizetype at = 0; at < paragraph.size(); ++at) {
        const QChar character = paragraph[at];
        if (character < u'\u0590')
            continue;
        char32_t codePoint = character.unicode();
        if (character.isHighSurrogate() && at + 1 < paragraph.size() && paragraph[at + 1].isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(character, paragraph[at + 1]);
        at += codePoint > 0xFFFF ? 1 : 0;
        switch (QChar::direction(codePoint)) {
        case QChar::DirR: case QChar::DirAL: case QChar::DirAN: case QChar::DirRLE: case QChar::DirRLO: case QChar::DirRLI: case QChar::DirLRO:
            return true;
        default:
            break;
        }
    }
    return false;
}

std::vector<QRectF> rectsOnLine(const QTextLine &line, Utf16Range range, bool mixed)
{
    constexpr qreal hairline = 3;
    const auto part = intersection(range, Utf16Range{line.textStart(), line.textStart() + line.textLength()});
    if (!part)
        return {};
    struct Stretch { qreal left, right; };
    std::vector<Stretch> stretches;
    const QRectF text = line.naturalTextRect();
    const auto add = [&](qreal a, qreal b) {
        const auto within = [&](qreal x) { return std::clamp(x, text.left(), text.right()); };
        stretches.push_back({within(std::min(a, b)), within(std::max(a, b))});
    };
    if (mixed) {
        // What is one stretch of the text may be several on the page; the glyphs know where they are.
        for (const QGlyphRun &run : line.glyphRuns(int(part->begin), int(part->length()))) {
            const QList<QPointF> positions = run.positions();
            const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
            for (qsizetype glyph = 0; glyph < positions.size(); ++glyph)
                add(positions[glyph].x(), positions[glyph].x() + advances.value(glyph).x());
        }
        std::ranges::sort(stretches, {}, &Stretch::left);
    }
    if (stretches.empty())
        add(line.cursorToX(int(part->begin)), line.cursorToX(int(part->end)));
    std::vector<QRectF> rects;
    for (const Stretch &stretch : stretches) {
        if (!rects.empty() && stretch.left <= rects.back().right() + 1.5)
            rects.back().setRight(std::max(rects.back().right(), stretch.right));
        else
            rects.emplace_back(QPointF(stretch.left, line.y()), QPointF(stretch.right, line.y() + line.height()));
    }
    for (QRectF &rect : rects)
        rect.setWidth(std::max(rect.width(), hairline));
    return rects;
}

} // namespace galley
