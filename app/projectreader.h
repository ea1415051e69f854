// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectlists.h>

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <optional>

namespace galley {

class Workspace;

/// Reads the open project on another thread, one thing after the other, by a connection that stays open until the project is closed:
/// for what is asked again and again. What is no longer wanted ends by itself when it asks whether it is.
class ProjectReader : public QObject
{
    Q_OBJECT

public:
    /// `stop` lets what is being read end soon: the project waits for it when it is closed.
    ProjectReader(Workspace &workspace, std::function<void()> stop, QObject *parent);
    ~ProjectReader() override; ///< waits for what is being read

    /// Does `work`, which takes a ProjectLists and gives a Result.
    template<typename Work>
    auto run(Work work)
    {
        using Given = std::invoke_result_t<Work &, const ProjectLists &>;
        return QtConcurrent::run(&m_pool, [open = m_open, work = std::move(work)]() mutable -> Given {
            if (!open)
                return failed(QString());
            if (!open->lists) {
                auto lists = ProjectLists::open(open->path);
                if (!lists)
                    return std::unexpected(lists.error());
                open->lists.emplace(std::move(*lists));
            }
            return work(*open->lists);
        });
    }

private:
    struct Open
    {
        QString path;
        std::optional<ProjectLists> lists; ///< of the pool's one thread
    };

    void close();

    std::function<void()> m_stop;
    QThreadPool m_pool;
    std::shared_ptr<Open> m_open;
};

} // namespace galley
