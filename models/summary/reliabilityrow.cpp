// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliabilityrow.h"

#include "summarytext.h"

#include <array>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array spanCoefficientNames{"fit", "ualpha", "token_alpha", "word_alpha"}; // in the order of SpanCoefficient

} // namespace

QString nameOf(SpanCoefficient coefficient)
{
    return QString::fromLatin1(spanCoefficientNames[size_t(std::to_underlying(coefficient))]);
}

std::optional<SpanCoefficient> spanCoefficientNamed(QStringView name)
{
    const auto found = std::ranges::find_if(spanCoefficientNames, [=](const char *known) { return name == QLatin1StringView(known); });
    return found == spanCoefficientNames.end() ? std::nullopt : std::optional(SpanCoefficient(found - spanCoefficientNames.begin()));
}

QString ReliabilityRow::name() const
{
    const QString what = variable.isEmpty() ? Summary::tr("%1 (spans)").arg(layer) : u"%1: %2"_s.arg(layer, variable);
    return again.isEmpty() ? what : Summary::tr("%1 · %2 again").arg(what, again);
}

ComparisonFilter ConfusionTable::casesAt(qsizetype row, qsizetype column) const
{
    ComparisonFilter filter = cases;
    const CodeId one = codes[size_t(row)], other = codes[size_t(column)];
    filter.code = one ? one : other;
    if (row == column)
        filter.kind = Difference::Agreement;
    return filter;
}

} // namespace galley
