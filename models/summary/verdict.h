// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reliability/coefficient.h>
#include <reliability/thresholds.h>

namespace galley {

enum class Verdict { Reliable, Tentative, NotReliable, Undefined };

/// A coefficient that is a threshold to three decimals, as it is printed, has reached it.
Verdict verdictOf(const Coefficient &coefficient, const Thresholds &thresholds = {});

QString nameOf(Verdict verdict);   ///< as files have it: "not_reliable"
QString explain(Verdict verdict);  ///< for people: "not reliable"
QString symbolOf(Verdict verdict); ///< one character, so that it shows without its colour

/// "tentative; the interval reaches below 0.667", "undefined: There is only one category."
QString sentenceOf(const Coefficient &coefficient, const Thresholds &thresholds = {});

} // namespace galley
