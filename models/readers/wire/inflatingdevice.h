// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <KFilterBase>

#include <memory>
#include <optional>

namespace galley {

/// What is compressed with gzip in another device, member by member, as one stream; or with zlib, or its bare deflate.
class InflatingDevice : public QIODevice
{
public:
    explicit InflatingDevice(QIODevice &source, KFilterBase::FilterFlags flags = KFilterBase::WithHeaders);

    ~InflatingDevice() override;

    bool isSequential() const override { return true; }
    bool isBroken() const { return m_broken; } ///< the compressed bytes are damaged or cut off

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool refill();
    bool beginMember();
    void endMember();

    QIODevice &m_source;
    KFilterBase::FilterFlags m_flags;
    std::unique_ptr<KFilterBase> m_filter;
    QByteArray m_input;
    bool m_inMember = false;
    bool m_broken = false;
};

/// The same for bytes at hand; nothing where they are damaged, or where more than `most` bytes come out.
std::optional<QByteArray> inflated(
    const QByteArray &bytes, qint64 most, KFilterBase::FilterFlags flags = KFilterBase::WithHeaders);

} // namespace galley
