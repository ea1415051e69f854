// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worlds.h"

#include <domain/identity.h>

#include <ranges>

namespace galley {

namespace {

template<typename Row>
using EditsById = std::map<decltype(Row::id), std::vector<RowEdit<Row>>>;

template<typename Row>
EditsById<Row> editsOf(const std::vector<Entry> &entries)
{
    EditsById<Row> edits;
    for (const Entry &entry : entries) {
        for (const AnyEdit &any : entry.change.edits) {
            if (const auto *edit = std::get_if<Edit<Row>>(&any))
                edits[edit->before ? edit->before->id : edit->after->id].push_back({entry.operation.id, *edit});
        }
    }
    return edits;
}

template<typename Row>
Rows<Row> rowsOf(const std::vector<Entry> &entries)
{
    const EditsById<Row> edits = editsOf<Row>(entries);
    std::map<decltype(Row::id), std::optional<Row>> begun; // with what edits find there: nothing, or a second annotation
    for (const auto &[id, ofRow] : edits)
        begun.emplace(id, std::nullopt);
    std::map<decltype(Row::id), std::vector<Version<Row>>> versions;
    while (!begun.empty()) {
        const auto [id, first] = *begun.begin();
        begun.erase(begun.begin());
        const auto ofRow = edits.find(id);
        versions[id] = lastFirst(ofRow == edits.end() ? std::vector<RowEdit<Row>>() : ofRow->second, first);
        if constexpr (std::is_same_v<Row, Annotation>) {
            for (const Annotation &second : secondsOf(id, versions[id]))
                begun[second.id] = second;
        }
    }
    Rows<Row> rows;
    for (const auto &[id, ofRow] : versions) {
        if (ofRow.front().row)
            rows.standing.emplace(id, *ofRow.front().row);
        if (ofRow.size() == 1)
            continue;
        Collision<Row> &collision = rows.collisions.emplace_back(id);
        for (const Version<Row> &version : ofRow)
            collision.versions.push_back(version.row);
    }
    return rows;
}

template<typename... Kinds>
World worldOfKinds(const std::vector<Entry> &entries, RowList<Kinds...>)
{
    return {rowsOf<Kinds>(entries)...};
}

} // namespace

AnnotationId parted(AnnotationId id, OperationId operation)
{
    return {idFrom({u"parted", QString::number(id.value), QString::number(operation.value)})};
}

std::vector<Annotation> secondsOf(AnnotationId id, const std::vector<Version<Annotation>> &lastFirst)
{
    std::vector<Annotation> seconds;
    if (std::ranges::any_of(lastFirst, [](const Version<Annotation> &version) { return version.row && version.row->coder == consensusCoder().id; }))
        return seconds; // what was settled twice holds once: as the later ruling has it
    for (const Version<Annotation> &version : lastFirst | std::views::drop(1)) {
        if (!version.row)
            continue;
        Annotation second = *version.row;
        second.id = parted(id, version.branchedOff ? version.branchedOff : lastFirst.front().branchedOff);
        second.uuid = uuidOf(second.id.value);
        seconds.push_back(std::move(second));
    }
    return seconds;
}

World worldOf(const std::vector<Entry> &entries)
{
    return worldOfKinds(entries, RowKinds());
}

} // namespace galley
