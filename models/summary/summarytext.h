// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace galley {

/// The context of this layer's translated texts.
struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

} // namespace galley
