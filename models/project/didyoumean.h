// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace galley {

/// " Did you mean “…”?", or nothing.
QString didYouMean(const QString &written, const QStringList &known);

} // namespace galley
