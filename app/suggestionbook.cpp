// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestionbook.h"

#include <project/projectfile.h>
#include <project/suggesting.h>
#include <project/workspace.h>

#include <QtConcurrentRun>

#include <algorithm>
#include <set>

namespace galley {

namespace {

constexpr size_t fewArticles = 8; ///< are read while somebody waits

/// The articles in which something may wait, or wait no more, after the change.
std::set<ArticleId> concernedArticles(const Change &change)
{
    std::set<ArticleId> articles;
    for (const AnyEdit &any : change.edits) {
        std::visit([&]<typename T>(const T &edit) {
            if constexpr (std::is_same_v<T, Edit<Annotation>> || std::is_same_v<T, Edit<Suggestion>>)
                articles.insert(edit.after ? edit.after->article : edit.before->article);
        }, any);
    }
    return articles;
}

} // namespace

SuggestionBook &SuggestionBook::of(Workspace &workspace)
{
    if (auto *known = workspace.findChild<SuggestionBook *>())
        return *known;
    return *new SuggestionBook(workspace);
}

SuggestionBook::SuggestionBook(Workspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
    for (const auto signal : {&Workspace::projectOpened, &Workspace::coderChanged, &Workspace::sightChanged}) {
        connect(&workspace, signal, this, [this] {
            clear(); // another's are not shown for a moment either
            read();
        });
    }
    connect(&workspace, &Workspace::changed, this, &SuggestionBook::follow);
    connect(&workspace, &Workspace::projectClosing, this, &SuggestionBook::clear);
}

SuggestionBook::~SuggestionBook()
{
    ++*m_round;
}

void SuggestionBook::clear()
{
    ++*m_round;
    m_reading = false;
    m_waiting.clear();
    emit changed();
}

void SuggestionBook::read()
{
    const Project *project = m_workspace.project();
    const Coder *coder = m_workspace.coder();
    if (!project || !coder)
        return;
    const int round = ++*m_round;
    m_reading = true;
    QtConcurrent::run([file = ProjectFile(*project), sight = m_workspace.sight(), who = coder->id, current = m_round, round] {
        return file.open().and_then([&](const ProjectStore &store) { return waitingSuggestions(store, sight, who, [&] { return *current == round; }); });
    }).then(this, [this, round](const Result<std::map<ArticleId, std::vector<Suggestion>>> &waiting) {
        if (*m_round != round)
            return;
        m_reading = false;
        if (waiting)
            m_waiting = *waiting;
        else
            emit m_workspace.failed(waiting.error());
        emit changed();
    });
}

void SuggestionBook::follow(const Change &change)
{
    const std::set<ArticleId> articles = concernedArticles(change);
    const bool anything = altersCodebook(change) || std::ranges::any_of(change.edits, [](const AnyEdit &any) { return std::holds_alternative<BulkEdit>(any); });
    if (articles.empty() && !anything)
        return;
    if (articles.size() <= fewArticles) {
        for (const ArticleId article : articles)
            readArticle(article);
    } else if (const OpenArticle *open = m_workspace.article(); open && articles.contains(open->article.id)) {
        readArticle(open->article.id);
    }
    emit changed();
    if (anything || m_reading || articles.size() > fewArticles)
        read();
}

void SuggestionBook::readArticle(ArticleId article)
{
    if (!m_workspace.coder())
        return;
    auto waiting = waitingSuggestions(m_workspace.project()->store(), m_workspace.codebook(), m_workspace.sight(), m_workspace.coder()->id, article);
    if (!waiting)
        emit m_workspace.failed(waiting.error());
    if (waiting && !waiting->empty())
        m_waiting[article] = std::move(*waiting);
    else
        m_waiting.erase(article);
}

std::vector<Suggestion> SuggestionBook::in(ArticleId article) const
{
    const auto found = m_waiting.find(article);
    return found == m_waiting.end() ? std::vector<Suggestion>() : found->second;
}

int SuggestionBook::count() const
{
    size_t count = 0;
    for (const auto &[article, here] : m_waiting)
        count += here.size();
    return int(count);
}

ArticleId SuggestionBook::neighbour(ArticleId article, int direction) const
{
    std::vector<ArticleId> order = m_workspace.listedArticles();
    std::erase_if(order, [&](ArticleId id) { return id != article && !m_waiting.contains(id); });
    const bool listed = std::ranges::any_of(order, [&](ArticleId id) { return id != article; });
    if (!listed) { // the list is filtered, or shows another queue: they wait all the same
        order.clear();
        for (const auto &[id, here] : m_waiting)
            order.push_back(id);
    }
    if (!std::ranges::contains(order, article))
        order.insert(order.begin(), article);
    const auto here = std::ranges::find(order, article) - order.begin();
    const auto count = std::ptrdiff_t(order.size());
    const ArticleId next = order[size_t((here + direction + count) % count)];
    return next == article ? ArticleId() : next;
}

} // namespace galley
