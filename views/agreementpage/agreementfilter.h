// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <summary/reliabilityrow.h>

#include <QString>

#include <vector>

namespace galley {

/// What of a project is compared, and by what it is judged. What is empty stands for everything.
struct AgreementFilter
{
    std::vector<qint64> layers = {}, coders = {}, sets = {}; ///< their ids
    SpanCoefficient spans = SpanCoefficient::Fit;
    Thresholds thresholds = {};

    bool operator==(const AgreementFilter &) const = default;
    bool comparesEverything() const { return layers.empty() && coders.empty() && sets.empty(); }
};

/// What there is to choose from.
struct AgreementChoices
{
    using Named = std::pair<qint64, QString>;

    std::vector<Named> layers, coders, sets;
};

} // namespace galley
