// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchcontroller.h"

#include "../frame/actions.h"
#include "../frame/contribution.h"
#include "../frame/desk.h"
#include "../suggestionreport.h"
#include "../textindex.h"

#include <panels/codepalette.h>
#include <project/projectfile.h>
#include <project/workspace.h>
#include <retrieval/searchpage.h>
#include <widgets/progressline.h>

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
    , m_suggestChosen(makeAction(this, {"suggestChosen", tr("&Suggest Chosen Places as…"), "palette", {Qt::CTRL | Qt::Key_K}, [this] { suggest(Asked::Chosen); }}))
    , m_suggestAll(makeAction(this, {"suggestAll", tr("Suggest &All Places as…"), "", {}, [this] { suggest(Asked::All); }}))
    , m_suggestToAll(makeAction(this, {"suggestToEverybody", tr("Suggest All Places to &Everybody as…"), "people", {}, [this] { suggest(Asked::AllOfEverybody); }}))
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
    connect(&m_index, &TextIndex::stopping, this, [this] {
        ++*m_round;
        *m_stop = true;
    });
    m_find->setEnabled(false);
    updateActions();
}

SearchController::~SearchController()
{
    ++*m_round;
    *m_stop = true;
}

SearchPage *SearchController::page()
{
    if (m_page)
        return m_page;
    m_page = new SearchPage(&m_desk.window);
    m_page->hide();
    m_page->setModels(m_hits, m_articles);
    connect(m_page, &SearchPage::searchRequested, this, &SearchController::search);
    m_page->setActions(suggestActions());
    connect(m_page, &SearchPage::chosenChanged, this, &SearchController::updateActions);
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
    updateActions();
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

void SearchController::updateActions()
{
    const bool any = m_page && !m_searching && m_workspace.isWritable() && (!m_progress || !m_progress->isActive());
    m_suggestChosen->setEnabled(any && !m_page->chosenHits().empty());
    m_suggestAll->setEnabled(any && m_outcome.hits > 0);
    m_suggestToAll->setEnabled(any && m_outcome.hits > 0 && m_workspace.maySettle());
}

void SearchController::suggest(Asked asked)
{
    if (!m_workspace.requireCoder())
        return;
    const auto places = int(asked == Asked::Chosen ? qint64(m_page->chosenHits().size()) : m_outcome.hits);
    if (!m_palette) {
        m_palette = new CodePalette(m_page);
        connect(m_palette, &CodePalette::codeChosen, this, [this](CodeId code) { m_codeChosen(code); });
    }
    m_codeChosen = [this, asked](CodeId code) { suggest(asked, code); };
    const QString title = asked == Asked::AllOfEverybody ? tr("Suggest %Ln places to everybody as…", nullptr, places) : tr("Suggest %Ln places as…", nullptr, places);
    m_palette->open(m_workspace.codebook(), title, m_page->mapToGlobal(m_page->rect().center() - QPoint(160, 160)));
}

/// Of all places also those beyond the lines that are listed: they are looked for once more.
void SearchController::suggest(Asked asked, CodeId code)
{
    const Codebook &codebook = m_workspace.codebook();
    const CoderId who = m_workspace.coder()->id;
    SearchRequest search{.query = m_page->query(), .isRegex = m_page->isRegex(), .withRemarks = false, .width = 0};
    const SuggestionRequest request{codebook.variable(codebook.code(code)->variable)->layer, code, who, asked == Asked::AllOfEverybody ? CoderId() : who,
                                    originOfSearch(search.query, search.isRegex), m_workspace.sight()};
    if (!m_progress) {
        m_progress = &m_desk.addProgress();
        connect(m_progress, &ProgressLine::cancelRequested, this, [this] { *m_stop = true; });
    }
    *m_stop = false;
    m_progress->begin(tr("Making suggestions…"));
    FoundPlaces chosen = asked == Asked::Chosen ? placesOf(m_page->chosenHits()) : FoundPlaces();
    m_index.run([file = ProjectFile(*m_workspace.project()), search, request, asked, places = std::move(chosen), stop = m_stop](const ProjectLists &lists, const SearchIndex &index) mutable -> Result<SuggestionOutcome> {
        const auto goOn = [&] { return !*stop; };
        if (asked != Asked::Chosen) {
            const auto searched = galley::search(lists, index, search, {goOn, [&](const std::vector<SearchHit> &hits, const std::vector<SearchedArticle> &) {
                for (const auto &[article, ranges] : placesOf(hits))
                    places[article].insert(places[article].end(), ranges.begin(), ranges.end());
            }});
            if (!searched)
                return std::unexpected(searched.error());
        }
        const auto store = file.open();
        return store ? galley::suggest(*store, request, places, goOn) : std::unexpected(store.error());
    }).then(this, [this, code](const Result<SuggestionOutcome> &outcome) { takeSuggestions(outcome, code); });
}

void SearchController::takeSuggestions(const Result<SuggestionOutcome> &outcome, CodeId code)
{
    m_progress->end();
    if (!m_workspace.project() || *m_stop)
        return;
    if (!outcome)
        return m_desk.fail(outcome.error());
    if (!outcome->change.isEmpty() && !m_workspace.commit(outcome->change))
        return;
    m_desk.say(suggestionReport(*outcome, m_workspace.codebook(), code, m_desk));
}

void SearchController::tell()
{
    updateActions();
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
