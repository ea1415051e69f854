// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <QObject>

namespace galley {

/// An open project: its store, who codes, and the one signal that everything shown follows.
/// There is no undo stack beside the history in the file: undo() takes back the newest applied entry.
class Project : public QObject
{
    Q_OBJECT

public:
    explicit Project(ProjectStore store, QObject *parent = nullptr);

    const ProjectStore &store() const { return m_store; }
    ProjectStore &store() { return m_store; }
    const Codebook &codebook() const { return m_codebook; } ///< follows every change

    CoderId coder() const { return m_coder; } ///< who the next change is by; 0 until chosen
    void setCoder(CoderId coder);
    Stamp stamp() const; ///< of what is done now

    /// Writes the change; durable when it returns. On error nothing has changed. An empty change is done without a trace.
    Result<> commit(const Change &change) { return commit(change, stamp()); }
    Result<> commit(const Change &change, const Stamp &by); ///< by somebody else than who codes, or by nobody
    Result<Change> undo(); ///< the change that was made
    Result<Change> redo();
    /// Tells followers of a change an import session has written.
    void announce(const Change &change);

signals:
    void changed(const galley::Change &change);
    void historyChanged();
    void coderChanged(galley::CoderId coder);

private:
    Result<Change> announced(Result<Change> change);

    ProjectStore m_store;
    Codebook m_codebook;
    CoderId m_coder;
};

} // namespace galley
