// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commentdialog.h"

#include "conversation.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

CommentDialog::CommentDialog(const Asked &asked, const DiscussionNames &names, QWidget *parent)
    : QDialog(parent)
    , m_text(new SayingField(asked.flags ? tr("What is to be decided?") : tr("What do you want to say?"), this))
{
    const bool replies = std::ranges::any_of(asked.before, [](const CommentThread &thread) { return !thread.isClosed(); });
    setObjectName(u"commentDialog"_s);
    setWindowTitle(replies ? tr("Reply") : asked.flags ? tr("Flag with a Question") : tr("Comment"));
    setAccessibleName(windowTitle());
    auto *subject = secondaryLabel(asked.subject, this);
    subject->setWordWrap(true);
    subject->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"commentText"_s);
    m_text->setAccessibleName(tr("What is said"));
    m_text->setPlainText(asked.text);
    m_text->moveCursor(QTextCursor::End);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 5 + 2 * metrics::near);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = box->addButton(replies ? tr("Reply") : asked.flags ? tr("Flag and Ask") : tr("Say It"), QDialogButtonBox::AcceptRole);
    m_accept->setToolTip(tr("Ctrl+Return"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addWidget(subject);
    if (!asked.before.empty()) {
        auto *before = new Conversation(this);
        before->setThreads(asked.before, names);
        before->setMinimumHeight(120);
        rows->addWidget(before, 1);
    }
    rows->addWidget(m_text);
    if (!replies) {
        auto *line = new QHBoxLayout;
        auto *label = new QLabel(tr("&To"), this);
        m_to = new QComboBox(this);
        m_to->setObjectName(u"commentTo"_s);
        m_to->setAccessibleName(tr("To whom"));
        m_to->view()->setAccessibleName(m_to->accessibleName());
        label->setBuddy(m_to);
        m_to->addItem(tr("All"), qint64(0));
        for (const Coder &coder : asked.recipients)
            m_to->addItem(coder.role == CoderRole::Lead ? tr("%1 (lead)").arg(coder.name) : coder.name, coder.id.value);
        const auto lead = std::ranges::find(asked.recipients, CoderRole::Lead, &Coder::role);
        if (lead != asked.recipients.end()) // a question is for who decides
            m_to->setCurrentIndex(m_to->findData(lead->id.value));
        line->addWidget(label);
        line->addWidget(m_to, 1);
        rows->addLayout(line);
    }
    if (!asked.nobodyElse.isEmpty()) {
        auto *why = secondaryLabel(asked.nobodyElse, this);
        why->setWordWrap(true);
        rows->addWidget(why);
    }
    rows->addWidget(box);
    setMinimumWidth(460);
    m_text->setFocus();
    const auto check = [this] { m_accept->setEnabled(!text().isEmpty()); };
    connect(m_text, &QPlainTextEdit::textChanged, this, check);
    connect(m_text, &SayingField::sent, m_accept, &QPushButton::click);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString CommentDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

CoderId CommentDialog::to() const
{
    return {m_to ? m_to->currentData().toLongLong() : 0};
}

} // namespace galley
