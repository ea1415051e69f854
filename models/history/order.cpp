// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "order.h"

#include <QRandomGenerator>

namespace galley {

CopyNumber drawnCopy()
{
    return CopyNumber(QRandomGenerator::system()->generate64() & ((quint64(1) << copyBits) - 1));
}

} // namespace galley
