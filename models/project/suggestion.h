// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace galley {

/// The known word that was probably meant: few letters differ, case aside. Empty where none is near.
QString nearest(const QString &written, const QStringList &known);

/// " Did you mean “…”?", or nothing.
QString didYouMean(const QString &written, const QStringList &known);

} // namespace galley
