// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstring>

/// A disk that fails when told to: SQLite's own file system with writes that can be refused.
namespace galley::failingdisk {

inline int writesLeft = -1; ///< -1: any number
inline int failure = SQLITE_FULL;

struct File
{
    sqlite3_file base;
    sqlite3_io_methods methods;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

inline File *ours(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
inline sqlite3_file *real(sqlite3_file *file) { return ours(file)->real(); }

inline bool refuses()
{
    if (writesLeft < 0)
        return false;
    return writesLeft == 0 || --writesLeft < 0;
}

inline int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    return refuses() ? failure : real(file)->pMethods->xWrite(real(file), data, size, at);
}

inline int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *system = static_cast<sqlite3_vfs *>(vfs->pAppData);
    std::memset(file, 0, size_t(vfs->szOsFile));
    const int status = system->xOpen(system, name, real(file), flags, outFlags);
    if (!real(file)->pMethods)
        return status;
    sqlite3_io_methods &methods = ours(file)->methods;
    methods.iVersion = 2; // with shared memory, without mapping
    methods.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
    methods.xRead = [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, size, at); };
    methods.xWrite = write;
    methods.xTruncate = [](sqlite3_file *f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); };
    methods.xSync = [](sqlite3_file *f, int how) { return real(f)->pMethods->xSync(real(f), how); };
    methods.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); };
    methods.xLock = [](sqlite3_file *f, int how) { return real(f)->pMethods->xLock(real(f), how); };
    methods.xUnlock = [](sqlite3_file *f, int how) { return real(f)->pMethods->xUnlock(real(f), how); };
    methods.xCheckReservedLock = [](sqlite3_file *f, int *is) { return real(f)->pMethods->xCheckReservedLock(real(f), is); };
    methods.xFileControl = [](sqlite3_file *f, int what, void *with) { return real(f)->pMethods->xFileControl(real(f), what, with); };
    methods.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
    methods.xDeviceCharacteristics = [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
    methods.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
    };
    methods.xShmLock = [](sqlite3_file *f, int from, int n, int how) { return real(f)->pMethods->xShmLock(real(f), from, n, how); };
    methods.xShmBarrier = [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); };
    methods.xShmUnmap = [](sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
    ours(file)->base.pMethods = &methods;
    return status;
}

/// Every connection opened from now on uses it.
inline void install()
{
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
    vfs.pAppData = sqlite3_vfs_find(nullptr);
    vfs.zName = "failing-disk";
    vfs.szOsFile += int(sizeof(File));
    vfs.xOpen = open;
    sqlite3_vfs_register(&vfs, 1);
}

} // namespace galley::failingdisk
