// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// RIS, the form in which databases give records to reference managers: the abstract, or the notes, are the text.
extern const Reader risReader;

} // namespace galley
