// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputfile.h"

#include <QFileInfo>

namespace galley {

OutputFile::OutputFile(const QString &path)
    : m_direct(QFileInfo(path).exists() && !QFileInfo(path).isFile() && !QFileInfo(path).isDir())
    , m_file(path)
    , m_other(path)
{
}

bool OutputFile::open()
{
    return device().open(QIODevice::WriteOnly);
}

bool OutputFile::commit()
{
    if (!m_direct)
        return m_file.commit();
    const bool written = m_other.flush() && m_other.error() == QFileDevice::NoError;
    m_other.close();
    return written && m_other.error() == QFileDevice::NoError;
}

} // namespace galley
