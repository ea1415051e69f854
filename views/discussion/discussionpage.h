// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/threadlistmodel.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace galley {

class Conversation;
class EmptyState;
class SayingField;

/// What the list of threads is narrowed to.
struct ThreadFilter
{
    enum class Which { Waiting, Open, Closed, All };

    Which which = Which::Waiting;
    QString words; ///< that somebody in the thread said
};

/// All that was said, as a list of threads, and beside it the chosen one, with where a reply is written.
class DiscussionPage : public QWidget
{
    Q_OBJECT

public:
    explicit DiscussionPage(QWidget *parent = nullptr);

    void setModel(ThreadListModel *model); ///< not owned
    void setNames(DiscussionNames names);
    void setWaiting(int count);
    void setFilter(const ThreadFilter &filter);
    ThreadFilter filter() const;
    void setMaySay(bool may); ///< may who looks write?
    void clearReply(); ///< it has been said
    void takeFocus();

signals:
    void filterChanged();
    void newCommentRequested(); ///< about the study
    void replied(const galley::CommentThread &thread, const QString &text);
    void closeRequested(const galley::CommentThread &thread, bool closed);
    void showRequested(const galley::CommentThread &thread); ///< what it is about

private:
    QWidget *buildList();
    QWidget *buildThread();
    void showThread();
    void showRight();
    void reply();
    const CommentThread *current() const;

    ThreadListModel *m_model = nullptr;
    DiscussionNames m_names;
    bool m_maySay = false;
    CommentId m_shown; ///< the thread that is shown
    QComboBox *m_which;
    QLineEdit *m_words;
    QListView *m_list;
    QStackedWidget *m_listStack;
    QStackedWidget *m_threadStack;
    EmptyState *m_empty;
    QLabel *m_subject;
    QPushButton *m_show;
    Conversation *m_conversation;
    SayingField *m_reply;
    QPushButton *m_send;
    QPushButton *m_close;
};

} // namespace galley
