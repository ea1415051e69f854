// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codernames.h"

#include <algorithm>

namespace galley {

QString nameOf(CoderId id, const std::vector<Coder> &coders)
{
    const auto found = std::ranges::find(coders, id, &Coder::id);
    return found == coders.end() ? QString() : found->name;
}

} // namespace galley
