// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace galley {

/// A character of a font that has pictures where others have letters ("Symbol", "Wingdings"), as Unicode; `code` as it
/// stands in documents: 20 to FF, or the same from F020 on. What Unicode has no character for, or no table here knows,
/// stays in the private use area, as the document itself has it.
QChar symbolCharacter(QStringView font, char16_t code);

/// Is it one of the fonts that have nothing but such pictures?
bool hasSymbols(QStringView font);

} // namespace galley
