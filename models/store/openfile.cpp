// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openfile.h"

#include "backup.h"
#include "connecting.h"
#include "failure.h"

#include <QDir>
#include <QFileInfo>

#include <SQLiteCpp/Transaction.h>

#include <sqlite3.h>


namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// The lock of a writer that was killed on this computer is taken over; one of another computer has to be removed by hand.
std::unique_ptr<QLockFile> lockedForWriting(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError) {
        throw Failure(Store::tr("The project can only be read: nothing can be written in the folder “%1”.")
                          .arg(QFileInfo(file).absolutePath()));
    }
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock->getLockInfo(&process, &host, &program))
        throw Failure(Store::tr("The project is open for writing elsewhere. Close it there first, or open it for reading."));
    throw Failure(Store::tr("The project is open for writing in %1 (process %2 on %3). Close it there first, or open it for reading.")
                      .arg(program.isEmpty() ? Store::tr("another program") : program).arg(process).arg(host));
}

void refuseWhatCannotBeWritten(const QString &path)
{
    if (!QFileInfo(path).isWritable()) // it is not opened to see: that would take locks off it (sql::Presence)
        throw Failure(Store::tr("The project file “%1” can only be read: its permissions do not allow changes.").arg(path));
}

const SchemaRows &expectedSchemaOfThisVersion()
{
    static const SchemaRows expected = expectedSchema(migrations().back().version, migrations());
    return expected;
}

void requireSchema(sql::Connection &connection, int version, std::span<const Migration> steps)
{
    const bool ours = steps.data() == migrations().data() && version == steps.back().version;
    const SchemaRows found = schemaOf(connection, !isRebuilt(version, steps));
    if (found != (ours ? expectedSchemaOfThisVersion() : expectedSchema(version, steps))) {
        throw Failure(Store::tr("The project file has been altered by another program: its tables are not those of a Galley project. "
                                "The folder of backups beside it, if there is one, holds earlier states."));
    }
}

[[noreturn]] void refuseNewer(sql::Connection &connection, int version, int known)
{
    const QString writer = attempt([&] { return connection.word("SELECT value FROM meta WHERE key = 'galley'"); }).value_or(QString());
    const QString message
        = Store::tr("The project needs a newer Galley: its file is of version %1, this Galley knows up to version %2.").arg(version).arg(known);
    throw Failure(writer.isEmpty() ? message : message + u' ' + Store::tr("It was made with Galley %1.").arg(writer));
}

void bringUp(sql::Connection &connection, const QString &path, int version, std::span<const Migration> steps)
{
    required(backUpAs(path, u"version-%1"_s.arg(version)));
    connection.run("PRAGMA foreign_keys = OFF"); // so that a step can rebuild a table
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    migrate(connection, version, steps);
    if (sql::Statement broken = connection.prepare("PRAGMA foreign_key_check"); broken.step()) {
        throw Failure(Store::tr("The project could not be brought up to version %1; it was left as it is.").arg(steps.back().version),
                      u"%1 %2: %3"_s.arg(broken.text(0)).arg(broken.integer(1)).arg(broken.text(2)));
    }
    transaction.commit();
    connection.run("PRAGMA foreign_keys = ON");
}

} // namespace

OpenFile openFile(const QString &path, ProjectStore::Mode mode, const OpenOptions &options)
{
    refuseWhatIsNoProject(path);
    const bool write = mode == ProjectStore::Mode::ReadWrite;
    OpenFile opened{QFileInfo(path).absoluteFilePath(), QFileInfo(path).canonicalFilePath(), nullptr, nullptr};
    if (write) {
        refuseWhatCannotBeWritten(opened.file);
        opened.lock = lockedForWriting(opened.file);
    }
    opened.connection = connectTo(opened.file, write ? Access::Write : Access::Read, options.busyTimeout);
    sql::Connection &connection = *opened.connection;

    const int version = int(connection.number("PRAGMA user_version"));
    const int newest = options.steps.back().version;
    if (version > newest)
        refuseNewer(connection, version, newest);
    if (version < 1)
        throw Failure(Store::tr("The project file is damaged: it does not say its version."));
    requireSchema(connection, version, options.steps);
    if (QFileInfo(opened.file).size() <= options.checkedAtOnce)
        requireSoundStructure(connection);
    if (write)
        makeDurable(connection, storageKind(opened.file));
    if (version == newest)
        return opened;
    if (!write)
        throw Failure(Store::tr("The project is of an older version (%1). Open it for writing once; it is then brought up to version %2.")
                          .arg(version).arg(newest));
    bringUp(connection, opened.file, version, options.steps);
    requireSchema(connection, newest, options.steps);
    return opened;
}

void createFile(const QString &path, const std::function<void(sql::Connection &)> &fill, const OpenOptions &options)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        throw Failure(Store::tr("There is already a file “%1”.").arg(path));
    if (!QFileInfo(info.absolutePath()).isDir())
        throw Failure(Store::tr("There is no folder “%1”.").arg(info.absolutePath()));
    const QString partial = info.absoluteFilePath() + u".partial"_s;
    const auto lock = lockedForWriting(info.absoluteFilePath());
    QFile::remove(partial);
    try {
        sql::Connection connection(partial.toStdString(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, 0);
        connection.run(("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA application_id = " + std::to_string(applicationId)).c_str());
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        migrate(connection, 0, options.steps);
        fill(connection);
        transaction.commit();
    } catch (...) {
        QFile::remove(partial);
        QFile::remove(partial + u"-journal"_s);
        throw;
    }
    if (!QFile::rename(partial, info.absoluteFilePath())) {
        QFile::remove(partial);
        throw Failure(Store::tr("The project file “%1” could not be made.").arg(path));
    }
}

} // namespace galley
