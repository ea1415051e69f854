// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/contrast.h>

#include <QColor>
#include <QFont>

#include <algorithm>

class QPalette;

namespace galley {

/// Type sizes, colours and distances of one article page, in logical pixels; worked out once from the
/// reading font and the palette.
struct ArticleStyle
{
    QFont body;
    QFont headline;
    QFont kicker;
    QFont subheading;
    QFont dimmed;
    QFont sign; ///< small sans serif: the metadata line, counts and margin labels

    QColor page;
    QColor text;
    QColor muted; ///< readable (4.5:1) yet behind the text
    QColor find;
    QColor currentFind;
    bool dark = false;

    int leading = 0;       ///< least room between the text of a line and that of the next
    int laneThickness = 0;
    int lanePitch = 0;     ///< from the top of one lane to the top of the next
    int laneInset = 0;     ///< from the bottom of the text to the first lane
    int paragraphGap = 0;
    int lineHeight = 0;    ///< of the body, leading included; for estimates
    qreal characterWidth = 0; ///< average of the body

    /// Room below the text of a line that shows that many lanes.
    int roomFor(int places) const { return std::max(leading, laneInset + places * lanePitch + leading / 3); }
};

/// How many lanes a line shows before the rest folds into a count: what several coders put on one passage is still seen
/// whole, and a line at its deepest is no taller than three without any.
inline constexpr int shownLanes = 6;

ArticleStyle articleStyle(const QFont &readingFont, qreal zoom, const QPalette &palette);

/// A serif meant for reading, a little larger than the system's interface font.
QFont defaultReadingFont();

/// `text` moved towards `page` as far as it stays readable at 4.5:1.
QColor mutedColor(const QColor &text, const QColor &page);

} // namespace galley
