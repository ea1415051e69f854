// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "actoredits.h"
#include "coderedits.h"
#include "sight.h"
#include "spanrules.h"
#include "studychoices.h"

#include <algorithm>

namespace galley {

namespace {

Result<std::map<AnnotationId, Annotation>> annotationsSeen(const ProjectStore &store, ArticleId article, const Sight &sight)
{
    return store.annotations(article).transform([&](std::vector<Annotation> annotations) {
        std::map<AnnotationId, Annotation> seen;
        for (Annotation &annotation : annotations) {
            if (annotation.coder != consensusCoder().id && sight.sees(annotation)) // the consensus stands beside what coders did
                seen.emplace(annotation.id, std::move(annotation));
        }
        return seen;
    });
}

} // namespace

Result<OpenArticle> readArticle(const ProjectStore &store, ArticleId id, const Sight &sight)
{
    auto article = store.article(id);
    if (!article)
        return std::unexpected(article.error());
    auto text = store.text(id);
    if (!text)
        return std::unexpected(text.error());
    auto zones = store.zones(id);
    if (!zones)
        return std::unexpected(zones.error());
    auto annotations = annotationsSeen(store, id, sight);
    if (!annotations)
        return std::unexpected(annotations.error());
    TextPositions positions(*text);
    return OpenArticle{std::move(*article), std::move(*text), std::move(positions), std::move(*zones), std::move(*annotations)};
}

Workspace::Workspace(QObject *parent)
    : QObject(parent)
{
}

Workspace::~Workspace() = default;

Result<> Workspace::createProject(const QString &path, const Codebook &codebook)
{
    auto store = ProjectStore::create(path, codebook, {{}, QDateTime::currentDateTimeUtc()});
    if (!store)
        return std::unexpected(store.error());
    auto project = Project::open(std::move(*store));
    if (!project)
        return std::unexpected(project.error());
    take(std::move(*project));
    return {};
}

Result<> Workspace::openProject(const QString &path)
{
    auto store = ProjectStore::open(path, ProjectStore::Mode::ReadWrite);
    QString reason;
    if (!store) {
        auto readable = ProjectStore::open(path, ProjectStore::Mode::ReadOnly);
        if (!readable)
            return std::unexpected(store.error());
        reason = store.error().message;
        store = std::move(readable);
    }
    auto project = Project::open(std::move(*store));
    if (!project)
        return std::unexpected(project.error());
    take(std::move(*project));
    if (!reason.isEmpty())
        emit warned(tr("Nothing can be coded here, only read. %1").arg(reason), {});
    return {};
}

void Workspace::take(std::unique_ptr<Project> project)
{
    closeProject();
    m_project = std::move(project);
    connect(m_project.get(), &Project::changed, this, &Workspace::follow);
    connect(m_project.get(), &Project::failed, this, &Workspace::failed);
    connect(m_project.get(), &Project::coderChanged, this, &Workspace::takeCoder);
    reloadPeople();
    look();
    emit projectOpened();
    emit projectReady();
}

void Workspace::closeProject()
{
    if (!m_project)
        return;
    emit aboutToMoveOn();
    emit projectClosing();
    closeArticle();
    m_project.reset();
    m_coders.clear();
    m_everybody.clear();
    m_allActors.clear();
    m_actors.clear();
    m_sight = {};
    emit projectClosed();
}

bool Workspace::isWritable() const
{
    return m_project && m_project->store().mode() == ProjectStore::Mode::ReadWrite;
}

void Workspace::reloadPeople()
{
    if (auto coders = m_project->store().coders()) {
        m_coders = people(*coders);
        m_everybody = std::move(*coders);
        nameSelves();
    } else
        emit failed(coders.error());
    if (auto actors = m_project->store().actors())
        m_allActors = std::move(*actors);
    else
        emit failed(actors.error());
    reloadActors();
}

/// A lead who sees all reads apart what they did first and again.
void Workspace::nameSelves()
{
    const Coder *who = coder();
    if (!who || m_sight.seesAll())
        return;
    for (Coder &other : m_everybody) {
        if (firstSelf(other) == who->id)
            other.name = who->name;
    }
}

void Workspace::reloadActors()
{
    m_actors = m_allActors;
    if (m_sight.seesAll())
        return;
    const auto unseen = m_project->store().actorsUnseen(m_sight);
    if (!unseen) {
        m_actors.clear();
        emit failed(unseen.error());
        return;
    }
    std::erase_if(m_actors, [&](const Actor &actor) { return std::ranges::binary_search(*unseen, actor.id); });
}

/// What who codes now may see. False where it is what it was.
bool Workspace::look()
{
    auto sight = sightOf(m_project->store(), m_project->coder());
    if (!sight) {
        emit failed(sight.error());
        return false;
    }
    if (*sight == m_sight)
        return false;
    m_sight = std::move(*sight);
    std::vector<CoderId> selves;
    for (const auto &[article, self] : m_sight.selves())
        selves.push_back(self);
    m_project->setSelves(std::move(selves));
    reloadPeople();
    if (!m_article)
        return true;
    if (auto seen = annotationsSeen(m_project->store(), m_article->article.id, m_sight)) {
        m_article->annotations = std::move(*seen);
    } else {
        m_article->annotations.clear();
        emit failed(seen.error());
    }
    return true;
}

/// What the former coder saw is gone before anybody hears of the new one.
void Workspace::takeCoder()
{
    const bool another = look();
    emit coderChanged();
    if (another)
        emit sightChanged();
}

bool Workspace::maySettle() const
{
    const Coder *who = coder();
    return who && (who->role == CoderRole::Lead || !std::ranges::contains(m_coders, CoderRole::Lead, &Coder::role));
}

const Coder *Workspace::coder() const
{
    if (!m_project)
        return nullptr;
    const auto found = std::ranges::find(m_coders, m_project->coder(), &Coder::id);
    return found == m_coders.end() ? nullptr : &*found;
}

void Workspace::setCoder(CoderId coder)
{
    emit aboutToMoveOn();
    setCurrent({}); // it is another's, and would lie under the next key
    m_project->setCoder(coder);
}

CoderId Workspace::addCoder(const QString &name, CoderRole role)
{
    const Result<Change> addition = galley::addCoder(m_coders, name, role);
    return commit(addition, Stamp{{}, stamp().at}) ? coderIn(*addition).id : CoderId();
}

bool Workspace::requireCoder()
{
    if (!m_project)
        return false;
    if (!isWritable()) {
        emit failed({tr("This project is open for reading only; nothing can be changed."), {}});
        return false;
    }
    if (!coder()) {
        emit coderNeeded();
        return false;
    }
    return true;
}

QString Workspace::nameOf(CoderId coder) const
{
    const auto found = std::ranges::find(m_everybody, coder, &Coder::id);
    return found == m_everybody.end() ? QString() : found->name;
}

CoderId Workspace::codingAs(ArticleId article) const
{
    if (!m_project)
        return {};
    const auto self = m_sight.selves().find(article);
    return self == m_sight.selves().end() ? m_project->coder() : self->second;
}

/// What is done in an article that is coded once more is the second self's.
Stamp Workspace::stampOf(const Change &change) const
{
    Stamp by = stamp();
    const auto worker = []<typename T>(const T &edit) -> CoderId {
        if constexpr (std::is_same_v<T, Edit<Annotation>> || std::is_same_v<T, Edit<Progress>>)
            return edit.after ? edit.after->coder : edit.before->coder;
        else if constexpr (std::is_same_v<T, Edit<Comment>>)
            return edit.after ? edit.after->by : edit.before->by;
        else if constexpr (std::is_same_v<T, Edit<Suggestion>>) // who made it, or who answers it
            return !edit.after ? edit.before->by : edit.after->state == SuggestionState::Open ? edit.after->by : edit.after->coder;
        else
            return {};
    };
    for (const AnyEdit &any : change.edits) {
        if (const CoderId who = std::visit(worker, any); m_sight.isLooker(who))
            by.coder = who;
    }
    return by;
}

/// First work in what is coded once more is not undone before the eyes of who is not to see it.
Result<std::optional<Operation>> Workspace::unlessHidden(Result<std::optional<Operation>> entry) const
{
    if (!entry || !*entry || m_sight.seesAll() || (*entry)->coder != m_sight.looker())
        return entry;
    for (const auto &[article, self] : m_sight.selves()) {
        const auto touches = m_sight.isBlind(article) ? m_project->store().touches((*entry)->id, article) : Result<bool>(false);
        if (!touches || *touches)
            return touches ? Result<std::optional<Operation>>(std::nullopt) : std::unexpected(touches.error());
    }
    return entry;
}

Result<std::optional<Operation>> Workspace::nextUndo() const
{
    return unlessHidden(m_project->nextUndo());
}

Result<std::optional<Operation>> Workspace::nextRedo() const
{
    return unlessHidden(m_project->nextRedo());
}

Result<> Workspace::openArticle(ArticleId id)
{
    if (m_article && m_article->article.id != id)
        emit aboutToMoveOn();
    auto article = readArticle(m_project->store(), id, m_sight);
    if (!article)
        return std::unexpected(article.error());
    m_article = std::make_unique<OpenArticle>(std::move(*article));
    m_current = {};
    emit articleOpened();
    emit currentChanged();
    return {};
}

void Workspace::closeArticle()
{
    if (!m_article)
        return;
    m_article.reset();
    m_current = {};
    emit articleClosed();
    emit currentChanged();
}

const Annotation *Workspace::current() const
{
    if (!m_article)
        return nullptr;
    const auto found = m_article->annotations.find(m_current);
    return found == m_article->annotations.end() ? nullptr : &found->second;
}

void Workspace::setCurrent(AnnotationId id)
{
    if (m_current == id)
        return;
    m_current = id;
    emit currentChanged();
}

bool Workspace::commit(const Result<Change> &change)
{
    return commit(change, std::nullopt);
}

bool Workspace::commit(const Result<Change> &change, const std::optional<Stamp> &by)
{
    if (!change) {
        emit failed(change.error());
        return false;
    }
    if (!isWritable()) {
        emit failed({tr("This project is open for reading only; nothing can be changed."), {}});
        return false;
    }
    const auto annotationsOf = [this](ArticleId article) { return m_project->store().annotations(article); };
    const auto choices = altersCodebook(*change) ? m_project->store().studyChoices() : Result<std::vector<StudyChoice>>(std::vector<StudyChoice>());
    const auto done = choices.and_then([&](const std::vector<StudyChoice> &decided) { return mayAlterCodebook(decided, *change); })
                          .and_then([&] { return overlapAsAllowed(codebook(), *change, annotationsOf); })
                          .and_then([&] { return m_project->commit(*change, by.value_or(stampOf(*change))); });
    if (!done) {
        emit failed(done.error());
        return false;
    }
    return true;
}

void Workspace::announceImport(const Change &change)
{
    m_project->announce(change);
    emit imported();
}

ActorId Workspace::actorNamed(const QString &name, Change &change)
{
    if (const Actor *known = galley::actorNamed(m_allActors, name)) // also one that is not seen: a name is one actor
        return known->id;
    const auto addition = addActor(m_allActors, name);
    if (!addition)
        return {};
    change.edits.insert(change.edits.end(), addition->edits.begin(), addition->edits.end());
    return actorIn(*addition).id;
}

void Workspace::showGap(const Incomplete &gap)
{
    if (!m_article || m_article->article.id != gap.article) {
        if (auto opened = openArticle(gap.article); !opened) {
            emit failed(opened.error());
            return;
        }
    }
    if (gap.annotation)
        setCurrent(gap.annotation);
    emit gapWanted(gap);
}

void Workspace::showPassage(ArticleId article, Range range)
{
    if (!m_article || m_article->article.id != article) {
        if (auto opened = openArticle(article); !opened) {
            emit failed(opened.error());
            return;
        }
    }
    setCurrent({});
    emit passageWanted(range);
}

void Workspace::reopenProject()
{
    const QString path = m_project->store().path();
    const CoderId coder = m_project->coder();
    const ArticleId article = m_article ? m_article->article.id : ArticleId();
    closeProject();
    if (auto opened = openProject(path); !opened) {
        emit failed(opened.error());
        return;
    }
    if (std::ranges::contains(m_coders, coder, &Coder::id))
        setCoder(coder);
    if (article)
        (void)openArticle(article); // it may have come with the merge
}

void Workspace::undo()
{
    step([this](Project &project) -> Result<Change> {
        const auto next = nextUndo();
        if (next && !*next)
            return galley::failed(tr("There is nothing to undo."));
        return (next ? mayStep((*next)->id) : Result<>()).and_then([&] { return project.undo(); });
    });
}

bool Workspace::undo(OperationId entry)
{
    return step([this, entry](Project &project) { return mayStep(entry).and_then([&] { return project.undo(entry); }); });
}

void Workspace::redo()
{
    step([this](Project &project) -> Result<Change> {
        const auto next = nextRedo();
        if (next && !*next)
            return galley::failed(tr("There is nothing to redo."));
        return (next ? mayStep((*next)->id) : Result<>()).and_then([&] { return project.redo(); });
    });
}

/// A frozen codebook is not altered by taking something back either.
Result<> Workspace::mayStep(OperationId entry) const
{
    const ProjectStore &store = m_project->store();
    return store.altersCodebook(entry).and_then([&](bool alters) { return alters ? store.studyChoices().and_then(codebookIsOpen) : Result<>(); });
}

bool Workspace::step(const std::function<Result<Change>(Project &)> &way)
{
    if (!requireCoder())
        return false;
    emit aboutToMoveOn();
    const auto change = way(*m_project);
    if (!change) {
        emit failed(change.error());
        return false;
    }
    if (change->isEmpty()) { // a merge was set aside, or taken in again: anything may be another
        reopenProject();
        return true;
    }
    // What was taken back or restored is shown, also where it lies in another article.
    const std::vector<ArticleId> articles = articlesIn(*change);
    if (articles.empty() || (m_article && std::ranges::contains(articles, m_article->article.id)))
        return true;
    if (auto opened = openArticle(articles.front()); !opened)
        emit failed(opened.error());
    return true;
}

/// Somebody came upon the name by themselves: it is theirs too from now on.
bool Workspace::usesUnseenActor(const Change &change) const
{
    if (m_sight.seesAll())
        return false;
    return std::ranges::any_of(change.edits, [this](const AnyEdit &any) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        return edit && edit->after && std::ranges::any_of(edit->after->values, [this](const VariableValue &value) {
            const auto *actor = std::get_if<ActorId>(&value.value);
            return actor && !std::ranges::contains(m_actors, *actor, &Actor::id);
        });
    });
}

void Workspace::follow(const Change &change)
{
    bool people = false;
    bool reload = false;
    for (const AnyEdit &any : change.edits) {
        if (const auto *edit = std::get_if<Edit<Annotation>>(&any); edit && m_article) {
            if (edit->before && edit->before->article == m_article->article.id)
                m_article->annotations.erase(edit->before->id);
            if (edit->after && edit->after->article == m_article->article.id && edit->after->coder != consensusCoder().id && m_sight.sees(*edit->after))
                m_article->annotations.insert_or_assign(edit->after->id, *edit->after);
        }
        people = people || std::holds_alternative<Edit<Coder>>(any) || std::holds_alternative<Edit<Actor>>(any);
        reload = reload || std::holds_alternative<BulkEdit>(any) || std::holds_alternative<Edit<Zone>>(any)
            || std::holds_alternative<Edit<Article>>(any);
    }
    if (people || reload)
        reloadPeople();
    else if (usesUnseenActor(change))
        reloadActors();
    if (m_project->coder() && !coder())
        setCoder({}); // an undo took away who is coding
    const bool another = altersSight(change) && look();
    emit changed(change);
    if (another)
        emit sightChanged();
    if (reload && m_article) {
        if (!openArticle(ArticleId(m_article->article.id)))
            closeArticle(); // its import was undone
    }
    emit currentChanged();
}

} // namespace galley
