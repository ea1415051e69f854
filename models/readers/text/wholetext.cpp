// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholetext.h"

#include "decoding.h"

#include <QIODevice>

namespace galley {

namespace {

constexpr qint64 largestWholeText = 256'000'000;

} // namespace

Result<WholeText> wholeText(QIODevice &device, const ReadOptions &options)
{
    const auto bytes = readWhole(device, largestWholeText);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto text = decoded(*bytes, options.encoding);
    if (!text)
        return std::unexpected(text.error());
    return WholeText{std::move(text->text), {text->encoding, sha256Of(*bytes), text->guessed, text->remarks}};
}

} // namespace galley
