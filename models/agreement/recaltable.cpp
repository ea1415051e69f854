// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recaltable.h"

#include <algorithm>
#include <cmath>

namespace galley {

RecalTable recalTable(const Codings &codings)
{
    const bool areWhole = std::ranges::all_of(codings.categories, [](const Category &category) {
        return category.number && *category.number == std::round(*category.number) && std::abs(*category.number) < 1e15;
    });
    RecalTable table;
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        const auto unit = codings.unit(row);
        if (std::ranges::contains(unit, Codings::Missing)) {
            ++table.leftOut;
            continue;
        }
        ++table.units;
        for (size_t coder = 0; coder < unit.size(); ++coder) {
            const qint32 value = unit[coder];
            table.bytes += coder == 0 ? "" : ",";
            table.bytes += QByteArray::number(areWhole ? qint64(*codings.categories[size_t(value)].number) : qint64(value) + 1);
        }
        table.bytes += "\r\n";
    }
    for (size_t i = 0; !areWhole && i < codings.categories.size(); ++i)
        table.numbered += codings.categories[i].name;
    return table;
}

} // namespace galley
