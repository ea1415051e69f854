// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestioncontroller.h"

#include "../frame/actions.h"
#include "../frame/contribution.h"
#include "../frame/desk.h"
#include "../presentation.h"
#include "../suggestionbook.h"
#include "codingcontroller.h"

#include <domain/shortened.h>
#include <project/suggestionedits.h>
#include <text/articleview.h>
#include <widgets/icons.h>

#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

auto placeIn(const Suggestion &suggestion)
{
    return suggestion.ranges.empty() ? std::pair<qsizetype, qsizetype>(-1, 0) : std::pair<qsizetype, qsizetype>(suggestion.ranges.front().begin, -suggestion.ranges.back().end);
}

} // namespace

SuggestionController::SuggestionController(Desk &desk, ArticleView &view, CodingController &coding)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_view(view)
    , m_coding(coding)
    , m_book(SuggestionBook::of(desk.workspace))
    , m_button(new QToolButton(&desk.window))
{
    makeActions();
    m_button->setObjectName(u"waitingSuggestions"_s);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, this, [this] {
        m_desk.goTo(places::read);
        step(1);
    });
    connect(&m_book, &SuggestionBook::changed, this, &SuggestionController::updateMarks);
    connect(&m_coding, &CodingController::marksShown, this, &SuggestionController::showMarks);
    connect(&view, &ArticleView::currentMarkChanged, this, &SuggestionController::follow);
    connect(&m_workspace, &Workspace::articleOpened, this, &SuggestionController::showState);
    connect(&m_workspace, &Workspace::articleClosed, this, &SuggestionController::showState);
    showState();
}

void SuggestionController::makeActions()
{
    m_answers = {
        makeAction(this, {"acceptSuggestion", tr("Acce&pt Suggestion"), "done", {Qt::CTRL | Qt::Key_R}, [this] { accept(); }}),
        makeAction(this, {"acceptSuggestionAs", tr("Accept Suggestion As…"), "recode", {Qt::CTRL | Qt::SHIFT | Qt::Key_R}, [this] { acceptAs(); }}),
        makeAction(this, {"dismissSuggestion", tr("Dismiss Su&ggestion"), "delete", {Qt::CTRL | Qt::Key_G}, [this] { dismiss(); }}),
    };
    m_moves = {
        makeAction(this, {"nextSuggestion", tr("Next &Suggestion"), "annotation-next", {Qt::CTRL | Qt::Key_T}, [this] { step(1); }}),
        makeAction(this, {"previousSuggestion", tr("Previous Suggestion"), "annotation-previous", {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, [this] { step(-1); }}),
    };
}

void SuggestionController::setDark(bool dark)
{
    m_dark = dark;
    {
        const QSignalBlocker quiet(m_view);
        for (const qint64 key : m_shown)
            m_view.removeMarks(key);
    }
    showMarks();
}

void SuggestionController::showMarks()
{
    m_shown.clear();
    updateMarks();
}

/// Of ten thousand in an article one that is answered costs no more than itself.
void SuggestionController::updateMarks()
{
    const OpenArticle *open = m_workspace.article();
    const std::vector<Suggestion> here = open ? m_book.in(open->article.id) : std::vector<Suggestion>();
    QSet<qint64> wanted;
    std::vector<Mark> fresh;
    for (const Suggestion &suggestion : here) {
        wanted.insert(-suggestion.id.value);
        if (m_shown.contains(-suggestion.id.value))
            continue;
        const std::vector<Mark> marks = marksOf(suggestion, m_workspace, m_dark);
        fresh.insert(fresh.end(), marks.begin(), marks.end());
    }
    {
        const QSignalBlocker quiet(m_view); // the current one stays so while marks are exchanged
        for (const qint64 key : m_shown) {
            if (!wanted.contains(key))
                m_view.removeMarks(key);
        }
        m_view.addMarks(fresh);
        m_shown = std::move(wanted);
        if (m_current && m_shown.contains(-m_current.value) && m_view.currentMark() != -m_current.value)
            m_view.setCurrentMark(-m_current.value);
    }
    if (m_current && !current())
        m_current = {};
    showState();
}

/// A click on a mark chooses it as a key does.
void SuggestionController::follow(qint64 markKey)
{
    m_current = {markKey < 0 ? -markKey : 0};
    showState();
}

std::optional<Suggestion> SuggestionController::current() const
{
    const OpenArticle *open = m_workspace.article();
    for (Suggestion &suggestion : open ? m_book.in(open->article.id) : std::vector<Suggestion>()) {
        if (m_current && suggestion.id == m_current)
            return std::move(suggestion);
    }
    return std::nullopt;
}

void SuggestionController::showState()
{
    const int count = m_book.count();
    const auto now = current();
    const OpenArticle *open = m_workspace.article();
    const auto here = open ? int(m_book.in(open->article.id).size()) : 0;
    const bool writable = m_workspace.isWritable();
    for (QAction *action : m_moves)
        action->setEnabled(count > 0);
    for (QAction *action : m_answers)
        action->setEnabled(count > 0 && writable);
    QString text = tr("%n suggestions", nullptr, count);
    if (now)
        text = tr("Suggested: %1 · %2", "a code, how many wait").arg(m_workspace.codebook().path(now->code).isEmpty() ? m_workspace.codebook().layer(now->layer)->name : m_workspace.codebook().path(now->code), text);
    m_button->setText(text);
    m_button->setAccessibleName(now ? tr("%1. It comes from: %2").arg(text, now->origin) : text);
    m_button->setToolTip(now ? tr("It comes from: %1").arg(now->origin)
                             : tr("%1 of them in this article. %2 goes to the next.").arg(here).arg(m_moves.front()->shortcut().toString(QKeySequence::NativeText)));
    m_button->setVisible(count > 0);
}

void SuggestionController::choose(const Suggestion &suggestion)
{
    if (suggestion.ranges.empty()) { // of the whole article there is nothing to be marked in the text
        m_view.setCurrentMark(0);
        m_current = suggestion.id;
        showState();
        Message told = passing(tr("Suggested for the whole article: %1.").arg(m_button->accessibleName()));
        told.topic = u"suggestion"_s;
        m_desk.say(told);
        return;
    }
    const qsizetype begin = m_workspace.article()->positions.toUtf16(suggestion.ranges.front()).begin;
    m_view.setSelection({begin, begin});
    m_view.setCurrentMark(-suggestion.id.value);
    m_current = suggestion.id;
    showState();
}

/// To the next one in the open article, from the current one or from the caret; false: there is none on that side.
bool SuggestionController::stepHere(int direction)
{
    const OpenArticle *open = m_workspace.article();
    const std::vector<Suggestion> here = m_book.in(open->article.id);
    const auto now = std::ranges::find(here, m_current, &Suggestion::id);
    auto target = std::ptrdiff_t(now - here.begin()) + direction;
    if (now == here.end()) {
        const qsizetype caret = open->positions.toCodePoint(m_view.caret());
        const auto behind = std::ranges::find_if(here, [&](const Suggestion &one) { return placeIn(one).first >= caret; });
        target = behind - here.begin() - (direction < 0 ? 1 : 0);
    }
    if (target < 0 || target >= std::ptrdiff_t(here.size()))
        return false;
    choose(here[size_t(target)]);
    return true;
}

void SuggestionController::step(int direction)
{
    const OpenArticle *open = m_workspace.article();
    if (m_book.count() == 0 || (open && stepHere(direction)))
        return;
    const ArticleId from = open ? open->article.id : ArticleId();
    const ArticleId next = m_book.neighbour(from, direction);
    if (next) {
        if (const auto opened = m_workspace.openArticle(next); !opened) {
            m_desk.fail(opened.error());
            return;
        }
    }
    const std::vector<Suggestion> there = m_book.in(next ? next : from);
    if (!there.empty())
        choose(direction > 0 ? there.front() : there.back());
}

/// What is answered was looked at: a key that meets none goes to the next instead.
std::optional<Suggestion> SuggestionController::chosen()
{
    if (!m_workspace.requireCoder())
        return std::nullopt;
    auto now = current();
    if (!now)
        step(1);
    return now;
}

void SuggestionController::accept()
{
    if (const auto suggestion = chosen())
        commitAndStep(*suggestion, {});
}

void SuggestionController::acceptAs()
{
    const auto suggestion = chosen();
    if (!suggestion)
        return;
    m_coding.choose(tr("Accept %1 as…").arg(described(m_workspace.codebook(), m_workspace.article()->text, *suggestion)), suggestion->code, [this, suggestion](CodeId code) {
        if (current() == suggestion)
            commitAndStep(*suggestion, code);
    });
}

void SuggestionController::commitAndStep(const Suggestion &suggestion, CodeId as)
{
    const OpenArticle *open = m_workspace.article();
    const auto change = acceptSuggestion(m_workspace.codebook(), {open->text, open->positions, open->article.language}, suggestion, m_workspace.codingAs(),
                                         m_workspace.allot<AnnotationTag>(), m_workspace.stamp().at, as);
    if (m_workspace.commit(change))
        goOnBehind(suggestion);
}

void SuggestionController::dismiss()
{
    const auto suggestion = chosen();
    if (suggestion && m_workspace.commit(dismissSuggestion(m_workspace.codebook(), m_workspace.article()->text, *suggestion, m_workspace.codingAs())))
        goOnBehind(*suggestion);
}

/// The hands stay where they are: the next one comes by itself.
void SuggestionController::goOnBehind(const Suggestion &answered)
{
    m_current = {};
    const std::vector<Suggestion> here = m_book.in(answered.article);
    const auto next = std::ranges::find_if(here, [&](const Suggestion &one) { return placeIn(one) >= placeIn(answered); });
    if (next != here.end())
        choose(*next);
    else if (m_book.count() > 0)
        step(1);
    else
        showState();
}

} // namespace galley
