// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics.h"

#include <initializer_list>
#include <optional>
#include <utility>

/// Reading options by name, with errors that say what is allowed.
namespace galley {

/// The number of an option, or `standard` where it is not given. `least` and `most` are allowed too.
Result<double> numberOption(const MetricOptions &options, const QString &name, double standard, double least, double most);
Result<qint64> countOption(const MetricOptions &options, const QString &name, qint64 standard, qint64 least, qint64 most);
Result<bool> flagOption(const MetricOptions &options, const QString &name, bool standard); ///< true, false, 1, 0, yes, no

/// The position of an option's word among `words`, the first of which is the standard.
Result<int> wordOption(const MetricOptions &options, const QString &name, std::initializer_list<const char *> words);

/// The option `category` as an index of the spans' categories, where it is given; an error where no span has it.
Result<std::optional<qint32>> categoryOption(const SpanCodings &codings, const MetricOptions &options);
Result<qint32> neededCategory(const SpanCodings &codings, const MetricOptions &options, const char *metric);

/// The error of the first that has one; null where all went well.
template <typename... Values> const Error *firstError(const Result<Values> &...results)
{
    const Error *first = nullptr;
    ((first = first || results ? first : &results.error()), ...);
    return first;
}

} // namespace galley
