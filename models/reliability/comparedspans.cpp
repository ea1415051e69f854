// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedspans.h"

#include <algorithm>

namespace galley {

std::vector<const Continuum *> comparedDocuments(const SpanCodings &codings)
{
    std::vector<const Continuum *> documents;
    for (const Continuum &document : codings.documents) {
        if (document.coders.size() >= 2)
            documents.push_back(&document);
    }
    return documents;
}

std::vector<std::vector<CodedSpan>> spansByCoder(const Continuum &document)
{
    std::vector<std::vector<CodedSpan>> byCoder(document.coders.size());
    for (const CodedSpan &span : document.spans)
        byCoder[size_t(std::ranges::lower_bound(document.coders, span.coder) - document.coders.begin())].push_back(span);
    for (std::vector<CodedSpan> &spans : byCoder)
        putInOrder(spans, readsBefore);
    return byCoder;
}

std::vector<CodedSpan> united(std::vector<CodedSpan> spans)
{
    putInOrder(spans, [](const CodedSpan &a, const CodedSpan &b) {
        return a.coder != b.coder ? a.coder < b.coder : isListedBefore(a, b);
    });
    std::vector<CodedSpan> united;
    for (const CodedSpan &span : spans) {
        if (!united.empty() && united.back().coder == span.coder && united.back().category == span.category
            && span.begin < united.back().end)
            united.back().end = std::max(united.back().end, span.end);
        else
            united.push_back(span);
    }
    return united;
}

bool overlapsItself(std::span<const CodedSpan> spansOfOneCoder)
{
    const auto overlap = [](const CodedSpan &a, const CodedSpan &b) { return b.begin < a.end; };
    return std::ranges::adjacent_find(spansOfOneCoder, overlap) != spansOfOneCoder.end();
}

Coefficient countedOver(const SpanCodings &codings)
{
    std::vector<bool> tookPart(size_t(codings.coders.size()));
    for (const Continuum &document : codings.documents) {
        for (qint32 coder : document.coders)
            tookPart[size_t(coder)] = true;
    }
    std::vector<bool> compared(tookPart.size()), used(size_t(codings.categories.size()));
    Coefficient counted;
    for (const Continuum *document : comparedDocuments(codings)) {
        for (qint32 coder : document->coders)
            compared[size_t(coder)] = true;
        for (const CodedSpan &span : document->spans)
            used[size_t(span.category)] = true;
        counted.units += qint64(document->spans.size());
    }
    counted.pairable = counted.units;
    counted.coders = int(std::ranges::count(compared, true));
    counted.categories = int(std::ranges::count(used, true));
    if (codings.documents.empty() && codings.coders.size() >= 2)
        counted.value = std::unexpected(Undefined::NoData);
    else if (std::ranges::count(tookPart, true) < 2)
        counted.value = std::unexpected(Undefined::FewerThanTwoCoders);
    else if (counted.coders == 0)
        counted.value = std::unexpected(Undefined::NoPairableUnits);
    return counted;
}

} // namespace galley
