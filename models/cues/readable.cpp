// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readable.h"

#include <algorithm>

namespace galley {

QColor readable(const QColor &color, bool dark)
{
    const QColor page = QColor::fromRgb(dark ? lightestDarkPage : darkestLightPage);
    QColor result = QColor::fromRgb(color.rgb());
    float hue = 0, saturation = 0, lightness = 0;
    result.getHslF(&hue, &saturation, &lightness);
    for (int step = 0; step <= 100 && contrast(result, page) < readableContrast; ++step) {
        lightness = std::clamp(lightness + (dark ? 0.01F : -0.01F), 0.0F, 1.0F);
        result = QColor::fromRgb(QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness).rgb()); // as eight bits show it
    }
    return result;
}

} // namespace galley
