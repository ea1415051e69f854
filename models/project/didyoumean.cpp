// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "didyoumean.h"

#include <base/nearest.h>

#include <QCoreApplication>

namespace galley {

QString didYouMean(const QString &written, const QStringList &known)
{
    const QString word = nearest(written, known);
    return word.isEmpty() ? QString() : u' ' + QCoreApplication::translate("Suggestion", "Did you mean “%1”?").arg(word);
}

} // namespace galley
