// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace galley {

/// One record of a web archive.
struct WarcRecord
{
    std::vector<std::pair<QByteArray, QByteArray>> fields;
    QByteArray block;       ///< empty where it was passed over
    bool isWhole = false;   ///< its length is stated and all of it is there
    bool isTooLarge = false;

    QByteArray field(const char *name) const;
};

/// The next record of a stream; blocks of other types than those that can hold pages are passed over. Nothing at the end.
std::optional<WarcRecord> nextWarcRecord(QIODevice &device);

} // namespace galley
