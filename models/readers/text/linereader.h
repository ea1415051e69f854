// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/sha256.h>
#include <readers/reader.h>

#include <QByteArray>
#include <QBuffer>

#include <optional>

namespace galley {

/// The lines of a device one after the other, as UTF-8, in memory that does not grow with the file.
/// Only a file in another encoding than UTF-8 is read whole.
class LineReader
{
public:
    explicit LineReader(QIODevice &device);

    /// Reads the beginning; has to succeed before next().
    Result<> open(const QString &encoding);
    /// The next line without its end; empty at the end of the file. Holds until the following call.
    Result<std::optional<QByteArrayView>> next();
    int line() const { return m_line; } ///< the number of the line given last, from 1

    /// What was read so far.
    ReadInfo info() const;

private:
    Result<bool> fill();

    QIODevice *m_device;
    QBuffer m_decoded;
    Sha256 m_hash;
    bool m_hashing = true;
    QString m_encoding;
    bool m_guessed = false;
    QStringList m_remarks;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_scanned = 0;
    int m_line = 0;
};

} // namespace galley
