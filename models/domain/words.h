// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QString>
#include <QStringView>

#include <vector>

namespace galley {

/// The words of a text as a reader of its language (BCP 47; empty where it is unknown) takes them, in reading order: what is
/// written without blanks is divided by a dictionary, "0.03", "12 000" with a no-break space, "$5" and "3.5%" are one word each,
/// and so are "didn’t" and "e-mail". Symbols and emoji are words, white space and punctuation by themselves are none.
std::vector<Utf16Range> wordsOf(QStringView text, const QString &language);

} // namespace galley
