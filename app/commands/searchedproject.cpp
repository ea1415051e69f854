// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchedproject.h"

#include "../console.h"

#include <store/projectstore.h>

#include <QCoreApplication>
#include <QStandardPaths>

namespace galley {

using namespace Qt::StringLiterals;

Result<SearchedProject> SearchedProject::open(const ProjectStore &store)
{
    auto lists = ProjectLists::open(store.path());
    if (!lists)
        return std::unexpected(lists.error());
    auto index = SearchIndex::open(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/search"_s, *lists);
    if (!index)
        return std::unexpected(index.error());
    const auto caughtUp = index->catchUp(*lists, [](qint64 done, qint64 inAll) {
        console::progress(QCoreApplication::translate("Command", "Making the index: %1 of %2 articles").arg(done).arg(inAll));
        return true;
    });
    console::endProgress();
    if (!caughtUp)
        return std::unexpected(caughtUp.error());
    return SearchedProject{std::move(*lists), std::move(*index)};
}

Result<> SearchedProject::search(const SearchRequest &request, std::function<void(std::vector<SearchHit>, std::vector<SearchedArticle>)> take) const
{
    const auto outcome = galley::search(lists, index, request, {.take = std::move(take)});
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->gaveUp > 0)
        return failed(QCoreApplication::translate("Command", "in %n articles the expression came to no end in time; they are not searched", nullptr, int(outcome->gaveUp)));
    return {};
}

} // namespace galley
