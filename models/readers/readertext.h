// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace galley {

/// Where the readers' user texts are translated.
struct Readers
{
    Q_DECLARE_TR_FUNCTIONS(Readers)
};

} // namespace galley
