// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <vector>

namespace galley {

/// The paragraphs of a text without the line breaks that part them, in order, so that no quotation is sought beyond one.
/// A blank line always parts two. A single line break parts them too, unless the text is wrapped by hand: then the next
/// line's first word would not, or hardly, have fitted on the line before, and both belong to one paragraph.
std::vector<Utf16Range> paragraphs(QStringView text);

} // namespace galley
