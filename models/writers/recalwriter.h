// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <reliability/codings.h>

#include <QString>

namespace galley {

/// Writes the codings for ReCal (Freelon 2010): CSV without a header, one row a unit, one column a coder, each value a whole
/// number. Categories that are whole numbers keep them; else they are numbered from 1 in rank order. Units that not every coder
/// valued are left out, since ReCal knows no missing values. Answers with what was numbered how and how many units were left out,
/// for people.
Result<QString> writeRecal(const Codings &codings, const QString &path);

} // namespace galley
