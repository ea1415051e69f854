// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nameduuid.h"

#include <array>
#include <charconv>

namespace galley {

namespace {

// Of Galley alone, drawn once; another value would part projects from the files they were made from.
constexpr QUuid ours{0x6f0c1f52, 0x83a4, 0x4d0b, 0x9c, 0x1e, 0x57, 0x2b, 0xd8, 0x40, 0x3a, 0x96};

} // namespace

QUuid namedUuid(std::initializer_list<QStringView> parts)
{
    QByteArray name;
    name.reserve(256);
    for (const QStringView part : parts) {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        const QByteArray bytes = part.toUtf8();
        std::array<char, 24> length;
        name.append(length.data(), std::to_chars(length.data(), length.data() + length.size(), bytes.size()).ptr - length.data());
        name += ':';
        name += bytes;
    }
    return QUuid::createUuidV5(ours, name);
}

QUuid uuidWritten(QStringView text)
{
    if (text.startsWith(QLatin1StringView("urn:uuid:"), Qt::CaseInsensitive))
        text = text.sliced(9);
    const bool braced = text.startsWith(u'{') && text.endsWith(u'}');
    return text.size() == (braced ? 38 : 36) ? QUuid::fromString(text) : QUuid();
}

QUuid layerUuid(QStringView codebook, QStringView layer)
{
    return namedUuid({u"layer", codebook, layer});
}

QUuid variableUuid(QStringView codebook, QStringView layer, QStringView variable)
{
    return namedUuid({u"variable", codebook, layer, variable});
}

QUuid codeUuid(QStringView codebook, QStringView layer, QStringView variable, QStringView path)
{
    return namedUuid({u"code", codebook, layer, variable, path});
}

} // namespace galley
