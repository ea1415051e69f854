// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <domain/article.h>
#include <domain/error.h>
#include <base/random.h>

#include <QCoreApplication>

/// What the files that draw share.
namespace galley::drawing {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::Sampling)
};

using Articles = std::vector<const Article *>;

/// So many, in the order they are drawn.
template<typename T>
std::vector<T> some(std::vector<T> from, size_t count, Random random)
{
    for (size_t i = 0; i < count; ++i)
        std::swap(from[i], from[i + random.below(quint32(from.size() - i))]);
    from.resize(count);
    return from;
}

/// The day, where it is fully stated.
QDate dayOf(const Article &article);

void take(Sample &sample, const Articles &chosen);

/// Completes a sample by constructed weeks, from articles with days within its span.
Result<Sample> constructedWeeks(Sample sample, const Articles &articles);

} // namespace galley::drawing
