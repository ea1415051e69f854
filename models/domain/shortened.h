// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// At most some `characters` (UTF-16 units) of a text on one line, with an ellipsis where it was longer; no emoji and no accent is cut.
QString shortened(const QString &text, int characters);

/// The text between quotation marks, unless it has some at its beginning or end already.
QString quoted(const QString &text);

} // namespace galley
