// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// ProQuest, as it is saved or mailed: documents between lines of "_", each with its title and then fields with their names.
extern const Reader proquestReader;

} // namespace galley
