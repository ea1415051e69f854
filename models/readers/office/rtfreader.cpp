// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtfreader.h"

#include "rtftext.h"

#include <readers/decoding.h>
#include <readers/press/nexisuni.h>
#include <readers/readertext.h>

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
    if (isNexisUni(document->paragraphs))
        giveNexisUni(document->paragraphs, take);
    else
        takeDocument(std::move(*document), take);
    return ReadInfo{{}, sha256Of(*bytes)}; // its code pages are many
}

bool isRtf(const FileHead &head)
{
    return head.bytes.trimmed().startsWith("{\\rtf");
}

} // namespace

const Reader rtfReader{"rtf", [] { return Readers::tr("Rich text (RTF)"); }, rtfSuffixes, isRtf, readRtf, true};

} // namespace galley
