// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzipreader.h"

#include "inflatingdevice.h"

#include <readers/readerfor.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <KCompressionDevice>

#include <QBuffer>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestPacked = 1'000'000'000;
constexpr std::array<const char *, 5> packedSuffixes{"gz", "bz2", "xz", "zst", "tgz"};

constexpr auto packedGzip = KCompressionDevice::GZip;

KCompressionDevice::CompressionType packedWith(QByteArrayView bytes)
{
    if (bytes.startsWith("\x1F\x8B"))
        return packedGzip;
    if (bytes.startsWith("BZh") && bytes.size() > 10 && bytes.sliced(4, 6) == "1AY&SY")
        return KCompressionDevice::BZip2;
    if (bytes.startsWith(QByteArrayView("\xFD" "7zXZ\0", 6)))
        return KCompressionDevice::Xz;
    return bytes.startsWith("\x28\xB5\x2F\xFD") ? KCompressionDevice::Zstd : KCompressionDevice::None;
}

struct Unpacked
{
    QByteArray bytes;
    bool isBroken = false; ///< what came before the damage is there
};

Result<Unpacked> unpacked(QByteArray &bytes)
{
    QBuffer packed(&bytes);
    packed.open(QIODevice::ReadOnly);
    const auto type = packedWith(bytes);
    if (type == packedGzip) {
        InflatingDevice inflating(packed);
        auto whole = readWhole(inflating, largestPacked);
        return whole ? Result<Unpacked>(Unpacked{std::move(*whole), inflating.isBroken()}) : std::unexpected(whole.error());
    }
    KCompressionDevice device(&packed, false, type);
    if (!device.open(QIODevice::ReadOnly))
        return failed(Readers::tr("It is compressed in a way that is not known here."));
    Unpacked result;
    constexpr qint64 block = 1 << 20;
    for (QByteArray part = device.read(block); !part.isEmpty(); part = device.read(block)) {
        result.bytes += part;
        if (result.bytes.size() > largestPacked)
            return failed(Readers::tr("It is larger than %1 MB, too large for one article.").arg(largestPacked / 1'000'000));
    }
    result.isBroken = !device.atEnd();
    return result;
}

/// The name of what is in it: "a.txt" of "a.txt.gz", "a.tar" of "a.tgz".
QString innerName(QStringView fileName)
{
    for (const char *suffix : packedSuffixes) {
        if (!hasSuffix(fileName, suffix))
            continue;
        const QString name = fileName.chopped(qstrlen(suffix) + 1).toString();
        return qstrcmp(suffix, "tgz") == 0 ? name + u".tar"_s : name;
    }
    return fileName.toString();
}

Result<ReadInfo> readPacked(QIODevice &device, QStringView fileName, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestPacked);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto inflated = unpacked(*bytes);
    if (!inflated)
        return std::unexpected(inflated.error());
    const QString inner = innerName(fileName);
    constexpr qsizetype looked = 1 << 16;
    const QByteArrayView head = QByteArrayView(inflated->bytes).first(std::min(inflated->bytes.size(), looked));
    if (packedWith(head) != KCompressionDevice::None)
        return failed(Readers::tr("It is compressed more than once."));
    const auto reader = readerFor(head, inner);
    if (!reader)
        return std::unexpected(reader.error());
    QBuffer buffer(&inflated->bytes);
    buffer.open(QIODevice::ReadOnly);
    auto info = (*reader)->read(buffer, inner, options, take);
    if (inflated->isBroken)
        take({0, ReadProblem{Readers::tr("The compressed data are damaged or cut off; what came before was read.")}});
    if (info)
        info->sha256 = sha256Of(*bytes); // of the file as it is
    return info;
}

} // namespace

const Reader gzipReader{"gz", [] { return Readers::tr("Compressed file (gzip, bzip2, xz, zstd)"); }, packedSuffixes,
    [](const FileHead &head) { return packedWith(head.bytes) != KCompressionDevice::None; }, readPacked, true};

} // namespace galley
