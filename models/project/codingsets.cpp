// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingsets.h"

#include <base/random.h>
#include <domain/identity.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Sets
{
    Q_DECLARE_TR_FUNCTIONS(Sets)
};

/// Fisher and Yates (1938), from the end.
template<typename T>
void shuffle(std::vector<T> &list, Random &random)
{
    for (size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1], list[random.below(quint32(left))]);
}

/// Who is next: how much everybody has, and who met whom how often.
class Balance
{
public:
    explicit Balance(const std::vector<CoderId> &coders)
        : m_coders(coders)
    {
    }

    void add(CoderId coder, const std::vector<CoderId> &beside)
    {
        ++m_load[coder];
        for (const CoderId other : beside)
            ++m_met[std::minmax(coder, other)];
    }

    /// Who has least; of those, who met the ones chosen already least often; of those, by lot.
    CoderId next(const std::vector<CoderId> &chosen, Random &random)
    {
        std::vector<std::pair<std::tuple<int, int, quint32>, CoderId>> ranked;
        for (const CoderId coder : m_coders) {
            if (std::ranges::contains(chosen, coder))
                continue;
            int met = 0;
            for (const CoderId other : chosen)
                met += m_met[std::minmax(coder, other)];
            ranked.emplace_back(std::tuple(m_load[coder], met, random.next()), coder);
        }
        return std::ranges::min_element(ranked, {}, &decltype(ranked)::value_type::first)->second;
    }

private:
    std::vector<CoderId> m_coders;
    std::map<CoderId, int> m_load;
    std::map<std::pair<CoderId, CoderId>, int> m_met;
};

/// A queue goes on where it ended, over all sets.
std::map<CoderId, int> lastPlaces(const std::vector<Assignment> &assigned)
{
    std::map<CoderId, int> last;
    for (const Assignment &known : assigned)
        last[known.coder] = std::max(last[known.coder], known.position);
    return last;
}

} // namespace

Result<Change> makeSet(const std::vector<CodingSet> &known, const QString &name, SetKind kind, bool blind, const std::vector<QUuid> &articles,
                       const QString &from, quint64 seed, CoderId gold)
{
    const QString called = name.simplified();
    if (called.isEmpty())
        return failed(Sets::tr("A set needs a name."));
    if (setNamed(known, called))
        return failed(Sets::tr("There is a set “%1” already.").arg(called));
    if (articles.empty())
        return failed(Sets::tr("The set “%1” would have no articles.").arg(called));
    std::vector<QUuid> ordered = articles;
    Random random(seed, 0);
    shuffle(ordered, random);
    QJsonArray list;
    for (const QUuid &article : ordered)
        list.append(article.toString(QUuid::WithoutBraces));
    QJsonObject record{{u"articles"_s, list}, {u"from"_s, from}, {u"seed"_s, QString::number(seed)}};
    if (gold)
        record.insert(u"gold"_s, QString::number(gold.value));
    const CodingSet set{setId(called), called, kind, blind || kind == SetKind::Retest, QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))};
    return Change{Sets::tr("Make the set “%1” of %Ln articles", nullptr, int(articles.size())).arg(called), {added(set)}};
}

CoderId goldOf(const CodingSet &set)
{
    return {QJsonDocument::fromJson(set.record.toUtf8())["gold"_L1].toString().toLongLong()};
}

Result<std::vector<ArticleId>> articlesThere(const ProjectStore &store, const CodingSet &set)
{
    return store.articles().transform([&](const std::vector<Article> &all) {
        std::unordered_set<ArticleId> known;
        std::ranges::transform(all, std::inserter(known, known.end()), &Article::id);
        std::vector<ArticleId> articles;
        for (const QUuid &uuid : articlesOf(set)) {
            if (const ArticleId id{idOf(uuid)}; known.contains(id))
                articles.push_back(id);
        }
        return articles;
    });
}

Result<std::vector<Assignment>> plannedAssignments(SetId set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders, int perArticle,
                                                   quint64 seed, const std::vector<Assignment> &assigned)
{
    if (perArticle < 1 || std::ssize(coders) < perArticle)
        return failed(Sets::tr("Each article is to be coded by %1, and there are %Ln coders.", nullptr, int(coders.size())).arg(perArticle));
    Random random(seed, 1);
    Balance loads(coders);
    std::map<ArticleId, std::vector<CoderId>> has;
    std::map<CoderId, int> last = lastPlaces(assigned);
    for (const Assignment &known : assigned) {
        if (known.set != set)
            continue;
        loads.add(known.coder, has[known.article]);
        has[known.article].push_back(known.coder);
    }
    std::vector<Assignment> planned;
    for (const ArticleId article : articles) {
        std::vector<CoderId> &chosen = has[article];
        while (std::ssize(chosen) < perArticle && std::ranges::any_of(coders, [&](CoderId coder) { return !std::ranges::contains(chosen, coder); })) {
            const CoderId coder = loads.next(chosen, random);
            loads.add(coder, chosen);
            chosen.push_back(coder);
            planned.push_back({assignmentId(set, article, coder), set, article, coder, ++last[coder]});
        }
    }
    return planned;
}

std::vector<Assignment> assignmentsOf(SetId set, const std::vector<std::pair<ArticleId, CoderId>> &who, const std::vector<Assignment> &assigned)
{
    std::map<CoderId, int> last = lastPlaces(assigned);
    std::vector<Assignment> plan;
    for (const auto &[article, coder] : who)
        plan.push_back({assignmentId(set, article, coder), set, article, coder, ++last[coder]});
    return plan;
}

Loads loadsOf(const std::vector<Assignment> &assignments)
{
    Loads loads;
    std::map<std::pair<SetId, ArticleId>, std::vector<CoderId>> who;
    for (const Assignment &one : assignments) {
        ++loads.articles[one.coder];
        for (const CoderId other : who[{one.set, one.article}])
            ++loads.together[std::minmax(one.coder, other)];
        who[{one.set, one.article}].push_back(one.coder);
    }
    return loads;
}

Change assign(const CodingSet &set, const std::vector<Assignment> &plan)
{
    Change change{Sets::tr("Assign %Ln articles of “%1”", nullptr, int(plan.size())).arg(set.name), {}};
    for (const Assignment &assignment : plan)
        change.edits.emplace_back(added(assignment));
    return plan.empty() ? Change() : change;
}

Result<std::map<CoderId, EarlierWork>> earlierWork(const ProjectStore &store, const std::vector<Coder> &coders)
{
    std::map<CoderId, EarlierWork> work;
    for (const Coder &coder : coders) {
        const auto summaries = store.articleSummaries(coder.id);
        if (!summaries)
            return std::unexpected(summaries.error());
        EarlierWork &own = work[coder.id];
        for (const ArticleSummary &article : *summaries) {
            if (article.annotations > 0 || article.progress == ProgressState::Done)
                own.coded.push_back(article.id);
            if (article.progress == ProgressState::Done)
                own.done.push_back(article.id);
        }
    }
    return work;
}

Result<std::vector<std::pair<ArticleId, CoderId>>> plannedRetest(const CodingSet &set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders,
                                                                 int perArticle, quint64 seed, const std::map<CoderId, EarlierWork> &work,
                                                                 const std::vector<Coder> &known, const std::vector<Assignment> &assigned)
{
    std::set<std::pair<ArticleId, CoderId>> again;        // of any set: nobody codes an article a third time
    std::map<ArticleId, std::vector<CoderId>> has;        // in this one
    Balance loads(coders);
    for (const Assignment &one : assigned) {
        const auto coder = std::ranges::find(known, one.coder, &Coder::id);
        const CoderId first = coder == known.end() ? CoderId() : firstSelf(*coder);
        if (!first)
            continue;
        again.emplace(one.article, first);
        if (one.set == set.id) {
            loads.add(first, has[one.article]);
            has[one.article].push_back(first);
        }
    }
    Random random(seed, 1);
    std::vector<std::pair<ArticleId, CoderId>> planned;
    for (const ArticleId article : articles) {
        std::vector<CoderId> chosen = has[article];
        while (std::ssize(chosen) < perArticle) {
            std::vector<CoderId> barred = chosen; // who has it already, and who never coded it
            std::ranges::copy_if(coders, std::back_inserter(barred), [&](CoderId coder) {
                const auto own = work.find(coder);
                return again.contains({article, coder}) || own == work.end() || !std::ranges::contains(own->second.coded, article);
            });
            if (std::ranges::all_of(coders, [&](CoderId coder) { return std::ranges::contains(barred, coder); }))
                break;
            const CoderId coder = loads.next(barred, random);
            loads.add(coder, chosen);
            chosen.push_back(coder);
            planned.emplace_back(article, coder);
        }
    }
    if (planned.empty())
        return failed(Sets::tr("No article of “%1” can be coded once more by these: they coded none of them before, or have them already.").arg(set.name));
    return planned;
}

Result<Change> assignRetest(const CodingSet &set, const std::vector<std::pair<ArticleId, CoderId>> &who, quint64 seed, const std::map<CoderId, EarlierWork> &work,
                            const std::vector<Coder> &known, const std::vector<Assignment> &assigned)
{
    Change change{Sets::tr("Assign %Ln articles of “%1”", nullptr, int(who.size())).arg(set.name), {}};
    std::map<CoderId, int> last = lastPlaces(assigned);
    std::map<CoderId, std::vector<int>> open; // the places of what each has still to code
    std::vector<CoderId> made;
    Random random(seed, 3);
    for (const auto &[article, id] : who) {
        const auto coder = std::ranges::find(known, id, &Coder::id);
        const auto own = work.find(id);
        if (coder == known.end() || own == work.end() || !std::ranges::contains(own->second.coded, article))
            return failed(Sets::tr("“%1” did not code all of these articles before.").arg(coder == known.end() ? QString() : coder->name));
        const Coder self = secondSelf(*coder, set.id, set.name);
        if (!std::ranges::contains(known, self.id, &Coder::id) && !std::ranges::contains(made, self.id)) {
            change.edits.emplace_back(added(self));
            made.push_back(self.id);
        }
        const auto [places, isFirst] = open.try_emplace(id);
        for (const Assignment &one : isFirst ? assigned : std::vector<Assignment>()) {
            if (one.coder == id && !std::ranges::contains(own->second.done, one.article))
                places->second.push_back(one.position);
        }
        const int place = places->second.empty() ? last[id] + 1 : places->second[random.below(quint32(places->second.size()))];
        change.edits.emplace_back(added(Assignment{assignmentId(set.id, article, self.id), set.id, article, self.id, place}));
    }
    return who.empty() ? Change() : change;
}

Result<HandedOn> handedOn(const CodingSet &set, const Coder &from, const std::vector<CoderId> &to, const std::vector<Assignment> &assigned,
                          const std::vector<ArticleId> &done, quint64 seed)
{
    if (set.kind == SetKind::Retest)
        return failed(Sets::tr("Nobody else can code an article once more for “%1”. What they do not code stays out of it.").arg(from.name));
    std::vector<CoderId> takers = to;
    std::erase(takers, from.id);
    if (takers.empty())
        return failed(Sets::tr("Nobody else is named who could take over from “%1”.").arg(from.name));
    Random random(seed, 2);
    Balance balance(takers);
    std::map<ArticleId, std::vector<CoderId>> has;
    std::map<CoderId, int> last = lastPlaces(assigned);
    std::vector<Assignment> open;
    for (const Assignment &one : assigned) {
        if (one.set != set.id)
            continue;
        if (one.coder == from.id && !std::ranges::contains(done, one.article)) {
            open.push_back(one);
            continue;
        }
        balance.add(one.coder, has[one.article]);
        has[one.article].push_back(one.coder);
    }
    HandedOn result;
    for (const Assignment &one : open) {
        std::vector<CoderId> &chosen = has[one.article];
        if (std::ranges::all_of(takers, [&](CoderId coder) { return std::ranges::contains(chosen, coder); })) {
            result.kept.push_back(one.article);
            continue;
        }
        const CoderId coder = balance.next(chosen, random);
        balance.add(coder, chosen);
        chosen.push_back(coder);
        result.change.edits.emplace_back(removed(one));
        result.change.edits.emplace_back(added(Assignment{assignmentId(set.id, one.article, coder), set.id, one.article, coder, ++last[coder]}));
        ++result.articles;
    }
    if (result.articles > 0)
        result.change.text = Sets::tr("Give %Ln articles of “%1” from “%2” to others", nullptr, result.articles).arg(set.name, from.name);
    return result;
}

Change setBlind(const CodingSet &set, bool blind)
{
    if (set.blind == blind)
        return {};
    CodingSet after = set;
    after.blind = blind;
    return {blind ? Sets::tr("Make the set “%1” blind").arg(set.name) : Sets::tr("Lift the blindness of the set “%1”").arg(set.name), {modified(set, after)}};
}

Result<Change> removeSet(const CodingSet &set, const std::vector<Assignment> &assigned)
{
    if (std::ranges::contains(assigned, set.id, &Assignment::set))
        return failed(Sets::tr("Articles of the set “%1” are assigned; it is kept.").arg(set.name));
    return Change{Sets::tr("Remove the set “%1”").arg(set.name), {removed(set)}};
}

std::vector<ArticleId> queueOf(CoderId coder, const std::vector<Assignment> &assignments, const std::map<ArticleId, CoderId> &selves)
{
    std::vector<Assignment> own;
    std::ranges::copy_if(assignments, std::back_inserter(own), [&](const Assignment &one) {
        const auto self = selves.find(one.article);
        return one.coder == (self == selves.end() ? coder : self->second);
    });
    std::ranges::sort(own, {}, [](const Assignment &one) { return std::pair(one.position, one.id); });
    std::vector<ArticleId> queue;
    std::unordered_set<ArticleId> known;
    for (const Assignment &one : own) {
        if (known.insert(one.article).second)
            queue.push_back(one.article);
    }
    return queue;
}

} // namespace galley
