// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ziparchive.h"

#include <readers/readertext.h>

#include <KCompressionDevice>

#include <QBuffer>
#include <QtEndian>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostEntries = 20'000;
constexpr qint64 largestEntry = 512'000'000;
constexpr qint64 largestTotal = 2'000'000'000;
constexpr qint64 highestRatio = 200; // a table of equal rows reaches 100
constexpr qint64 small = 10'000'000; // below this the ratio does no harm

constexpr qsizetype localSize = 30;
constexpr qsizetype directorySize = 46;
constexpr qsizetype endSize = 22;

quint32 u32(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

quint16 u16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

/// Negative beyond what any file has.
qint64 u64(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<qint64>(bytes.data() + at);
}

constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 at = 0; at < table.size(); ++at) {
        quint32 value = at;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? 0xEDB88320u ^ value >> 1 : value >> 1;
        table[at] = value;
    }
    return table;
}();

quint32 crc32Of(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = crcTable[(crc ^ uchar(byte)) & 0xFF] ^ crc >> 8;
    return ~crc;
}

bool leadsOut(const QString &name)
{
    return name.startsWith(u'/') || (name.size() > 1 && name[1] == u':') || name.split(u'/').contains(u".."_s)
        || name.contains(QChar(u'\0'));
}

QString entryName(QByteArrayView bytes)
{
    const bool utf8 = QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
    return (utf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes)).replace(u'\\', u'/'); // as some programs write them
}

std::unexpected<Error> damaged()
{
    return failed(Readers::tr("The archive that it consists of is damaged."));
}

/// Where the record at the end of the archive begins; a comment may follow it.
qsizetype endRecord(QByteArrayView bytes)
{
    for (qsizetype at = bytes.size() - endSize; at >= 0 && at >= bytes.size() - endSize - 0xFFFF; --at) {
        if (bytes.sliced(at).startsWith("PK\x05\x06") && at + endSize + u16(bytes, at + 20) <= bytes.size())
            return at;
    }
    return -1;
}

struct Directory
{
    qint64 entries = 0;
    qint64 offset = 0;
};

/// In large archives a further record in front of the last one has the numbers.
Directory directoryAt(QByteArrayView bytes, qsizetype end)
{
    Directory directory{u16(bytes, end + 10), u32(bytes, end + 16)};
    const qsizetype locator = end - 20;
    if ((directory.entries == 0xFFFF || directory.offset == 0xFFFFFFFF) && locator >= 0
        && bytes.sliced(locator).startsWith("PK\x06\x07")) {
        const qint64 at = u64(bytes, locator + 8);
        if (at >= 0 && at + 56 <= locator && bytes.sliced(at).startsWith("PK\x06\x06"))
            directory = {u64(bytes, at + 32), u64(bytes, at + 48)};
    }
    return directory;
}

/// The numbers of a large entry stand in an extra field, each only where the ordinary place is full of ones.
void takeLargeNumbers(QByteArrayView extra, std::initializer_list<qint64 *> numbers)
{
    while (extra.size() >= 4) {
        const qsizetype size = std::min<qsizetype>(u16(extra, 2), extra.size() - 4);
        QByteArrayView field = extra.sliced(4, size);
        if (u16(extra, 0) == 1) {
            for (qint64 *number : numbers) {
                if (*number == 0xFFFFFFFF && field.size() >= 8) {
                    *number = u64(field, 0);
                    field = field.sliced(8);
                }
            }
        }
        extra = extra.sliced(4 + size);
    }
}

} // namespace

Result<ZipArchive> ZipArchive::open(QByteArray bytes)
{
    if (!bytes.startsWith("PK"))
        return failed(Readers::tr("It is no ZIP archive, which such a document is."));
    ZipArchive archive;
    archive.m_bytes = std::move(bytes);
    if (const auto read = archive.readDirectory(); !read)
        return std::unexpected(read.error());
    return archive;
}

Result<> ZipArchive::readDirectory()
{
    const QByteArrayView bytes = m_bytes;
    const qsizetype end = endRecord(bytes);
    if (end < 0)
        return failed(Readers::tr("The archive that it consists of breaks off before its end."));
    const Directory directory = directoryAt(bytes, end);
    if (directory.entries < 0 || directory.entries > mostEntries)
        return failed(Readers::tr("The archive has more than %L1 entries.").arg(mostEntries));
    qint64 at = directory.offset;
    for (qint64 count = 0; count < directory.entries; ++count) {
        if (at < 0 || at + directorySize > end || !bytes.sliced(at).startsWith("PK\x01\x02"))
            return damaged();
        const QByteArrayView header = bytes.sliced(at, directorySize);
        const qsizetype nameSize = u16(header, 28), extraSize = u16(header, 30);
        if (at + directorySize + nameSize + extraSize > end)
            return damaged();
        Entry entry{u32(header, 42), u32(header, 20), u32(header, 24), u32(header, 16), u16(header, 10)};
        takeLargeNumbers(bytes.sliced(at + directorySize + nameSize, extraSize), {&entry.size, &entry.packed, &entry.offset});
        if (const auto added = addEntry(header, entryName(bytes.sliced(at + directorySize, nameSize)), entry); !added)
            return added;
        at += directorySize + nameSize + extraSize + u16(header, 32);
    }
    return {};
}

Result<> ZipArchive::addEntry(QByteArrayView header, const QString &name, Entry entry)
{
    if (leadsOut(name))
        return failed(Readers::tr("The archive has an entry whose name leads out of it: %1").arg(name.left(100)));
    if (u16(header, 8) & 1)
        return failed(Readers::tr("It is encrypted; it has to be saved without a password first."));
    if (entry.size < 0 || entry.packed < 0 || entry.offset < 0 || entry.packed > m_bytes.size())
        return damaged();
    m_total += std::min(entry.size, largestTotal);
    const bool bomb = entry.size > small && entry.size / std::max<qint64>(entry.packed, 1) > highestRatio;
    if (entry.size > largestEntry || m_total > largestTotal || bomb)
        return failed(Readers::tr("The archive would become too large when unpacked: %1").arg(name.left(100)));
    if (!name.endsWith(u'/'))
        m_entries.insert(name, entry);
    return {};
}

Result<QByteArray> ZipArchive::contents(const QString &name) const
{
    const auto found = m_entries.constFind(name);
    if (found == m_entries.constEnd())
        return failed(Readers::tr("The archive has no entry “%1”, which such a document needs.").arg(name));
    const QByteArrayView bytes = m_bytes;
    if (found->offset + localSize > bytes.size() || !bytes.sliced(found->offset).startsWith("PK\x03\x04"))
        return damaged();
    const qint64 begin = found->offset + localSize + u16(bytes, found->offset + 26) + u16(bytes, found->offset + 28);
    if (begin + found->packed > bytes.size())
        return damaged();
    return unpacked(bytes.sliced(begin, found->packed), *found, name);
}

Result<QByteArray> ZipArchive::unpacked(QByteArrayView packed, const Entry &entry, const QString &name) const
{
    if (entry.method != 0 && entry.method != 8)
        return failed(Readers::tr("The entry “%1” of the archive is packed in a way that is not known here.").arg(name.left(100)));
    QByteArray source = QByteArray::fromRawData(packed.data(), packed.size());
    QByteArray content;
    if (entry.method == 0) {
        content = packed.toByteArray();
    } else if (entry.size > 0) {
        QBuffer buffer(&source);
        KCompressionDevice inflating(&buffer, false, KCompressionDevice::GZip);
        inflating.setSkipHeaders(); // the data are deflated and nothing else
        if (!inflating.open(QIODevice::ReadOnly))
            return damaged();
        content = inflating.read(entry.size + 1); // one more shows whether more would come
    }
    if (content.size() != entry.size || crc32Of(content) != entry.crc)
        return failed(Readers::tr("The entry “%1” of the archive is damaged.").arg(name.left(100)));
    return content;
}

QStringList namesInZipHead(QByteArrayView head)
{
    QStringList names;
    for (qsizetype at = 0; head.startsWith("PK\x03\x04") && at >= 0 && at + localSize <= head.size();
         at = head.indexOf("PK\x03\x04", at + localSize)) {
        const qsizetype size = u16(head, at + 26);
        if (at + localSize + size <= head.size())
            names.push_back(entryName(head.sliced(at + localSize, size)));
    }
    return names;
}

QByteArray mimeTypeInZipHead(QByteArrayView head)
{
    const QStringList names = namesInZipHead(head.first(std::min<qsizetype>(head.size(), 100)));
    if (names.isEmpty() || names.front() != "mimetype"_L1 || u16(head, 8) != 0)
        return {};
    const qsizetype begin = localSize + 8 + u16(head, 28);
    if (begin >= head.size())
        return {};
    const QByteArrayView content = head.sliced(begin, std::min<qsizetype>(100, head.size() - begin));
    const qsizetype end = content.indexOf("PK"); // its size may be stated only behind it
    return content.first(end < 0 ? content.size() : end).trimmed().toByteArray();
}

} // namespace galley
