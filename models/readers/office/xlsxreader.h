// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Workbooks of Excel since 2007: each row of the first sheet that has a column of texts is an article.
extern const Reader xlsxReader;

} // namespace galley
