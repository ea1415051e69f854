// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpresponse.h"

#include "inflatingdevice.h"
#include "mimeentity.h"

#include <readers/readertext.h>

#include <algorithm>
#include <optional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestResponse = 64'000'000;

/// "1a\r\n…\r\n0\r\n" put together; nothing where it is not so: many archives keep the header and join the chunks.
std::optional<QByteArray> joinedChunks(QByteArrayView body)
{
    QByteArray joined;
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype end = body.indexOf('\n', at);
        const QByteArrayView line = body.sliced(at, (end < 0 ? body.size() : end) - at);
        bool ok = false;
        const qsizetype semicolon = line.indexOf(';');
        const qint64 size = (semicolon < 0 ? line : line.first(semicolon)).trimmed().toByteArray().toLongLong(&ok, 16);
        if (!ok || size < 0)
            return joined.isEmpty() ? std::nullopt : std::optional(joined); // cut off between two chunks
        if (size == 0)
            return joined;
        at = end < 0 ? body.size() : end + 1;
        const qint64 there = std::min<qint64>(size, body.size() - at);
        joined += body.sliced(at, there);
        at += there;
        while (at < body.size() && (body[at] == '\r' || body[at] == '\n'))
            ++at;
    }
    return joined;
}

Result<QByteArray> decompressed(QByteArray body, const QString &encoding)
{
    const bool gzip = body.startsWith("\x1F\x8B");
    if (encoding == "gzip"_L1 || encoding == "x-gzip"_L1) {
        if (!gzip)
            return body; // the archive undid it and kept the header
        auto plain = inflated(body, largestResponse);
        return plain ? Result<QByteArray>(std::move(*plain)) : failed(Readers::tr("It is compressed, and damaged or far too large."));
    }
    if (encoding == "deflate"_L1) {
        for (const auto flags : {KFilterBase::ZlibHeaders, KFilterBase::NoHeaders}) {
            if (auto plain = inflated(body, largestResponse, flags))
                return *plain;
        }
        return body;
    }
    if (encoding.isEmpty() || encoding == "identity"_L1 || encoding == "none"_L1 || encoding.startsWith("utf"_L1)
        || body.startsWith('<'))
        return body;
    return failed(Readers::tr("It is compressed as “%1”, which is not read.").arg(encoding));
}

} // namespace

Result<HttpResponse> httpResponse(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QList<QByteArray> line = bytes.first(std::max<qsizetype>(end, 0)).trimmed().split(' ');
    if (!line[0].startsWith("HTTP/") || line.size() < 2)
        return failed(Readers::tr("It is no answer of a web server."));
    const MimeEntity message = mimePart(QByteArrayView(bytes).sliced(end + 1));
    HttpResponse response;
    response.status = line[1].toInt();
    response.type = mimeValue(message.field("Content-Type"));
    response.body = message.body.toByteArray();
    if (message.field("Transfer-Encoding").toLower().contains("chunked"))
        response.body = joinedChunks(response.body).value_or(response.body);
    QStringList encodings = QString::fromLatin1(message.field("Content-Encoding")).toLower().split(u',', Qt::SkipEmptyParts);
    std::ranges::reverse(encodings);
    constexpr qsizetype most = 4; // nobody compresses more often
    for (const QString &encoding : encodings.first(std::min(encodings.size(), most))) {
        auto body = decompressed(std::move(response.body), encoding.trimmed());
        if (!body)
            return std::unexpected(body.error());
        response.body = std::move(*body);
    }
    return response;
}

} // namespace galley
