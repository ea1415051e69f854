// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "docxreader.h"

#include "docxtext.h"
#include "opcpackage.h"

#include <readers/article/documentform.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestDocx = 256'000'000;
constexpr std::array<const char *, 4> docxSuffixes{"docx", "docm", "dotx", "dotm"};

Result<ReadInfo> readDocx(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestDocx);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    auto document = docxParagraphs(std::move(*bytes));
    if (!document)
        return std::unexpected(document.error());
    const qint64 characters = accountOf(*document).characters();
    giveDocument(std::move(*document), take);
    return ReadInfo{u"UTF-8"_s, sha256, false, {}, characters};
}

bool isDocx(const FileHead &head)
{
    return isOpcPackage(head, "word/"_L1, docxSuffixes);
}

} // namespace

const Reader docxReader{"docx", [] { return Readers::tr("Word document (DOCX)"); }, docxSuffixes, isDocx, readDocx, true};

} // namespace galley
