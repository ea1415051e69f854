// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// The text as a QTextDocument may hold it: the same length, each '\n' one block separator, and every character that
/// a document would take for structure or leave invisible replaced by one that it shows.
QString displayedText(const QString &text);

} // namespace galley
