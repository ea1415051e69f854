// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedgroup.h"

#include <algorithm>

namespace galley {

/// Which of the groups that coders' work falls into are looked at. What is empty stands for everything.
struct ComparisonFilter
{
    LayerId layer = {};
    CodeId code = {};                ///< that one of them chose, for the annotation or as the value of a variable
    std::vector<CoderId> coders = {}; ///< all of these are compared there
    std::optional<Difference> kind = std::nullopt;
    ArticleId article = {};

    bool operator==(const ComparisonFilter &) const = default;

    bool accepts(const ComparedGroup &group) const
    {
        return (!layer || group.layer == layer) && (!article || group.article == article) && (!kind || group.kind == *kind)
            && (!code || std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return chose(annotation, code); }))
            && std::ranges::all_of(coders, [&](CoderId coder) { return std::ranges::contains(group.coders, coder); });
    }

private:
    static bool chose(const Annotation &annotation, CodeId code)
    {
        return annotation.code == code || std::ranges::contains(annotation.values, Value(code), &VariableValue::value);
    }
};

} // namespace galley
