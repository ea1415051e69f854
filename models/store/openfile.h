// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema.h"
#include "sql.h"

#include <store/projectstore.h>

#include <QLockFile>

#include <functional>
#include <memory>

namespace galley {

struct OpenOptions
{
    std::span<const Migration> steps = migrations(); ///< tests bring their own
    int busyTimeout = 3000;                           ///< milliseconds to wait for a foreign transaction
    qint64 checkedAtOnce = 24 << 20;                  ///< files up to this size have their whole structure checked
};

struct OpenFile
{
    QString path; ///< as the user named it, absolute
    QString file; ///< what it leads to
    std::unique_ptr<QLockFile> lock; ///< of the one writer
    std::unique_ptr<sql::Connection> connection;
};

/// Everything that has to hold before the first row is read; throws Failure with what does not.
OpenFile openFile(const QString &path, ProjectStore::Mode mode, const OpenOptions &options = {});

/// Makes a file that appears under its name only when it is complete.
void createFile(const QString &path, const std::function<void(sql::Connection &)> &fill, const OpenOptions &options = {});

} // namespace galley
