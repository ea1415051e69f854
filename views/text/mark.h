// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/layershape.h>
#include <domain/range.h>

#include <QColor>
#include <QString>

namespace galley {

/// One range of an annotation as the article view shows it. Marks of one annotation share the key.
struct Mark
{
    qint64 key = 0;     ///< the annotation's id; handed back on hover and click
    Utf16Range range;
    QColor color;
    QString label;      ///< the code's name, for the margin bracket and the screen reader
    QString detail;     ///< "Stance · Ada · “…”", for the tooltip and the chooser
    bool others = false; ///< by another coder than the active one: drawn dashed
    bool flagged = false;
    int track = 0;      ///< those of a track have lanes of their own, below those of the tracks before, and a pattern of their own
    bool calm = false;  ///< stands back behind the others
    LayerShape shape = LayerShape::Square; ///< of its layer: a sign at its beginning, but for squares
    bool suggested = false; ///< nobody's annotation: a thin dashed line, a hollow bracket; stepping through annotations passes it over

    bool operator==(const Mark &) const = default;
};

/// A passage that is a value of the current annotation: its source, its cue … shown while that is chosen.
struct RoleMark
{
    Utf16Range range;
    QString label; ///< the role's name
    QColor color;  ///< the annotation's
    bool begins = true; ///< the first range of its passage: an arc leads there

    bool operator==(const RoleMark &) const = default;
};

/// How a part of the article is set.
enum class ZoneStyle { Headline, Kicker, Subheading, Dimmed };

struct StyledZone
{
    Utf16Range range;
    ZoneStyle style = ZoneStyle::Dimmed;
    QString label; ///< "Caption", shown when it is hovered
};

/// An article as it is read: its immutable text and what is shown around it.
struct Page
{
    QString text;
    QString title;    ///< shown above the text where the text does not begin with it; not part of any offset
    QString metadata; ///< "Reuters · 4 May 2023 · page 3", one line under the headline
    std::vector<StyledZone> zones;
    QString language{};  ///< BCP 47, of the text; empty where it is unknown
};

} // namespace galley
