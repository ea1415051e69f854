// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streameddataset.h"

#include <span>

class QIODevice;

namespace galley {

struct WriteOptions
{
    bool bom = false;         ///< CSV: a byte order mark, for Excel
    bool excelSafe = false;   ///< CSV: cells that look like formulas are disarmed
    bool allArticles = false; ///< CSV: also articles without annotations
    /// Is told what has no place in the format, by amount: "3 flags".
    std::function<void(const QString &)> leftOut = [](const QString &) {};
};

/// Takes a file of a format that consists of several, whole.
using TakeFile = std::function<Result<>(const QString &name, const QByteArray &bytes)>;

/// A format that datasets are written in. A new one is a file with such a constant and a line in writer.cpp; the command line
/// and the window offer what stands there.
struct Writer
{
    const char *name;      ///< as on the command line: "jsonl"
    QString (*title)();    ///< for the user
    const char *suffix;    ///< lower case, without dot
    const char *contains;  ///< for the help of the command line: "one row per annotation"
    bool withArticles;     ///< articles go out too, and not only what is said of them beside each annotation
    /// Gives the number of rows or lines, without the header.
    Result<qint64> (*write)(const StreamedDataset &dataset, QIODevice &device, const WriteOptions &options);
    /// Of a format of several files, which `write` makes one archive of: the same as files for a folder.
    Result<qint64> (*writeFiles)(const StreamedDataset &dataset, const TakeFile &take, const WriteOptions &options) = nullptr;
};

std::span<const Writer> writers();
Result<const Writer *> writerNamed(QStringView name); ///< an Error that names those there are
const Writer *writerForFile(QStringView fileName);    ///< by the ending of the name; null where none has it

} // namespace galley
