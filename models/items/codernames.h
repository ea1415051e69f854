// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <vector>

namespace galley {

QString nameOf(CoderId id, const std::vector<Coder> &coders); ///< empty where nobody has this id

} // namespace galley
