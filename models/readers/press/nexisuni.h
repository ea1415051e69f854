// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/documentform.h>

namespace galley {

/// A download of Nexis Uni: articles with "Body" above their text and "End of Document" below. What stands on its cover is
/// a field of the first.
extern const DocumentForm nexisUniForm;

} // namespace galley
