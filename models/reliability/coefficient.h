// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/parallel.h>

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>
#include <utility>
#include <vector>

namespace galley {

/// Why a coefficient has no value. It is never shown as 0 or 1 instead.
enum class Undefined {
    NoData,
    FewerThanTwoCoders,
    NoPairableUnits,           ///< no unit has values of two coders
    NoCompleteUnits,           ///< no unit has a value of every coder
    NoVariation,               ///< all pairable values are the same, so no disagreement could be expected
    SingleCategory,            ///< the category set has one member
    NoExpectedDisagreement,    ///< spans: one category covers everything, or nothing is coded
    OverlappingUnits,          ///< spans of one coder overlap, which the coefficient does not know
    NoUnits,                   ///< no coder has a span
    NoIntersection,            ///< no spans of two coders intersect, or those that do are of one category
    CategoryNotInIntersection, ///< the same for one category
    NoAlignedPair,             ///< no two spans were aligned
    BothEmpty,                 ///< neither coder of any pair has a span
    NoBoundaries,              ///< no coder set a boundary
    FewerThanTwoUnits,         ///< nothing to estimate a spread from
};

QString nameOf(Undefined reason);  ///< as files have it: "no_variation"
QString explain(Undefined reason); ///< a sentence for people

/// A range that holds the true value with a stated confidence.
struct Interval
{
    double low = 0;
    double high = 0;
    double confidence = 0.95;

    bool operator==(const Interval &) const = default;
};

/// A value, or the reason why there is none, with what it rests on.
struct Coefficient
{
    QString metric; ///< "krippendorff_alpha"
    std::expected<double, Undefined> value = std::unexpected(Undefined::NoData);
    qint64 units = 0; ///< that entered the computation
    int coders = 0;
    qint64 pairable = 0; ///< values in units that at least two coders valued; of spans: the spans
    int categories = 0;
    QStringList conventions; ///< sentences for a methods section: formula, source, treatment of missing data, category set
    std::optional<double> standardError = std::nullopt;
    std::optional<Interval> interval = std::nullopt;
    std::vector<std::pair<QString, double>> figures
        = {}; ///< further figures by the name files have for them: "mean", "n_samples"
};

} // namespace galley
