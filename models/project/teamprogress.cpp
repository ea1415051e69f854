// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teamprogress.h"

#include "incomplete.h"

#include <algorithm>
#include <unordered_map>

namespace galley {

namespace {

/// Everything that is read once, and the sums that grow article by article.
class Sums
{
public:
    Sums(const Codebook &codebook, const std::vector<Assignment> &assignments, const WorkTimes &times)
        : m_codebook(codebook)
        , m_times(times)
    {
        for (const Assignment &assignment : assignments) {
            m_assignedTo[{assignment.article, assignment.coder}].push_back(assignment.set);
            ++m_found[{assignment.set, assignment.coder}].assigned;
        }
    }

    void add(ArticleId article, const std::vector<Progress> &progress, const std::vector<Annotation> &annotations)
    {
        std::map<CoderId, std::optional<ProgressState>> began;
        for (const Annotation &annotation : annotations) {
            began.try_emplace(annotation.coder);
            for (const SetId set : setsOf(article, annotation.coder)) {
                CoderProgress &sum = m_found[{set, annotation.coder}];
                ++sum.annotations;
                sum.flagged += annotation.status == AnnotationStatus::Flagged;
            }
        }
        for (const Progress &one : progress)
            began[one.coder] = one.state;
        for (const auto &[coder, state] : began) {
            int missing = 0;
            for (const Incomplete &gap : incompleteIn(m_codebook, article, coder, annotations))
                missing += int(gap.missing.size());
            for (const SetId set : setsOf(article, coder))
                addArticle(set, article, coder, state == ProgressState::Done, missing);
        }
    }

    std::vector<CoderProgress> rows(const std::vector<CodingSet> &sets, const std::vector<Coder> &coders)
    {
        std::vector<CoderProgress> result;
        const auto take = [&](SetId set) {
            for (const Coder &coder : coders) {
                if (const auto known = m_found.find({set, coder.id}); known != m_found.end()) {
                    CoderProgress &row = result.emplace_back(known->second);
                    row.set = set;
                    row.coder = coder.id;
                    row.days = int(m_days[{set, coder.id}].size());
                }
            }
        };
        for (const CodingSet &set : sets)
            take(set.id);
        take({});
        return result;
    }

private:
    std::vector<SetId> setsOf(ArticleId article, CoderId coder) const
    {
        const auto known = m_assignedTo.find({article, coder});
        return known == m_assignedTo.end() ? std::vector<SetId>{SetId()} : known->second;
    }

    void addArticle(SetId set, ArticleId article, CoderId coder, bool done, int missing)
    {
        CoderProgress &sum = m_found[{set, coder}];
        ++(done ? sum.done : sum.inProgress);
        sum.missing += missing;
        const auto time = m_times.find({coder, article});
        if (time == m_times.end())
            return;
        m_days[{set, coder}].insert(time->second.days.begin(), time->second.days.end());
        if (done && time->second.spent.count() > 0) {
            sum.spent += time->second.spent;
            ++sum.timed;
        }
    }

    const Codebook &m_codebook;
    const WorkTimes &m_times;
    std::map<std::pair<ArticleId, CoderId>, std::vector<SetId>> m_assignedTo;
    std::map<std::pair<SetId, CoderId>, CoderProgress> m_found;
    std::map<std::pair<SetId, CoderId>, std::set<QDate>> m_days;
};

} // namespace

std::optional<std::chrono::milliseconds> CoderProgress::timePerArticle() const
{
    return timed > 0 ? std::optional(spent / timed) : std::nullopt;
}

std::optional<double> CoderProgress::articlesPerDay() const
{
    return done > 0 && days > 0 ? std::optional(double(done) / days) : std::nullopt;
}

Result<std::optional<std::vector<CoderProgress>>> progressOf(const ProjectStore &store, const std::function<bool()> &goOn)
{
    const auto sets = store.codingSets();
    const auto assignments = store.assignments();
    const auto coders = store.coders();
    const auto articles = store.articles();
    const auto codebook = store.codebook();
    auto steps = store.workSteps();
    const Error *failure = !sets ? &sets.error()
        : !assignments           ? &assignments.error()
        : !coders                ? &coders.error()
        : !articles              ? &articles.error()
        : !codebook              ? &codebook.error()
        : !steps                 ? &steps.error()
                                 : nullptr;
    if (failure)
        return std::unexpected(*failure);
    const WorkTimes times = workTimes(std::move(*steps));
    Sums sums(*codebook, *assignments, times);
    for (const Article &article : *articles) {
        if (!goOn())
            return std::nullopt;
        const auto progress = store.progress(article.id);
        const auto annotations = store.annotations(article.id);
        if (!progress || !annotations)
            return std::unexpected(!progress ? progress.error() : annotations.error());
        sums.add(article.id, *progress, *annotations);
    }
    return sums.rows(*sets, *coders);
}

Result<std::vector<ArticleId>> articlesDone(const ProjectStore &store, CoderId coder)
{
    return store.articleSummaries(coder).transform([](const std::vector<ArticleSummary> &articles) {
        std::vector<ArticleId> done;
        for (const ArticleSummary &article : articles) {
            if (article.progress == ProgressState::Done)
                done.push_back(article.id);
        }
        return done;
    });
}

} // namespace galley
