// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QString>

#include <array>
#include <vector>

namespace galley {

/// A row that two copies altered without knowing of each other: one version stands, the others are kept.
struct LookedAt
{
    size_t kind = 0; ///< its place in RowKinds
    qint64 id = 0;
    std::vector<AnyEdit> others; ///< what taking each of the others instead would do
};

/// Annotations of one coder that came, were altered or went.
struct CoderCounts
{
    CoderId coder;
    QString name;
    qint64 added = 0, changed = 0, removed = 0;

    bool operator==(const CoderCounts &) const = default;
};

/// What a merge brings. Of rows: how many of each kind, in the order of RowKinds.
struct MergeReport
{
    using Counts = std::array<qint64, RowKinds::size>;

    qint64 operations = 0;
    Counts added{}, changed{}, removed{};
    std::vector<CoderCounts> byCoder; ///< by name
    std::vector<LookedAt> conflicts;
    QStringList refused; ///< sentences: what could not come in, and why
    QStringList remarks; ///< what came in all the same and is to be known

    bool isEmpty() const { return operations == 0; }
};

} // namespace galley
