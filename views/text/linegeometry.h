// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QRectF>
#include <QStringView>
#include <QTextLayout>

#include <vector>

namespace galley {

/// Whether a paragraph needs the careful way of measuring: a stretch of its text may lie in several pieces on a line.
bool mixesDirections(QStringView paragraph);

/// Where `range` (within the paragraph) lies on one of its lines: from left to right, in the line's coordinates, as tall
/// as its text; the blanks at which it breaks are left out. At least one rectangle for every range that touches the line, never narrower than a hairline.
std::vector<QRectF> rectsOnLine(const QTextLine &line, Utf16Range range, bool mixed);

} // namespace galley
