// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <reliability/coefficient.h>
#include <reliability/metrics.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

/// What agreement came to, as values; text, JSON and panels are made from them.
namespace galley {

/// What a result is about, from wide to narrow. In a table there is neither layer nor variable.
struct AgreementSubject
{
    LayerId layer = {};
    QString layerName = {};
    VariableId variable = {}; ///< none: the layer's spans
    CodeId code = {};         ///< of a variable that takes several values: this one, yes or no
    QString variableName = {};
    QStringList pair = {}; ///< two coders, where only these are compared
    std::optional<QString> category = {}; ///< against all others
    std::optional<QString> document = {}; ///< this one alone

    bool operator==(const AgreementSubject &) const = default;

    /// {"layer", "Framing"}, {"pair", "Ada, Ben"}
    std::vector<std::pair<QString, QString>> words() const;
};

struct AgreementResult
{
    Coefficient coefficient; ///< a value or the reason why there is none, with counts, interval and conventions
    QString title;           ///< "Krippendorff’s α"
    MetricOptions options;   ///< that it was computed with
    AgreementSubject about = {};
};

/// Which values of one coder stand against which of another, for each pair of coders.
struct Confusion
{
    struct Cell
    {
        QString first, second;
        qint64 units = 0;

        bool operator==(const Cell &) const = default;
    };
    struct Pair
    {
        QString first, second;   ///< the coders
        std::vector<Cell> cells; ///< those that are not empty
    };
    AgreementSubject about;
    std::vector<Pair> pairs;
};

/// The units that add most to the observed disagreement.
struct Disagreements
{
    struct Unit
    {
        QString name;
        double share = 0;   ///< of all observed disagreement
        QStringList values; ///< one a coder; null where none was given
    };
    AgreementSubject about;
    QStringList coders;
    std::vector<Unit> units;
};

/// What stands behind coefficients.
using AgreementDetail = std::variant<Confusion, Disagreements>;

struct AgreementReport
{
    std::vector<AgreementResult> results; ///< in the order of the metrics, first of all data, then of the parts asked for
    std::vector<AgreementDetail> details;
    QStringList remarks; ///< what was left out and why

    void append(AgreementReport &&more);
};

} // namespace galley
