// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace galley {

/// The older charsets that bytes without any statement about themselves may be in, likeliest first; empty where nothing
/// speaks against a Western one. Cautious, because a stored text stays as it is: curly quotes and a few accents in a
/// Western text never make it Polish or Greek.
QStringList guessedCharsets(QByteArrayView bytes);

/// Whether it has more letters beyond ASCII than within, as no text in windows-1252 has.
bool isNoWesternText(QByteArrayView bytes);

/// The charset that ASCII bytes are in which switch to Japanese or Korean by escape sequences, as in old mail.
QString escapedCharset(QByteArrayView bytes);

} // namespace galley
