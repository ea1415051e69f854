// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/range.h>

#include <string_view>
#include <vector>

namespace galley {

std::vector<Range> rangesIn(std::string_view json); ///< of AnnotationRow::ranges
std::vector<CoderId> idsOf(const std::vector<Coder> &coders);

} // namespace galley
