// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/fingerprint.h>

#include <base/parallel.h>

#include <array>
#include <span>

namespace galley {

/// Which texts share shingles: finds the texts that may be copies of one without comparing all with all, and the shingles that
/// say nothing about a text because they are in many that are not alike, or in very many.
///
/// Candidates are found by a sketch of each text, the shingles with the lowest hashes (MinHash), a quarter of all. Signatures of
/// a fixed length, as they are usual, find texts that are alike as a whole; this finds a short text in a long one too.
class SharedShingles
{
public:
    /// Incomplete where `proceed` said no.
    SharedShingles(std::span<const Fingerprint *const> texts, const Proceed &proceed, int threads);

    /// Those before the text, ascending, that have a part of its sketch; of more than 32 that share one part, the nearest 16.
    std::vector<quint32> candidatesBefore(quint32 text) const;

    /// Of a text, ascending.
    const std::vector<quint32> &ignored(quint32 text) const { return m_ignored[text]; }

private:
    /// A part of all hashes: for each that several texts have, which.
    struct Slice
    {
        std::vector<quint32> hashes; ///< ascending
        std::vector<quint32> ends;   ///< of their texts
        std::vector<quint32> texts;

        std::span<const quint32> textsOf(size_t at) const;
    };

    static constexpr quint32 slices = 32;
    static constexpr quint32 slicesOfSketch = slices / 4;

    Slice sliceOf(quint32 number) const;

    std::span<const Fingerprint *const> m_texts;
    std::array<Slice, slicesOfSketch> m_sketches;
    std::vector<std::vector<quint32>> m_ignored;
};

} // namespace galley
