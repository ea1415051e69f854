// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "strata.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array ownFields{
    std::pair("outlet"_L1, &Article::outlet),   std::pair("section"_L1, &Article::section),
    std::pair("language"_L1, &Article::language), std::pair("authors"_L1, &Article::authors),
    std::pair("page"_L1, &Article::page),       std::pair("published"_L1, &Article::published),
    std::pair("title"_L1, &Article::title),     std::pair("url"_L1, &Article::url),
};

} // namespace

QString fieldOf(const Article &article, const QString &name)
{
    for (const auto &[own, member] : ownFields) {
        if (own == name)
            return article.*member;
    }
    return article.fields.value(name);
}

QStringList fieldNames(std::span<const Article> articles)
{
    QStringList names;
    for (const auto &own : ownFields)
        names += own.first;
    std::set<QString> further;
    for (const Article &article : articles)
        further.insert(article.fields.keyBegin(), article.fields.keyEnd());
    for (const QString &name : further) {
        if (!names.contains(name))
            names += name;
    }
    return names;
}

std::vector<int> sharesOf(const std::vector<int> &strata, int size, Allocation allocation)
{
    const qint64 all = std::reduce(strata.begin(), strata.end(), qint64(0));
    const qint64 count = qint64(strata.size());
    std::vector<int> shares;
    std::vector<qint64> claims; // to the articles that are left when all have their whole share
    for (const int stratum : strata) {
        const bool equal = allocation == Allocation::Equal;
        shares.push_back(int(equal ? size / count : size * qint64(stratum) / all));
        claims.push_back(equal ? stratum : size * qint64(stratum) % all);
    }
    std::vector<size_t> order(strata.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](size_t stratum) { return claims[stratum]; });
    const int left = size - std::reduce(shares.begin(), shares.end());
    for (int i = 0; i < left; ++i)
        ++shares[order[size_t(i)]];
    return shares;
}

} // namespace galley
