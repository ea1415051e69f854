// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace galley {

/// How often a text holds what nobody writes: a capital after a small letter that is not ASCII, a sign within a word,
/// letters of two scripts side by side. Bytes decoded in a wrong charset are full of these; the right one has next to none.
qsizetype oddPlaces(QStringView text);

} // namespace galley
