// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace galley {

/// How the values of a variable relate: which differences between two of them count, and how much.
enum class Level { Nominal, Ordinal, Interval, Ratio };

QString nameOf(Level level); ///< "nominal", "ordinal", "interval", "ratio"
std::optional<Level> levelNamed(QStringView name);

struct Category
{
    QString name;
    std::optional<double> number = std::nullopt; ///< what interval and ratio scales compute with

    bool operator==(const Category &) const = default;
};

/// The values that coders gave to units, as a matrix with holes.
struct Codings
{
    static constexpr qint32 Missing = -1;

    QStringList coders;               ///< the columns
    QStringList units;                ///< names of the rows; may be empty
    std::vector<Category> categories; ///< in rank order, each once
    bool wholeCodebook = false;       ///< `categories` is the codebook's list, not only what occurs
    std::vector<qint32> cells;        ///< units × coders row by row: an index into `categories`, or Missing
    bool ranked = true; ///< the order of `categories` means something: numbers, or the codebook lists them all

    qsizetype coderCount() const { return coders.size(); }
    qsizetype unitCount() const { return coders.isEmpty() ? 0 : qsizetype(cells.size()) / coders.size(); }
    std::span<const qint32> unit(qsizetype row) const
    {
        return std::span(cells).subspan(size_t(row * coderCount()), size_t(coderCount()));
    }
};

/// A matrix of labels (a null string: missing) with the categories that occur, or those of `codebook` and then the others.
/// Without a codebook they are ordered by number where every label is one ("10" after "9"), else by code point. Labels that
/// are the same number ("1", "1.0", "+1") are one category only where `numeric` says that values are numbers.
Codings codingsOf(const QStringList &coders, const std::vector<QString> &labels, const QStringList &codebook = {},
                  bool numeric = false);

/// The two columns as a matrix of their own, with the same categories.
Codings pairOf(const Codings &codings, qsizetype first, qsizetype second);

} // namespace galley
