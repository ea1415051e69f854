// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "zipreader.h"

#include "ziparchive.h"

#include <readers/article/nestedfile.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QBuffer>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestZip = 2'000'000'000;
constexpr std::array<const char *, 1> zipSuffixes{"zip"};

Result<ReadInfo> readZip(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestZip);
    if (!bytes)
        return std::unexpected(bytes.error());
    ReadInfo info{{}, sha256Of(*bytes), false, {}, 0};
    const bool isEmpty = bytes->startsWith("PK\x05\x06");
    const auto archive = isEmpty ? Result<ZipArchive>(failed(Readers::tr("The archive holds no files."))) : ZipArchive::open(std::move(*bytes));
    if (!archive)
        return std::unexpected(archive.error());
    QStringList names = archive->names();
    names.removeIf(isHiddenEntry);
    names.sort();
    if (names.isEmpty())
        take({0, ReadProblem{Readers::tr("The archive holds no files.")}});
    for (const QString &name : std::as_const(names)) {
        auto contents = archive->contents(name);
        if (!contents) {
            if (!take({0, ReadProblem{name + u": "_s + contents.error().message}}))
                break;
            continue;
        }
        QBuffer buffer(&*contents);
        buffer.open(QIODevice::ReadOnly);
        if (!readNested(buffer, name, options, take, info.characters))
            break;
    }
    return info;
}

/// Not the document of a program that keeps several files in one: these have their own readers, or none.
bool isZip(const FileHead &head)
{
    if (head.bytes.startsWith("PK\x05\x06")) // an empty one
        return true;
    if (!head.bytes.startsWith("PK\x03\x04") || !mimeTypeInZipHead(head.bytes).isEmpty())
        return false;
    const QStringList names = namesInZipHead(head.bytes);
    return std::ranges::none_of(names, [](const QString &name) {
        return name == "[Content_Types].xml"_L1 || name.startsWith("META-INF/"_L1) || name.startsWith("ppt/"_L1) || name.startsWith("Index/"_L1);
    });
}

} // namespace

const Reader zipReader{"zip", [] { return Readers::tr("Archive of articles (ZIP)"); }, zipSuffixes, isZip, readZip, true};

} // namespace galley
