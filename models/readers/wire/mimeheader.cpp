// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mimeheader.h"

#include "declaredcharset.h"

#include <readers/text/plaintext.h>

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLookedAt = 20'000; // of a field that is looked at closely

std::optional<QString> wordsIn(QByteArrayView bytes, const QString &charset)
{
    auto text = decodedAsDeclared(bytes, charset);
    return text ? std::optional(std::move(text->text)) : std::nullopt;
}

QByteArray fromQ(QByteArrayView encoded)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < encoded.size(); ++at) {
        const QByteArray hex = encoded[at] == '='
            ? encoded.sliced(at + 1).first(std::min<qsizetype>(2, encoded.size() - at - 1)).toByteArray()
                                                  : QByteArray();
        bool ok = false;
        const int code = hex.size() == 2 ? hex.toInt(&ok, 16) : 0;
        bytes += ok ? char(code) : encoded[at] == '_' ? ' ' : encoded[at];
        at += ok ? 2 : 0;
    }
    return bytes;
}

/// Neighbours in one charset are decoded together: some split a character between them.
struct EncodedRun
{
    QString charset;
    QByteArray bytes;
    QByteArray asWritten;

    QString text() const { return bytes.isEmpty() ? QString() : wordsIn(bytes, charset).value_or(QString::fromLatin1(asWritten)); }
};

/// One of the parts of "name*0*=utf-8''%e2%82%ac; name*1=rest".
struct Segment
{
    QByteArray value;
    bool encoded = false;
};

QString joinedSegments(const QMap<int, Segment> &segments)
{
    QByteArray bytes;
    QString charset;
    for (auto segment = segments.begin(); segment != segments.end(); ++segment) {
        QByteArray value = segment->value;
        if (segment->encoded && segment.key() == segments.firstKey() && value.count('\'') >= 2) {
            charset = QString::fromLatin1(value.first(value.indexOf('\'')));
            value = value.sliced(value.indexOf('\'', value.indexOf('\'') + 1) + 1);
        }
        bytes += segment->encoded ? QByteArray::fromPercentEncoding(value) : value;
    }
    const QString text = wordsIn(bytes, charset).value_or(QString::fromLatin1(bytes));
    return text.contains("=?"_L1) ? headerText(bytes) : text;
}

/// Reads a token, or what stands in quotes, and moves behind it.
QByteArray nextWord(QByteArrayView field, qsizetype &at, QByteArrayView ends)
{
    QByteArray result;
    while (at < field.size() && (field[at] == ' ' || field[at] == '\t'))
        ++at;
    if (at < field.size() && field[at] == '"') {
        for (++at; at < field.size() && field[at] != '"'; ++at) {
            at += field[at] == '\\' && at + 1 < field.size();
            result += field[at];
        }
        while (at < field.size() && !ends.contains(field[at]))
            ++at;
        return result;
    }
    while (at < field.size() && !ends.contains(field[at]))
        result += field[at++];
    return result.trimmed();
}

/// Parts that a sign separates outside of quotes, comments and angle brackets.
QList<QByteArray> mailboxes(QByteArrayView field)
{
    QList<QByteArray> parts{QByteArray()};
    bool quoted = false;
    int depth = 0;
    for (qsizetype at = 0; at < field.size(); ++at) {
        const char c = field[at];
        if (c == '\\' && at + 1 < field.size()) {
            parts.back() += field.sliced(at++, 2);
            continue;
        }
        quoted = quoted != (c == '"');
        depth += quoted ? 0 : (c == '(' || c == '<') ? 1 : (c == ')' || c == '>') && depth > 0 ? -1 : 0;
        if (!quoted && depth == 0 && (c == ',' || c == ';'))
            parts.push_back(QByteArray());
        else
            parts.back() += c;
    }
    return parts;
}

QString withoutQuotes(QString name)
{
    name = name.trimmed();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.sliced(1).chopped(1).replace("\\\""_L1, "\""_L1).replace("\\\\"_L1, "\\"_L1).trimmed();
    return name;
}

} // namespace

QString headerText(QByteArrayView value)
{
    static const QRegularExpression encoded(u"=\\?([^?*\\s]{1,60})(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?="_s);
    const QString raw = QString::fromLatin1(value);
    QString text;
    EncodedRun run;
    qsizetype from = 0;
    for (auto matches = encoded.globalMatch(raw); matches.hasNext();) {
        const auto match = matches.next();
        const QString between = raw.sliced(from, match.capturedStart() - from);
        const bool adjoins = from > 0 && between.trimmed().isEmpty();
        if (!adjoins || run.charset.compare(match.captured(1), Qt::CaseInsensitive) != 0) {
            text += run.text();
            run = {match.captured(1), {}, {}};
        }
        if (!adjoins)
            text += wordsIn(value.sliced(from, between.size()), {}).value_or(between);
        const QByteArray inside = match.captured(3).toLatin1();
        run.bytes += match.captured(2).toLower() == "b"_L1 ? QByteArray::fromBase64(inside) : fromQ(inside);
        run.asWritten += match.captured().toLatin1();
        from = match.capturedEnd();
    }
    text += run.text();
    text += wordsIn(value.sliced(from), {}).value_or(raw.sliced(from));
    return collapsed(text);
}

MimeValue mimeValue(QByteArrayView field)
{
    field = field.first(std::min(field.size(), longestLookedAt));
    MimeValue result;
    qsizetype at = 0;
    result.value = QString::fromLatin1(nextWord(field, at, "; \t(")).toLower();
    while (at < field.size() && field[at] != ';')
        ++at;
    QHash<QString, QMap<int, Segment>> segments;
    while (at < field.size()) {
        ++at; // the semicolon
        const QString name = QString::fromLatin1(nextWord(field, at, "=;")).toLower();
        if (at >= field.size() || field[at] != '=')
            continue;
        ++at;
        const QByteArray value = nextWord(field, at, ";");
        const QStringList parts = name.split(u'*');
        const bool numbered = parts.size() > 1 && !parts[1].isEmpty();
        const int number = numbered ? std::clamp(parts[1].toInt(), 0, 1000) : 0;
        if (!parts[0].isEmpty() && (!segments[parts[0]].contains(number) || parts.size() > 1))
            segments[parts[0]].insert(number, {value, parts.size() > 1 && parts.back().isEmpty()});
    }
    for (auto entry = segments.begin(); entry != segments.end(); ++entry)
        result.parameters.insert(entry.key(), joinedSegments(*entry));
    return result;
}

QStringList namesOfMailboxes(QByteArrayView field)
{
    static const QRegularExpression address(u"<[^<>]*>"_s);
    static const QRegularExpression comment(u"\\(([^()]*)\\)"_s);
    QStringList names;
    for (const QByteArray &one : mailboxes(field.first(std::min(field.size(), longestLookedAt)))) {
        const QString text = headerText(one);
        QString name = withoutQuotes(QString(text).remove(address));
        if (const auto note = comment.match(name); note.hasMatch() && !text.contains(u'<'))
            name = note.captured(1).trimmed();
        if (name.isEmpty())
            name = QString(text).remove(u'<').remove(u'>').trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names.push_back(name);
    }
    return names;
}

} // namespace galley
