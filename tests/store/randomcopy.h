// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rawsql.h"
#include "sampleproject.h"

#include <base/random.h>

#include <algorithm>

/// Copies of a project on which somebody works at random.
namespace galley::sample {

/// Everything that is the same in two copies of one set of entries.
inline QStringList contentOf(const QString &path)
{
    raw::Database database(path);
    QStringList content;
    for (const char *table : RowKinds::tables) {
        content << QLatin1StringView(table);
        content += database.rows(QByteArray("SELECT * FROM ") + table + " WHERE deleted = 0 ORDER BY id");
    }
    content += database.rows("SELECT v.* FROM annotation_value AS v JOIN annotation ON annotation.id = v.annotation WHERE deleted = 0 ORDER BY v.annotation, ordinal");
    content += database.rows("SELECT article, body FROM article_text JOIN article ON article.id = article WHERE deleted = 0 ORDER BY article");
    content += database.rows("SELECT id, uuid, at, coder, text, kind, target, edits, payload FROM standing_operation ORDER BY id");
    content += database.rows("SELECT kind, id, versions FROM collision ORDER BY kind, id");
    return content;
}

inline std::vector<Annotation> annotationsIn(const ProjectStore &store)
{
    std::vector<Annotation> all;
    for (const Article &article : taken(store.articles()))
        std::ranges::move(taken(store.annotations(article.id)), std::back_inserter(all));
    std::ranges::sort(all, {}, &Annotation::id);
    return all;
}

/// One copy at work: opened when it acts, so that each time has a number of its own, as a window that is opened has.
class Copy
{
public:
    Copy(QString path, CoderId coder, quint64 seed, quint64 stream)
        : m_path(std::move(path))
        , m_coder(coder)
        , m_random(seed, stream)
    {
    }

    void act(int steps)
    {
        ProjectStore store = taken(ProjectStore::open(m_path, ProjectStore::Mode::ReadWrite));
        for (int step = 0; step < steps; ++step)
            actOnce(store);
    }
    void merge(const Copy &other) { taken(taken(ProjectStore::open(m_path, ProjectStore::Mode::ReadWrite)).merge(other.m_path, {m_coder, time()})); }

private:
    void actOnce(ProjectStore &store)
    {
        const Stamp now{m_coder, time(++m_minute)};
        const std::vector<Annotation> annotations = annotationsIn(store);
        const auto any = [&] { return annotations[m_random.below(quint32(annotations.size()))]; };
        const auto apply = [&](const Change &change) {
            if (!change.isEmpty())
                taken(store.apply(change, now));
        };
        switch (m_random.below(21)) {
        case 0:
        case 1:
        case 2: {
            const std::vector<Article> articles = taken(store.articles());
            if (articles.empty())
                return;
            const Article &article = articles[m_random.below(quint32(articles.size()))];
            Annotation made = annotation(store.allot<AnnotationTag>(), article.id, taken(store.text(article.id)), {{qsizetype(m_random.below(5)), 8}}, {m_random.below(3) + 1});
            made.coder = m_coder;
            if (m_random.below(3) == 0) { // a stance, which has values
                made.layer = {2};
                made.code = {};
            }
            return apply({u"Code"_s, {added(made)}});
        }
        case 3:
        case 4:
            if (annotations.empty())
                return;
            if (const Annotation before = any(); true) {
                Annotation after = before;
                if (after.layer == LayerId{1})
                    after.code = {m_random.below(3) + 1};
                after.memo = QString::number(m_random.below(4));
                if (after.layer == LayerId{2})
                    after.values = valuesAtRandom(store, after.article);
                if (after != before)
                    apply({u"Recode"_s, {modified(before, after)}});
            }
            return;
        case 5:
            if (!annotations.empty())
                apply({u"Delete"_s, {removed(any())}});
            return;
        case 6: {
            const ArticleId article{idOf(uuidOf(m_random.below(2) + 1))};
            const auto known = taken(store.progress(article));
            const auto own = std::ranges::find(known, m_coder, &Progress::coder);
            const Progress after{progressId(article, m_coder), article, m_coder, m_random.below(2) ? ProgressState::Done : ProgressState::InProgress};
            if (own == known.end())
                apply({u"Progress"_s, {added(after)}});
            else if (*own != after)
                apply({u"Progress"_s, {modified(*own, after)}});
            return;
        }
        case 7:
        case 8:
            if (const auto next = taken(store.nextUndo(m_coder)))
                (void)store.undo(now, m_coder); // refused where another altered the row since
            return;
        case 9:
            (void)store.redo(now, m_coder);
            return;
        case 10: {
            const auto code = taken(store.codebook()).codes().front();
            Code renamed = code;
            renamed.name = u"Security %1"_s.arg(m_random.below(3));
            if (renamed != code)
                apply({u"Rename"_s, {modified(code, renamed)}});
            return;
        }
        case 11:
            if (!annotations.empty()) {
                const Annotation about = any();
                const auto earlier = taken(store.comments());
                const CommentId first = earlier.empty() || earlier.front().replyTo || earlier.front().article != about.article ? CommentId() : earlier.front().id;
                apply({u"Comment"_s, {added(Comment{store.allot<CommentTag>(), about.article, {about.id}, first, m_coder, {}, u"Said %1"_s.arg(m_minute), false, now.at})}});
            }
            return;
        case 12: {
            const StudyChoice choice{studyChoiceId(u"reliable from"), u"reliable from"_s, u"0.%1"_s.arg(m_random.below(3) + 7)};
            const auto known = taken(store.studyChoices());
            if (known.empty())
                apply({u"Decide"_s, {added(choice)}});
            else if (known.front() != choice)
                apply({u"Decide"_s, {modified(known.front(), choice)}});
            return;
        }
        case 13:
        case 14: {
            const std::vector<Article> articles = taken(store.articles());
            const std::vector<Suggestion> known = taken(store.suggestions());
            if (articles.empty() || (!known.empty() && m_random.below(2))) {
                const auto open = std::ranges::find_if(known, [&](const Suggestion &one) { return !one.coder || (one.coder == m_coder && one.state == SuggestionState::Open); });
                if (open == known.end())
                    return;
                Suggestion answer = answerOf(*open, m_coder);
                answer.state = m_random.below(2) ? SuggestionState::Accepted : SuggestionState::Dismissed;
                const auto own = std::ranges::find(known, answer.id, &Suggestion::id);
                if (own == known.end())
                    apply({u"Answer"_s, {added(answer)}});
                else if (*own != answer)
                    apply({u"Answer"_s, {modified(*own, answer)}});
                return;
            }
            Suggestion made{{}, articles[m_random.below(quint32(articles.size()))].id, {1}, {m_random.below(3) + 1}, {{2, 7}}, m_coder, m_random.below(2) ? m_coder : CoderId(), u"search"_s, SuggestionState::Open, {}, now.at};
            made.id = suggestionId(made);
            if (!std::ranges::contains(known, made.id, &Suggestion::id))
                apply({u"Suggest"_s, {added(made)}});
            return;
        }
        case 15:
        case 16:
            return apply(actorAtRandom(store));
        case 17:
        case 18:
            return apply(assignmentAtRandom(store));
        case 19:
            return decideOne(store, now);
        default: {
            ImportSession session = taken(store.beginImport());
            const quint32 number = m_random.below(6);
            const QByteArray text = "Article number " + QByteArray::number(number) + " says so.";
            Article made = article(QString::fromUtf8(text));
            made.uuid = uuidOf(1000 + number);
            if (!taken(session.articleWith(made.uuid)) && !taken(session.hadOtherText(made.uuid, QByteArray())))
                taken(session.add(made, text, {}));
            taken(session.commit(u"Import"_s, now));
            return;
        }
        }
    }

    /// None, a text, a passage of the article or an actor.
    std::vector<VariableValue> valuesAtRandom(const ProjectStore &store, ArticleId article)
    {
        const QString text = taken(store.text(article));
        const std::vector<Range> passage{{qsizetype(m_random.below(3)), 6}};
        const std::vector<Actor> actors = taken(store.actors());
        switch (m_random.below(4)) {
        case 0:
            return {{{6}, u"note %1"_s.arg(m_random.below(2))}};
        case 1:
            return {{{6}, Passage{passage, quoteOf(text, TextPositions(text), passage)}}};
        case 2:
            return actors.empty() ? std::vector<VariableValue>() : std::vector<VariableValue>{{{3}, actors[m_random.below(quint32(actors.size()))].id}};
        default:
            return {};
        }
    }

    /// One that is new, or another alias of one that is there.
    Change actorAtRandom(const ProjectStore &store)
    {
        Actor actor;
        actor.name = u"Actor %1"_s.arg(m_random.below(3));
        actor.id = actorId(actor.name);
        actor.uuid = galley::uuidOf(actor.id.value);
        const std::vector<Actor> known = taken(store.actors());
        const auto before = std::ranges::find(known, actor.id, &Actor::id);
        if (before == known.end())
            return {u"Add an actor"_s, {added(actor)}};
        actor = *before;
        actor.aliases = {u"alias %1"_s.arg(m_random.below(3))};
        return actor == *before ? Change() : Change{u"Alias"_s, {modified(*before, actor)}};
    }

    /// A set, or that somebody codes one of its articles, or no longer does.
    Change assignmentAtRandom(const ProjectStore &store)
    {
        CodingSet set{{}, u"Set %1"_s.arg(m_random.below(2)), SetKind::Main, false, u"{\"articles\":[]}"_s};
        set.id = setId(set.name);
        const std::vector<CodingSet> sets = taken(store.codingSets());
        if (!std::ranges::contains(sets, set.id, &CodingSet::id))
            return {u"Make a set"_s, {added(set)}};
        const std::vector<Article> articles = taken(store.articles());
        if (articles.empty())
            return {};
        Assignment wanted{{}, set.id, articles[m_random.below(quint32(articles.size()))].id, m_coder, int(m_random.below(3))};
        wanted.id = assignmentId(wanted.set, wanted.article, wanted.coder);
        const std::vector<Assignment> known = taken(store.assignments());
        const auto before = std::ranges::find(known, wanted.id, &Assignment::id);
        if (before == known.end())
            return {u"Assign"_s, {added(wanted)}};
        return *before == wanted ? Change{u"Take off"_s, {removed(*before)}} : Change{u"Order"_s, {modified(*before, wanted)}};
    }

    /// What copies altered apart is decided for one of the versions: the other, or, by going there and back, the one that stands.
    void decideOne(ProjectStore &store, const Stamp &now)
    {
        const std::vector<LookedAt> found = taken(store.lookedAt());
        if (found.empty())
            return;
        const LookedAt &one = found[m_random.below(quint32(found.size()))];
        if (one.others.empty() || one.kind == RowKinds::index<Ruling>())
            return;
        const AnyEdit &other = one.others[m_random.below(quint32(one.others.size()))];
        const auto *annotation = std::get_if<Edit<Annotation>>(&other);
        Change decision{u"Take the other"_s, {other}};
        std::vector<AnyEdit> beside;
        if (annotation && annotation->after) { // it became an annotation of its own
            const auto standing = taken(store.annotation({one.id})), second = taken(store.annotation(annotation->after->id));
            if (!second)
                return;
            Annotation instead = *second;
            instead.id = {one.id};
            instead.uuid = standing ? standing->uuid : galley::uuidOf(qint64(one.id));
            decision.edits = {Edit<Annotation>{standing, instead}};
            beside = {removed(*second)};
        }
        if (m_random.below(2)) {
            const Change back = inverse(decision);
            decision.edits.insert(decision.edits.end(), back.edits.begin(), back.edits.end());
        }
        decision.edits.insert(decision.edits.end(), beside.begin(), beside.end());
        (void)store.apply(decision, now); // refused where something refers to it, or it was altered since
    }

    QString m_path;
    CoderId m_coder;
    Random m_random;
    int m_minute = 0;
};

} // namespace galley::sample
