// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation.h"

#include <items/dates.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

namespace galley {

using namespace Qt::StringLiterals;

Conversation::Conversation(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"conversation"_s);
    setAccessibleName(tr("What was said"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(metrics::near);
}

void Conversation::setThreads(const std::vector<CommentThread> &threads, const DiscussionNames &names)
{
    clear();
    QTextCursor cursor(document());
    QTextCharFormat who, when;
    who.setFontWeight(QFont::DemiBold);
    when.setForeground(secondaryText(palette()));
    when.setFontPointSize(font().pointSizeF() * metrics::small);
    for (const CommentThread &thread : threads) {
        for (const Comment &comment : thread.comments) {
            QTextBlockFormat head, body;
            head.setLeftMargin(comment.replyTo ? metrics::far : 0);
            head.setTopMargin(document()->isEmpty() ? 0 : metrics::margin);
            body.setLeftMargin(head.leftMargin());
            if (document()->isEmpty())
                cursor.setBlockFormat(head);
            else
                cursor.insertBlock(head);
            cursor.insertText(names.who(comment), who);
            cursor.insertText(u"   "_s + momentForPeople(comment.created), when);
            for (const QString &line : comment.text.split(u'\n')) {
                cursor.insertBlock(body);
                cursor.insertText(line, QTextCharFormat());
            }
        }
        if (thread.isClosed()) {
            cursor.insertBlock(QTextBlockFormat());
            cursor.insertText(tr("Closed."), when);
        }
    }
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

SayingField::SayingField(const QString &placeholder, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setPlaceholderText(placeholder);
    setTabChangesFocus(true);
}

void SayingField::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() & Qt::ControlModifier)
        emit sent();
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace galley
