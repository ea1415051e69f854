// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <reliability/metrics.h>

#include <cmath>

/// Matrices of units × coders for tests.
namespace galley::testing {

inline bool near(double a, double b, double within)
{
    return std::abs(a - b) <= within;
}

inline QStringList coderNames(qsizetype count)
{
    QStringList coders;
    for (qsizetype coder = 0; coder < count; ++coder)
        coders += QStringLiteral("c%1").arg(coder + 1);
    return coders;
}

/// One word for each unit, a letter or digit for each coder's value; '.' is missing.
inline Codings matrixOf(const QString &text, const QStringList &codebook = {})
{
    const QStringList units = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<QString> labels;
    for (const QString &unit : units) {
        for (QChar value : unit)
            labels.push_back(value == QLatin1Char('.') ? QString() : QString(value));
    }
    return galley::codingsOf(coderNames(units.isEmpty() ? 0 : units.front().size()), labels, codebook);
}

/// Two coders' confusion matrix, row by row, as units with the values 1, 2, 3 …
inline Codings matrixOfTable(const std::vector<std::vector<int>> &table, const QStringList &codebook = {})
{
    std::vector<QString> labels;
    for (size_t row = 0; row < table.size(); ++row) {
        for (size_t column = 0; column < table[row].size(); ++column) {
            for (int unit = 0; unit < table[row][column]; ++unit)
                labels.insert(labels.end(), {QString::number(row + 1), QString::number(column + 1)});
        }
    }
    return galley::codingsOf(coderNames(2), labels, codebook);
}

struct Simulation
{
    qsizetype units = 200;
    qsizetype coders = 3;
    quint32 categories = 4;
    double noise = 0.4; ///< the probability that a coder guesses instead of seeing the truth
    double missing = 0.1;
};

/// Coders who see the same truth through noise, the values "1", "2" …, the same for the same seed.
inline Codings simulated(const Simulation &wanted, quint64 seed)
{
    Random random(seed, 0);
    Codings codings{coderNames(wanted.coders), {}, {}, false, {}};
    for (quint32 category = 0; category < wanted.categories; ++category)
        codings.categories.push_back({QString::number(category + 1), double(category + 1)});
    codings.cells.reserve(size_t(wanted.units * wanted.coders));
    for (qsizetype unit = 0; unit < wanted.units; ++unit) {
        const quint32 truth = random.below(wanted.categories);
        for (qsizetype coder = 0; coder < wanted.coders; ++coder) {
            const quint32 value = random.uniform() < wanted.noise ? random.below(wanted.categories) : truth;
            codings.cells.push_back(random.uniform() < wanted.missing ? Codings::Missing : qint32(value));
        }
    }
    return codings;
}

} // namespace galley::testing
