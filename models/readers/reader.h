// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records.h"

#include <domain/error.h>

#include <QByteArrayView>

#include <functional>
#include <span>

class QIODevice;

namespace galley {

/// How figures such as 03/04/2021 are meant, which their writers knew.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

struct ReadOptions
{
    QString encoding;   ///< overrides what is found
    char delimiter = 0; ///< of CSV; 0: found out
    /// What columns of a table mean, by their names: the own name of a field ("text"), or "" for further information kept
    /// under the column's name. Columns not named here mean what their names say.
    QMap<QString, QString> columns = {};
    DateOrder dates = DateOrder::Unknown; ///< of dates that are ambiguous; they stay as written while it is not known
};

/// What a reader tells about the whole file, once it is known.
struct ReadInfo
{
    QString encoding;
    QByteArray sha256; ///< lower-case hex, of the bytes read
    bool encodingGuessed = false; ///< neither stated nor certain
    QStringList remarks = {};     ///< sentences about the whole file, where what was read is not quite what stands in it
    /// All text that the file holds, in code points without white space; nothing where a reader cannot tell.
    std::optional<qint64> characters = std::nullopt;
};

/// Gives away one record; false asks the reader to stop.
using TakeRecord = std::function<bool(ReadRecord)>;

/// What a file can be recognised by.
struct FileHead
{
    QByteArrayView bytes; ///< as they stand in the file, some thousand of them
    QByteArrayView text;  ///< the same as UTF-8 without byte order mark; empty where it cannot be decoded
    QStringView fileName; ///< only a hint
};

/// A source format. Readers are pure: bytes in, records out; they know no project.
struct Reader
{
    const char *name;                      ///< "text", "html", "csv", "jsonl"
    QString (*title)();                    ///< for the user
    std::span<const char *const> suffixes; ///< lower case, without dot
    bool (*recognises)(const FileHead &head); ///< by content
    /// Reads to the end; problems of single records are records, an Error is for a file that cannot be read at all.
    Result<ReadInfo> (*read)(QIODevice &device, QStringView fileName, const ReadOptions &options, const TakeRecord &take);
    bool marked = false; ///< its files are known by their first bytes: the ending of the name alone says nothing
    /// Of a format of tables: the names of the columns, which ReadOptions::columns can give a meaning.
    Result<QStringList> (*columns)(QIODevice &device, const ReadOptions &options) = nullptr;
    bool mailed = false; ///< a database sends it as the text of a mail
};

/// Does the name end in `.suffix`, in any case?
bool hasSuffix(QStringView fileName, const char *suffix);

} // namespace galley
