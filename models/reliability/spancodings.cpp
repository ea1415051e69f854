// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spancodings.h"

#include "reliabilitytext.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace galley {

namespace {

Result<> validate(const SpanCodings &codings, const Continuum &document)
{
    const QString where = document.document.isEmpty() ? QString() : document.document + QStringLiteral(": ");
    if (!std::isfinite(document.begin) || !std::isfinite(document.length) || document.length < 0)
        return failed(where + Reliability::tr("the length of the text is not a number from 0"));
    for (const CodedSpan &span : document.spans) {
        if (span.coder < 0 || span.coder >= codings.coders.size() || !std::ranges::binary_search(document.coders, span.coder))
            return failed(where + Reliability::tr("a span is by a coder who did not code this text"));
        if (span.category < 0 || span.category >= codings.categories.size())
            return failed(where + Reliability::tr("a span has an unknown category"));
        if (!(span.begin < span.end))
            return failed(where
                          + Reliability::tr("a span of %1 ends where it begins or before (%2–%3)")
                                .arg(codings.coders[span.coder])
                                .arg(span.begin)
                                .arg(span.end));
        if (span.begin < document.begin || span.end > document.end())
            return failed(where
                          + Reliability::tr("a span of %1 (%2–%3) lies outside the text (%4–%5)")
                                .arg(codings.coders[span.coder])
                                .arg(span.begin)
                                .arg(span.end)
                                .arg(document.begin)
                                .arg(document.end()));
    }
    return {};
}

} // namespace

Result<> validate(const SpanCodings &codings)
{
    for (const Continuum &document : codings.documents) {
        if (auto valid = validate(codings, document); !valid)
            return valid;
    }
    return {};
}

bool hasOverlaps(const SpanCodings &codings)
{
    return std::ranges::any_of(codings.documents, [](const Continuum &document) {
        std::vector<CodedSpan> spans = document.spans;
        std::ranges::sort(spans, {}, [](const CodedSpan &span) { return std::tuple(span.coder, span.begin); });
        return std::ranges::adjacent_find(
                   spans, [](const CodedSpan &a, const CodedSpan &b) { return a.coder == b.coder && b.begin < a.end; })
            != spans.end();
    });
}

SpanCodings pairOf(const SpanCodings &codings, qint32 first, qint32 second)
{
    SpanCodings pair{{codings.coders[first], codings.coders[second]}, codings.categories, {}};
    const auto isOfPair = [&](qint32 coder) { return coder == first || coder == second; };
    for (const Continuum &document : codings.documents) {
        if (std::ranges::none_of(document.coders, isOfPair))
            continue;
        Continuum part{document.document, document.begin, document.length, {}, {}};
        if (std::ranges::contains(document.coders, first))
            part.coders.push_back(0);
        if (std::ranges::contains(document.coders, second))
            part.coders.push_back(1);
        for (CodedSpan span : document.spans) {
            if (isOfPair(span.coder)) {
                span.coder = span.coder == first ? 0 : 1;
                part.spans.push_back(span);
            }
        }
        pair.documents.push_back(std::move(part));
    }
    return pair;
}

} // namespace galley
