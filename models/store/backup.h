// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <domain/rows.h>

#include <QStringList>

#include <optional>
#include <vector>

/// For background tasks: each opens its own connection and may run while the project is being written elsewhere.
namespace galley {

/// Copies the project into the folder of backups beside it, checks the copy, and keeps the newest `keep` of them.
/// The copy's path; nullopt where nothing was done since the newest backup. On a network or synced folder
/// writing has to wait while the copy is made.
Result<std::optional<QString>> backUpIfChanged(const QString &path, int keep = 5);

/// A backup that stays until the user removes it, under a name that says what it was made for: "NAME.LABEL.TIME.galley".
Result<QString> backUpAs(const QString &path, const QString &label);

/// The whole project as one file of that name, checked; replaces what is there once the copy is sound.
Result<> saveCopy(const QString &path, const QString &copy);

QString backupFolder(const QString &path); ///< "NAME.galley.backups"
QStringList backupsOf(const QString &path); ///< paths of the rolling ones, newest first

/// The structure of the whole file (seconds for a gigabyte); what open() does by itself only for small files.
Result<std::vector<Problem>> quickCheck(const QString &path);

} // namespace galley
