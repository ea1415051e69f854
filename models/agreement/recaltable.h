// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reliability/codings.h>

#include <QByteArray>

namespace galley {

/// Codings in the form of ReCal (Freelon 2010): CSV without a header, one row a unit, one column a coder, each value a whole
/// number. Units that not every coder valued are left out, since ReCal knows no missing values.
struct RecalTable
{
    QByteArray bytes;
    qsizetype units = 0;
    qsizetype leftOut = 0;
    QStringList numbered; ///< the categories that were numbered from 1, in rank order; empty where whole numbers kept themselves
};

RecalTable recalTable(const Codings &codings);

} // namespace galley
