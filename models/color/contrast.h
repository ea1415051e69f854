// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace galley {

/// Relative luminance as WCAG 2 defines it, 0 to 1.
double luminance(const QColor &color);

/// WCAG 2 contrast ratio of two colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace galley
