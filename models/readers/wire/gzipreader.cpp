// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzipreader.h"

#include "inflatingdevice.h"

#include <readers/readerfor.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QBuffer>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestGzip = 1'000'000'000;
constexpr std::array<const char *, 1> gzipSuffixes{"gz"};

Result<ReadInfo> readGzip(QIODevice &device, QStringView fileName, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestGzip);
    if (!bytes)
        return std::unexpected(bytes.error());
    QBuffer packed(&*bytes);
    packed.open(QIODevice::ReadOnly);
    InflatingDevice inflating(packed);
    auto inflated = readWhole(inflating, largestGzip);
    if (!inflated)
        return std::unexpected(inflated.error());
    const QString inner = fileName.endsWith(".gz"_L1, Qt::CaseInsensitive) ? fileName.chopped(3).toString() : fileName.toString();
    constexpr qsizetype looked = 1 << 16;
    const QByteArrayView head = QByteArrayView(*inflated).first(std::min(inflated->size(), looked));
    if (head.startsWith("\x1F\x8B"))
        return failed(Readers::tr("It is compressed more than once."));
    const auto reader = readerFor(head, inner);
    if (!reader)
        return std::unexpected(reader.error());
    QBuffer buffer(&*inflated);
    buffer.open(QIODevice::ReadOnly);
    auto info = (*reader)->read(buffer, inner, options, take);
    if (inflating.isBroken())
        take({0, ReadProblem{Readers::tr("The compressed data are damaged or cut off; what came before was read.")}});
    if (info)
        info->sha256 = sha256Of(*bytes); // of the file as it is
    return info;
}

} // namespace

const Reader gzipReader{"gz", [] { return Readers::tr("Compressed file (gzip)"); }, gzipSuffixes,
    [](const FileHead &head) { return head.bytes.startsWith("\x1F\x8B"); }, readGzip, true};

} // namespace galley
