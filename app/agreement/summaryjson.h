// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <agreement/reliabilitysummary.h>
#include <summary/verdict.h>

#include <QByteArray>

namespace galley {

/// What is told of each row beside its own figures.
struct SummaryParts
{
    bool pairs = false, values = false, articles = false, time = false, confusion = false;

    bool any() const { return pairs || values || articles || time || confusion; }
};

/// An object: "compared" (sentences), "thresholds", "rows", the worst first, each with its figures at full precision, its verdict, how many
/// more units narrow its interval ("more_units"), and, of what is asked for, "by_pair", "by_value", "by_article", "over_time", "confusion".
/// `details` are those of the rows, or none.
QByteArray toJson(const ReliabilitySummary &summary, const std::vector<RowDetails> &details, const Thresholds &thresholds, double halfWidth, const SummaryParts &parts);

} // namespace galley
