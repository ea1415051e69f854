// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens.h"

#include "comparedspans.h"

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

/// The document with positions mapped to tokens: a span begins at the first token that ends after it begins.
template <typename First, typename Last> Continuum mapped(const Continuum &document, double count, First first, Last last)
{
    Continuum mapped{document.document, 0, count, document.coders, {}};
    mapped.spans.reserve(document.spans.size());
    for (const CodedSpan &span : document.spans) {
        const double begin = first(span.begin), end = last(span.end);
        if (begin < end)
            mapped.spans.push_back({span.coder, span.category, begin, end});
    }
    return mapped;
}

} // namespace

SpanCodings inUnits(const SpanCodings &codings, qint64 unitLength)
{
    SpanCodings units{codings.coders, codings.categories, {}};
    const double length = double(unitLength);
    for (const Continuum &document : codings.documents)
        units.documents.push_back(mapped(
            document, std::ceil(document.length / length),
            [&](double begin) { return std::floor((begin - document.begin) / length); },
            [&](double end) { return std::ceil((end - document.begin) / length); }));
    return units;
}

SpanCodings inTokens(const SpanCodings &codings, const std::vector<std::vector<Range>> &tokens)
{
    SpanCodings inTokens{codings.coders, codings.categories, {}};
    for (size_t i = 0; i < codings.documents.size(); ++i) {
        const std::vector<Range> &words = tokens[i];
        const auto first = [&](double begin) {
            return double(std::ranges::upper_bound(words, begin, {}, [](const Range &word) { return double(word.end); })
                          - words.begin());
        };
        const auto last = [&](double end) {
            return double(std::ranges::lower_bound(words, end, {}, [](const Range &word) { return double(word.begin); })
                          - words.begin());
        };
        inTokens.documents.push_back(mapped(codings.documents[i], double(words.size()), first, last));
    }
    return inTokens;
}

Codings unitsOf(const SpanCodings &codings, const QString &gap, const std::vector<qint32> &precedence)
{
    Codings units{codings.coders, {}, {{gap}}, false, {}};
    for (const QString &category : codings.categories)
        units.categories.push_back({category});
    std::vector<size_t> rank(size_t(codings.categories.size()));
    for (size_t i = 0; i < rank.size(); ++i)
        rank[i] = precedence.size() + i;
    for (size_t i = precedence.size(); i > 0; --i)
        rank[size_t(precedence[i - 1])] = i - 1;

    const size_t width = size_t(codings.coders.size());
    for (const Continuum &document : codings.documents) {
        const size_t start = units.cells.size();
        units.cells.resize(start + size_t(document.length) * width, Codings::Missing);
        for (qint32 coder : document.coders) {
            for (size_t at = start + size_t(coder); at < units.cells.size(); at += width)
                units.cells[at] = 0;
        }
        std::vector<CodedSpan> spans = united(document.spans);
        std::ranges::sort(spans, std::ranges::greater{}, [&](const CodedSpan &span) { return rank[size_t(span.category)]; });
        for (const CodedSpan &span : spans) {
            for (auto at = size_t(span.begin - document.begin); at < size_t(span.end - document.begin); ++at)
                units.cells[start + at * width + size_t(span.coder)] = span.category + 1;
        }
    }
    return units;
}

} // namespace galley
