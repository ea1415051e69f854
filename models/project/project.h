// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <QObject>

#include <memory>

namespace galley {

/// An open project: its store, who codes, and the one signal that everything shown follows.
/// There is no undo stack beside the history in the file: undo() takes back the newest entry of who codes, made on this copy.
class Project : public QObject
{
    Q_OBJECT

public:
    /// The error says why its codebook can't be read: a project is never opened as one without a codebook.
    static Result<std::unique_ptr<Project>> open(ProjectStore store);

    const ProjectStore &store() const { return m_store; }
    ProjectStore &store() { return m_store; }
    const Codebook &codebook() const { return m_codebook; } ///< follows every change

    CoderId coder() const { return m_coder; } ///< who the next change is by; 0 until chosen
    void setCoder(CoderId coder);
    void setSelves(std::vector<CoderId> selves) { m_selves = std::move(selves); } ///< as whom they code too: what they undo
    Stamp stamp() const; ///< of what is done now

    /// Writes the change; durable when it returns. On error nothing has changed. An empty change is done without a trace.
    Result<> commit(const Change &change) { return commit(change, stamp()); }
    Result<> commit(const Change &change, const Stamp &by); ///< by somebody else than who codes, or by nobody
    /// What undo() (or redo()) would take back: of who codes and their second selves.
    Result<std::optional<Operation>> nextUndo() const;
    Result<std::optional<Operation>> nextRedo() const;
    Result<Change> undo(); ///< the change that was made
    Result<Change> undo(OperationId entry); ///< of anybody and of any time: a lead's explicit act
    Result<Change> redo();
    /// Tells followers of a change an import session has written.
    void announce(const Change &change);

signals:
    void changed(const galley::Change &change);
    void historyChanged();
    void coderChanged(galley::CoderId coder);
    void failed(const galley::Error &error); ///< codebook() could not follow a change and is what it was

private:
    Project(ProjectStore store, Codebook codebook);
    Result<Change> announced(Result<Change> change);
    Stamp stampOf(const Result<std::optional<Operation>> &entry) const;

    ProjectStore m_store;
    Codebook m_codebook;
    CoderId m_coder;
    std::vector<CoderId> m_selves;
};

} // namespace galley
