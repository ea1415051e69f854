// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <store/projectstore.h>

#include <QString>

class QIODevice;

namespace galley {

struct ExportOptions
{
    bool bom = false;        ///< CSV: a byte order mark, for Excel
    bool excelSafe = false;  ///< CSV: cells that look like formulas are disarmed
    bool allArticles = false; ///< CSV: also articles without annotations
};

/// Streams the dataset to a device, as "csv" (one row per annotation) or "jsonl" (everything, lossless).
/// Gives the number of rows or lines, without the header.
Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const ExportOptions &options);

/// The same into a file, which is there whole or not at all.
Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const ExportOptions &options);

} // namespace galley
