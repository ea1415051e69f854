// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity.h"

#include <base/sha256.h>

#include <QByteArray>
#include <QRandomGenerator>
#include <QtEndian>

#include <limits>

namespace galley {

namespace {

constexpr qint64 idBits = std::numeric_limits<qint64>::max();

/// "galley", version 8 with the id's highest seven bits, the variant, its other 56 bits.
constexpr quint64 highMask = 0xFFFF'FFFF'FFFF'FF80;
constexpr quint64 highBits = 0x6761'6C6C'6579'8000;
constexpr quint64 variantMask = 0xC000'0000'0000'0000;
constexpr quint64 lowBits = 0x8000'0000'0000'0000;
constexpr quint64 idMask = 0x00FF'FFFF'FFFF'FFFF; // the six bits between are free: two kinds of one number may differ in them

qint64 idOfHash(const QByteArray &text)
{
    const QByteArray hex = sha256Of(text).first(16);
    const qint64 id = qint64(hex.toULongLong(nullptr, 16) & quint64(idBits));
    return id ? id : 1;
}

} // namespace

qint64 idOf(const QUuid &uuid)
{
    if (uuid.isNull())
        return 0;
    const QByteArray bytes = uuid.toRfc4122();
    const auto high = qFromBigEndian<quint64>(bytes.constData());
    const auto low = qFromBigEndian<quint64>(bytes.constData() + 8);
    if ((high & highMask) == highBits && (low & variantMask) == lowBits)
        return qint64((high & ~highMask) << 56 | (low & idMask));
    return idOfHash(bytes);
}

qint64 idWithin(qint64 owner, const QUuid &thing)
{
    constexpr qint64 ofThing = (qint64(1) << 40) - 1;
    const qint64 id = (owner & ~ofThing) | (idOf(thing) & ofThing);
    return id ? id : 1;
}

QUuid uuidOf(qint64 id)
{
    if (id == 0)
        return {};
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(highBits | quint64(id) >> 56, bytes.data());
    qToBigEndian(lowBits | (quint64(id) & idMask), bytes.data() + 8);
    return QUuid::fromRfc4122(bytes);
}

std::array<char, 36> uuidTextOf(qint64 id)
{
    std::array<char, 36> text;
    size_t at = text.size();
    for (quint64 part : {lowBits | (quint64(id) & idMask), highBits | quint64(id) >> 56}) {
        for (int digit = 0; digit < 16; ++digit, part >>= 4) {
            text[--at] = "0123456789abcdef"[part & 15];
            if (at == 24 || at == 19 || at == 14 || at == 9)
                text[--at] = '-';
        }
    }
    return text;
}

qint64 idFrom(std::initializer_list<QStringView> parts)
{
    QByteArray text;
    for (const QStringView part : parts)
        text += part.toUtf8() + '\0';
    return idOfHash(text);
}

qint64 drawnId()
{
    constexpr qint64 room = qint64(1) << 40; // for what is given away before the file is opened again
    return qint64(QRandomGenerator::system()->generate64() & quint64(idBits)) % (idBits - room) + 1;
}

QString foldedName(QStringView name)
{
    return name.toString().simplified().toCaseFolded();
}

} // namespace galley
