// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inflatingdevice.h"

#include <readers/text/decoding.h>

#include <QBuffer>

#include <KCompressionDevice>

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 inflatedAtOnce = 1 << 16;

} // namespace

InflatingDevice::InflatingDevice(QIODevice &source, KFilterBase::FilterFlags flags)
    : m_source(source)
    , m_flags(flags)
{
    open(QIODevice::ReadOnly);
}

InflatingDevice::~InflatingDevice()
{
    endMember();
}

/// A filter of its own for each member: what it did not eat is the beginning of the next.
bool InflatingDevice::beginMember()
{
    endMember();
    m_filter.reset(KCompressionDevice::filterForCompressionType(KCompressionDevice::GZip));
    m_filter->setFilterFlags(m_flags);
    m_inMember = m_filter->init(QIODevice::ReadOnly);
    m_filter->setInBuffer(m_input.constData(), uint(m_input.size()));
    return m_inMember;
}

/// A filter does not free by itself what it began.
void InflatingDevice::endMember()
{
    if (m_filter)
        m_filter->terminate();
    m_filter.reset();
}

bool InflatingDevice::refill()
{
    m_input = m_source.read(inflatedAtOnce);
    return !m_input.isEmpty();
}

qint64 InflatingDevice::readData(char *data, qint64 most)
{
    if (most == 0)
        return 0; // QIODevice asks so at the end of a buffer; the filter would take the lack of room for damage
    const auto room = uint(std::min<qint64>(most, inflatedAtOnce));
    while (!m_broken) {
        if (!m_inMember) {
            // Fillers behind a member, as tapes had them.
            while (m_input.startsWith('\0'))
                m_input.remove(0, 1);
            if ((m_input.isEmpty() && !refill()) || !beginMember())
                return -1;
        }
        if (m_filter->inBufferEmpty()) {
            m_broken = !refill();
            if (m_broken)
                break;
            m_filter->setInBuffer(m_input.constData(), uint(m_input.size()));
        }
        m_filter->setOutBuffer(data, room);
        const auto result = m_filter->uncompress();
        const qint64 got = qint64(room) - m_filter->outBufferAvailable();
        m_broken = result == KFilterBase::Error;
        if (result == KFilterBase::End) {
            m_input = m_input.last(m_filter->inBufferAvailable());
            m_inMember = false;
        }
        if (got > 0)
            return got;
    }
    return -1;
}

std::optional<QByteArray> inflated(const QByteArray &bytes, qint64 most, KFilterBase::FilterFlags flags)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    InflatingDevice device(buffer, flags);
    auto all = readWhole(device, most);
    return all && !device.isBroken() ? std::optional(std::move(*all)) : std::nullopt;
}

} // namespace galley
