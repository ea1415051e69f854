// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtfreader.h"

#include "rtftext.h"

#include <readers/decoding.h>
#include <readers/press/nexisuni.h>

#include <QCoreApplication>
#include <QIODevice>

#include <array>

namespace galley {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::RtfReader)
};

constexpr qint64 largest = 256'000'000; // pictures are written as text
constexpr std::array<const char *, 1> suffixes{"rtf"};

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largest);
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

bool recognises(const FileHead &head)
{
    return head.bytes.trimmed().startsWith("{\\rtf");
}

} // namespace

const Reader rtfReader{"rtf", [] { return Tr::tr("Rich text (RTF)"); }, suffixes, recognises, read, true};

} // namespace galley
