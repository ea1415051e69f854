// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace galley {

/// The known word (or path, or last part of a path) that was probably meant: few letters differ, case aside. Empty where none is near.
QString nearest(const QString &word, const QStringList &known);

} // namespace galley
