// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "categorialdisorder.h"

#include <algorithm>

namespace galley {

CategorialDisorder &CategorialDisorder::operator+=(const CategorialDisorder &other)
{
    weighted += other.weighted;
    weights += other.weights;
    return *this;
}

CategorialDisorder categorialDisorder(const Alignment &alignment, int coders, const Dissimilarity &measure,
                                      UnalignedTerm unaligned, std::optional<qint32> category)
{
    CategorialDisorder disorder;
    const auto counts = [&](const CodedSpan &span) { return !category || span.category == *category; };
    for (qint64 index = 0; index < alignment.count(); ++index) {
        const auto members = alignment.of(index);
        for (size_t i = 0; i < members.size(); ++i) {
            const CodedSpan &first = alignment.units[size_t(members[i])];
            if (unaligned == UnalignedTerm::Pygamma && counts(first)) {
                const double empties = coders - double(members.size());
                disorder += {empties * measure.deltaEmpty * measure.deltaEmpty, empties * measure.deltaEmpty};
            }
            for (size_t j = 0; j < i; ++j) {
                const CodedSpan &second = alignment.units[size_t(members[j])];
                if (!counts(first) && !counts(second))
                    continue;
                const double apart = measure.alpha * positionalDissimilarity(first, second) * measure.deltaEmpty;
                const double near = std::max(0.0, 1 - apart);
                const double weight = near / double(members.size() - 1);
                disorder += {first.category != second.category ? weight * measure.deltaEmpty : 0, weight};
            }
        }
    }
    return disorder;
}

} // namespace galley
