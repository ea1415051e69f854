// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readingthread.h"

#include <project/importing.h>
#include <project/sources.h>
#include <readers/language.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t batchRecords = 64;
constexpr qsizetype batchCharacters = 1 << 18;
constexpr size_t waitingBatches = 32;

qsizetype charactersOf(const ReadRecord &record)
{
    const auto *article = std::get_if<ReadArticle>(&record.value);
    return article ? article->text.size() : 200;
}

} // namespace

struct ReadingThread::Private
{
    std::vector<Job> jobs;
    qint64 bytesInAll = 0;
    std::atomic<qint64> bytesRead = 0;

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<ReadBatch> waiting;
    bool finished = false;

    std::jthread thread; // last: it stops before what it uses goes

    /// False when the reading is to stop.
    bool push(std::stop_token stop, ReadBatch batch)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, stop, [this] { return waiting.size() < waitingBatches; });
        if (stop.stop_requested())
            return false;
        waiting.push_back(std::move(batch));
        changed.notify_all();
        return true;
    }

    /// A file of which nothing can be read.
    void refuse(std::stop_token stop, ReadBatch end, Error why)
    {
        end.begin = true;
        end.error = std::move(why);
        push(stop, std::move(end));
    }

    void read(std::stop_token stop, const Job &job)
    {
        ReadBatch end{job.file, job.reader, {}, false, true, {}, {}};
        bool first = true;
        QFile file(job.file);
        if (!file.open(QIODevice::ReadOnly)) {
            const QString why = QCoreApplication::translate("Import", "The file cannot be read: %1.").arg(file.errorString());
            return refuse(stop, std::move(end), {why, {}});
        }
        if (!end.reader) {
            const auto found = sourceReaderFor(file.peek(1 << 16), job.file);
            if (!found)
                return refuse(stop, std::move(end), found.error());
            end.reader = *found;
        }
        ReadBatch batch{job.file, end.reader, {}, false, false, {}, {}};
        qsizetype characters = 0;
        const qint64 before = bytesRead;
        const auto take = [&](ReadRecord record) {
            if (auto *read = std::get_if<ReadArticle>(&record.value); read && read->article.language.isEmpty())
                read->article.language = detectedLanguage(read->text);
            characters += charactersOf(record);
            batch.records.push_back(std::move(record));
            if (batch.records.size() < batchRecords && characters < batchCharacters)
                return true;
            bytesRead = before + file.pos();
            characters = 0;
            batch.begin = std::exchange(first, false);
            return push(stop, std::exchange(batch, ReadBatch{job.file, end.reader, {}, false, false, {}, {}}));
        };
        auto info = end.reader->read(file, job.file, job.options, take);
        bytesRead = before + file.size();
        if (info)
            end.info = std::move(*info);
        else
            end.error = info.error();
        end.records = std::move(batch.records);
        end.begin = first;
        push(stop, std::move(end));
    }

    void run(std::stop_token stop)
    {
        for (const Job &job : jobs) {
            if (stop.stop_requested())
                return;
            read(stop, job);
        }
        const std::scoped_lock lock(mutex);
        finished = true;
        changed.notify_all();
    }
};

ReadingThread::ReadingThread(std::vector<Job> jobs)
    : d(std::make_unique<Private>())
{
    d->jobs = std::move(jobs);
    for (const Job &job : d->jobs)
        d->bytesInAll += QFileInfo(job.file).size();
    d->thread = std::jthread([this](std::stop_token stop) { d->run(stop); });
}

ReadingThread::~ReadingThread() = default;

std::optional<ReadBatch> ReadingThread::next()
{
    std::unique_lock lock(d->mutex);
    d->changed.wait(lock, [this] { return !d->waiting.empty() || d->finished; });
    if (d->waiting.empty())
        return std::nullopt;
    ReadBatch batch = std::move(d->waiting.front());
    d->waiting.pop_front();
    d->changed.notify_all();
    return batch;
}

std::optional<ReadBatch> ReadingThread::poll()
{
    {
        const std::scoped_lock lock(d->mutex);
        if (d->waiting.empty())
            return std::nullopt;
    }
    return next();
}

bool ReadingThread::atEnd() const
{
    const std::scoped_lock lock(d->mutex);
    return d->finished && d->waiting.empty();
}

qint64 ReadingThread::bytesRead() const
{
    return d->bytesRead;
}

qint64 ReadingThread::bytesInAll() const
{
    return d->bytesInAll;
}

Result<> takeBatch(Importer &importer, const ReadBatch &batch)
{
    if (batch.begin)
        importer.beginFile(batch.file);
    for (const ReadRecord &record : batch.records) {
        if (auto taken = importer.take(record); !taken)
            return taken;
    }
    if (!batch.end)
        return {};
    return importer.endFile(batch.error ? Result<ReadInfo>(std::unexpected(*batch.error)) : Result<ReadInfo>(batch.info));
}

QStringList filesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList below;
        QDirIterator walk(path, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (!file.endsWith(u".galley"_s) && !file.contains(u".galley.backups/"_s))
                below.append(file);
        }
        below.sort();
        files.append(below);
    }
    return files;
}

} // namespace galley
