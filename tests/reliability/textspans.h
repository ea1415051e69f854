// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reliability/metrics.h>

#include <QStringList>

/// Short ways to write down who marked what.
namespace galley::testing {

struct Mark
{
    const char *coder;
    double begin;
    double end;
    const char *category = "x";
};

/// One text that all these coders coded.
inline SpanCodings textOf(const QStringList &coders, double length, const std::vector<Mark> &marks)
{
    SpanCodings codings{coders, {}, {Continuum{QStringLiteral("text"), 0, length, {}, {}}}};
    for (const Mark &mark : marks) {
        if (const QString category = QString::fromUtf8(mark.category); !codings.categories.contains(category))
            codings.categories += category;
    }
    codings.categories.sort();
    Continuum &text = codings.documents.front();
    for (qint32 coder = 0; coder < coders.size(); ++coder)
        text.coders.push_back(coder);
    for (const Mark &mark : marks)
        text.spans.push_back({qint32(coders.indexOf(QLatin1StringView(mark.coder))),
                              qint32(codings.categories.indexOf(QString::fromUtf8(mark.category))), mark.begin, mark.end});
    return codings;
}

/// The value, or not a number where there is none.
inline double valueOf(const char *metric, const SpanCodings &codings, const MetricOptions &options = {})
{
    const auto result = compute(QString::fromLatin1(metric), codings, options);
    return result && result->value ? *result->value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace galley::testing
