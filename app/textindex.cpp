// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textindex.h"

#include <project/workspace.h>

#include <QElapsedTimer>
#include <QStandardPaths>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

TextIndex &TextIndex::of(Workspace &workspace)
{
    if (auto *known = workspace.findChild<TextIndex *>())
        return *known;
    return *new TextIndex(workspace);
}

TextIndex::TextIndex(Workspace &workspace)
    : QObject(&workspace)
    , m_reader(workspace, [this] {
        if (m_state)
            m_state->isClosed = true;
        emit stopping();
    }, this)
{
    begin();
    connect(&workspace, &Workspace::projectOpened, this, &TextIndex::begin);
    connect(&workspace, &Workspace::projectClosed, this, [this] { m_state.reset(); });
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
        if (alters<Article>(change) && m_state)
            m_state->isBehind = true;
    });
}

/// Another project has another index.
void TextIndex::begin()
{
    m_state = std::make_shared<State>();
    m_state->owner = this;
    m_state->folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/search"_s;
}

void TextIndex::cancel()
{
    if (m_state)
        m_state->isStopped = true;
}

/// On the thread.
Result<> TextIndex::State::bringUp(const ProjectLists &store)
{
    if (!index) {
        auto opened = SearchIndex::open(folder, store);
        if (!opened)
            return std::unexpected(opened.error());
        index.emplace(std::move(*opened));
    }
    if (!isBehind.exchange(false))
        return {};
    isStopped = false;
    constexpr qint64 often = 100; // ms
    QElapsedTimer last;
    const auto caughtUp = index->catchUp(store, [&](qint64 done, qint64 inAll) {
        if (!last.isValid() || last.elapsed() >= often) {
            last.start();
            QMetaObject::invokeMethod(owner, [owner = owner, done, inAll] { emit owner->takingIn(done, inAll); }, Qt::QueuedConnection);
        }
        return !isStopped && !isClosed;
    });
    QMetaObject::invokeMethod(owner, [owner = owner] { emit owner->takenIn(); }, Qt::QueuedConnection);
    if (caughtUp && *caughtUp)
        return {};
    isBehind = true;
    if (!caughtUp)
        return std::unexpected(caughtUp.error());
    return failed(TextIndex::tr("Not all articles are in the index for searching yet. Search again to go on with it."));
}

} // namespace galley
