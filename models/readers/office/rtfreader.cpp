// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtfreader.h"

#include <readers/markup/rtftext.h>
#include <readers/article/documentform.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <array>

namespace galley {

namespace {

constexpr qint64 largestRtf = 256'000'000; // pictures are written as text
constexpr std::array<const char *, 1> rtfSuffixes{"rtf"};

Result<ReadInfo> readRtf(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestRtf);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto document = rtfText(*bytes);
    if (!document)
        return std::unexpected(document.error());
    ReadInfo info{{}, sha256Of(*bytes)}; // its code pages are many
    info.characters = accountOf(*document).characters();
    giveDocument(std::move(*document), take);
    return info;
}

bool isRtf(const FileHead &head)
{
    return head.bytes.trimmed().startsWith("{\\rtf");
}

} // namespace

const Reader rtfReader{"rtf", [] { return Readers::tr("Rich text (RTF)"); }, rtfSuffixes, isRtf, readRtf, true};

} // namespace galley
