// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedgroup.h"

#include <tuple>

namespace galley {

std::vector<VariableValue> valuesRegardlessOfOrder(const Annotation &annotation);

/// What an annotation says, whoever made it: where it is, its code, its values.
struct Content
{
    std::vector<Range> place;
    CodeId code;
    std::vector<VariableValue> values;

    bool operator==(const Content &) const = default;
};

inline Content contentOf(const Annotation &annotation)
{
    return {placeOf(annotation), annotation.code, valuesRegardlessOfOrder(annotation)};
}

} // namespace galley
