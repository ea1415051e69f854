// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"

#include "connecting.h"
#include "failure.h"
#include "schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 5000; // milliseconds

/// What a copy must share with its original.
struct Fingerprint
{
    qint64 version = 0;
    QString lastOperation; ///< its uuid
    qint64 articles = 0;
    qint64 annotations = 0;

    bool operator==(const Fingerprint &) const = default;
};

QString lastOperationIn(sql::Connection &connection)
{
    return connection.word("SELECT uuid FROM operation ORDER BY id DESC LIMIT 1");
}

Fingerprint fingerprintOf(sql::Connection &connection)
{
    return {connection.number("PRAGMA user_version"), lastOperationIn(connection), connection.number("SELECT count(*) FROM article"),
            connection.number("SELECT count(*) FROM annotation")};
}

QString lastOperationIn(const QString &path)
{
    return attempt([&] {
               refuseWhatIsNoProject(path);
               return lastOperationIn(*connectTo(path, Access::Read, patience));
           })
        .value_or(u"unreadable"_s);
}

void check(const QString &copy, const Fingerprint &original)
{
    refuseWhatIsNoProject(copy);
    const auto connection = connectTo(copy, Access::Read, patience);
    requireSoundStructure(*connection);
    if (fingerprintOf(*connection) != original)
        throw Failure(Store::tr("The backup “%1” is not what it was made of.").arg(copy));
}

QString named(const QString &path, const QString &label)
{
    const QString stem = QFileInfo(path).completeBaseName();
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    return backupFolder(path) + u'/' + stem + (label.isEmpty() ? QString() : u'.' + label) + u'.' + time + u".galley"_s;
}

void removeWhatWasInterrupted(const QString &path)
{
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QDir folder(backupFolder(path));
    const QFileInfoList partial = folder.entryInfoList({u"*.partial"_s}, QDir::Files);
    for (const QFileInfo &file : partial) {
        if (file.lastModified() < longAgo)
            QFile::remove(file.filePath());
    }
}

/// Makes the file `partial`, which is sound and holds everything, or nothing.
void makeCopy(sql::Connection &original, const QString &partial)
{
    QFile::remove(partial);
    try {
        original.run("BEGIN");
        const Fingerprint before = fingerprintOf(original);
        original.run("COMMIT");
        original.run("PRAGMA query_only = OFF"); // it counts the copy as a write
        original.prepare("VACUUM INTO ?1").with(partial).run();
        if (fingerprintOf(original) == before) // or it was written meanwhile; then the copy has either state
            check(partial, before);
        else
            requireSoundStructure(*connectTo(partial, Access::Read, patience));
    } catch (...) {
        QFile::remove(partial);
        throw;
    }
}

QString copied(sql::Connection &original, const QString &path, const QString &label)
{
    const QString folder = backupFolder(path);
    if (!QDir().mkpath(folder))
        throw Failure(Store::tr("The folder of backups “%1” could not be made.").arg(folder));
    const QString copy = named(path, label);
    const QString partial = copy + u".partial"_s;
    makeCopy(original, partial);
    if (!QFile::rename(partial, copy)) {
        QFile::remove(partial);
        throw Failure(Store::tr("The backup “%1” could not be kept.").arg(copy));
    }
    return copy;
}

} // namespace

QString backupFolder(const QString &path)
{
    return QFileInfo(path).absoluteFilePath() + u".backups"_s;
}

QStringList backupsOf(const QString &path)
{
    const QString stem = QRegularExpression::escape(QFileInfo(path).completeBaseName());
    const QRegularExpression rolling(u"^"_s + stem + u"\\.\\d{8}-\\d{6}-\\d{3}\\.galley$"_s);
    const QDir folder(backupFolder(path));
    QStringList paths;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (rolling.match(name).hasMatch())
            paths += folder.filePath(name);
    }
    return paths;
}

Result<std::optional<QString>> backUpIfChanged(const QString &path, int keep)
{
    return attempt([&]() -> std::optional<QString> {
        refuseWhatIsNoProject(path);
        const auto original = connectTo(path, Access::Read, patience);
        removeWhatWasInterrupted(path);
        const QStringList before = backupsOf(path);
        if (!before.isEmpty() && lastOperationIn(before.front()) == lastOperationIn(*original))
            return std::nullopt;
        const QString copy = copied(*original, path, {});
        const QStringList all = backupsOf(path);
        for (qsizetype at = std::max(keep, 1); at < all.size(); ++at)
            QFile::remove(all[at]);
        return copy;
    });
}

Result<QString> backUpAs(const QString &path, const QString &label)
{
    return attempt([&] { return copied(*connectTo(path, Access::Read, patience), path, label); });
}

Result<> saveCopy(const QString &path, const QString &copy)
{
    return attempt([&] {
        if (QFileInfo(copy).absoluteFilePath() == QFileInfo(path).absoluteFilePath()
            || (QFileInfo::exists(copy) && QFileInfo(copy).canonicalFilePath() == QFileInfo(path).canonicalFilePath()))
            throw Failure(Store::tr("A copy needs another name than the project itself."));
        for (const QString &beside : {copy + u"-wal"_s, copy + u"-journal"_s}) {
            if (QFileInfo::exists(beside)) // SQLite would play it into the copy
                throw Failure(Store::tr("“%1” is open elsewhere; the copy needs another name.").arg(copy));
        }
        const QString partial = copy + u".partial"_s;
        makeCopy(*connectTo(path, Access::Read, patience), partial);
        std::error_code failed; // unlike Qt's it replaces what is there, in one step
        std::filesystem::rename(partial.toStdU16String(), copy.toStdU16String(), failed);
        if (failed) {
            QFile::remove(partial);
            throw Failure(Store::tr("The copy “%1” could not be kept.").arg(copy));
        }
    });
}

Result<std::vector<Problem>> quickCheck(const QString &path)
{
    return attempt([&] {
        refuseWhatIsNoProject(path);
        const auto connection = connectTo(path, Access::Read, patience);
        std::vector<Problem> problems;
        sql::Statement rows = connection->prepare("PRAGMA quick_check");
        while (rows.step()) {
            if (rows.utf8(0) != "ok")
                problems.push_back({Store::tr("structure"), rows.text(0)});
        }
        return problems;
    });
}

} // namespace galley
