// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "touchedrows.h"

#include "failure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

size_t kindNamed(const QString &table)
{
    if (const auto kind = RowKinds::named(table.toStdString()))
        return *kind;
    throw Failure(Store::tr("The history is damaged: an entry of it cannot be read."), table);
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

void addTouched(const QByteArray &payload, TouchedRows &rows)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload);
    if (!document.object()["edits"_L1].isArray())
        throw Failure(Store::tr("The history is damaged: an entry of it cannot be read."));
    rows.codebookNamed = rows.codebookNamed || document.object().contains("codebook"_L1);
    const QJsonArray edits = document.object()["edits"_L1].toArray();
    for (const QJsonValue &value : edits) {
        const QJsonObject edit = value.toObject();
        if (const QJsonValue table = edit["row"_L1]; table.isString()) {
            const QJsonValue row = edit.contains("before"_L1) ? edit["before"_L1] : edit["after"_L1];
            rows.ids[kindNamed(table.toString())].push_back(row["id"_L1].toInteger());
            continue;
        }
        std::vector<qint64> &ids = rows.ids[kindNamed(edit["rows"_L1].toString())];
        const QJsonArray runs = edit["runs"_L1].toArray();
        for (const QJsonValue &run : runs) {
            const qint64 first = run[0].toInteger(), count = run[1].toInteger();
            constexpr qint64 most = 100'000'000; // of a damaged file's numbers
            if (count < 0 || count > most)
                throw Failure(Store::tr("The history is damaged: an entry of it cannot be read."));
            for (qint64 at = 0; at < count; ++at)
                ids.push_back(first + at);
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
