// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussioncontroller.h"

#include "../areas.h"
#include "../discussionbook.h"
#include "../frame/actions.h"
#include "../frame/desk.h"

#include <discussion/commentdialog.h>
#include <discussion/discussionpage.h>
#include <items/folding.h>
#include <project/commentedits.h>
#include <project/workspace.h>
#include <widgets/icons.h>

#include <QToolButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

bool accepts(const ThreadFilter &filter, const CommentThread &thread, CoderId looker)
{
    switch (filter.which) {
    case ThreadFilter::Which::Waiting:
        if (!waitsFor(thread, looker))
            return false;
        break;
    case ThreadFilter::Which::Open:
    case ThreadFilter::Which::Closed:
        if (thread.isClosed() != (filter.which == ThreadFilter::Which::Closed))
            return false;
        break;
    case ThreadFilter::Which::All:
        break;
    }
    const QString words = folded(filter.words);
    return std::ranges::any_of(thread.comments, [&](const Comment &comment) { return folded(comment.text).contains(words); });
}

} // namespace

DiscussionController::DiscussionController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_book(DiscussionBook::of(desk.workspace))
    , m_model(new ThreadListModel(this))
    , m_comment(makeAction(this, {"comment", tr("C&omment…"), "discussion", {Qt::CTRL | Qt::Key_M}, [this] { commentOnCurrent(false); }}))
    , m_flag(makeAction(this, {"flagWithQuestion", tr("Flag with a &Question…"), "flag", {Qt::CTRL | Qt::SHIFT | Qt::Key_B}, [this] { commentOnCurrent(true); }}))
    , m_button(new QToolButton(&desk.window))
{
    m_button->setObjectName(u"waitingComments"_s);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, this, [this] {
        page()->setFilter({});
        narrow();
        m_desk.goTo(places::discussion);
    });
    connect(&m_book, &DiscussionBook::changed, this, &DiscussionController::follow);
    connect(&m_workspace, &Workspace::discussionWanted, this, [this](const CommentSubject &subject) { comment(subject, false); });
    connect(&m_workspace, &Workspace::proposalWanted, this, [this](const CommentSubject &subject, const QString &text) { comment(subject, false, text); });
    const auto enable = [this] {
        m_comment->setEnabled(m_workspace.article() && m_workspace.isWritable());
        m_flag->setEnabled(m_workspace.current() && m_workspace.isWritable());
    };
    for (const auto signal : {&Workspace::articleOpened, &Workspace::articleClosed, &Workspace::currentChanged})
        connect(&m_workspace, signal, this, enable);
    enable();
}

DiscussionPage *DiscussionController::page()
{
    if (m_page)
        return m_page;
    m_page = new DiscussionPage(&m_desk.window);
    m_page->hide();
    m_page->setNames(m_book.names());
    m_page->setModel(m_model);
    connect(m_page, &DiscussionPage::filterChanged, this, &DiscussionController::narrow);
    connect(m_page, &DiscussionPage::newCommentRequested, this, [this] { comment({}, false); });
    connect(m_page, &DiscussionPage::showRequested, this, &DiscussionController::show);
    connect(m_page, &DiscussionPage::replied, this, [this](const CommentThread &thread, const QString &text) {
        if (m_workspace.requireCoder() && m_workspace.commit(addReply(thread, m_workspace.allot<CommentTag>(), text, m_workspace.stampIn(thread.first().article))))
            m_page->clearReply();
    });
    connect(m_page, &DiscussionPage::closeRequested, this, [this](const CommentThread &thread, bool closed) {
        if (m_workspace.requireCoder())
            m_workspace.commit(setClosed(thread, closed));
    });
    narrow();
    return m_page;
}

void DiscussionController::shown()
{
    follow();
    m_page->takeFocus();
}

void DiscussionController::follow()
{
    const int waiting = m_book.waiting();
    m_button->setVisible(waiting > 0);
    m_button->setIcon(icon(u"discussion"_s));
    m_button->setText(tr("%n wait for you", nullptr, waiting));
    m_button->setToolTip(tr("What somebody asked you, or said to all"));
    m_button->setAccessibleName(m_button->text());
    m_model->setThreads(m_book.threads(), m_workspace.coder() ? m_workspace.coder()->id : CoderId(), m_book.names());
    if (!m_page)
        return;
    m_page->setNames(m_book.names());
    m_page->setWaiting(waiting);
    m_page->setMaySay(m_workspace.isWritable());
}

void DiscussionController::narrow()
{
    m_model->setAccepts([this, filter = page()->filter()](const CommentThread &thread) {
        return accepts(filter, thread, m_workspace.coder() ? m_workspace.codingAs(thread.first().article) : CoderId());
    });
}

void DiscussionController::commentOnCurrent(bool flags)
{
    const OpenArticle *article = m_workspace.article();
    if (!article)
        return;
    CommentSubject subject{article->article.id, {}};
    if (const Annotation *annotation = m_workspace.current())
        subject.about = {annotation->id};
    comment(subject, flags);
}

/// What was said about the same is shown; where it is still open, it goes on there.
void DiscussionController::comment(const CommentSubject &subject, bool flags, const QString &text)
{
    if (!m_workspace.requireCoder())
        return;
    emit m_workspace.aboutToMoveOn(); // what is being typed elsewhere is to stand before it
    const Coder &coder = *m_workspace.coder();
    CommentDialog::Asked asked{m_book.names().subject(subject), {}, recipients(m_workspace.coders(), coder.id, m_workspace.sight(), subject.article), {}, flags, text};
    if (subject.article)
        std::ranges::copy_if(m_book.threads(), std::back_inserter(asked.before), [&](const CommentThread &thread) { return thread.subject() == subject; });
    if (m_workspace.sight().isBlind(subject.article))
        asked.nobodyElse = tr("The article is coded blind: only you and who you write to see this; what is for all, the others see when it is blind no more.");
    std::ranges::stable_partition(asked.before, [](const CommentThread &thread) { return !thread.isClosed(); });
    auto *dialog = new CommentDialog(asked, m_book.names(), &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, subject, flags, before = asked.before] {
        const auto id = m_workspace.allot<CommentTag>();
        const Stamp stamp = m_workspace.stampIn(subject.article);
        const bool replies = !before.empty() && !before.front().isClosed();
        const auto said = replies ? addReply(before.front(), id, dialog->text(), stamp)
                                  : addComment({id, subject, dialog->text(), dialog->to()}, m_workspace.coders(), m_workspace.sight(), stamp);
        const Annotation *annotation = flags ? m_workspace.current() : nullptr;
        m_workspace.commit(annotation ? said.transform([&](Change change) { return withFlag(m_workspace.codebook(), *annotation, std::move(change), stamp.at); }) : said);
    });
    dialog->open();
}

/// What several made of one thing in Compare, anything else where it is read.
void DiscussionController::show(const CommentThread &thread)
{
    const Comment &first = thread.first();
    if (first.about.size() > 1 && !m_workspace.sight().isBlind(first.article)) {
        m_workspace.showComparison({.article = first.article});
        return;
    }
    if (const auto opened = m_workspace.openArticle(first.article); !opened) {
        m_desk.fail(opened.error());
        return;
    }
    m_desk.goTo(places::read);
    if (!first.about.empty())
        m_workspace.setCurrent(first.about.front());
}

Contribution discussionArea(Desk &desk)
{
    auto *controller = new DiscussionController(desk);
    Contribution area;
    area.menus = {{menu::codeDiscussion, controller->actions(), places::read}};
    area.places = {{.name = places::discussion, .title = DiscussionController::tr("Discussion"), .icon = "discussion", .page = [controller] { return controller->page(); },
                    .shown = [controller] { controller->shown(); }}};
    area.statusButton = controller->statusButton();
    return area;
}

} // namespace galley
