// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

namespace galley {

/// How far the coder now is with the article; nullopt: not begun. `rows` are the article's (ProjectStore::progress).
Change setProgress(const std::vector<Progress> &rows, const Article &article, CoderId coder,
                   std::optional<ProgressState> state);

} // namespace galley
