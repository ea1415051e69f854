// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/error.h>
#include <project/projectfile.h>

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

namespace galley {

class Desk;
class ProgressLine;
class Workspace;

/// Packets go out: a file for each coder, in a folder, written on another thread while work goes on.
class PacketController : public QObject
{
    Q_OBJECT

public:
    explicit PacketController(Desk &desk);
    ~PacketController() override;

    void ask(const std::vector<CoderId> &coders); ///< empty: of everybody to whom something is assigned

signals:
    void packetsWritten(); ///< some, and it is known which

private:
    struct Written
    {
        Coder coder;
        QString file;
        Result<PacketCounts> counts;
    };

    void stop();
    void write(const QString &folder, const std::vector<Coder> &coders);
    void finished();
    std::vector<Coder> withArticles(const std::vector<CoderId> &coders);

    Desk &m_desk;
    Workspace &m_workspace;
    ProgressLine *m_progress = nullptr; ///< made when it is first needed
    QFutureWatcher<Written> m_writing;
    QString m_folder, m_project;
    size_t m_wanted = 0;
    std::shared_ptr<std::atomic<bool>> m_stopped; ///< of the writing that goes on; a future that is cancelled forgets what was done
};

} // namespace galley
