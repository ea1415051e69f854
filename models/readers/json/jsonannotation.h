// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonrecords.h"

#include <expected>

namespace galley {

/// An annotation record with its offsets as they stand, in `unit`; or why it is none.
std::expected<ReadAnnotation, QString> readJsonAnnotation(
    const QJsonObject &object, OffsetUnit unit, const QHash<QString, Removed> &removed);

} // namespace galley
