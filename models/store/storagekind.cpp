// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekind.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array networkTypes{"nfs"_L1,         "nfs4"_L1,      "cifs"_L1,       "smb"_L1,         "smb2"_L1,
                                  "smb3"_L1,        "smbfs"_L1,     "9p"_L1,         "afs"_L1,         "ncpfs"_L1,
                                  "davfs"_L1,       "fuse.davfs"_L1, "fuse.davfs2"_L1, "fuse.sshfs"_L1, "fuse.rclone"_L1,
                                  "fuse.smbnetfs"_L1, "fuse.gvfsd-fuse"_L1, "fuse.glusterfs"_L1, "fuse.ceph-fuse"_L1, "fuse.s3fs"_L1,
                                  "fuse.kio-fuse"_L1, "ceph"_L1,    "lustre"_L1,     "gfs2"_L1,        "ocfs2"_L1,
                                  "vboxsf"_L1,      "fuse.vmhgfs-fuse"_L1, "drvfs"_L1, "webdav"_L1};

/// Folders that a synchroniser keeps; "OneDrive - Firm" and "Google Drive (me)" begin with theirs.
constexpr std::array syncedNames{"Dropbox"_L1,  "OneDrive"_L1,    "Google Drive"_L1, "GoogleDrive"_L1,      "Nextcloud"_L1,
                                 "ownCloud"_L1, "iCloud"_L1,      "iCloudDrive"_L1,  "Mobile Documents"_L1, "pCloudDrive"_L1,
                                 "Box Sync"_L1, "Seafile"_L1,     ".sync"_L1};

bool isSynced(QStringView folder)
{
    return std::ranges::any_of(syncedNames, [=](QLatin1StringView name) {
        if (!folder.startsWith(name, Qt::CaseInsensitive))
            return false;
        return folder.size() == name.size() || !folder[name.size()].isLetterOrNumber();
    });
}

} // namespace

StorageKind storageKind(const QString &path, const QByteArray &fileSystemType)
{
    const QLatin1StringView type(fileSystemType);
    if (std::ranges::any_of(networkTypes, [=](QLatin1StringView known) { return type.compare(known, Qt::CaseInsensitive) == 0; }))
        return StorageKind::Network;
    if (path.startsWith("//"_L1) || path.startsWith("\\\\"_L1))
        return StorageKind::Network;
    QList<QStringView> folders = QStringView(path).split(u'/', Qt::SkipEmptyParts);
    if (!folders.isEmpty())
        folders.removeLast();
    return std::ranges::any_of(folders, isSynced) ? StorageKind::Synced : StorageKind::Local;
}

StorageKind storageKind(const QString &path)
{
    const QFileInfo file(path);
    return storageKind(file.absoluteFilePath(), QStorageInfo(file.absolutePath()).fileSystemType());
}

} // namespace galley
