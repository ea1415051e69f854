// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderanking.h"

#include "folding.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace galley {

namespace {

/// Letters that begin a word: "Capacity and resources" -> 0, 9, 13.
std::vector<int> wordBegins(const QString &name)
{
    std::vector<int> begins;
    for (int i = 0; i < name.size(); ++i) {
        if (name[i].isLetterOrNumber() && (i == 0 || !name[i - 1].isLetterOrNumber()))
            begins.push_back(i);
    }
    return begins;
}

std::vector<int> stretch(int begin, qsizetype length)
{
    std::vector<int> places;
    for (int i = 0; i < length; ++i)
        places.push_back(begin + i);
    return places;
}

/// Each word of the query begins a word of the name, in order: "cap res".
std::optional<std::vector<int>> wordPrefixes(const QString &query, const QString &name)
{
    std::vector<int> places;
    qsizetype from = 0;
    const auto begins = wordBegins(name);
    for (const QStringView word : QStringView(query).split(u' ', Qt::SkipEmptyParts)) {
        const auto found = std::ranges::find_if(begins, [&](int begin) {
            return begin >= from && QStringView(name).sliced(begin).startsWith(word);
        });
        if (found == begins.end())
            return std::nullopt;
        std::ranges::copy(stretch(*found, word.size()), std::back_inserter(places));
        from = *found + word.size();
    }
    return places;
}

std::optional<std::vector<int>> initials(const QString &query, const QString &name)
{
    std::vector<int> places;
    const auto begins = wordBegins(name);
    auto next = begins.begin();
    for (const QChar letter : query) {
        next = std::find_if(next, begins.end(), [&](int begin) { return name[begin] == letter; });
        if (next == begins.end())
            return std::nullopt;
        places.push_back(*next++);
    }
    return places;
}

std::optional<std::vector<int>> lettersInOrder(const QString &query, const QString &name)
{
    std::vector<int> places;
    int at = 0;
    for (const QChar letter : query) {
        if (letter == u' ')
            continue;
        at = int(name.indexOf(letter, at));
        if (at < 0)
            return std::nullopt;
        places.push_back(at++);
    }
    return places;
}

/// Every word of the query begins one of the text's, in any order.
bool hasWords(const QString &query, const QString &text)
{
    const auto begins = wordBegins(text);
    return std::ranges::all_of(QStringView(query).split(u' ', Qt::SkipEmptyParts), [&](QStringView word) {
        return std::ranges::any_of(begins, [&](int begin) { return QStringView(text).sliced(begin).startsWith(word); });
    });
}

/// How well it fits; among those of one rank the recent ones come first, then those with less to spare.
enum Rank { Letters, Definition, Layers, Path, Inside, Aliases, Initials, Words, Beginning, Key };

constexpr int perRank = 100'000, perRecent = 1'000, mostRecent = 50;

std::optional<CodeMatch> match(const QString &query, const Code &code, const Codebook &codebook)
{
    const QString plain = folded(code.name);
    const bool sameLength = plain.size() == code.name.size(); // else the places would not be the name's
    const auto placed = [&](Rank rank, qsizetype spare, std::vector<int> places) {
        return CodeMatch{code.id, perRank * (int(rank) + 1) + perRecent - 1 - int(std::min<qsizetype>(spare, perRecent - 1)), rank == Definition,
                         sameLength ? std::move(places) : std::vector<int>()};
    };
    if (!code.key.isEmpty() && folded(code.key) == query)
        return placed(Key, 0, {});
    if (plain.startsWith(query))
        return placed(Beginning, plain.size() - query.size(), stretch(0, query.size()));
    if (auto places = wordPrefixes(query, plain))
        return placed(Words, places->front(), *places);
    if (auto places = initials(query, plain))
        return placed(Initials, places->back(), *places);
    if (std::ranges::any_of(code.aliases, [&](const QString &alias) { return hasWords(query, folded(alias)); }))
        return placed(Aliases, 0, {});
    if (const qsizetype at = plain.indexOf(query); at >= 0)
        return placed(Inside, at, stretch(int(at), query.size()));
    const QString path = folded(codebook.path(code.id));
    if (path.contains(query))
        return placed(Path, 0, {});
    constexpr int aWord = 3; // letters: fewer are in any text
    if (query.size() >= aWord) {
        const Layer *layer = codebook.layer(codebook.variable(code.variable)->layer);
        if (hasWords(query, folded(layer->name) + u' ' + path))
            return placed(Layers, 0, {});
        if (hasWords(query, folded(code.definition + u' ' + code.include)))
            return placed(Definition, 0, {});
    }
    if (auto places = lettersInOrder(query, plain))
        return placed(Letters, places->back(), *places);
    return std::nullopt;
}

} // namespace

std::vector<CodeMatch> rankCodes(const QString &query, const Codebook &codebook, const std::vector<CodeId> &recent)
{
    const QString wanted = folded(query);
    std::vector<CodeMatch> matches;
    for (const Layer &layer : codebook.layers()) {
        const Variable *principal = codebook.principalVariable(layer.id);
        if (!principal)
            continue;
        for (const Code *code : codebook.codes(principal->id)) {
            if (code->retired)
                continue;
            if (wanted.isEmpty())
                matches.push_back({code->id, 0, false, {}});
            else if (auto found = match(wanted, *code, codebook))
                matches.push_back(*found);
        }
    }
    for (CodeMatch &found : matches) {
        if (const auto at = std::ranges::find(recent, found.code) - recent.begin(); at < std::min<ptrdiff_t>(mostRecent, std::ssize(recent)))
            found.score += perRecent * int(mostRecent - at);
    }
    std::ranges::stable_sort(matches, std::ranges::greater(), &CodeMatch::score);
    return matches;
}

} // namespace galley
