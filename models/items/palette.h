// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/contrast.h>
#include <color/layershape.h>

#include <domain/codebook.h>

#include <QColor>

namespace galley {

/// The page the marks lie on: a slightly warm white, and not quite black.
QColor pageColor(bool dark);

/// `color` with its lightness moved until it stands out from the page at least 3 : 1; hue and chroma stay.
QColor fitForPage(const QColor &color, bool dark);

/// A code's colour as it is drawn: its own where the codebook gives one, else one of the palette that stays with it.
/// A code below another takes a shade of that one's. Always fit for the page.
QColor codeColor(const Codebook &codebook, CodeId code, bool dark);

/// By the layer's place in the codebook: the first is square.
LayerShape shapeOf(const Codebook &codebook, LayerId layer);
LayerShape shapeOf(const Codebook &codebook, CodeId code);

/// The palette's colours: the first eight stay apart under every common colour vision deficiency.
int paletteSize();
QColor paletteColor(int place, bool dark); ///< beyond paletteSize() in shades, then repeating

/// The colour as it is seen with a full red, green or blue deficiency (Machado, Oliveira and Fernandes 2009).
enum class ColorVision { Protanopia, Deuteranopia, Tritanopia };
QColor seenWith(ColorVision vision, const QColor &color);

} // namespace galley
