// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace galley {

enum class Theme { System, Light, Dark };

QString nameOf(Theme theme); ///< "system", "light", "dark", for the settings
Theme themeNamed(QStringView name); ///< System where it is none of them

/// Sets style, palette and colour scheme of the application and, for System, follows the desktop from now on.
/// Widgets hear of it by QEvent::PaletteChange.
void applyTheme(Theme theme);

bool isDark(const QPalette &palette);
QPalette paletteFor(bool dark);

/// Text that may stand back: 4.5 : 1 at least on every background of the theme.
QColor secondaryText(const QPalette &palette);
/// Thin lines between areas.
QColor hairline(const QPalette &palette);
/// Fields, cards and chips that lie on a panel.
QColor raised(const QPalette &palette);

enum class Tone { Plain, Good, Warning, Bad };
QColor toneColor(Tone tone, const QPalette &palette); ///< of a glyph or a text, 4.5 : 1

} // namespace galley
