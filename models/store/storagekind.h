// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace galley {

/// Where a file lies decides how it may be written: a write-ahead log needs shared memory, which network file systems
/// do not give, and a synchroniser that copies file and log at different times would tear them apart.
enum class StorageKind { Local, Network, Synced };

/// By the names of the folders on the way and the file system's type ("ext4", "nfs4", "fuse.sshfs").
StorageKind storageKind(const QString &path, const QByteArray &fileSystemType);

/// Asks the system for the type.
StorageKind storageKind(const QString &path);

} // namespace galley
