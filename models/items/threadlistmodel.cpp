// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadlistmodel.h"

#include "codernames.h"
#include "dates.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

QString DiscussionNames::who(const Comment &comment) const
{
    const QString by = nameOf(comment.by, coders);
    return comment.to ? ThreadListModel::tr("%1 to %2").arg(by, nameOf(comment.to, coders)) : by;
}

void ThreadListModel::setThreads(std::vector<CommentThread> threads, CoderId looker, DiscussionNames names)
{
    beginResetModel();
    m_threads = std::move(threads);
    m_looker = looker;
    m_names = std::move(names);
    m_subjects.clear();
    for (const CommentThread &thread : m_threads)
        m_subjects.push_back(m_names.subject(thread.subject()));
    show();
    endResetModel();
}

void ThreadListModel::setAccepts(Accepts accepts)
{
    beginResetModel();
    m_accepts = std::move(accepts);
    show();
    endResetModel();
}

void ThreadListModel::show()
{
    m_shown.clear();
    for (size_t i = 0; i < m_threads.size(); ++i) {
        if (m_accepts(m_threads[i]))
            m_shown.push_back(i);
    }
}

int ThreadListModel::rowOf(CommentId first) const
{
    const auto found = std::ranges::find_if(m_shown, [&](size_t at) { return m_threads[at].first().id == first; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int ThreadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ThreadListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CommentThread &thread = threadAt(index.row());
    const QString &subject = m_subjects[m_shown[size_t(index.row())]];
    const bool waiting = waitsFor(thread, m_looker);
    switch (role) {
    case Qt::DisplayRole:
        return thread.first().text.simplified();
    case Qt::ToolTipRole:
        return thread.first().text;
    case Qt::AccessibleTextRole: {
        QStringList parts{thread.first().text.simplified(), subject, m_names.who(thread.last())};
        if (waiting)
            parts << tr("waits for you");
        if (thread.isClosed())
            parts << tr("closed");
        return parts.join(u", "_s);
    }
    case SubjectRole:
        return subject;
    case WhenRole:
        return momentForPeople(thread.last().created);
    case WhoRole:
        return m_names.who(thread.last());
    case RepliesRole:
        return int(thread.comments.size()) - 1;
    case ClosedRole:
        return thread.isClosed();
    case WaitingRole:
        return waiting;
    default:
        return {};
    }
}

} // namespace galley
