// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <agreement/report.h>

namespace galley {

/// Lines for people: tables of results with their conventions, then what stands behind them.
QStringList toLines(const AgreementReport &report);

} // namespace galley
