// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

#include <functional>

namespace galley {

/// A file that is there whole or not at all, and takes no more once nobody waits for it.
class StoppableFile : public QSaveFile
{
public:
    StoppableFile(const QString &path, std::function<bool()> goOn)
        : QSaveFile(path)
        , m_goOn(std::move(goOn))
    {
    }

protected:
    qint64 writeData(const char *data, qint64 length) override { return m_goOn() ? QSaveFile::writeData(data, length) : -1; }

private:
    std::function<bool()> m_goOn;
};

} // namespace galley
