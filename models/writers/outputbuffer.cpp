// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputbuffer.h"

#include <QCoreApplication>
#include <QFileDevice>

namespace galley {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::OutputBuffer)
};

constexpr size_t enough = 1 << 18;

std::unexpected<Error> notWritten(const QIODevice &device)
{
    return failed(Tr::tr("The export could not be written: %1").arg(device.errorString()));
}

} // namespace

OutputBuffer::OutputBuffer(QIODevice &device)
    : m_device(device)
{
    text.reserve(enough + enough / 4);
}

Result<> OutputBuffer::drain()
{
    return text.size() < enough ? Result<>() : finish();
}

Result<> OutputBuffer::finish()
{
    const bool written = m_device.write(text.data(), qint64(text.size())) == qint64(text.size());
    text.clear();
    if (!written)
        return notWritten(m_device);
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (file && !file->flush())
        return notWritten(m_device);
    return {};
}

} // namespace galley
