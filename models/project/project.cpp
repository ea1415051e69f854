// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

namespace galley {

Project::Project(ProjectStore store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_codebook(m_store.codebook().value_or(Codebook()))
{
}

void Project::setCoder(CoderId coder)
{
    if (m_coder == coder)
        return;
    m_coder = coder;
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

Result<Change> Project::undo()
{
    return announced(m_store.undo(stamp()));
}

Result<Change> Project::redo()
{
    return announced(m_store.redo(stamp()));
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
    }
    emit changed(change);
    emit historyChanged();
}

} // namespace galley
