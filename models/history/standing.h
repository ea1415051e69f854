// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <algorithm>
#include <optional>
#include <vector>

/// What one row is after edits that several copies made without knowing of each other.
namespace galley {

/// An edit of a row and the operation it belongs to.
template<typename Row>
struct RowEdit
{
    OperationId operation;
    Edit<Row> edit;
};

/// One state a row was brought to, by edits that knew of each other.
template<typename Row>
struct Version
{
    std::optional<Row> row;  ///< nothing: it is removed, or was never there
    OperationId last;        ///< the operation that brought it here
    OperationId branchedOff; ///< the first that did not know of what stood; 0 for the first version of all

    bool operator==(const Version &) const = default;
};

/// The versions of a row, in the order in which they began. There are several where an edit's `before` was not what the
/// edit in front of it left: that edit was made without knowing it. Versions that come to the same are one, so a change that
/// brings each version to the chosen state (its `before`s are theirs) settles the matter, in every copy alike.
/// `begun`: what the first edit found.
template<typename Row>
std::vector<Version<Row>> versionsOf(const std::vector<RowEdit<Row>> &inOrder, const std::optional<Row> &begun = std::nullopt)
{
    std::vector<Version<Row>> versions{{begun, {}, {}}};
    for (const auto &[operation, edit] : inOrder) {
        auto version = std::ranges::find(versions, edit.before, &Version<Row>::row);
        if (version == versions.end()) {
            const auto same = std::ranges::find(versions, edit.after, &Version<Row>::row);
            if (same != versions.end()) { // without knowing it, to the same
                same->last = operation;
                continue;
            }
            version = versions.insert(versions.end(), {{}, {}, operation});
        }
        version->row = edit.after;
        version->last = operation;
        const auto place = version - versions.begin();
        const auto twin = std::ranges::find_if(versions, [&](const Version<Row> &other) { return &other != &*version && other.row == version->row; });
        if (twin == versions.end())
            continue;
        twin->last = operation;
        const bool twinIsFirst = twin - versions.begin() < place;
        versions.erase(twinIsFirst ? versions.begin() + place : twin);
        if (!twinIsFirst)
            versions[size_t(place)].last = operation;
    }
    return versions;
}

/// A row stands as its last edit in the order says.
template<typename Row>
const Version<Row> &standing(const std::vector<Version<Row>> &versions)
{
    return *std::ranges::max_element(versions, {}, &Version<Row>::last);
}

} // namespace galley
