// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace galley {

/// Is this the beginning of one ninjs item, or of a list of them? JSON that is cut off anywhere is judged by what is there.
bool beginsNinjs(QByteArrayView json);

} // namespace galley
