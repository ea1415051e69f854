// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdflines.h"

namespace galley {

/// The lines of a page, parted at wide gaps, in the order in which they are read: what is side by side and long enough
/// is columns, read one after the other between the lines that reach over them; rows of short pieces are tables, read
/// row by row.
std::vector<PdfLine> inReadingOrder(std::vector<PdfLine> pieces);

} // namespace galley
