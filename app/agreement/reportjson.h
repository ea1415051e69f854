// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <agreement/report.h>

#include <QByteArray>

namespace galley {

/// An array of objects with metric, value (a number or null), status (ok or undefined), reason, the counts, what it is about,
/// the options, the interval, further figures and the conventions; then one for each detail. Every number as exact as it was
/// computed.
QByteArray toJson(const AgreementReport &report);

} // namespace galley
