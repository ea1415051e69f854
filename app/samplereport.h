// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sampling/sample.h>

#include <QStringList>

namespace galley {

/// What is said of a sample in the methods section, line by line: method, seed, frame, strata or dates drawn, what was left
/// out and why.
QStringList sampleReport(const Sample &sample);

} // namespace galley
