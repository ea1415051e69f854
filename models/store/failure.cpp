// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "failure.h"

#include <sqlite3.h>

namespace galley {

namespace {

QString messageFor(int code, int extended)
{
    switch (code) {
    case SQLITE_FULL:
        return Store::tr("There is no space left to write the project. Nothing was changed; free some space and try again.");
    case SQLITE_IOERR:
        if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_FSYNC || extended == SQLITE_IOERR_TRUNCATE)
            return Store::tr("The project could not be written: the disk or the network folder refused it. Nothing was changed.");
        return Store::tr("The project could not be read or written: the disk or the network folder failed.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Store::tr("The project file is damaged. The folder of backups beside it, if there is one, holds earlier states.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Store::tr("Another program is writing to the project file. Close it there and try again.");
    case SQLITE_READONLY:
        return Store::tr("The project file can only be read: its permissions or its folder do not allow changes.");
    case SQLITE_CANTOPEN:
        return Store::tr("The project file could not be opened.");
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Store::tr("The project file may not be opened: its permissions do not allow it.");
    case SQLITE_CONSTRAINT:
        return Store::tr("The change breaks a rule of the project file and was refused. Nothing was changed.");
    case SQLITE_TOOBIG:
        return Store::tr("A text is too large for a project file.");
    case SQLITE_NOMEM:
        return Store::tr("There is not enough memory.");
    default:
        return Store::tr("The project file could not be read or written.");
    }
}

} // namespace

Error errorFrom(const SQLite::Exception &exception)
{
    const int code = exception.getErrorCode() & 0xff;
    return {messageFor(code, exception.getExtendedErrorCode()), QString::fromUtf8(exception.what()), ErrorKind::Project};
}

Error errorFrom(const std::exception &exception)
{
    return {Store::tr("The project file could not be read or written."), QString::fromUtf8(exception.what()), ErrorKind::Project};
}

} // namespace galley
