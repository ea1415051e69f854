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
#include <map>
#include <tuple>

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

/// How much everybody has, and who met whom how often.
class Loads
{
public:
    explicit Loads(const std::vector<CoderId> &coders)
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

} // namespace

Result<Change> makeSet(const std::vector<CodingSet> &known, const QString &name, SetKind kind, bool blind, const std::vector<QUuid> &articles,
                       const QString &from, quint64 seed)
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
    const QJsonObject record{{u"articles"_s, list}, {u"from"_s, from}, {u"seed"_s, QString::number(seed)}};
    const CodingSet set{setId(called), called, kind, blind, QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))};
    return Change{Sets::tr("Make the set “%1” of %Ln articles", nullptr, int(articles.size())).arg(called), {added(set)}};
}

Result<std::vector<Assignment>> plannedAssignments(SetId set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders, int perArticle,
                                                   quint64 seed, const std::vector<Assignment> &assigned)
{
    if (perArticle < 1 || std::ssize(coders) < perArticle)
        return failed(Sets::tr("Each article is to be coded by %1, and there are %Ln coders.", nullptr, int(coders.size())).arg(perArticle));
    Random random(seed, 1);
    Loads loads(coders);
    std::map<ArticleId, std::vector<CoderId>> has;
    std::map<CoderId, int> last;
    for (const Assignment &known : assigned) {
        if (known.set != set)
            continue;
        loads.add(known.coder, has[known.article]);
        has[known.article].push_back(known.coder);
        last[known.coder] = std::max(last[known.coder], known.position);
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

Result<std::vector<CoderProgress>> progressOf(const ProjectStore &store)
{
    const auto sets = store.codingSets();
    const auto assignments = store.assignments();
    const auto coders = store.coders();
    const auto articles = store.articles();
    if (!sets || !assignments || !coders || !articles)
        return std::unexpected(!sets ? sets.error() : !assignments ? assignments.error() : !coders ? coders.error() : articles.error());
    std::map<std::pair<ArticleId, CoderId>, std::vector<SetId>> assignedTo;
    std::map<std::pair<SetId, CoderId>, CoderProgress> found;
    for (const Assignment &assignment : *assignments) {
        assignedTo[{assignment.article, assignment.coder}].push_back(assignment.set);
        ++found[{assignment.set, assignment.coder}].assigned;
    }
    const auto setsOf = [&](ArticleId article, CoderId coder) {
        const auto known = assignedTo.find({article, coder});
        return known == assignedTo.end() ? std::vector<SetId>{SetId()} : known->second;
    };
    for (const Article &article : *articles) {
        const auto progress = store.progress(article.id);
        const auto annotations = store.annotations(article.id);
        if (!progress || !annotations)
            return std::unexpected(!progress ? progress.error() : annotations.error());
        for (const Progress &one : *progress) {
            for (const SetId set : setsOf(article.id, one.coder))
                ++(one.state == ProgressState::Done ? found[{set, one.coder}].done : found[{set, one.coder}].inProgress);
        }
        for (const Annotation &annotation : *annotations) {
            for (const SetId set : setsOf(article.id, annotation.coder)) {
                CoderProgress &sum = found[{set, annotation.coder}];
                ++sum.annotations;
                sum.flagged += annotation.status == AnnotationStatus::Flagged;
            }
        }
    }
    std::vector<CoderProgress> result;
    const auto take = [&](SetId set) {
        for (const Coder &coder : *coders) {
            if (const auto known = found.find({set, coder.id}); known != found.end()) {
                CoderProgress &row = result.emplace_back(known->second);
                row.set = set;
                row.coder = coder.id;
            }
        }
    };
    for (const CodingSet &set : *sets)
        take(set.id);
    take({});
    return result;
}

} // namespace galley
