// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <review/discussion.h>

#include <QObject>

class QAction;
class QToolButton;

namespace galley {

class Desk;
class DiscussionBook;
class DiscussionPage;
class ThreadListModel;
class Workspace;

/// The place where what was said is read and answered, and the keys that say something about what is being read.
class DiscussionController : public QObject
{
    Q_OBJECT

public:
    explicit DiscussionController(Desk &desk);

    DiscussionPage *page(); ///< made when first gone to
    void shown();
    QList<QAction *> actions() const { return {m_comment, m_flag}; }
    QToolButton *statusButton() const { return m_button; }

private:
    void follow();
    void narrow();
    void comment(const CommentSubject &subject, bool flags, const QString &text = {});
    void commentOnCurrent(bool flags);
    void show(const CommentThread &thread);

    Desk &m_desk;
    Workspace &m_workspace;
    DiscussionBook &m_book;
    ThreadListModel *m_model;
    DiscussionPage *m_page = nullptr;
    QAction *m_comment;
    QAction *m_flag;
    QToolButton *m_button;
};

} // namespace galley
