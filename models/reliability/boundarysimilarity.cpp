// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "boundarysimilarity.h"

#include "comparedspans.h"
#include "reliabilitytext.h"

#include <algorithm>
#include <functional>
#include <map>

namespace galley {

namespace {

using Positions = std::vector<double>;

struct Edits
{
    qint64 matches = 0;
    qint64 nearMisses = 0;
    qint64 distance = 0; ///< Σ k of the near misses
    qint64 additions = 0;

    qint64 all() const { return matches + nearMisses + additions; }
    double similarity(int reach) const { return 1 - (double(additions) + double(distance) / reach) / double(all()); }
};

Positions boundariesOf(const Continuum &document, const std::vector<CodedSpan> &spans)
{
    Positions positions;
    for (const CodedSpan &span : spans) {
        for (double position : {span.begin, span.end}) {
            if (position > document.begin && position < document.end())
                positions.push_back(position);
        }
    }
    putInOrder(positions, std::less());
    const auto repeated = std::ranges::unique(positions);
    positions.erase(repeated.begin(), repeated.end());
    return positions;
}

/// A boundary that only one of the two coders set.
struct Single
{
    double position;
    bool isFirsts;
    bool used = false;
};

/// Pairs what lies exactly `distance` apart, from left to right, and takes it out.
qint64 takeNearMisses(std::vector<Single> &singles, int distance)
{
    qint64 count = 0;
    auto ahead = singles.begin();
    for (Single &single : singles) {
        while (ahead != singles.end() && ahead->position < single.position + distance)
            ++ahead;
        if (ahead == singles.end())
            break;
        if (single.used || ahead->used || ahead->position != single.position + distance || ahead->isFirsts == single.isFirsts)
            continue;
        single.used = ahead->used = true;
        ++count;
    }
    std::erase_if(singles, &Single::used);
    return count;
}

void add(Edits &edits, const Positions &first, const Positions &second, int reach)
{
    std::vector<Single> singles;
    for (auto a = first.begin(), b = second.begin(); a != first.end() || b != second.end();) {
        if (a != first.end() && b != second.end() && *a == *b)
            ++edits.matches, ++a, ++b;
        else if (b == second.end() || (a != first.end() && *a < *b))
            singles.push_back({*a++, true});
        else
            singles.push_back({*b++, false});
    }
    for (int distance = 1;
         distance < reach && singles.size() > 1 && distance <= singles.back().position - singles.front().position; ++distance) {
        const qint64 count = takeNearMisses(singles, distance);
        edits.nearMisses += count;
        edits.distance += count * distance;
    }
    edits.additions += qint64(singles.size());
}

} // namespace

Coefficient boundarySimilarity(const SpanCodings &codings, int reach)
{
    Coefficient result = countedOver(codings);
    result.conventions << Reliability::tr(
        "Boundary similarity (Fournier 2013) with one type of boundary, the begins and ends of spans inside the text; it is not "
        "corrected for chance.")
                       << Reliability::tr("Boundaries of two coders less than %1 positions apart are near misses (n_t = %1).")
                              .arg(reach);
    if (result.coders > 2)
        result.conventions += Reliability::tr("The mean over the pairs of coders; pairs without a boundary are left out.");
    if (codings.documents.size() > 1)
        result.conventions += Reliability::tr("A pair’s boundaries are added over the texts that both coded.");
    if (result.coders == 0)
        return result;

    std::map<std::pair<qint32, qint32>, Edits> pairs;
    for (const Continuum *document : comparedDocuments(codings)) {
        std::vector<Positions> boundaries;
        for (const auto &spans : spansByCoder(*document))
            boundaries.push_back(boundariesOf(*document, spans));
        for (size_t i = 0; i < boundaries.size(); ++i) {
            for (size_t j = i + 1; j < boundaries.size(); ++j)
                add(pairs[{document->coders[i], document->coders[j]}], boundaries[i], boundaries[j], reach);
        }
    }
    double sum = 0;
    int counted = 0;
    for (const auto &[pair, edits] : pairs) {
        if (edits.all() > 0) {
            sum += edits.similarity(reach);
            ++counted;
        }
    }
    if (counted > 0)
        result.value = sum / counted;
    else
        result.value = std::unexpected(Undefined::NoBoundaries);
    if (result.coders == 2) {
        const Edits &edits = pairs.begin()->second;
        result.figures = {{QStringLiteral("matches"), double(edits.matches)},
                          {QStringLiteral("near_misses"), double(edits.nearMisses)},
                          {QStringLiteral("additions"), double(edits.additions)}};
    }
    return result;
}

} // namespace galley
