// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/threadlistmodel.h>

#include <QPlainTextEdit>
#include <QTextBrowser>

namespace galley {

/// The comments of threads, one below the other, with who and when.
class Conversation : public QTextBrowser
{
    Q_OBJECT

public:
    explicit Conversation(QWidget *parent = nullptr);

    void setThreads(const std::vector<CommentThread> &threads, const DiscussionNames &names);
};

/// A field for what is said that sends it with Ctrl+Return and leaves Tab to the focus.
class SayingField : public QPlainTextEdit
{
    Q_OBJECT

public:
    SayingField(const QString &placeholder, QWidget *parent = nullptr);

signals:
    void sent();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace galley
