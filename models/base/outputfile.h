// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSaveFile>

namespace galley {

/// A file that is written whole or not at all, where it is a file or becomes one. What is there as something else, a pipe or a
/// device, is written into: to put a file in its place would take it away from who waits at its other end.
class OutputFile
{
public:
    explicit OutputFile(const QString &path);

    bool open();
    QFileDevice &device() { return m_direct ? static_cast<QFileDevice &>(m_other) : m_file; }
    bool write(QByteArrayView bytes) { return device().write(bytes.data(), bytes.size()) == bytes.size(); }
    bool commit();
    QString errorString() { return device().errorString(); }

private:
    bool m_direct;
    QSaveFile m_file;
    QFile m_other;
};

} // namespace galley
