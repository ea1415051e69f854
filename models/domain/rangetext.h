// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <string>
#include <string_view>
#include <vector>

/// Ranges as files have them: [[begin,end],…], without spaces.
namespace galley {

std::string rangesText(const std::vector<Range> &ranges);

/// What no pair of numbers is, is left out: files of ours have none.
std::vector<Range> rangesIn(std::string_view text);

} // namespace galley
