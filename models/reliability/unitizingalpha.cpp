// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitizingalpha.h"

#include "comparedspans.h"
#include "reliabilitytext.h"

#include <algorithm>
#include <span>

namespace galley {

namespace {

/// Sums of squared lengths; cubes of what texts are long and their sums stay within the 64 bits of a long double's mantissa or
/// lose no more than their last digit.
struct Disagreement
{
    long double observed = 0;
    long double expected = 0;
};

using ByCoder = std::vector<std::span<const CodedSpan>>; ///< the spans of one category, of each coder who has any

/// Squared differences of intersecting spans of two coders, and twice the squared lengths of ours that meet none of theirs, since
/// the pair is seen from the other coder too.
long double difference(std::span<const CodedSpan> ours, std::span<const CodedSpan> theirs)
{
    long double sum = 0;
    auto first = theirs.begin();
    for (const CodedSpan &our : ours) {
        while (first != theirs.end() && first->end <= our.begin)
            ++first;
        bool inGap = true;
        for (auto their = first; their != theirs.end() && their->begin < our.end; ++their) {
            const long double begins = our.begin - their->begin, ends = our.end - their->end;
            sum += begins * begins + ends * ends;
            inGap = false;
        }
        const long double length = our.end - our.begin;
        if (inGap)
            sum += 2 * length * length;
    }
    return sum;
}

/// m L² D_o: each ordered pair of coders; who has no span is one gap.
long double observed(const ByCoder &byCoder, size_t coders)
{
    long double sum = 0;
    for (const auto &ours : byCoder) {
        for (const auto &theirs : byCoder) {
            if (ours.data() != theirs.data())
                sum += difference(ours, theirs);
        }
        long double squares = 0;
        for (const CodedSpan &our : ours)
            squares += (static_cast<long double>(our.end) - our.begin) * (static_cast<long double>(our.end) - our.begin);
        sum += squares * static_cast<long double>(coders - byCoder.size()) * 2;
    }
    return sum;
}

/// The lengths of the gaps of every coder, ascending.
std::vector<long double> gapsOf(const Continuum &document, const ByCoder &byCoder)
{
    std::vector<long double> gaps(document.coders.size() - byCoder.size(), document.length);
    for (const auto &spans : byCoder) {
        double at = document.begin;
        for (const CodedSpan &span : spans) {
            gaps.push_back(span.begin - at);
            at = span.end;
        }
        gaps.push_back(document.end() - at);
    }
    std::ranges::sort(gaps);
    return gaps;
}

/// m L² D_e.
long double expected(const Continuum &document, const ByCoder &byCoder)
{
    const std::vector<long double> gaps = gapsOf(document, byCoder);
    std::vector<long double> fromHere(gaps.size() + 1); // the sum of gap i and all longer ones
    for (size_t i = gaps.size(); i > 0; --i)
        fromHere[i - 1] = fromHere[i] + gaps[i - 1];
    size_t count = 0;
    for (const auto &spans : byCoder)
        count += spans.size();

    long double sum = 0, pairsWithin = 0;
    for (const auto &spans : byCoder) {
        for (const CodedSpan &span : spans) {
            const long double length = static_cast<long double>(span.end) - span.begin, square = length * length;
            const size_t holding = size_t(std::ranges::lower_bound(gaps, length) - gaps.begin());
            const long double places = fromHere[holding] + static_cast<long double>(gaps.size() - holding) * (1 - length);
            sum += static_cast<long double>(count - 1) * (2 * square * length - 3 * square + length) / 3 + square * places;
            pairsWithin += length * (length - 1);
        }
    }
    const auto coders = static_cast<long double>(document.coders.size());
    const long double all = coders * document.length;
    const long double pairs = all * (all - 1) - pairsWithin;
    return pairs > 0 ? coders * document.length * 2 * sum / pairs : 0;
}

/// The spans of each category apart, and of each coder within it. Sorted by category, coder and begin.
void add(Disagreement &disagreement, const Continuum &document, std::span<const CodedSpan> spans)
{
    for (auto from = spans.begin(); from != spans.end();) {
        const auto to = std::find_if(from, spans.end(), [&](const CodedSpan &span) { return span.category != from->category; });
        ByCoder byCoder;
        for (auto own = from; own != to;) {
            const auto next = std::find_if(own, to, [&](const CodedSpan &span) { return span.coder != own->coder; });
            byCoder.emplace_back(own, next);
            own = next;
        }
        disagreement.observed += observed(byCoder, document.coders.size()) / static_cast<long double>(document.coders.size() - 1);
        disagreement.expected += expected(document, byCoder);
        from = to;
    }
}

} // namespace

Coefficient unitizingAlpha(const SpanCodings &codings, std::optional<qint32> category)
{
    Coefficient result = countedOver(codings);
    result.conventions += Reliability::tr(
        "α_U after Krippendorff (1995, 2004), superseded by the u-α family; for comparison with older results only.");
    result.conventions += category
        ? Reliability::tr("Spans of the category “%1” against everything else.").arg(codings.categories[*category])
        : Reliability::tr("Observed and expected disagreement are added over the categories.");
    if (codings.documents.size() > 1)
        result.conventions
            += Reliability::tr("Disagreements are added over the texts that at least two coders coded, as squared lengths.");
    if (result.coders == 0)
        return result;

    Disagreement disagreement;
    for (const Continuum *document : comparedDocuments(codings)) {
        std::vector<CodedSpan> spans;
        std::ranges::copy_if(document->spans, std::back_inserter(spans),
                             [&](const CodedSpan &span) { return !category || span.category == *category; });
        putInOrder(spans, [](const CodedSpan &a, const CodedSpan &b) {
            if (a.category != b.category)
                return a.category < b.category;
            return a.coder != b.coder ? a.coder < b.coder : readsBefore(a, b);
        });
        const auto overlap = [](const CodedSpan &a, const CodedSpan &b) {
            return a.category == b.category && a.coder == b.coder && b.begin < a.end;
        };
        if (std::ranges::adjacent_find(spans, overlap) != spans.end()) {
            result.value = std::unexpected(Undefined::OverlappingUnits);
            return result;
        }
        add(disagreement, *document, spans);
    }
    if (disagreement.expected > 0)
        result.value = double(1 - disagreement.observed / disagreement.expected);
    else
        result.value = std::unexpected(Undefined::NoExpectedDisagreement);
    return result;
}

} // namespace galley
