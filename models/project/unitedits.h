// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/coder.h>
#include <domain/error.h>

namespace galley {

class ProjectStore;

/// First where the units are is settled, then coders say what each of them is: the stretches that somebody marked (as a rule the
/// consensus) are given to coders as annotations of their own, whose place is fixed.
struct UnitsToGive
{
    LayerId layer;
    CoderId from;                    ///< whose annotations are the units
    std::vector<CoderId> to;         ///< who codes them
    std::vector<ArticleId> articles; ///< in which; none: in all
    bool withCodes = false;          ///< the codes are given too, and only the other variables are to be coded
};

struct GivenUnits
{
    Change change;     ///< empty where all were given before
    qint64 units = 0;  ///< different stretches
    qint64 before = 0; ///< annotations that coders had of them already; they stay as they are
};

/// Errors: the layer is of whole articles, or nobody marked anything there, or there is nothing to code.
Result<GivenUnits> giveUnits(const ProjectStore &store, const UnitsToGive &what, const QDateTime &at);

} // namespace galley
