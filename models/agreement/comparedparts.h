// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/sight.h>
#include <store/projectstore.h>

namespace galley {

/// Whose codings are compared, and of what.
struct ComparedParts
{
    std::vector<Coder> coders; ///< at least two, or one who coded something once more
    std::vector<Layer> layers;
    VariableId variable = {};            ///< this one alone
    std::vector<ZoneKind> excluded = {}; ///< parts of articles that do not count
    std::vector<CodingSet> sets = {};        ///< only articles of these; empty: all
    Sight sight = {};                        ///< and none that is blind to who asks
};

/// The same in words, as somebody types them. What is empty stands for everything.
struct ComparedNames
{
    QStringList coders = {};
    QStringList layers = {};
    QString variable = {};
    QStringList excludedZones = {}; ///< "boilerplate" stands for several
    QStringList sets = {};
};

/// What the names stand for; an error that says what there is.
Result<ComparedParts> comparedParts(const ProjectStore &store, const ComparedNames &names = {});

} // namespace galley
