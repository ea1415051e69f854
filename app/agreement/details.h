// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "computing.h"

#include <QJsonObject>

namespace galley {

/// What stands behind a coefficient, for people and as an object of the JSON beside the results.
struct AgreementDetail
{
    QJsonObject json;
    QStringList lines;
};

/// Which values of one coder stand against which of another, for each pair of coders; only cells that are not empty.
AgreementDetail confusionOf(const Codings &codings, const About &about);

/// The units that add most to the observed disagreement, with every coder’s value.
Result<AgreementDetail> disagreementsOf(const Codings &codings, Level level, qsizetype most, const About &about);

} // namespace galley
