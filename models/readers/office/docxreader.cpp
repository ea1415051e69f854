// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "docxreader.h"

#include "docxtext.h"
#include "opcpackage.h"

#include <readers/decoding.h>
#include <readers/press/nexisuni.h>

#include <QCoreApplication>
#include <QIODevice>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::DocxReader)
};

constexpr qint64 largest = 256'000'000;
constexpr std::array<const char *, 4> suffixes{"docx", "docm", "dotx", "dotm"};

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    auto bytes = readWhole(device, largest);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    auto document = docxParagraphs(std::move(*bytes));
    if (!document)
        return std::unexpected(document.error());
    if (isNexisUni(document->paragraphs))
        giveNexisUni(document->paragraphs, take);
    else
        takeDocument(std::move(*document), take);
    return ReadInfo{u"UTF-8"_s, sha256};
}

bool recognises(const FileHead &head)
{
    return isOpcPackage(head, "word/"_L1, suffixes);
}

} // namespace

const Reader docxReader{"docx", [] { return Tr::tr("Word document (DOCX)"); }, suffixes, recognises, read, true};

} // namespace galley
