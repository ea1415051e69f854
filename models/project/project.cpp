// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

#include <algorithm>

namespace galley {

Result<std::unique_ptr<Project>> Project::open(ProjectStore store)
{
    Result<Codebook> codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    return std::unique_ptr<Project>(new Project(std::move(store), std::move(*codebook)));
}

Project::Project(ProjectStore store, Codebook codebook)
    : m_store(std::move(store))
    , m_codebook(std::move(codebook))
{
}

void Project::setCoder(CoderId coder)
{
    if (m_coder == coder)
        return;
    m_coder = coder;
    m_selves.clear();
    emit coderChanged(coder);
}

Stamp Project::stamp() const
{
    return {m_coder, QDateTime::currentDateTimeUtc()};
}

Result<> Project::commit(const Change &change, const Stamp &by)
{
    if (change.isEmpty())
        return {};
    if (const Result<> written = m_store.apply(change, by); !written)
        return written;
    announce(change);
    return {};
}

Result<std::optional<Operation>> Project::nextUndo() const
{
    auto next = m_store.nextUndo(m_coder);
    for (const CoderId self : m_selves) {
        const auto other = next ? m_store.nextUndo(self) : next;
        if (!other || (*other && (!*next || (*other)->id > (*next)->id)))
            next = other;
    }
    return next;
}

/// What was done first was undone last.
Result<std::optional<Operation>> Project::nextRedo() const
{
    auto next = m_store.nextRedo(m_coder);
    for (const CoderId self : m_selves) {
        const auto other = next ? m_store.nextRedo(self) : next;
        if (!other || (*other && (!*next || (*other)->id < (*next)->id)))
            next = other;
    }
    return next;
}

/// Whoever of them did it takes it back.
Stamp Project::stampOf(const Result<std::optional<Operation>> &entry) const
{
    Stamp by = stamp();
    if (entry && *entry && std::ranges::contains(m_selves, (*entry)->coder))
        by.coder = (*entry)->coder;
    return by;
}

Result<Change> Project::undo()
{
    const Stamp by = stampOf(nextUndo());
    return announced(m_store.undo(by, by.coder));
}

Result<Change> Project::undo(OperationId entry)
{
    return announced(m_store.undo(entry, stamp()));
}

Result<Change> Project::redo()
{
    const Stamp by = stampOf(nextRedo());
    return announced(m_store.redo(by, by.coder));
}

Result<Change> Project::announced(Result<Change> change)
{
    if (change)
        announce(*change);
    return change;
}

void Project::announce(const Change &change)
{
    if (change.isEmpty())
        return;
    if (altersCodebook(change)) {
        if (Result<Codebook> codebook = m_store.codebook())
            m_codebook = std::move(*codebook);
        else
            emit failed(codebook.error());
    }
    emit changed(change);
    emit historyChanged();
}

} // namespace galley
