// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "odtreader.h"

#include "odttext.h"
#include "ziparchive.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/markup/xmldocument.h>

#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestOdt = 256'000'000;
constexpr std::array<const char *, 3> odtSuffixes{"odt", "ott", "fodt"};

Result<ReadInfo> readOdt(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestOdt);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    auto document = bytes->startsWith("PK") ? odtText(std::move(*bytes)) : flatOdtText(*bytes);
    if (!document)
        return std::unexpected(document.error());
    const qint64 characters = accountOf(*document).characters();
    takeDocument(std::move(*document), take);
    return ReadInfo{u"UTF-8"_s, sha256, false, {}, characters};
}

bool isOdt(const FileHead &head)
{
    if (const QByteArray type = mimeTypeInZipHead(head.bytes); !type.isEmpty())
        return type.startsWith("application/vnd.oasis.opendocument.text");
    if (const RootName root = rootName(head); root.name == "document"_L1)
        return root.space == "urn:oasis:names:tc:opendocument:xmlns:office:1.0"_L1
            && head.text.contains("application/vnd.oasis.opendocument.text");
    const bool called = std::ranges::any_of(odtSuffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); });
    return called && head.bytes.startsWith("PK\x03\x04");
}

} // namespace

const Reader odtReader{"odt", [] { return Readers::tr("OpenDocument text (ODT)"); }, odtSuffixes, isOdt, readOdt, true};

} // namespace galley
