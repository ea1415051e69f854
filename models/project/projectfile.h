// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <domain/rows.h>
#include <store/codebookstates.h>
#include <store/packet.h>
#include <store/projectstore.h>

#include <optional>
#include <vector>

namespace galley {

class Project;

/// An open project for work on other threads: a value that is taken there. Each call has a connection of its own and leaves
/// the writing to the project.
class ProjectFile
{
public:
    explicit ProjectFile(const Project &project);

    const QString &path() const { return m_path; }
    Result<ProjectStore> open() const; ///< for reading

    /// The whole project as it is now, checked, as one file: nothing of it waits in a file beside it. Replaces what has that name.
    Result<> saveCopy(const QString &path) const;
    Result<PacketCounts> writePacket(const QString &packet, CoderId coder) const; ///< see store/packet.h
    Result<std::optional<QString>> backUpIfChanged() const; ///< the backup's path; nullopt: nothing was done since the newest
    Result<std::vector<CodebookState>> codebookStates() const; ///< see store/codebookstates.h
    Result<std::vector<Problem>> quickCheck() const;        ///< of the structure of the whole file

private:
    QString m_path;
};

} // namespace galley
