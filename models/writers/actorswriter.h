// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QByteArray>

namespace galley {

/// A register as CSV (RFC 4180, UTF-8): name, kind, aliases joined by "; ", attribute, value, from, to. An actor has a line for each
/// thing they were, and one line where they were nothing; actorsFromCsv() reads it.
QByteArray actorsToCsv(const std::vector<Actor> &actors);

} // namespace galley
