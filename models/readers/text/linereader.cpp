// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linereader.h"

#include "decoding.h"

#include <readers/readertext.h>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 bytesAtOnce = 1 << 20;
constexpr qsizetype longestLineRead = 64'000'000;
constexpr qint64 largestDecoded = 1'000'000'000;

bool isPlainUtf8(QByteArrayView start, const QString &encoding)
{
    const auto stated = QStringConverter::encodingForName(encoding);
    if (!encoding.isEmpty())
        return stated == QStringConverter::Utf8;
    return !start.contains('\0') && !start.startsWith("\xFF\xFE") && !start.startsWith("\xFE\xFF");
}

} // namespace

LineReader::LineReader(QIODevice &device)
    : m_device(&device)
{
}

Result<> LineReader::open(const QString &encoding)
{
    if (const auto filled = fill(); !filled)
        return std::unexpected(filled.error());
    if (isPlainUtf8(m_buffer, encoding)) {
        m_encoding = u"UTF-8"_s;
        m_at = m_buffer.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        m_scanned = m_at;
        return {};
    }
    auto rest = readWhole(*m_device, largestDecoded);
    if (!rest)
        return std::unexpected(rest.error());
    m_hash.add(*rest);
    m_hashing = false;
    auto utf8 = decodedToUtf8(m_buffer + *rest, encoding);
    if (!utf8)
        return std::unexpected(utf8.error());
    m_encoding = utf8->encoding;
    m_guessed = utf8->guessed;
    m_remarks = utf8->remarks;
    m_buffer.clear();
    m_decoded.setData(utf8->bytes);
    m_decoded.open(QIODevice::ReadOnly);
    m_device = &m_decoded;
    return {};
}

Result<std::optional<QByteArrayView>> LineReader::next()
{
    qsizetype end = m_buffer.indexOf('\n', m_scanned);
    while (end < 0) {
        m_scanned = m_buffer.size();
        const auto more = fill();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        end = m_buffer.indexOf('\n', m_scanned);
    }
    if (end < 0 && m_at >= m_buffer.size())
        return std::nullopt;
    QByteArrayView line(m_buffer.constData() + m_at, (end < 0 ? m_buffer.size() : end) - m_at);
    m_at = end < 0 ? m_buffer.size() : end + 1;
    m_scanned = m_at;
    ++m_line;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Puts the next block behind what is not yet given away; false at the end.
Result<bool> LineReader::fill()
{
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_scanned -= m_at;
        m_at = 0;
    }
    if (m_buffer.size() > longestLineRead)
        return failed(Readers::tr("Line %1 is longer than %2 MB.").arg(m_line + 1).arg(longestLineRead / 1'000'000));
    const qsizetype had = m_buffer.size();
    m_buffer.resize(had + std::max<qsizetype>(bytesAtOnce, had));
    const qint64 got = m_device->read(m_buffer.data() + had, m_buffer.size() - had);
    m_buffer.truncate(had + std::max<qint64>(got, 0));
    if (got < 0 || (got == 0 && !m_device->atEnd()))
        return failed(Readers::tr("It could not be read: %1").arg(m_device->errorString()));
    if (m_hashing)
        m_hash.add(QByteArrayView(m_buffer).sliced(had));
    return got > 0;
}

ReadInfo LineReader::info() const
{
    return {m_encoding, m_hash.hex(), m_guessed, m_remarks};
}

} // namespace galley
