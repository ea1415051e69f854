// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

class Workspace;

bool isCodebookFrozen(const Workspace &workspace);

/// Why who codes cannot change the codebook of the open project, in a sentence; empty where they can.
QString whyNotAlterCodebook(const Workspace &workspace);

} // namespace galley
