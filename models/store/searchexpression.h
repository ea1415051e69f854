// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QString>

#include <string_view>

namespace galley {

/// What somebody typed, as FTS5 reads it: every word is one that is looked for, whatever signs are in it. Understood are "phrases", the
/// beginning of a word*, AND, OR, NOT, NEAR(a b, 5), brackets, and title:, outlet: and text: before any of these. `unfinished`: it is being
/// typed, and its last word is taken for the beginning of one. The error says what is wrong in words.
Result<QString> searchExpression(const QString &typed, bool unfinished = false);

/// What FTS5 says of an expression, in words.
Error searchError(std::string_view said);

} // namespace galley
