// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace galley {

/// Sentences for people are translated in the context "Agreement": `Agreement::tr("…")`.
struct Agreement
{
    Q_DECLARE_TR_FUNCTIONS(Agreement)
};

} // namespace galley
