// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchcontroller.h"

#include "../frame/actions.h"
#include "../frame/contribution.h"
#include "../frame/desk.h"
#include "../textindex.h"

#include <project/workspace.h>
#include <retrieval/searchpage.h>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostHits = 20000; ///< lines; what is beyond is counted

} // namespace

SearchController::SearchController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_index(TextIndex::of(desk.workspace))
    , m_hits(new HitListModel(this))
    , m_articles(new DispersionModel(this))
    , m_find(makeAction(this, {"findInProject", tr("Find in &All Articles…"), "find", {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, [this] {
        m_desk.goTo(places::search);
        page()->focusQuery();
    }}))
{
    connect(&m_workspace, &Workspace::projectOpened, this, [this] {
        forget();
        m_find->setEnabled(true);
        if (m_page)
            m_page->setQuery({});
    });
    connect(&m_workspace, &Workspace::projectClosed, this, [this] { m_find->setEnabled(false); });
    connect(&m_workspace, &Workspace::projectClosing, this, &SearchController::forget);
    for (const auto signal : {&Workspace::coderChanged, &Workspace::sightChanged}) {
        connect(&m_workspace, signal, this, [this] {
            forget();
            search();
        });
    }
    connect(&m_workspace, &Workspace::changed, this, [this](const Change &change) {
        if (alters<Article>(change))
            m_names.reset();
    });
    connect(&m_index, &TextIndex::takingIn, this, [this](qint64 done, qint64 inAll) {
        if (m_page)
            m_page->setTakingIn(done, inAll);
    });
    connect(&m_index, &TextIndex::takenIn, this, [this] {
        if (m_page)
            m_page->setTakingIn(0, 0);
    });
    connect(&m_index, &TextIndex::stopping, this, [this] { ++*m_round; });
    m_find->setEnabled(false);
}

SearchController::~SearchController()
{
    ++*m_round;
}

SearchPage *SearchController::page()
{
    if (m_page)
        return m_page;
    m_page = new SearchPage(&m_desk.window);
    m_page->hide();
    m_page->setModels(m_hits, m_articles);
    connect(m_page, &SearchPage::searchRequested, this, &SearchController::search);
    connect(m_page, &SearchPage::orderChanged, this, &SearchController::sort);
    connect(m_page, &SearchPage::hitActivated, this, &SearchController::show);
    connect(m_page, &SearchPage::articleActivated, this, &SearchController::showArticle);
    connect(m_page, &SearchPage::cancelRequested, &m_index, &TextIndex::cancel);
    connect(m_page, &SearchPage::importRequested, this, [this] { m_desk.perform("import"); });
    return m_page;
}

void SearchController::shown()
{
    m_page->setHasArticles(m_workspace.project()->store().counts().transform([](const Counts &counts) { return counts.articles > 0; }).value_or(true));
    m_page->takeFocus();
}

void SearchController::forget()
{
    ++*m_round;
    m_names.reset();
    m_searching = false;
    m_outcome = {};
    m_hits->clear();
    m_articles->clear();
    if (m_page) {
        m_page->setSearching(false);
        m_page->setTold({});
    }
}

void SearchController::search()
{
    if (!m_page || !m_workspace.project())
        return;
    const int round = ++*m_round;
    SearchRequest request{.query = m_page->query(), .isRegex = m_page->isRegex(), .sight = m_workspace.sight(), .mostHits = mostHits};
    const bool isNothing = request.query.trimmed().isEmpty();
    const auto readable = isNothing ? Result<>() : checkQuery(request.query, request.isRegex);
    m_page->setProblem(readable ? QString() : readable.error().message);
    m_outcome = {};
    m_isFresh = true;
    if (isNothing || !readable) {
        m_searching = false;
        m_hits->clear();
        m_articles->clear();
        m_page->setSearching(false);
        m_page->setTold({});
        return;
    }
    m_searching = true;
    m_page->setSearching(true);
    m_page->setTold(tr("Searching…"));
    m_index.run([this, round, request, current = m_round, names = m_names](const ProjectLists &lists, const SearchIndex &index) mutable -> Result<SearchOutcome> {
        const auto goOn = [&] { return *current == round; };
        if (!goOn())
            return SearchOutcome();
        if (!names) {
            names = std::make_shared<const ArticleNames>(index.articles());
            QMetaObject::invokeMethod(this, [this, round, names] {
                if (*m_round == round)
                    m_names = names;
            }, Qt::QueuedConnection);
        }
        return galley::search(lists, index, request, {goOn, [&](std::vector<SearchHit> hits, std::vector<SearchedArticle> articles) {
            QMetaObject::invokeMethod(this, [this, round, hits = std::move(hits), articles = std::move(articles)]() mutable {
                if (*m_round == round)
                    add(std::move(hits), articles);
            }, Qt::QueuedConnection);
        }});
    }).then(this, [this, round](const Result<SearchOutcome> &outcome) {
        if (*m_round == round)
            finish(outcome);
    });
}

void SearchController::add(std::vector<SearchHit> hits, const std::vector<SearchedArticle> &articles)
{
    if (std::exchange(m_isFresh, false)) {
        m_hits->clear();
        m_articles->clear();
    }
    if (m_names) {
        m_hits->setNames(m_names);
        m_articles->setNames(m_names);
    }
    m_hits->add(std::move(hits));
    m_articles->add(articles);
    tell();
}

void SearchController::finish(const Result<SearchOutcome> &outcome)
{
    m_searching = false;
    if (std::exchange(m_isFresh, false)) {
        m_hits->clear();
        m_articles->clear();
    }
    if (outcome)
        m_outcome = *outcome;
    else
        m_page->setProblem(outcome.error().message);
    m_page->setSearching(false);
    tell();
    if (m_outcome.gaveUp > 0)
        m_page->setProblem(tr("In %n articles the expression came to no end in time; they are not searched. A simpler one may do.", nullptr, int(m_outcome.gaveUp)));
    sort();
}

void SearchController::tell()
{
    const qint64 lines = m_hits->rowCount();
    if (m_searching) {
        m_page->setTold(tr("Searching… %Ln places so far", nullptr, int(lines)));
        return;
    }
    const QString places = tr("%Ln places", nullptr, int(m_outcome.hits));
    const QString found = tr("%1 in %2").arg(places, tr("%Ln articles", nullptr, int(m_outcome.articles)));
    m_page->setTold(m_outcome.hits > lines ? tr("%1; the first %Ln are listed, all are counted under Articles", nullptr, int(lines)).arg(found) : found);
}

/// Twenty thousand are not sorted while somebody waits for a key.
void SearchController::sort()
{
    if (m_searching || m_hits->rowCount() == 0)
        return;
    const int round = *m_round;
    QtConcurrent::run([hits = m_hits->hits(), names = m_hits->names(), order = m_page->order()] { return inOrder(hits, *names, order); })
        .then(this, [this, round](std::vector<qint32> order) {
            if (*m_round == round)
                m_hits->setOrder(std::move(order));
        });
}

void SearchController::show(const SearchHit &hit)
{
    if (!hit.article) {
        m_desk.goTo(places::discussion);
        return;
    }
    if (hit.in == FoundIn::Text) {
        m_workspace.showPassage(hit.article, hit.range);
        m_desk.goTo(places::read);
        return;
    }
    if (!m_workspace.article() || m_workspace.article()->article.id != hit.article) {
        if (const auto opened = m_workspace.openArticle(hit.article); !opened) {
            m_desk.fail(opened.error());
            return;
        }
    }
    m_desk.goTo(places::read);
    m_workspace.setCurrent(hit.annotation);
}

void SearchController::showArticle(ArticleId article)
{
    if (const int row = m_hits->rowOf(article); row >= 0) {
        const SearchHit hit = m_hits->hitAt(row);
        show(hit);
        return;
    }
    m_workspace.showPassage(article, {});
    m_desk.goTo(places::read);
}

} // namespace galley
