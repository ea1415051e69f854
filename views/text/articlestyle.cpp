// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPalette>

#include <cmath>

namespace galley {

namespace {

QFont scaled(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return font;
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto channel = [share](float from, float to) { return std::clamp(from + (to - from) * share, 0.F, 1.F); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()), channel(a.blueF(), b.blueF()));
}

} // namespace

QColor mutedColor(const QColor &text, const QColor &page)
{
    constexpr qreal readable = 4.6; // a little more than 4.5, for rounding
    for (int percent = 45; percent > 0; --percent) {
        const QColor candidate = mixed(text, page, float(percent) / 100);
        if (contrast(candidate, page) >= readable)
            return candidate;
    }
    return text;
}

QFont defaultReadingFont()
{
    QFont font = QApplication::font();
    const qreal interface = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    for (const QString &family : {QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif")}) {
        if (QFontDatabase::hasFamily(family)) {
            font = QFont(family);
            break;
        }
    }
    if (font == QApplication::font())
        font = QFont();
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(std::max(12.0, interface * 1.2));
    return font;
}

ArticleStyle articleStyle(const QFont &readingFont, qreal zoom, const QPalette &palette)
{
    ArticleStyle style;
    style.body = scaled(readingFont, zoom);
    style.headline = scaled(style.body, 1.75);
    style.headline.setWeight(QFont::Bold);
    style.subheading = scaled(style.body, 1.15);
    style.subheading.setWeight(QFont::DemiBold);
    style.kicker = scaled(style.body, 0.85);
    style.kicker.setWeight(QFont::DemiBold);
    style.kicker.setLetterSpacing(QFont::PercentageSpacing, 106);
    style.dimmed = scaled(style.body, 0.88);
    const QFont interface = QApplication::font();
    style.sign = scaled(style.body, 0.76);
    style.sign.setFamilies(interface.families());
    style.sign.setStyleHint(QFont::SansSerif);

    style.page = palette.color(QPalette::Active, QPalette::Base);
    style.text = palette.color(QPalette::Active, QPalette::Text);
    style.muted = mutedColor(style.text, style.page);
    style.dark = luminance(style.page) < luminance(style.text);
    style.find = style.dark ? QColor(94, 79, 20) : QColor(255, 240, 168);
    style.currentFind = style.dark ? QColor(150, 106, 0) : QColor(255, 203, 84);

    const QFontMetricsF metrics(style.body);
    const qreal em = metrics.ascent() * 0.92; // independent of how generous the font's own line height is
    style.leading = std::max(4, qRound(em * 0.30));
    style.laneThickness = std::max(2, qRound(em * 0.13));
    style.lanePitch = style.laneThickness + std::max(2, qRound(em * 0.11));
    style.laneInset = std::max(1, qRound(em * 0.05));
    style.paragraphGap = qRound(em * 0.75);
    style.lineHeight = int(std::ceil(metrics.height())) + style.leading;
    style.characterWidth = metrics.averageCharWidth();
    return style;
}

} // namespace galley
