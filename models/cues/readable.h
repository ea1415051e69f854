// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/contrast.h>

#include <QColor>

namespace galley {

/// The least contrast of running text (WCAG 2, level AA).
constexpr double readableContrast = 4.5;

/// The darkest light page and the lightest dark page that cues have to be readable on.
constexpr QRgb darkestLightPage = 0xfff0ece2;
constexpr QRgb lightestDarkPage = 0xff323232;

/// `color` in its own hue, lighter on a dark page or darker on a light one as far as it takes to be readable there.
QColor readable(const QColor &color, bool dark);

} // namespace galley
