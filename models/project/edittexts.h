// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace galley {

/// Where the user texts of verbs are translated: what the history says of them, and why they are refused.
struct Edits
{
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

} // namespace galley
