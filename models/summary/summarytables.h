// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliabilityrow.h"
#include "texttable.h"

/// The tables of the page, of the command and of what is copied are these.
namespace galley {

/// In the order of the rows; figures to three decimals. The notes say by what the verdicts go.
TextTable summaryTable(const std::vector<ReliabilityRow> &rows, const Thresholds &thresholds);

enum class PartKind { Coefficient, Pair, Value, Article, Window };

/// A column for the interval, and for notes, where any part has one.
TextTable partsTable(const std::vector<MeasuredPart> &parts, PartKind kind, const Thresholds &thresholds);

/// Rows are the values of the first coder, columns those of the second, with sums.
TextTable confusionTable(const ConfusionTable &confusion);

} // namespace galley
