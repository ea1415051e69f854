// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <importing/readingpool.h>

#include <panels/importpreview.h>

namespace galley {

struct ImportReport;

QString place(const QString &file, int line); ///< "reuters.csv:14"

/// What an import that has read everything, but is not made durable yet, would bring in.
ShownPreview previewOf(const ImportReport &report);

/// The columns of the first of these files that is a table, and what they mean; both empty where none is.
void addColumns(ShownPreview &preview, const std::vector<ReadingPool::Job> &jobs);

/// Own names and titles of what a column can mean.
QList<std::pair<QString, QString>> columnMeanings();

/// Encodings that can be stated.
QStringList statableEncodings();

} // namespace galley
