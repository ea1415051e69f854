// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringConverter>

#include <optional>

namespace galley {

/// UTF-16 or UTF-32 without a byte order mark, by the NUL bytes that it has between others: in a Latin script every second,
/// or three of four; in any other those of the blanks, digits and line ends.
std::optional<QStringConverter::Encoding> unmarkedUnicode(QByteArrayView bytes);

} // namespace galley
