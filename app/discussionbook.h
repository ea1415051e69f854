// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/threadlistmodel.h>

#include <QObject>

namespace galley {

class Workspace;

/// What was said in the open project, as far as who codes may see it. One for all who show it.
class DiscussionBook : public QObject
{
    Q_OBJECT

public:
    static DiscussionBook &of(Workspace &workspace);

    const std::vector<CommentThread> &threads() const { return m_threads; } ///< the one last written in first
    int waiting() const; ///< for who codes
    DiscussionNames names() const;

signals:
    void changed();

private:
    explicit DiscussionBook(Workspace &workspace);
    void read();
    QString described(const CommentSubject &subject) const;

    Workspace &m_workspace;
    std::vector<CommentThread> m_threads;
};

} // namespace galley
