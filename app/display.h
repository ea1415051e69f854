// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace galley {

/// Can a window be shown? Asks before QApplication does, which would end the program where it cannot.
bool displayIsThere();

} // namespace galley
