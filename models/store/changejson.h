// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QByteArray>

#include <optional>

namespace galley {

/// A change as the history keeps it, without its text: of an added or removed row what differs from an empty one, of a
/// modified row everything before and what differs after.
QByteArray jsonOf(const Change &change);

/// nullopt where it is no such thing.
std::optional<Change> changeFrom(const QByteArray &json);

} // namespace galley
