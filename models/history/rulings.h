// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <vector>

namespace galley {

/// A ruling that stands by its own edits, and the operation of the last.
struct MadeRuling
{
    Ruling ruling;
    OperationId last;
};

/// Of rulings that copies made of one thing without knowing of each other, the later holds: those that are about an annotation of
/// one that holds do not. In the order in which they were made, the last first; the same whatever order they came in.
struct HoldingRulings
{
    std::vector<MadeRuling> hold, superseded;
};
HoldingRulings holding(std::vector<MadeRuling> rulings);

/// Are they about one thing?
bool overlap(const Ruling &one, const Ruling &other);

} // namespace galley
