// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "reliabilitytext.h"

#include <base/nearest.h>

namespace galley {

Result<double> numberOption(const MetricOptions &options, const QString &name, double standard, double least, double most)
{
    const auto found = options.find(name);
    if (found == options.end())
        return standard;
    bool isNumber = false;
    const double value = found->toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most))
        return failed(Reliability::tr("%1 takes a number from %2 to %3, not “%4”").arg(name).arg(least).arg(most).arg(*found));
    return value;
}

Result<qint64> countOption(const MetricOptions &options, const QString &name, qint64 standard, qint64 least, qint64 most)
{
    const auto found = options.find(name);
    if (found == options.end())
        return standard;
    bool isNumber = false;
    const qint64 value = found->toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        return failed(
            Reliability::tr("%1 takes a whole number from %2 to %3, not “%4”").arg(name).arg(least).arg(most).arg(*found));
    return value;
}

Result<bool> flagOption(const MetricOptions &options, const QString &name, bool standard)
{
    const auto found = options.find(name);
    if (found == options.end())
        return standard;
    for (const char *yes : {"true", "1", "yes"}) {
        if (found->compare(QLatin1StringView(yes), Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const char *no : {"false", "0", "no"}) {
        if (found->compare(QLatin1StringView(no), Qt::CaseInsensitive) == 0)
            return false;
    }
    return failed(Reliability::tr("%1 takes true or false, not “%2”").arg(name, *found));
}

Result<int> wordOption(const MetricOptions &options, const QString &name, std::initializer_list<const char *> words)
{
    const auto found = options.find(name);
    if (found == options.end())
        return 0;
    QStringList allowed;
    for (const char *word : words) {
        if (*found == QLatin1StringView(word))
            return int(allowed.size());
        allowed += QString::fromLatin1(word);
    }
    return failed(Reliability::tr("%1 takes %2, not “%3”").arg(name, allowed.join(QStringLiteral(", ")), *found));
}

Result<std::optional<qint32>> categoryOption(const SpanCodings &codings, const MetricOptions &options)
{
    const auto found = options.find(QStringLiteral("category"));
    if (found == options.end())
        return std::nullopt;
    const qsizetype index = codings.categories.indexOf(*found);
    if (index >= 0)
        return qint32(index);
    const QString meant = nearest(*found, codings.categories);
    return failed(meant.isEmpty() ? Reliability::tr("no span has the category “%1”").arg(*found)
                                  : Reliability::tr("no span has the category “%1”; did you mean “%2”?").arg(*found, meant));
}

Result<qint32> neededCategory(const SpanCodings &codings, const MetricOptions &options, const char *metric)
{
    const auto category = categoryOption(codings, options);
    if (!category)
        return std::unexpected(category.error());
    if (!*category)
        return failed(Reliability::tr("%1 speaks of one category, which the option %2 names")
                          .arg(QLatin1StringView(metric), QStringLiteral("category")));
    return **category;
}

} // namespace galley
