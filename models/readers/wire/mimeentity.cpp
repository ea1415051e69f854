// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mimeentity.h"

#include <readers/readertext.h>

#include <QSet>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostMimeFields = 5'000;
constexpr size_t mostParts = 2'000;

/// The line that begins at `at`, without its end; `at` moves to the next.
QByteArrayView nextLine(QByteArrayView bytes, qsizetype &at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    QByteArrayView line = bytes.sliced(at, (end < 0 ? bytes.size() : end) - at);
    at = end < 0 ? bytes.size() : end + 1;
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Where the name of a header field ends; -1 where the line begins none.
qsizetype nameEnd(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || colon > 80)
        return -1;
    const QByteArrayView name = line.first(colon).trimmed();
    const bool plain = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; });
    return plain && !name.isEmpty() ? colon : -1;
}

/// Is everything from here to the next empty line a header?
bool headerGoesOn(QByteArrayView bytes, qsizetype at)
{
    bool any = false;
    while (at < bytes.size()) {
        const QByteArrayView line = nextLine(bytes, at);
        if (line.isEmpty())
            return any;
        if (!line.startsWith(' ') && !line.startsWith('\t') && nameEnd(line) < 0)
            return false;
        any = true;
    }
    return false;
}

QByteArray fromQuotedPrintable(QByteArrayView encoded)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < encoded.size();) {
        QByteArrayView line = nextLine(encoded, at);
        const bool ends = at < encoded.size() || encoded.endsWith('\n');
        while (line.endsWith(' ') || line.endsWith('\t'))
            line.chop(1); // what transport added
        const bool soft = line.endsWith('=');
        if (soft)
            line.chop(1);
        for (qsizetype in = 0; in < line.size(); ++in) {
            bool ok = false;
            const bool escape = line[in] == '=' && in + 2 < line.size();
            const int code = escape ? line.sliced(in + 1, 2).toByteArray().toInt(&ok, 16) : 0;
            bytes += ok ? char(code) : line[in];
            in += ok ? 2 : 0;
        }
        if (!soft && ends)
            bytes += '\n';
    }
    return bytes;
}

} // namespace

QByteArray MimeEntity::field(const char *name) const
{
    const auto found
        = std::ranges::find_if(fields, [&](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == fields.end() ? QByteArray() : found->second;
}

MimeValue MimeEntity::type() const
{
    MimeValue type = mimeValue(field("Content-Type"));
    if (!type.value.contains(u'/'))
        type.value = type.value == "text"_L1 || type.value.isEmpty() ? u"text/plain"_s : u"application/octet-stream"_s;
    return type;
}

QString MimeEntity::fileName() const
{
    const QString stated = mimeValue(field("Content-Disposition")).parameters.value(u"filename"_s);
    const QString name = stated.isEmpty() ? type().parameters.value(u"name"_s) : stated;
    return name.section(u'/', -1).section(u'\\', -1).simplified();
}

bool MimeEntity::isStatedAttachment() const
{
    return mimeValue(field("Content-Disposition")).value == "attachment"_L1;
}

bool MimeEntity::isAttached() const
{
    return isStatedAttachment() || !fileName().isEmpty();
}

MimeEntity mimeMessage(QByteArrayView bytes)
{
    qsizetype at = 0;
    for (qsizetype begin = 0; at < bytes.size(); begin = at) {
        const QByteArrayView line = nextLine(bytes, at);
        // "From ann@example.org Thu …" is how mailbox files part mails.
        if (!line.trimmed().isEmpty() && !(line.startsWith("From ") && nameEnd(line) < 0))
            return mimePart(bytes.sliced(begin));
    }
    return {};
}

MimeEntity mimePart(QByteArrayView bytes)
{
    MimeEntity entity;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype before = at;
        const QByteArrayView line = nextLine(bytes, at);
        if (line.isEmpty())
            break;
        if (line.trimmed().isEmpty()) { // a folded field may hold a line of blanks alone (RFC 5322, 4.2)
            if (!entity.fields.empty() && headerGoesOn(bytes, at))
                continue;
            break;
        }
        const bool continues = (line.startsWith(' ') || line.startsWith('\t')) && !entity.fields.empty();
        const qsizetype colon = nameEnd(line);
        if (!continues && colon < 0) {
            at = before; // a body without a blank line before it
            break;
        }
        if (continues)
            entity.fields.back().second += ' ' + line.trimmed().toByteArray();
        else if (entity.fields.size() < mostMimeFields)
            entity.fields.emplace_back(line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    }
    entity.body = bytes.sliced(at);
    return entity;
}

std::vector<QByteArrayView> mimeParts(QByteArrayView body, const QByteArray &boundary)
{
    std::vector<QByteArrayView> parts;
    const QByteArray mark = "--" + boundary;
    qsizetype begin = -1;
    for (qsizetype at = 0; at < body.size() && !boundary.isEmpty();) {
        const qsizetype lineBegin = at;
        const QByteArrayView line = nextLine(body, at);
        if (!line.startsWith(mark))
            continue;
        const QByteArrayView rest = line.sliced(mark.size()).trimmed();
        if (!rest.isEmpty() && rest != "--")
            continue; // another boundary that begins alike
        if (begin >= 0)
            parts.push_back(body.sliced(begin, lineBegin - begin));
        begin = at;
        if (rest == "--" || parts.size() >= mostParts) {
            begin = -1;
            break;
        }
    }
    if (begin >= 0 && begin < body.size())
        parts.push_back(body.sliced(begin)); // cut off, or never closed
    for (QByteArrayView &part : parts) {
        // The line end before a boundary belongs to it.
        if (part.endsWith('\n'))
            part.chop(part.endsWith("\r\n") ? 2 : 1);
    }
    return parts;
}

Result<QByteArray> transferDecoded(const MimeEntity &entity)
{
    const QString encoding = mimeValue(entity.field("Content-Transfer-Encoding")).value;
    if (encoding == "base64"_L1)
        return QByteArray::fromBase64(entity.body.toByteArray());
    if (encoding == "quoted-printable"_L1)
        return fromQuotedPrintable(entity.body);
    static const QSet<QString> plain{QString(), u"7bit"_s, u"8bit"_s, u"binary"_s, u"7-bit"_s, u"8-bit"_s};
    if (!plain.contains(encoding))
        return failed(Readers::tr("A part is packed as “%1”, which is not read.").arg(encoding));
    return entity.body.toByteArray();
}

bool beginsMail(QByteArrayView bytes)
{
    const MimeEntity entity = mimeMessage(bytes);
    const auto has = [&](const char *name) { return !entity.field(name).isEmpty(); };
    if (entity.fields.size() < 2)
        return false;
    // What follows the header is a blank line, or beyond what is seen.
    const QByteArrayView header = bytes.first(bytes.size() - entity.body.size());
    const bool whole = entity.body.isEmpty() || header.endsWith("\n\n") || header.endsWith("\n\r\n");
    const bool transported = has("Received") || has("Message-ID") || has("MIME-Version") || has("Return-Path")
        || has("Delivered-To");
    const bool addressed = has("From") && (has("Subject") || has("Date") || has("To"));
    const bool telling = entity.field("From").contains('@') || entity.field("From").contains('<') || transported;
    return whole && telling && (addressed || (transported && (has("Subject") || has("Date") || has("From") || has("Received"))));
}

} // namespace galley
