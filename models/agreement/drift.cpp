// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift.h"

#include "agreementtext.h"

#include <base/random.h>

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace galley {

namespace {

constexpr size_t leastInHalf = 5;
constexpr double leastFall = 0.1, mostChance = 0.01;
constexpr int orders = 1000;

std::vector<CodeId> codesOf(const ComparedGroup &group, CoderId coder)
{
    std::vector<CodeId> codes;
    std::ranges::transform(annotationsOf(group, coder), std::back_inserter(codes), &Annotation::code);
    std::ranges::sort(codes);
    return codes;
}

/// What one coder did in one article.
struct Record
{
    QDateTime at; ///< invalid: they marked nothing
    double agreement = 0;
    int groups = 0;
};

/// Of each coder, article by article, in the order in which the groups have them.
using Records = std::map<CoderId, std::vector<std::pair<ArticleId, Record>>>;

void add(Records &records, const ComparedGroup &group, const std::set<CoderId> &without)
{
    std::map<CoderId, std::vector<CodeId>> given;
    for (const CoderId coder : group.coders) {
        if (!without.contains(coder))
            given[coder] = codesOf(group, coder);
    }
    if (given.size() < 2)
        return;
    for (const auto &[coder, codes] : given) {
        auto &own = records[coder];
        if (own.empty() || own.back().first != group.article)
            own.emplace_back(group.article, Record());
        Record &record = own.back().second;
        const auto same = std::ranges::count_if(given, [&](const auto &other) { return other.first != coder && other.second == codes; });
        record.agreement += double(same) / double(given.size() - 1);
        ++record.groups;
        for (const Annotation &annotation : annotationsOf(group, coder))
            record.at = record.at.isValid() ? std::max(record.at, annotation.modified) : annotation.modified;
    }
}

/// How much less the mean of the last ones is than that of the first ones.
double fallIn(const std::vector<double> &rates, size_t half)
{
    const double first = std::accumulate(rates.begin(), rates.begin() + std::ptrdiff_t(half), 0.0);
    const double last = std::accumulate(rates.end() - std::ptrdiff_t(half), rates.end(), 0.0);
    return (first - last) / double(half);
}

/// Of one coder, where it is a fall.
std::optional<CoderDrift> driftOf(CoderId coder, const std::vector<double> &inOrder)
{
    const size_t half = inOrder.size() / 2;
    if (half < leastInHalf)
        return std::nullopt;
    const double fall = fallIn(inOrder, half);
    if (fall < leastFall)
        return std::nullopt;
    CoderDrift drift{coder, int(half), std::accumulate(inOrder.begin(), inOrder.begin() + std::ptrdiff_t(half), 0.0) / double(half), 0, 0};
    drift.after = drift.before - fall;
    std::vector<double> rates = inOrder;
    Random random(quint64(coder.value), 6);
    int asGreat = 1; // the order there is, is one of them
    for (int i = 0; i < orders; ++i) {
        for (size_t left = rates.size(); left > 1; --left)
            std::swap(rates[left - 1], rates[random.below(quint32(left))]);
        asGreat += fallIn(rates, half) >= fall - 1e-12;
    }
    drift.chance = double(asGreat) / (orders + 1);
    return drift.chance <= mostChance ? std::optional(drift) : std::nullopt;
}

std::vector<CoderDrift> driftsAmong(const std::vector<ComparedGroup> &groups, const std::set<CoderId> &without)
{
    Records records;
    for (const ComparedGroup &group : groups)
        add(records, group, without);
    std::vector<CoderDrift> drifts;
    for (auto &[coder, articles] : records) {
        std::erase_if(articles, [](const auto &article) { return !article.second.at.isValid(); }); // nobody knows when
        std::ranges::stable_sort(articles, {}, [](const auto &article) { return article.second.at; });
        std::vector<double> rates;
        for (const auto &[id, record] : articles)
            rates.push_back(record.agreement / record.groups);
        if (const auto drift = driftOf(coder, rates))
            drifts.push_back(*drift);
    }
    return drifts;
}

} // namespace

/// Whom somebody comes away from agrees less with them too; so it is looked at again without who falls most.
std::vector<CoderDrift> driftsIn(const std::vector<ComparedGroup> &groups)
{
    std::vector<CoderDrift> told;
    std::set<CoderId> away;
    const auto fall = [](const CoderDrift &drift) { return drift.before - drift.after; };
    for (auto drifts = driftsAmong(groups, away); !drifts.empty(); drifts = driftsAmong(groups, away)) {
        const double most = fall(std::ranges::max(drifts, {}, fall));
        for (const CoderDrift &drift : drifts) {
            if (fall(drift) > most - 1e-9) { // of two, nobody can say which
                told.push_back(drift);
                away.insert(drift.coder);
            }
        }
    }
    return told;
}

QStringList textsOf(const std::vector<CoderDrift> &drifts, const std::vector<Coder> &coders)
{
    QStringList texts;
    for (const CoderDrift &drift : drifts) {
        const auto coder = std::ranges::find(coders, drift.coder, &Coder::id);
        const auto percent = [](double share) { return QLocale().toString(std::round(share * 100)); };
        if (coder != coders.end())
            texts += Agreement::tr("%1 agrees less with the others than before: in %2 % of what was compared in their first %Ln articles, in %3 % of the last (by chance: p = %4).", nullptr, drift.articles)
                         .arg(coder->name, percent(drift.before), percent(drift.after), QLocale().toString(drift.chance, 'f', 4));
    }
    return texts;
}

} // namespace galley
