// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/comparisonlistmodel.h>
#include <panels/shownprecedent.h>
#include <project/precedents.h>
#include <project/rulingedits.h>
#include <writers/codebookhtml.h>

/// Rulings in words.
namespace galley {

ShownPrecedent shownPrecedent(const Precedent &precedent, const ComparisonNames &names);

/// By the codes they concern, for the printed codebook.
RulingsByCode rulingsByCode(const std::vector<Precedent> &precedents, const ComparisonNames &names);

/// What holds of a settled group: "Settled: Economic. 12 November 2026, by Lena", then category and reason. Empty: it is open.
QString settledText(const ComparedGroup &group, const StandingRulings &standing, const ComparisonNames &names);

/// What another copy settled instead, and that a key takes it. Empty: no copy did.
QString otherRulingText(const OtherRuling *other, const ComparisonNames &names);

} // namespace galley
