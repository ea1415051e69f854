// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projectreader.h"

#include <store/searchindex.h>

#include <atomic>

namespace galley {

/// The search index of the open project, for all who look for words in its texts: on a thread of its own, and caught up with the project
/// before it is asked. One for the window.
class TextIndex : public QObject
{
    Q_OBJECT

public:
    static TextIndex &of(Workspace &workspace);

    /// Does `work`, which takes a store and an index that has all of it, and gives a Result. Where somebody cancelled, what is not in yet is
    /// said to be missing.
    template<typename Work>
    auto run(Work work)
    {
        return m_reader.run([state = m_state, work = std::move(work)](const ProjectLists &store) mutable -> std::invoke_result_t<Work &, const ProjectLists &, const SearchIndex &> {
            if (const auto ready = state->bringUp(store); !ready)
                return std::unexpected(ready.error());
            return work(store, *state->index);
        });
    }

    void cancel(); ///< what is being taken in; what is in already stays

signals:
    void takingIn(qint64 done, qint64 inAll);
    void takenIn(); ///< after takingIn()
    void stopping(); ///< the project is being closed and waits: who asked lets it end

private:
    explicit TextIndex(Workspace &workspace);
    void begin();

    struct State
    {
        Result<> bringUp(const ProjectLists &store);

        TextIndex *owner;
        QString folder;
        std::optional<SearchIndex> index; ///< of the thread
        std::atomic<bool> isBehind = true;
        std::atomic<bool> isStopped = false;
        std::atomic<bool> isClosed = false;
    };

    std::shared_ptr<State> m_state;
    ProjectReader m_reader;
};

} // namespace galley
