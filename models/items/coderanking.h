// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QString>

#include <vector>

namespace galley {

/// A code that fits what was typed.
struct CodeMatch
{
    CodeId code;
    int score = 0;                ///< higher is better
    bool byDefinition = false;    ///< only what it means has the words
    std::vector<int> highlighted; ///< places in the code's name that the letters fell on, ascending; may be empty

    bool operator==(const CodeMatch &) const = default;
};

/// The principal codes of all span layers that fit `query`, best first; all of them in codebook order where it is empty.
/// Retired codes are none of them. A code's key on its own comes first, then names that begin with it, words that begin with it, the initials
/// ("cr" finds "Capacity and resources"), words of its other names, its place inside the name or path, words of its layer's name and its own
/// ("stance ag"), words of its definition, and last its letters in this order. Among those that fit equally well, those that
/// were used lately come first, the latest of them at the top: `recent` is in that order.
std::vector<CodeMatch> rankCodes(const QString &query, const Codebook &codebook, const std::vector<CodeId> &recent = {});

} // namespace galley
