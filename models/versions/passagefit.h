// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/passagesearch.h>

#include <optional>

namespace galley {

/// A passage with what the search for it asks again and again.
struct SoughtPassage
{
    Utf16Range range;
    QStringView quote;
    WordRange words; ///< those it touches
};

SoughtPassage passageOf(const TextPair &pair, Utf16Range range);

/// The passage with altered words where the aligned versions put it.
std::optional<Place> alteredInPlace(const TextPair &pair, const SoughtPassage &passage);

/// The passage with altered words wherever several of its rarer words stand together.
std::vector<Place> alteredElsewhere(const TextPair &pair, const SoughtPassage &passage);

/// The parts of the passage between which much was put in.
std::optional<Place> parted(const TextPair &pair, const SoughtPassage &passage);

} // namespace galley
