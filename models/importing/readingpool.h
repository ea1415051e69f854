// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

#include <QStringList>

#include <memory>
#include <vector>

namespace galley {

class Importer;

/// What a file gave: its records in batches, then one end with what is known of the whole file.
struct ReadBatch
{
    QString file;
    const Reader *reader = nullptr;
    std::vector<ReadRecord> records;
    bool begin = false; ///< the first of its file
    bool end = false;
    ReadInfo info;                ///< at the end
    std::optional<Error> error;   ///< at the end: the file could not be read (further)
};

/// Reads files in the background, several at a time where there are processors for it, and hands over batches of records
/// in the order of the files, so that what comes of them does not depend on chance. Only so many batches wait that memory
/// does not grow with the files. Destroying it stops the reading.
class ReadingPool
{
public:
    struct Job
    {
        QString file;
        const Reader *reader = nullptr; ///< null: found out
        ReadOptions options;
    };

    /// `threads`: 0 for as many as the machine has processors.
    explicit ReadingPool(std::vector<Job> jobs, int threads = 0);
    ~ReadingPool();

    /// The next batch; nothing when all is read. Waits for it.
    std::optional<ReadBatch> next();
    /// The next batch if one is ready.
    std::optional<ReadBatch> poll();
    bool atEnd() const; ///< all is read and taken

    qint64 bytesRead() const;
    qint64 bytesInAll() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Gives a batch to an importer; an Error is the project's own and ends the import.
Result<> takeBatch(Importer &importer, const ReadBatch &batch);

/// A file's path may hold bytes that are no UTF-8, as an old archive leaves them; Qt opens none of those. In a path of ours such a
/// byte is a character of its own (U+EE80 to U+EEFF).
QString pathFromBytes(QByteArrayView path);
QByteArray bytesOfPath(QStringView path);

/// Folders become the files below them, in order of name; hidden files and Galley projects are left out. A folder that cannot be
/// listed stays in the list, so that reading it fails and is told.
QStringList filesIn(const QStringList &paths);

} // namespace galley
