// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"

#include <vector>

namespace galley {

/// Units to which one coder gave `first` and another `second`.
struct ContingencyCell
{
    qint32 first = 0;
    qint32 second = 0;
    qint64 units = 0;

    bool operator==(const ContingencyCell &) const = default;
};

/// The confusion matrix of two coders over the units that both valued, without its empty cells.
struct Contingency
{
    std::vector<ContingencyCell> cells; ///< by row, then column
    qint64 units = 0;
    size_t categories = 0; ///< of the matrix: indices are below it

    qint64 agreeing() const;
    std::vector<double> firstTotals() const; ///< of each category, by the first coder
    std::vector<double> secondTotals() const;
};

/// Of two columns; `completeOnly`: only over units that every coder of the matrix valued.
Contingency contingencyOf(const Codings &codings, qsizetype first, qsizetype second, bool completeOnly = false);

} // namespace galley
