// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// One grid of 4 px and four sizes of type, so that panels made apart look made together.
namespace galley::metrics {

constexpr int hair = 2;     ///< between a glyph and its word
constexpr int tight = 4;    ///< inside a control
constexpr int near = 8;     ///< between things that belong together
constexpr int margin = 12;  ///< from a panel's edge
constexpr int apart = 16;   ///< between groups
constexpr int far = 24;     ///< between sections, around empty states
constexpr int page = 48;    ///< around a page that fills the window

constexpr int icon = 16;
constexpr int largeIcon = 24;
constexpr int radius = 6; ///< of cards and key caps' larger kin

constexpr double small = 0.88;   ///< times the application font: secondary lines
constexpr double heading = 1.15; ///< a panel's own headings
constexpr double title = 1.9;    ///< the name on the start page

} // namespace galley::metrics
