// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <review/discussion.h>

#include <QAbstractListModel>

#include <functional>

namespace galley {

/// What threads are about, and who takes part, as people read it.
struct DiscussionNames
{
    std::vector<Coder> coders;
    std::function<QString(const CommentSubject &)> subject; ///< one line: "“high vigilance” as Framing / Security, Ben · Headline"

    QString who(const Comment &comment) const; ///< "Ada", "Ada to Ben"
};

/// Threads, as far as they are wanted.
class ThreadListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SubjectRole = Qt::UserRole,
        WhenRole,    ///< of the last comment
        WhoRole,     ///< who said it
        RepliesRole, ///< int
        ClosedRole,
        WaitingRole, ///< does it wait for an answer of who looks?
    };
    using Accepts = std::function<bool(const CommentThread &)>;

    using QAbstractListModel::QAbstractListModel;

    void setThreads(std::vector<CommentThread> threads, CoderId looker, DiscussionNames names);
    void setAccepts(Accepts accepts);

    const CommentThread &threadAt(int row) const { return m_threads[m_shown[size_t(row)]]; }
    int rowOf(CommentId first) const; ///< -1: it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override; ///< the first comment

private:
    void show();

    std::vector<CommentThread> m_threads;
    std::vector<QString> m_subjects; ///< thread by thread: to name one takes the store
    std::vector<size_t> m_shown;
    CoderId m_looker;
    DiscussionNames m_names;
    Accepts m_accepts = [](const CommentThread &) { return true; };
};

} // namespace galley
