// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace galley {

/// XML that ends in the middle, as a download that was interrupted does: closed where it was whole.
struct BrokenOff
{
    QString whole;   ///< well-formed
    QString lost;    ///< the words of what was begun and not ended
    qint64 line = 0; ///< where that begins
};

/// Of elements that follow each other under one name (the items of a feed, the paragraphs of a text) those that were ended are
/// whole. nullopt where the file does not end in the middle, or where nothing of it is whole.
std::optional<BrokenOff> brokenOff(const QString &xml);

} // namespace galley
