// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/text/decoding.h>

namespace galley {

/// The charset that a header of mail or of the web names, if it can be trusted with these bytes; empty where the bytes
/// themselves tell more: Western names are often put on what is UTF-8, and some charsets are unknown.
QString trustedCharset(QByteArrayView bytes, const QString &declared);

/// The bytes as text, in the declared charset as far as it can be trusted.
Result<Decoded> decodedAsDeclared(QByteArrayView bytes, const QString &declared);

} // namespace galley
