// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "style.h"

#include <items/palette.h>

#include <QApplication>
#include <QStyleHints>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct Shades
{
    QRgb window, base, alternate, button, text, secondary, disabled, hairline, raised, accent, onAccent, link;
};

constexpr Shades light{0xfff2f0eb, 0xfffbfaf7, 0xfff5f3ee, 0xfff8f6f2, 0xff23221f, 0xff615e57, 0xffa09c93,
                       0xffd9d5cc, 0xfffdfcfa, 0xff2c5fa8, 0xffffffff, 0xff2459a6};
constexpr Shades dark{0xff242529, 0xff1b1c1f, 0xff212226, 0xff303136, 0xffe3e1dc, 0xffa5a29b, 0xff6d6c69,
                      0xff3a3b40, 0xff2b2c31, 0xff3d6cb5, 0xffffffff, 0xff8ab4f8};

const Shades &shades(const QPalette &palette)
{
    return isDark(palette) ? dark : light;
}

bool systemIsDark()
{
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

void dress(bool isDark)
{
    if (!qobject_cast<GalleyStyle *>(QApplication::style()))
        QApplication::setStyle(new GalleyStyle);
    QApplication::setPalette(paletteFor(isDark));
}

} // namespace

QString nameOf(Theme theme)
{
    return theme == Theme::Light ? u"light"_s : theme == Theme::Dark ? u"dark"_s : u"system"_s;
}

Theme themeNamed(QStringView name)
{
    return name == "light"_L1 ? Theme::Light : name == "dark"_L1 ? Theme::Dark : Theme::System;
}

void applyTheme(Theme theme)
{
    static QMetaObject::Connection following;
    QObject::disconnect(following);
    QStyleHints *hints = QGuiApplication::styleHints();
    if (theme == Theme::System) {
        hints->unsetColorScheme();
        following = QObject::connect(hints, &QStyleHints::colorSchemeChanged, qApp, [] { dress(systemIsDark()); });
        return dress(systemIsDark());
    }
    hints->setColorScheme(theme == Theme::Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    dress(theme == Theme::Dark);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette paletteFor(bool isDark)
{
    const Shades &s = isDark ? dark : light;
    QPalette palette(QColor(s.button), QColor(s.window));
    palette.setColor(QPalette::Window, s.window);
    palette.setColor(QPalette::Base, s.base);
    palette.setColor(QPalette::AlternateBase, s.alternate);
    palette.setColor(QPalette::Button, s.button);
    palette.setColor(QPalette::ToolTipBase, s.raised);
    palette.setColor(QPalette::Highlight, s.accent);
    palette.setColor(QPalette::HighlightedText, s.onAccent);
    palette.setColor(QPalette::Accent, s.accent);
    palette.setColor(QPalette::Link, s.link);
    palette.setColor(QPalette::LinkVisited, s.link);
    palette.setColor(QPalette::PlaceholderText, s.secondary);
    palette.setColor(QPalette::Mid, s.hairline);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, s.text);
        palette.setColor(QPalette::Disabled, role, s.disabled);
    }
    palette.setColor(QPalette::BrightText, s.onAccent);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, s.hairline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, s.secondary);
    return palette;
}

QColor secondaryText(const QPalette &palette)
{
    return shades(palette).secondary;
}

QColor hairline(const QPalette &palette)
{
    return shades(palette).hairline;
}

QColor raised(const QPalette &palette)
{
    return shades(palette).raised;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool night = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return night ? 0xff7cc69a : 0xff25704a;
    case Tone::Warning:
        return night ? 0xffe6b45c : 0xff8a5a00;
    case Tone::Bad:
        return night ? 0xfff2938c : 0xffb3261e;
    case Tone::Plain:
        break;
    }
    return night ? 0xff8ab4f8 : 0xff2459a6;
}

} // namespace galley
