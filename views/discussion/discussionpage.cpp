// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussionpage.h"

#include "conversation.h"
#include "threaddelegate.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

DiscussionPage::DiscussionPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"discussionPage"_s);
    setAccessibleName(tr("Discussion"));
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildList());
    split->addWidget(buildThread());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
}

QWidget *DiscussionPage::buildList()
{
    auto *part = new QWidget(this);
    m_which = new QComboBox(part);
    m_which->setObjectName(u"threadFilter"_s);
    m_which->setAccessibleName(tr("Which threads"));
    m_which->view()->setAccessibleName(m_which->accessibleName());
    m_which->addItems({tr("Waiting for you"), tr("Open"), tr("Closed"), tr("All")}); // as ThreadFilter::Which
    m_words = filterField(tr("Find in what was said"), part);
    m_words->setObjectName(u"threadWords"_s);
    auto *add = new QPushButton(tr("&New Comment…"), part);
    add->setObjectName(u"newComment"_s);
    add->setToolTip(tr("About the study as a whole. About a coding: choose it in the article and press Ctrl+M."));
    m_list = new QListView(part);
    m_list->setObjectName(u"threads"_s);
    m_list->setAccessibleName(tr("Threads"));
    m_list->setItemDelegate(new ThreadDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty = new EmptyState(u"discussion"_s, part);
    m_listStack = new QStackedWidget(part);
    m_listStack->addWidget(m_empty);
    m_listStack->addWidget(m_list);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::near);
    top->addWidget(m_which);
    top->addWidget(m_words, 1);
    top->addWidget(add);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(metrics::margin, metrics::margin, metrics::near, metrics::margin);
    rows->setSpacing(metrics::near);
    rows->addLayout(top);
    rows->addWidget(m_listStack, 1);
    connect(m_which, &QComboBox::activated, this, &DiscussionPage::filterChanged);
    connect(m_words, &QLineEdit::textChanged, this, &DiscussionPage::filterChanged);
    connect(add, &QPushButton::clicked, this, &DiscussionPage::newCommentRequested);
    connect(m_list, &QListView::activated, this, [this] {
        if (const CommentThread *thread = current())
            emit showRequested(*thread);
    });
    return part;
}

QWidget *DiscussionPage::buildThread()
{
    m_threadStack = new QStackedWidget(this);
    auto *none = new EmptyState(u"discussion"_s, m_threadStack);
    none->setTexts(tr("No thread chosen"), tr("Choose one to read it whole and to reply."));
    auto *part = new QWidget(m_threadStack);
    m_subject = secondaryLabel({}, part);
    m_subject->setWordWrap(true);
    m_subject->setTextFormat(Qt::PlainText);
    m_show = new QPushButton(tr("&Show It"), part);
    m_show->setObjectName(u"showSubject"_s);
    m_show->setToolTip(tr("Go to the coding or the article this is about (Return in the list)"));
    m_conversation = new Conversation(part);
    m_reply = new SayingField(tr("Reply"), part);
    m_reply->setObjectName(u"reply"_s);
    m_reply->setAccessibleName(tr("Reply"));
    m_reply->setFixedHeight(m_reply->fontMetrics().lineSpacing() * 4 + 2 * metrics::near);
    m_send = new QPushButton(tr("&Reply"), part);
    m_send->setObjectName(u"sendReply"_s);
    m_send->setToolTip(tr("Ctrl+Return"));
    m_close = new QPushButton(part);
    m_close->setObjectName(u"closeThread"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_subject, 1);
    head->addWidget(m_show, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch();
    buttons->addWidget(m_send);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(metrics::near, metrics::margin, metrics::margin, metrics::margin);
    rows->setSpacing(metrics::near);
    rows->addLayout(head);
    rows->addWidget(m_conversation, 1);
    rows->addWidget(m_reply);
    rows->addLayout(buttons);
    m_threadStack->addWidget(none);
    m_threadStack->addWidget(part);
    connect(m_reply, &QPlainTextEdit::textChanged, this, [this] { m_send->setEnabled(m_maySay && !m_reply->toPlainText().trimmed().isEmpty()); });
    connect(m_reply, &SayingField::sent, this, &DiscussionPage::reply);
    connect(m_send, &QPushButton::clicked, this, &DiscussionPage::reply);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (const CommentThread *thread = current())
            emit closeRequested(*thread, !thread->isClosed());
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const CommentThread *thread = current())
            emit showRequested(*thread);
    });
    return m_threadStack;
}

void DiscussionPage::setModel(ThreadListModel *model)
{
    m_model = model;
    m_list->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &DiscussionPage::showRight);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DiscussionPage::showThread);
    showRight();
}

void DiscussionPage::setNames(DiscussionNames names)
{
    m_names = std::move(names);
}

void DiscussionPage::setWaiting(int count)
{
    m_which->setItemText(0, count > 0 ? tr("Waiting for you (%1)").arg(count) : tr("Waiting for you"));
}

void DiscussionPage::setFilter(const ThreadFilter &filter)
{
    m_which->setCurrentIndex(int(filter.which));
    m_words->setText(filter.words);
}

ThreadFilter DiscussionPage::filter() const
{
    return {ThreadFilter::Which(m_which->currentIndex()), m_words->text()};
}

void DiscussionPage::setMaySay(bool may)
{
    m_maySay = may;
    m_reply->setReadOnly(!may);
    showThread();
}

void DiscussionPage::clearReply()
{
    m_reply->clear();
}

void DiscussionPage::takeFocus()
{
    m_list->setFocus();
}

const CommentThread *DiscussionPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return m_model && index.isValid() ? &m_model->threadAt(index.row()) : nullptr;
}

/// After the list is another one: the thread that was chosen stays so, else the first is.
void DiscussionPage::showRight()
{
    const bool any = m_model->rowCount() > 0;
    m_listStack->setCurrentIndex(any ? 1 : 0);
    switch (filter().words.isEmpty() ? filter().which : ThreadFilter::Which::All) {
    case ThreadFilter::Which::Waiting:
        m_empty->setTexts(tr("Nothing waits for you"), tr("Ask about a coding: choose it in the article and press Ctrl+M. Ctrl+Shift+B flags it with a question."));
        break;
    case ThreadFilter::Which::Open:
        m_empty->setTexts(tr("Nothing is open"), tr("Ask about a coding: choose it in the article and press Ctrl+M."));
        break;
    case ThreadFilter::Which::Closed:
    case ThreadFilter::Which::All:
        m_empty->setTexts(tr("Nothing was found"), tr("Choose other threads above, or other words."));
        break;
    }
    if (any)
        m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(m_shown))));
    showThread();
}

void DiscussionPage::showThread()
{
    const CommentThread *thread = current();
    m_threadStack->setCurrentIndex(thread ? 1 : 0);
    if (!thread)
        return;
    if (thread->first().id != m_shown)
        m_reply->clear();
    m_shown = thread->first().id;
    m_subject->setText(m_names.subject(thread->subject()));
    m_show->setVisible(bool(thread->first().article));
    m_conversation->setThreads({*thread}, m_names);
    m_close->setText(thread->isClosed() ? tr("&Open Again") : tr("&Close Thread"));
    m_close->setEnabled(m_maySay);
    m_send->setEnabled(m_maySay && !m_reply->toPlainText().trimmed().isEmpty());
}

void DiscussionPage::reply()
{
    const CommentThread *thread = current();
    const QString text = m_reply->toPlainText().trimmed();
    if (!thread || text.isEmpty() || !m_maySay)
        return;
    const CommentThread answered = *thread; // the list is another one after it
    emit replied(answered, text);
}

} // namespace galley
