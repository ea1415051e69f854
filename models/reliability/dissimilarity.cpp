// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissimilarity.h"

#include <algorithm>
#include <tuple>

namespace galley {

namespace {

std::vector<CodedSpan> spansOf(const Continuum &document, qint32 coder)
{
    std::vector<CodedSpan> spans;
    std::ranges::copy_if(document.spans, std::back_inserter(spans), [&](const CodedSpan &span) { return span.coder == coder; });
    std::ranges::sort(spans, {}, [](const CodedSpan &span) { return std::tuple(span.begin, span.end, span.category); });
    return spans;
}

} // namespace

std::vector<double> positionalDissimilarityTable(const Continuum &document, qint32 first, qint32 second, double deltaEmpty)
{
    const std::vector<CodedSpan> columns = spansOf(document, second);
    std::vector<double> table;
    for (const CodedSpan &row : spansOf(document, first)) {
        for (const CodedSpan &column : columns)
            table.push_back(positionalDissimilarity(row, column) * deltaEmpty);
    }
    return table;
}

} // namespace galley
