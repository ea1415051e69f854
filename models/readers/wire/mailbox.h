// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace galley {

/// The mails of an mbox file, one after the other, their lines as they were before the file had them; a file that does not
/// begin as such a file does is one mail. `take` returns false to stop.
void eachMail(QByteArrayView bytes, const std::function<bool(const QByteArray &mail)> &take);

} // namespace galley
