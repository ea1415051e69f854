// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <domain/id.h>
#include <domain/range.h>
#include <store/projectlists.h>

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace galley {

/// Words that stand one after the other in a text, counted from its first.
struct WordRun
{
    qint32 first = 0;
    qint32 count = 0;

    auto operator<=>(const WordRun &) const = default;
};

/// Where in an article the index has what was searched for; sorted.
struct IndexedHits
{
    ArticleId article;
    qint64 words = 0; ///< of its text
    std::vector<WordRun> text = {}, title = {}, outlet = {};
};

/// In which articles which words stand. It is derived from a project and lies outside it, in a file of its own in a folder for what can be made
/// again: no project grows by it, no packet carries it, and what can only be read can be searched. The texts of articles never change, so it
/// has only to take in what is new; what was taken out of a project is not found in that project. Copies of a project share one.
/// Of one thread, as a store is.
class SearchIndex
{
public:
    /// In `folder`, which is made where it is not there. A file that is damaged or of another version is made anew; where none can be written
    /// it is one for this session.
    static Result<SearchIndex> open(const QString &folder, const ProjectLists &project);

    SearchIndex(SearchIndex &&) noexcept;
    SearchIndex &operator=(SearchIndex &&) noexcept;
    ~SearchIndex();

    /// Takes in what the project has and the index has not. `tell` says now and then how far it is, and whether to go on: what was taken in
    /// until then stays. True: all of it is in.
    Result<bool> catchUp(const ProjectLists &project, const std::function<bool(qint64 done, qint64 inAll)> &tell = {});

    /// The articles of the project that have what was typed (searchExpression()), in the order in which they were taken in, until `take` says no.
    Result<> find(const QString &typed, const std::function<bool(const IndexedHits &)> &take) const;
    /// Only which articles; `typed` is being typed.
    Result<std::vector<ArticleId>> articlesWith(const QString &typed, const std::function<bool()> &goOn = {}) const;

    /// Where in the text these runs are.
    std::vector<Utf8Range> places(std::string_view text, std::span<const WordRun> runs) const;
    qint64 wordsIn(std::string_view text) const;
    const std::vector<ListedArticle> &articles() const; ///< of the project it caught up with, in order of import
    const ListedArticle *article(ArticleId id) const; ///< of the project it caught up with; null: it has none such

private:
    friend class RemarkSearch;
    struct Private;
    explicit SearchIndex(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

/// The same search in texts that are in no index because they alter, one after the other.
class RemarkSearch
{
public:
    RemarkSearch() = default; ///< finds nothing
    static Result<RemarkSearch> open(const QString &typed);

    std::vector<Range> hitsIn(const QString &text) const; ///< code points, in reading order

private:
    std::shared_ptr<SearchIndex> m_index; ///< in memory
    QString m_expression;
};

} // namespace galley
