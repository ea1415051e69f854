// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlestyle.h>
#include <text/mark.h>

#include <QList>
#include <QTextLayout>

#include <vector>

namespace galley {

/// Coloured or emphasised for the reader's eye; never data.
struct CueFormat
{
    Utf16Range range;
    QColor foreground;
    bool bold = false;
    bool italic = false;
    QString name;
};

/// The character format of a zone: its font and, where it is set back, its colour.
QTextCharFormat zoneFormat(ZoneStyle zone, const ArticleStyle &style);

/// The formats of one paragraph, positions within it: its zones, then the cues among `cues` (sorted by begin) that begin in it.
QList<QTextLayout::FormatRange> paragraphFormats(Utf16Range paragraph, const std::vector<StyledZone> &zones,
                                                 const std::vector<CueFormat> &cues, const ArticleStyle &style);

/// Cues cut at the ends of the text and of its paragraphs (sorted begins), empty ones left out, sorted by begin.
std::vector<CueFormat> cutToParagraphs(std::vector<CueFormat> cues, const std::vector<qsizetype> &paragraphBegins, qsizetype textLength);

} // namespace galley
