// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connecting.h"

#include "failure.h"
#include "schema.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

void configure(sql::Connection &connection)
{
    const auto set = [&](int option, int value) { sqlite3_db_config(connection.handle(), option, value, nullptr); };
    set(SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    set(SQLITE_DBCONFIG_DQS_DML, 0);
    set(SQLITE_DBCONFIG_DQS_DDL, 0);
    // Memory mapping would turn a file cut off while it is open into a crash.
    connection.run("PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384");
}

std::unique_ptr<sql::Connection> connected(const std::string &file, int flags, int busyTimeout)
{
    auto connection = std::make_unique<sql::Connection>(file, flags | SQLITE_OPEN_NOMUTEX, busyTimeout);
    configure(*connection);
    connection->number("SELECT count(*) FROM sqlite_schema"); // opening alone reads nothing
    return connection;
}

bool hasContent(const QString &path)
{
    return QFileInfo(path).size() > 0;
}

std::string immutableUri(const QString &path)
{
    return "file:" + QUrl::toPercentEncoding(path, "/").toStdString() + "?immutable=1";
}

void refuseByItsHead(const QString &path, const QFileInfo &info)
{
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        throw Failure(Store::tr("The file “%1” cannot be read: its permissions do not allow it.").arg(path), file.errorString());
    if (file.size() == 0)
        throw Failure(Store::tr("The file “%1” is empty; it is not a Galley project.").arg(path));
    const QByteArray head = file.read(100);
    if (!head.startsWith(QByteArray("SQLite format 3", 16).left(std::min<qsizetype>(head.size(), 16))))
        throw Failure(Store::tr("“%1” is not a Galley project.").arg(path));
    if (head.size() < 100)
        throw Failure(Store::tr("The project file “%1” is cut off. The folder of backups beside it, if there is one, holds earlier states.").arg(path));
    const auto number = [&](qsizetype at) { return qFromBigEndian<quint32>(head.constData() + at); };
    if (int(number(68)) != applicationId)
        throw Failure(Store::tr("“%1” belongs to another program; it is a database, but not a Galley project.").arg(path));
    const quint16 pageSize = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 stated = qint64(number(28)) * (pageSize == 1 ? 65536 : pageSize);
    const bool statedIsValid = number(24) == number(92) && !hasContent(path + u"-wal"_s) && !hasContent(path + u"-journal"_s);
    if (statedIsValid && file.size() < stated) {
        throw Failure(Store::tr("The project file “%1” is cut off: %2 of %3 bytes are there. The folder of backups beside it, if there is one, holds "
                                "earlier states.").arg(path).arg(file.size()).arg(stated));
    }
}

} // namespace

std::unique_ptr<sql::Connection> connectTo(const QString &path, Access access, int busyTimeout)
{
    const std::string file = path.toStdString();
    if (access == Access::Write)
        return connected(file, SQLITE_OPEN_READWRITE, busyTimeout);
    const QFileInfo info(path);
    if (info.isWritable() && QFileInfo(info.absolutePath()).isWritable()) {
        // A connection that may write takes its log away when it closes; one opened read only would leave it lying about.
        auto connection = connected(file, SQLITE_OPEN_READWRITE, busyTimeout);
        connection->run("PRAGMA query_only = ON");
        return connection;
    }
    try {
        return connected(file, SQLITE_OPEN_READONLY, busyTimeout);
    } catch (const SQLite::Exception &) {
        if (hasContent(path + u"-wal"_s) || hasContent(path + u"-journal"_s)) {
            throw Failure(Store::tr("“%1” was not closed properly and lies where nothing can be written. Copy it, with the files "
                                    "beside it, to a folder that can be written and open it there.").arg(path));
        }
        return connected(immutableUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, busyTimeout);
    }
}

void makeDurable(sql::Connection &connection, StorageKind kind)
{
    const QString wanted = kind == StorageKind::Local ? u"wal"_s : u"delete"_s;
    if (connection.word("PRAGMA journal_mode") != wanted)
        connection.run(kind == StorageKind::Local ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
    connection.run("PRAGMA synchronous = FULL");
}

void requireSoundStructure(sql::Connection &connection)
{
    const QString found = connection.word("PRAGMA quick_check(1)");
    if (found != "ok"_L1)
        throw Failure(Store::tr("The project file is damaged. The folder of backups beside it, if there is one, holds earlier states."), found);
}

void refuseWhatIsNoProject(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw Failure(Store::tr("There is no file “%1”.").arg(path));
    if (info.isDir())
        throw Failure(Store::tr("“%1” is a folder, not a project file.").arg(path));
    sql::Presence::whereThereIsNone(path.toStdString(), [&] { refuseByItsHead(path, info); }); // it was looked at when it was opened
}

} // namespace galley
