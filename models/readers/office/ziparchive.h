// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace galley {

/// A ZIP archive in memory, read by its directory as office programs do. Archives that are cut off, encrypted, too large
/// when unpacked or with names that lead out of them are refused when they are opened; no entry gives more than it
/// states, whatever its data say, and all of them together not more than the archive may have.
class ZipArchive
{
public:
    static Result<ZipArchive> open(QByteArray bytes);

    QStringList names() const { return m_entries.keys(); }
    bool contains(const QString &name) const { return m_entries.contains(name); }
    /// Unpacked and checked. Fails where there is no such entry.
    Result<QByteArray> contents(const QString &name) const;

private:
    struct Entry
    {
        qint64 offset = 0; ///< of the header before its data
        qint64 packed = 0;
        qint64 size = 0;
        quint32 crc = 0;
        int method = 0;
    };

    Result<> readDirectory();
    Result<> addEntry(QByteArrayView header, const QString &name, Entry entry);
    Result<QByteArray> unpacked(QByteArrayView packed, const Entry &entry, const QString &name) const;

    QByteArray m_bytes;
    QHash<QString, Entry> m_entries;
    qint64 m_total = 0;
};

/// The names of the entries whose headers stand in the first bytes of an archive; nothing where it is none.
QStringList namesInZipHead(QByteArrayView head);
/// What stands in the entry "mimetype" that OpenDocument and EPUB files begin with; empty where there is none.
QByteArray mimeTypeInZipHead(QByteArrayView head);

} // namespace galley
