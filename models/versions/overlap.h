// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/fingerprint.h>

namespace galley {

/// A text to compare: its shingles, and those of them that say nothing about it.
struct ComparedText
{
    const Fingerprint &fingerprint;
    const std::vector<quint32> &ignored; ///< ascending
};

struct Overlap
{
    double containment = 0; ///< shared shingles / all of the text that has fewer
    qsizetype shared = 0;
};

Overlap overlapOf(ComparedText a, ComparedText b);

/// Roughly how alike two texts are as a whole, by the hundred shingles with the lowest hashes (MinHash): shared / all of both.
double likeness(const Fingerprint &a, const Fingerprint &b);

} // namespace galley
