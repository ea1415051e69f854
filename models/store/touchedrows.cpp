// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "touchedrows.h"

#include "failure.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace galley {

namespace {

[[noreturn]] void refuse()
{
    throw Failure(Store::tr("The history is damaged: an entry of it cannot be read."));
}

template<typename T>
T stated(simdjson::simdjson_result<T> result)
{
    T value;
    if (std::move(result).get(value) != simdjson::SUCCESS)
        refuse();
    return value;
}

size_t kindOf(simdjson::simdjson_result<std::string_view> table)
{
    const auto kind = RowKinds::named(stated(table));
    if (!kind)
        refuse();
    return *kind;
}

void addRuns(simdjson::dom::object edit, std::vector<qint64> &ids)
{
    for (const simdjson::dom::element run : stated(edit["runs"].get_array())) {
        const qint64 first = stated(run.at(0).get_int64()), count = stated(run.at(1).get_int64());
        constexpr qint64 most = 100'000'000; // of a damaged file's numbers
        if (count < 0 || count > most)
            refuse();
        for (qint64 at = 0; at < count; ++at)
            ids.push_back(first + at);
    }
}

} // namespace

void TouchedRows::sort()
{
    for (std::vector<qint64> &ofKind : ids) {
        std::ranges::sort(ofKind);
        const auto rest = std::ranges::unique(ofKind);
        ofKind.erase(rest.begin(), rest.end());
    }
}

bool TouchedRows::has(size_t kind, qint64 id) const
{
    return std::ranges::binary_search(ids[kind], id);
}

bool TouchedRows::isEmpty() const
{
    return std::ranges::all_of(ids, &std::vector<qint64>::empty);
}

bool TouchedRows::altersCodebook() const
{
    return codebookNamed || !ids[RowKinds::index<Layer>()].empty() || !ids[RowKinds::index<Variable>()].empty() || !ids[RowKinds::index<Code>()].empty();
}

void addTouched(std::string_view payload, TouchedRows &rows)
{
    thread_local simdjson::dom::parser parser; // keeps its memory: it is asked of every entry that a merge brings
    const auto change = stated(parser.parse(payload.data(), payload.size()).get_object());
    rows.codebookNamed = rows.codebookNamed || change["codebook"].error() == simdjson::SUCCESS;
    for (const simdjson::dom::element element : stated(change["edits"].get_array())) {
        const auto edit = stated(element.get_object());
        if (auto table = edit["row"].get_string(); table.error() == simdjson::SUCCESS) {
            auto before = edit["before"];
            auto row = before.error() == simdjson::SUCCESS ? before : edit["after"];
            rows.ids[kindOf(table)].push_back(stated(row["id"].get_int64()));
        } else {
            addRuns(edit, rows.ids[kindOf(edit["rows"].get_string())]);
        }
    }
}

IdSet idsIn(const TouchedRows &rows)
{
    IdSet ids;
    for (const std::vector<qint64> &ofKind : rows.ids)
        ids.insert(ofKind.begin(), ofKind.end());
    return ids;
}

bool mayTouch(std::string_view payload, const IdSet &ids)
{
    if (payload.contains("\"runs\""))
        return true;
    quint64 number = 0;
    int digits = 0;
    for (const char c : payload) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + quint64(c - '0');
            ++digits;
            continue;
        }
        if (digits > 0 && digits < 20 && ids.contains(qint64(number)))
            return true;
        number = 0;
        digits = 0;
    }
    return false;
}

ArticleId onlyArticleIn(std::string_view payload)
{
    constexpr std::string_view member = "\"article\":"; // within a text its quotes would be escaped
    if (payload.contains("\"runs\":"))
        return {};
    ArticleId only;
    for (size_t at = payload.find(member); at != payload.npos; at = payload.find(member, at)) {
        at += member.size();
        ArticleId article;
        std::from_chars(payload.data() + at, payload.data() + payload.size(), article.value);
        if (only && article != only)
            return {};
        only = article;
    }
    return only;
}

} // namespace galley
