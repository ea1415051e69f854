// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <base/sha256.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

class QIODevice;

namespace galley {

struct Decoded
{
    QString text;     ///< LF line ends, no byte order mark; nothing else altered
    QString encoding; ///< as found: "UTF-8", "UTF-16LE", "windows-1252", …
    bool guessed = false; ///< nothing in the file says so
    QStringList remarks = {}; ///< about bytes that are no text in it, with their places
};

/// Bytes as text. The encoding is, in this order: the one stated by `encoding`; a byte order mark; escape sequences of
/// old Japanese and Korean; UTF-8 where the bytes are valid; UTF-16 or UTF-32 where the bytes have their pattern; UTF-8 with
/// a few bytes of windows-1252 among it; the one the file declares about itself (XML declaration, HTML meta); the one its
/// letters make likely; windows-1252 or what else is Western. A few bytes that are no text in it (a NUL, some of another
/// encoding among UTF-8) are told with their places; where there are more, it fails: nothing undecodable becomes a
/// replacement character silently.
Result<Decoded> decoded(QByteArrayView bytes, const QString &encoding = {});

/// The same bytes as UTF-8 without byte order mark, line ends as they are: for formats that are parsed from bytes.
struct Utf8Bytes
{
    QByteArray bytes;
    QString encoding;
    bool guessed = false;
    QStringList remarks = {};
};
Result<Utf8Bytes> decodedToUtf8(QByteArray bytes, const QString &encoding = {});

/// CRLF and CR to LF.
void unifyLineEnds(QString &text);

/// Why a text cannot be stored: it holds a NUL or half of a surrogate pair. Empty where nothing is wrong.
QString whyNotText(QStringView text);

/// UTF-8 known to be valid as a string; unlike QString::fromUtf8, a U+FEFF at its beginning stays.
QString fromValidUtf8(QByteArrayView bytes);

/// The charset a file declares about itself in its first bytes, or empty.
QString declaredCharset(QByteArrayView head);

/// Everything a device has; fails beyond `limit` bytes.
Result<QByteArray> readWhole(QIODevice &device, qint64 limit);

} // namespace galley
