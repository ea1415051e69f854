// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textformats.h"

#include <algorithm>

namespace galley {

namespace {

QTextLayout::FormatRange within(Utf16Range paragraph, Utf16Range part, const QTextCharFormat &format)
{
    return {int(part.begin - paragraph.begin), int(part.length()), format};
}

QTextCharFormat cueFormat(const CueFormat &cue)
{
    QTextCharFormat format;
    if (cue.foreground.isValid())
        format.setForeground(cue.foreground);
    if (cue.bold)
        format.setFontWeight(QFont::Bold);
    if (cue.italic)
        format.setFontItalic(true);
    return format;
}

} // namespace

QTextCharFormat zoneFormat(ZoneStyle zone, const ArticleStyle &style)
{
    QTextCharFormat format;
    switch (zone) {
    case ZoneStyle::Headline:
        format.setFont(style.headline);
        break;
    case ZoneStyle::Subheading:
        format.setFont(style.subheading);
        break;
    case ZoneStyle::Kicker:
        format.setFont(style.kicker);
        format.setForeground(style.muted);
        break;
    case ZoneStyle::Dimmed:
        format.setFont(style.dimmed);
        format.setForeground(style.muted);
        break;
    }
    return format;
}

QList<QTextLayout::FormatRange> paragraphFormats(Utf16Range paragraph, const std::vector<StyledZone> &zones,
                                                 const std::vector<CueFormat> &cues, const ArticleStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    for (const StyledZone &zone : zones) {
        if (const auto part = intersection(paragraph, zone.range))
            formats.append(within(paragraph, *part, zoneFormat(zone.style, style)));
    }
    const auto first = std::ranges::lower_bound(cues, paragraph.begin, {}, [](const CueFormat &cue) { return cue.range.begin; });
    for (auto cue = first; cue != cues.end() && cue->range.begin < paragraph.end; ++cue) {
        if (const auto part = intersection(paragraph, cue->range))
            formats.append(within(paragraph, *part, cueFormat(*cue)));
    }
    return formats;
}

std::vector<CueFormat> cutToParagraphs(std::vector<CueFormat> cues, const std::vector<qsizetype> &paragraphBegins, qsizetype textLength)
{
    std::vector<CueFormat> result;
    result.reserve(cues.size());
    for (CueFormat &cue : cues) {
        const qsizetype end = std::min(cue.range.end, textLength);
        qsizetype begin = std::max<qsizetype>(cue.range.begin, 0);
        while (begin < end) {
            const auto next = std::ranges::upper_bound(paragraphBegins, begin);
            const qsizetype border = next == paragraphBegins.end() ? end : std::min(*next, end);
            result.push_back(cue);
            result.back().range = {begin, border};
            begin = border;
        }
    }
    std::ranges::stable_sort(result, {}, [](const CueFormat &cue) { return cue.range.begin; });
    return result;
}

} // namespace galley
