// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <limits>

namespace galley {

/// UTF-16 units to insert, remove or replace; `most` + 1 where it takes more than `most`, which is found out the sooner the
/// smaller it is.
qsizetype editDistance(QStringView a, QStringView b, qsizetype most = std::numeric_limits<qsizetype>::max() / 2);

} // namespace galley
