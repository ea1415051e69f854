// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace galley {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// Searched for: in eight bands of hue the lightness and chroma whose least distance (OKLab) as seen with normal colour
// vision and with each deficiency is largest, at 3.15 : 1 or more from the page. The second eight fill the gaps.
constexpr std::array<Pair, 16> palette{{
    {0xff497ef7, 0xff5e65e5}, // blue
    {0xff664900, 0xffdf9418}, // ochre
    {0xff287a60, 0xff49be98}, // teal
    {0xffe55aa9, 0xff99638c}, // pink
    {0xff8e8b25, 0xffe4df00}, // olive
    {0xff8e3db7, 0xffb58ef6}, // purple
    {0xff00476c, 0xff8fe6fd}, // sky
    {0xff5b1e1d, 0xffcf3d0c}, // rust
    {0xffcf355a, 0xffb67078}, // rose
    {0xff9b5608, 0xffdf7639}, // orange
    {0xff56753c, 0xffb1d396}, // green
    {0xff0c508e, 0xff7b9bb3}, // steel
    {0xffbc56c6, 0xffccabc2}, // orchid
    {0xff451a9e, 0xff9275c4}, // indigo
    {0xff645c3b, 0xffe4c53f}, // sand
    {0xff0f3b45, 0xff43c9e7}, // petrol
}};

constexpr double leastContrast = 3.0;

using Linear = std::array<double, 3>;

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

float fromLinear(double c)
{
    const double clamped = std::clamp(c, 0.0, 1.0);
    return float(clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055);
}

Linear linear(const QColor &color)
{
    return {toLinear(double(color.redF())), toLinear(double(color.greenF())), toLinear(double(color.blueF()))};
}

/// A shade that can be told from the colour and is as fit for the page: nearer to it where there is room, else farther.
QColor shaded(const QColor &color, bool dark)
{
    constexpr double room = 5.5;
    constexpr float step = 0.16f;
    const bool nearer = contrast(color, pageColor(dark)) > room;
    float h = 0, s = 0, l = 0;
    color.getHslF(&h, &s, &l);
    return fitForPage(QColor::fromHslF(h, s, std::clamp(l + (nearer != dark ? step : -step), 0.0f, 1.0f)), dark);
}

} // namespace

QColor pageColor(bool dark)
{
    return dark ? QColor(0x1b, 0x1c, 0x1f) : QColor(0xfb, 0xfa, 0xf7);
}

QColor fitForPage(const QColor &color, bool dark)
{
    QColor fit = color.toHsl();
    float h = 0, s = 0, l = 0;
    fit.getHslF(&h, &s, &l);
    for (int step = 0; step < 100 && contrast(fit, pageColor(dark)) < leastContrast; ++step) {
        l = std::clamp(l + (dark ? 0.01f : -0.01f), 0.0f, 1.0f);
        fit = QColor::fromHslF(h, s, l);
    }
    return fit.toRgb();
}

int paletteSize()
{
    return int(palette.size());
}

QColor paletteColor(int place, bool dark)
{
    const Pair &pair = palette[size_t(place) % palette.size()];
    const QColor color(dark ? pair.dark : pair.light);
    return size_t(place) / palette.size() % 2 == 0 ? color : shaded(color, dark);
}

QColor codeColor(const Codebook &codebook, CodeId id, bool dark)
{
    const Code *code = codebook.code(id);
    if (!code)
        return fitForPage(QColor(0x80, 0x80, 0x80), dark);
    if (const QColor own(code->color); !code->color.isEmpty() && own.isValid())
        return fitForPage(own, dark);
    if (code->parent && code->parent != id && codebook.code(code->parent))
        return shaded(codeColor(codebook, code->parent, dark), dark);
    // Ids are never given twice, so a colour stays with its code whatever is added, moved or removed beside it.
    return paletteColor(int((std::max<qint64>(id.value, 1) - 1) % qint64(2 * palette.size())), dark);
}

LayerShape shapeOf(const Codebook &codebook, LayerId layer)
{
    const auto place = std::ranges::find(codebook.layers(), layer, &Layer::id);
    return place == codebook.layers().end() ? LayerShape::Square : LayerShape((place - codebook.layers().begin()) % layerShapes);
}

LayerShape shapeOf(const Codebook &codebook, CodeId id)
{
    const Code *code = codebook.code(id);
    const Variable *variable = code ? codebook.variable(code->variable) : nullptr;
    return variable ? shapeOf(codebook, variable->layer) : LayerShape::Square;
}

QColor seenWith(ColorVision vision, const QColor &color)
{
    using Matrix = std::array<Linear, 3>;
    static constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    const Matrix &matrix = vision == ColorVision::Protanopia ? protanopia
        : vision == ColorVision::Deuteranopia                ? deuteranopia
                                                             : tritanopia;
    const Linear from = linear(color);
    const auto channel = [&](size_t row) {
        return fromLinear(matrix[row][0] * from[0] + matrix[row][1] * from[1] + matrix[row][2] * from[2]);
    };
    return QColor::fromRgbF(channel(0), channel(1), channel(2));
}

} // namespace galley
