// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectfile.h"

#include "project.h"

#include <store/backup.h>

namespace galley {

ProjectFile::ProjectFile(const Project &project)
    : m_path(project.store().path())
{
}

Result<ProjectStore> ProjectFile::open() const
{
    return ProjectStore::open(m_path, ProjectStore::Mode::ReadOnly);
}

Result<> ProjectFile::saveCopy(const QString &path) const
{
    return galley::saveCopy(m_path, path);
}

Result<PacketCounts> ProjectFile::writePacket(const QString &packet, CoderId coder) const
{
    return galley::writePacket(m_path, packet, coder);
}

Result<std::optional<QString>> ProjectFile::backUpIfChanged() const
{
    return galley::backUpIfChanged(m_path);
}

Result<std::vector<CodebookState>> ProjectFile::codebookStates() const
{
    return galley::codebookStates(m_path);
}

Result<std::vector<Problem>> ProjectFile::quickCheck() const
{
    return galley::quickCheck(m_path);
}

} // namespace galley
