// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spanf1.h"

#include "comparedspans.h"
#include "reliabilitytext.h"
#include "spanmatching.h"

#include <algorithm>
#include <map>
#include <utility>

namespace galley {

namespace {

using Spans = std::vector<CodedSpan>;

/// What two coders have in common, in spans or characters.
struct Counts
{
    long double matched = 0;
    long double size = 0; ///< |A| + |B|

    double f1() const { return double(2 * matched / size); }
};

bool isSame(const CodedSpan &a, const CodedSpan &b)
{
    return a.category == b.category && a.begin == b.begin && a.end == b.end;
}

/// The spans of each coder of a document as they are compared: without labels where those do not count, each once, characters
/// covered twice only once; by category and in reading order.
std::vector<Spans> comparable(const Continuum &document, const SpanF1Options &options)
{
    std::vector<Spans> byCoder = spansByCoder(document);
    for (Spans &spans : byCoder) {
        if (!options.labels) {
            for (CodedSpan &span : spans)
                span.category = 0;
        }
        if (options.match == SpanMatch::Characters)
            spans = united(std::move(spans));
        putInOrder(spans, isListedBefore);
        const auto repeated = std::ranges::unique(spans, isSame);
        spans.erase(repeated.begin(), repeated.end());
    }
    return byCoder;
}

long double sharedCharacters(const Spans &first, const Spans &second)
{
    long double shared = 0;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
        if (a->category == b->category)
            shared += std::max(0.0, std::min(a->end, b->end) - std::max(a->begin, b->begin));
        ++(std::pair(a->category, a->end) < std::pair(b->category, b->end) ? a : b);
    }
    return shared;
}

long double sameSpans(const Spans &first, const Spans &second)
{
    long double same = 0;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
        if (isSame(*a, *b))
            ++same, ++a, ++b;
        else
            ++(isListedBefore(*a, *b) ? a : b);
    }
    return same;
}

long double sizeOf(const Spans &spans, SpanMatch match)
{
    if (match != SpanMatch::Characters)
        return static_cast<long double>(spans.size());
    long double size = 0;
    for (const CodedSpan &span : spans)
        size += span.end - span.begin;
    return size;
}

Result<> add(Counts &counts, const Spans &first, const Spans &second, const SpanF1Options &options)
{
    counts.size += sizeOf(first, options.match) + sizeOf(second, options.match);
    if (options.match == SpanMatch::Characters) {
        counts.matched += sharedCharacters(first, second);
    } else if (options.match == SpanMatch::Exact) {
        counts.matched += sameSpans(first, second);
    } else {
        const auto matched = matchedCount(first, second, {options.leastIou, options.labels});
        if (!matched)
            return std::unexpected(matched.error());
        counts.matched += static_cast<long double>(*matched);
    }
    return {};
}

/// Counts of every pair of coders that share a text.
Result<std::map<std::pair<qint32, qint32>, Counts>> countsOfPairs(const SpanCodings &codings, const SpanF1Options &options,
                                                                  const Proceed &proceed)
{
    std::map<std::pair<qint32, qint32>, Counts> pairs;
    const auto documents = comparedDocuments(codings);
    for (size_t at = 0; at < documents.size(); ++at) {
        const std::vector<qint32> &coders = documents[at]->coders;
        const std::vector<Spans> byCoder = comparable(*documents[at], options);
        for (size_t i = 0; i < coders.size(); ++i) {
            for (size_t j = i + 1; j < coders.size(); ++j) {
                if (auto added = add(pairs[{coders[i], coders[j]}], byCoder[i], byCoder[j], options); !added)
                    return std::unexpected(added.error());
            }
            if (proceed && !proceed((double(at) + double(i + 1) / double(coders.size())) / double(documents.size())))
                return failed(Reliability::tr("The computation was interrupted."));
        }
    }
    return pairs;
}

QStringList conventionsOf(const SpanCodings &codings, const SpanF1Options &options, bool manyPairs)
{
    QStringList sentences{Reliability::tr(
        "F1 = 2 TP / (|A| + |B|) of two coders’ spans, duplicates of one coder counted once; not corrected for chance.")};
    if (options.match == SpanMatch::Exact)
        sentences += Reliability::tr("Spans match where begin and end are the same.");
    else if (options.match == SpanMatch::Characters)
        sentences += Reliability::tr("Each character is compared on its own.");
    else if (options.leastIou > 0)
        sentences
            += Reliability::tr(
                   "Spans match one to one where the text they share is at least %1 of what either covers, as many as possible.")
                   .arg(options.leastIou);
    else
        sentences
            += Reliability::tr("Spans match one to one where they share any text, as many as possible; touching is not sharing.");
    sentences += options.labels ? Reliability::tr("Only spans of the same category match.")
                                : Reliability::tr("Categories are left out of account.");
    if (manyPairs)
        sentences += options.pooled ? Reliability::tr("Counts are added over the pairs of coders (micro average).")
                                    : Reliability::tr("The mean over the pairs of coders; pairs without a span are left out.");
    if (codings.documents.size() > 1)
        sentences += Reliability::tr("A pair’s counts are added over the texts that both coded.");
    return sentences;
}

} // namespace

Result<Coefficient> spanF1(const SpanCodings &codings, const SpanF1Options &options, const Proceed &proceed)
{
    Coefficient result = countedOver(codings);
    result.conventions = conventionsOf(codings, options, result.coders > 2);
    if (result.coders == 0)
        return result;
    const auto pairs = countsOfPairs(codings, options, proceed);
    if (!pairs)
        return std::unexpected(pairs.error());

    Counts all;
    long double sum = 0;
    qsizetype counted = 0;
    for (const auto &[pair, counts] : *pairs) {
        if (!(counts.size > 0))
            continue;
        all.matched += counts.matched;
        all.size += counts.size;
        sum += counts.f1();
        ++counted;
    }
    if (counted > 0)
        result.value = options.pooled ? all.f1() : double(sum / static_cast<long double>(counted));
    else
        result.value = std::unexpected(Undefined::BothEmpty);
    result.figures = {{QStringLiteral("pairs"), double(counted)},
                      {QStringLiteral("pairs_left_out"), double(pairs->size()) - double(counted)},
                      {QStringLiteral("matched"), double(all.matched)},
                      {QStringLiteral("size"), double(all.size)}};
    return result;
}

} // namespace galley
