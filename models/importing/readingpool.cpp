// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readingpool.h"

#include "importing.h"
#include "sources.h"
#include <domain/textpositions.h>
#include <readers/article/bylines.h>
#include <readers/text/language.h>
#include <readers/article/quotedpassages.h>
#include <readers/article/writtendate.h>
#include <store/openhere.h>

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t batchRecords = 64;
constexpr qsizetype batchCharacters = 1 << 18;
constexpr size_t waitingOfAFile = 16;
constexpr size_t waitingInAll = 32; // before a further file is begun

qsizetype charactersOf(const ReadRecord &record)
{
    const auto *article = std::get_if<ReadArticle>(&record.value);
    return article ? article->text.size() : 200;
}

/// "EN" as "en", "de_AT" as "de-AT": one tag for one language, so that a filter finds all its articles. What is no tag stays.
QString canonicalLanguage(const QString &stated)
{
    static const QRegularExpression tag(u"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\\d{3}))?$"_s);
    const auto match = tag.match(stated);
    if (!match.hasMatch())
        return stated;
    QString canonical = match.captured(1).toLower();
    if (const QString script = match.captured(2).toLower(); !script.isEmpty())
        canonical += u'-' + script.front().toUpper() + script.sliced(1);
    if (!match.captured(3).isEmpty())
        canonical += u'-' + match.captured(3).toUpper();
    return canonical;
}

/// What is found alike in articles of every format, where the source does not state it.
void addWhatTheTextTells(ReadArticle &read, const ReadOptions &options)
{
    const auto byline = std::ranges::find(read.zones, ZoneKind::Byline, &Zone::kind);
    if (read.article.authors.isEmpty() && !read.zonesStated && byline != read.zones.end()) {
        const Utf16Range range = TextPositions(read.text).toUtf16(byline->range);
        read.article.authors = authorsIn(read.text.sliced(range.begin, range.length()));
    }
    if (options.dates != DateOrder::Unknown)
        read.article.published = isoDateWritten(read.article.published, options.dates).value_or(read.article.published);
    read.article.language = canonicalLanguage(read.article.language);
    if (read.article.language.isEmpty())
        read.article.language = detectedLanguage(read.text);
    if (!read.zonesStated) {
        std::ranges::move(quotedPassages(read.text, read.zones), std::back_inserter(read.zones));
        std::ranges::stable_sort(read.zones, {}, [](const Zone &zone) { return std::tuple(zone.range.begin, -zone.range.end); });
    }
}

/// U+EE80 stands for the byte 80, in a range that no font and no standard gives a meaning.
constexpr char16_t firstStrayByte = 0xEE80;

bool openPath(QFile &file, const QString &path)
{
#ifdef Q_OS_UNIX
    if (const QByteArray bytes = bytesOfPath(path); !bytes.isValidUtf8()) {
        const int handle = ::open(bytes.constData(), O_RDONLY | O_CLOEXEC);
        return handle >= 0 && file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    }
#endif
    file.setFileName(path);
    return file.open(QIODevice::ReadOnly);
}

qint64 sizeOf(const QString &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(bytesOfPath(path).toStdString(), error);
    return error ? 0 : qint64(size);
}

/// With the library of the language: Qt's listing ends at the first name that is no UTF-8.
void listFolder(const std::filesystem::path &folder, QStringList &files)
{
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const QString path = pathFromBytes(entry->path().string());
        std::error_code none;
        if (name.starts_with('.'))
            continue;
        if (entry->is_directory(none) && !entry->is_symlink(none) && !name.ends_with(".galley.backups"))
            listFolder(entry->path(), files);
        else if (entry->is_regular_file(none) && !name.ends_with(".galley") && !isKeptBeside(path))
            files.append(path);
    }
    if (error)
        files.append(pathFromBytes(folder.string()));
}

/// False when the reading is to stop.
using Send = std::function<bool(ReadBatch)>;

/// Reads one file and sends its batches, the last of them with `end`.
void read(const ReadingPool::Job &job, const Send &send, std::atomic<qint64> &bytesRead)
{
    ReadBatch batch{job.file, job.reader, {}, true, false, {}, {}};
    const auto refuse = [&](Error why) {
        batch.end = true;
        batch.error = std::move(why);
        send(std::move(batch));
    };
    if (isOpenHere(job.file))
        return refuse({QCoreApplication::translate("Import", "It belongs to the project that is open; there is nothing to bring in from it."), {}});
    QFile file;
    if (!openPath(file, job.file))
        return refuse({QCoreApplication::translate("Import", "The file cannot be read: %1.").arg(file.errorString()), {}});
    if (!batch.reader) {
        const auto found = sourceReaderFor(file.peek(1 << 16), job.file);
        if (!found)
            return refuse(found.error());
        batch.reader = *found;
    }
    const Reader &reader = *batch.reader;
    qsizetype characters = 0;
    qint64 told = 0;
    const auto tell = [&](qint64 position) { bytesRead += position - std::exchange(told, position); };
    auto info = reader.read(file, job.file, job.options, [&](ReadRecord record) {
        if (auto *article = std::get_if<ReadArticle>(&record.value))
            addWhatTheTextTells(*article, job.options);
        characters += charactersOf(record);
        batch.records.push_back(std::move(record));
        if (batch.records.size() < batchRecords && characters < batchCharacters)
            return true;
        characters = 0;
        tell(file.pos());
        return send(std::exchange(batch, ReadBatch{job.file, &reader, {}, false, false, {}, {}}));
    });
    tell(file.size());
    if (info)
        batch.info = std::move(*info);
    else
        batch.error = info.error();
    batch.end = true;
    send(std::move(batch));
}

} // namespace

struct ReadingPool::Private
{
    std::vector<Job> jobs;
    qint64 bytesInAll = 0;
    std::atomic<qint64> bytesRead = 0;

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::map<size_t, std::deque<ReadBatch>> waiting; ///< by job, of those that are begun and not handed over
    size_t waitingBatches = 0;
    size_t begun = 0; ///< jobs
    size_t taken = 0; ///< jobs of which all was handed over

    std::vector<std::jthread> threads; // last: they stop before what they use goes

    /// The next job; nothing where all are begun or the reading is to stop.
    std::optional<size_t> begin(std::stop_token stop)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, stop, [this] { return waitingBatches < waitingInAll; });
        if (stop.stop_requested() || begun == jobs.size())
            return std::nullopt;
        return begun++;
    }

    /// False when the reading is to stop.
    bool push(std::stop_token stop, size_t job, ReadBatch batch)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, stop, [&] { return waiting[job].size() < waitingOfAFile; });
        if (stop.stop_requested())
            return false;
        waiting[job].push_back(std::move(batch));
        ++waitingBatches;
        changed.notify_all();
        return true;
    }

    /// With `mutex` locked.
    bool isReady() const
    {
        const auto next = waiting.find(taken);
        return taken == jobs.size() || (next != waiting.end() && !next->second.empty());
    }

    void run(std::stop_token stop)
    {
        while (const auto job = begin(stop)) {
            const auto send = [&](ReadBatch batch) { return push(stop, *job, std::move(batch)); };
            read(jobs[*job], send, bytesRead);
        }
    }
};

ReadingPool::ReadingPool(std::vector<Job> jobs, int threads)
    : d(std::make_unique<Private>())
{
    d->jobs = std::move(jobs);
    for (const Job &job : d->jobs)
        d->bytesInAll += sizeOf(job.file);
    const size_t wanted = size_t(threads > 0 ? threads : QThread::idealThreadCount());
    for (size_t count = std::min(wanted, d->jobs.size()); count > 0; --count)
        d->threads.emplace_back([this](std::stop_token stop) { d->run(stop); });
}

ReadingPool::~ReadingPool()
{
    for (std::jthread &thread : d->threads)
        thread.request_stop(); // all, before the first is waited for
}

std::optional<ReadBatch> ReadingPool::next()
{
    std::unique_lock lock(d->mutex);
    d->changed.wait(lock, [this] { return d->isReady(); });
    if (d->taken == d->jobs.size())
        return std::nullopt;
    std::deque<ReadBatch> &waiting = d->waiting[d->taken];
    ReadBatch batch = std::move(waiting.front());
    waiting.pop_front();
    --d->waitingBatches;
    if (batch.end)
        d->waiting.erase(d->taken++);
    d->changed.notify_all();
    return batch;
}

std::optional<ReadBatch> ReadingPool::poll()
{
    {
        const std::scoped_lock lock(d->mutex);
        if (!d->isReady())
            return std::nullopt;
    }
    return next();
}

bool ReadingPool::atEnd() const
{
    const std::scoped_lock lock(d->mutex);
    return d->taken == d->jobs.size();
}

qint64 ReadingPool::bytesRead() const
{
    return d->bytesRead;
}

qint64 ReadingPool::bytesInAll() const
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

QString pathFromBytes(QByteArrayView path)
{
    QString result;
    for (qsizetype at = 0; at < path.size();) {
        qsizetype length = std::min<qsizetype>(4, path.size() - at);
        while (length > 1 && !path.sliced(at, length).isValidUtf8())
            --length;
        const QByteArrayView piece = path.sliced(at, length);
        result += piece.isValidUtf8() ? QString::fromUtf8(piece) : QString(QChar(char16_t(firstStrayByte + (uchar(piece[0]) & 0x7F))));
        at += length;
    }
    return result;
}

QByteArray bytesOfPath(QStringView path)
{
    QByteArray result;
    for (qsizetype at = 0; at < path.size();) {
        const char16_t unit = path[at].unicode();
        const bool stray = unit >= firstStrayByte && unit < firstStrayByte + 0x80;
        const qsizetype length = path[at].isHighSurrogate() && at + 1 < path.size() ? 2 : 1;
        result += stray ? QByteArray(1, char(unit - firstStrayByte + 0x80)) : path.sliced(at, length).toUtf8();
        at += length;
    }
    return result;
}

QStringList filesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        std::error_code error;
        if (!std::filesystem::is_directory(bytesOfPath(path).toStdString(), error)) {
            files.append(path);
            continue;
        }
        QStringList below;
        listFolder(bytesOfPath(path).toStdString(), below);
        below.sort();
        files.append(below);
    }
    return files;
}

} // namespace galley
