// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox.h"

#include "mimeentity.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView separator("From ");

/// "From ann@example.org Thu Mar  5 08:15:00 2020": no sentence, also where no blank line stands before it.
bool saysWhen(QByteArrayView line)
{
    static const QRegularExpression stamp(u"^From \\S+ .*\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b.* \\d{4}\\s*$"_s);
    return line.size() < 200 && stamp.match(QString::fromLatin1(line)).hasMatch();
}

/// A line "From ann@example.org Thu …" parts mails where a header follows it; elsewhere it is a sentence.
bool isSeparator(QByteArrayView bytes, qsizetype at)
{
    if (!bytes.sliced(at).startsWith(separator))
        return false;
    const bool apart = at == 0 || bytes.first(at).endsWith("\n\n") || bytes.first(at).endsWith("\n\r\n");
    constexpr qsizetype looked = 1 << 14;
    const QByteArrayView part = bytes.sliced(at, std::min(bytes.size() - at, looked));
    const qsizetype lineEnd = part.indexOf('\n');
    if (lineEnd < 0 || !(apart || saysWhen(part.first(lineEnd))))
        return false;
    const MimeEntity mail = mimePart(part.sliced(lineEnd + 1));
    return mail.fields.size() >= 2
        && (apart || !mail.field("From").isEmpty() || !mail.field("Received").isEmpty() || !mail.field("Return-Path").isEmpty());
}

/// A line of a mail that begins like a separator was written with a ">" before it.
QByteArray withoutQuotedFrom(QByteArrayView mail)
{
    QByteArray text = mail.toByteArray();
    for (qsizetype at = text.indexOf("\n>"); at >= 0; at = text.indexOf("\n>", at + 1)) {
        qsizetype end = at + 1;
        while (end < text.size() && text[end] == '>')
            ++end;
        if (QByteArrayView(text).sliced(end).startsWith(separator))
            text.remove(at + 1, 1);
    }
    return text;
}

} // namespace

void eachMail(QByteArrayView bytes, const std::function<bool(const QByteArray &mail)> &take)
{
    if (!isSeparator(bytes, 0)) {
        take(bytes.toByteArray());
        return;
    }
    qsizetype begin = 0;
    for (qsizetype at = 0; at >= 0;) {
        at = bytes.indexOf("\nFrom ", at);
        if (at >= 0 && !isSeparator(bytes, ++at))
            continue;
        if (!take(withoutQuotedFrom(bytes.sliced(begin, (at < 0 ? bytes.size() : at) - begin))))
            return;
        begin = at;
    }
}

} // namespace galley
