// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readable.h"

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

double linear(float channel)
{
    const double c = double(channel);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

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
