// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/threadlistmodel.h>

#include <QDialog>

class QComboBox;
class QPushButton;

namespace galley {

class Conversation;
class SayingField;

/// Something is said about something: to whom, and what, below what was said about it before.
class CommentDialog : public QDialog
{
    Q_OBJECT

public:
    struct Asked
    {
        QString subject;
        std::vector<CommentThread> before; ///< about the same; where one is open, what is said replies to the first of them
        std::vector<Coder> recipients;
        QString nobodyElse = {}; ///< why these only
        bool flags = false;      ///< the annotation is flagged by it
        QString text = {};       ///< proposed
    };

    CommentDialog(const Asked &asked, const DiscussionNames &names, QWidget *parent);

    QString text() const;
    CoderId to() const; ///< 0: all, or it is a reply

private:
    SayingField *m_text;
    QComboBox *m_to = nullptr;
    QPushButton *m_accept;
};

} // namespace galley
