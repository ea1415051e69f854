// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict.h"

#include <reliability/codings.h>
#include <review/comparisonfilter.h>

#include <optional>
#include <vector>

/// How reliable each thing is that a codebook asks for, and what stands behind it.
namespace galley {

/// A coefficient beside the share of agreement that is not corrected for chance.
struct Measure
{
    Coefficient coefficient;
    std::optional<double> percent = std::nullopt; ///< from 0 to 1

    bool isDefined() const { return coefficient.value.has_value(); }
};

/// What is counted: the spans of coders, pairs of their annotations that match, units that were given to be coded, or articles.
enum class MeasuredUnit { Span, Match, Unit, Article };

/// What stands for the spans of a layer.
enum class SpanCoefficient {
    Fit,        ///< u-α, or where spans of one coder overlap, which it does not know, α of characters
    UAlpha,     ///< u-α (Krippendorff et al. 2016), undefined where they overlap
    Characters, ///< α over characters, each a unit; with sets of labels (Jaccard) where spans of one coder overlap
    Words,      ///< the same over words and signs
};

QString nameOf(SpanCoefficient coefficient); ///< "fit", "ualpha", "token_alpha", "word_alpha"
std::optional<SpanCoefficient> spanCoefficientNamed(QStringView name);

struct ReliabilityRow
{
    QString layer;
    QString variable; ///< empty: where the layer's spans are and what they are
    QString again = {}; ///< of intracoder reliability: who coded the same once more
    MeasuredUnit unit = MeasuredUnit::Span;
    QString title; ///< of the coefficient: "α (ordinal)"
    qint64 units = 0;
    qint64 articles = 0; ///< in which they are
    qint64 drawn = 0;    ///< what the interval was drawn from: units, or of spans the articles
    Measure measure;
    ComparisonFilter cases; ///< where the disagreements are to be seen

    QString name() const; ///< "Framing: strength", "Framing (spans)", "Framing (spans) · Ada again"
};

/// The same for a part of the data: a pair of coders, a value, an article, articles coded one after the other.
struct MeasuredPart
{
    QString name;
    qint64 units = 0;
    Measure measure;
    QString note = {};
    ComparisonFilter cases = {};

    bool isDefined() const { return measure.isDefined(); }
};

/// Which values of one coder stand against which of another.
struct ConfusionTable
{
    QString first, second;     ///< the coders: rows and columns
    QStringList values;        ///< of both
    std::vector<CodeId> codes; ///< of each value; 0: it is no code
    std::vector<qint64> units; ///< row by row
    ComparisonFilter cases;

    qint64 at(qsizetype row, qsizetype column) const { return units[size_t(row * values.size() + column)]; }
    qint64 most() const { return units.empty() ? 0 : std::ranges::max(units); }
    ComparisonFilter casesAt(qsizetype row, qsizetype column) const; ///< of a cell on the diagonal: where they agree in all
};

/// All that stands behind a row; parts that differ most come first, but for time.
struct RowDetails
{
    std::vector<MeasuredPart> coefficients; ///< those a methods section usually reports, with the reasons of those that are undefined
    std::vector<MeasuredPart> pairs, values, articles, windows;
    std::vector<ConfusionTable> confusions;
    QStringList conventions; ///< of the coefficient, for a methods section
    QString timeNote;        ///< how the windows came about
};

} // namespace galley
