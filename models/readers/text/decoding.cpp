// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding.h"

#include "charsetguess.h"
#include "oddplaces.h"
#include "unmarkedunicode.h"
#include "windows1252.h"

#include <readers/readertext.h>

#include <QHash>
#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Mark
{
    QByteArrayView bytes;
    QStringConverter::Encoding encoding;
    QLatin1StringView name;
};

// UTF-32LE before UTF-16LE, whose mark is its beginning.
const std::array marks{
    Mark{"\xEF\xBB\xBF", QStringConverter::Utf8, "UTF-8"_L1},
    Mark{QByteArrayView("\xFF\xFE\0\0", 4), QStringConverter::Utf32LE, "UTF-32LE"_L1},
    Mark{QByteArrayView("\0\0\xFE\xFF", 4), QStringConverter::Utf32BE, "UTF-32BE"_L1},
    Mark{"\xFF\xFE", QStringConverter::Utf16LE, "UTF-16LE"_L1},
    Mark{"\xFE\xFF", QStringConverter::Utf16BE, "UTF-16BE"_L1},
};

Result<QString> decodedAs(QByteArrayView bytes, QStringDecoder decoder, const QString &name)
{
    if (!decoder.isValid())
        return failed(Readers::tr("The encoding “%1” is not known here.").arg(name));
    QString text = decoder.decode(bytes);
    // Not every decoder reports what it replaced; an older charset has no replacement character of its own.
    const bool replaced = !name.startsWith("UTF"_L1, Qt::CaseInsensitive) && text.contains(QChar(QChar::ReplacementCharacter));
    if (decoder.hasError() || replaced)
        return failed(Readers::tr("The bytes are not valid %1.").arg(name));
    return text;
}

Result<QString> decodedAs(QByteArrayView bytes, QStringConverter::Encoding encoding, const QString &name)
{
    const int unit = name.contains("32"_L1) ? 4 : name.contains("16"_L1) ? 2 : 1;
    if (bytes.size() % unit != 0)
        return failed(Readers::tr("The bytes are not valid %1: the last character is cut off.").arg(name));
    return decodedAs(
        bytes, QStringDecoder(encoding, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom), name);
}

bool isWesternCharset(const QString &name)
{
    const QString known = name.toLower().remove(u'_').remove(u'-').remove(u' ');
    return QStringList{u"windows1252"_s, u"cp1252"_s, u"iso88591"_s, u"latin1"_s, u"usascii"_s, u"ascii"_s, u"ansix3.41968"_s}
        .contains(known);
}

/// The charset that a name stands for on the Web: the wider one that programs wrote under the name of its narrower part.
QString widened(const QString &name)
{
    static const QHash<QString, QString> wider{{u"gb2312"_s, u"GB18030"_s}, {u"gb_2312-80"_s, u"GB18030"_s}, {u"gbk"_s, u"GB18030"_s},
        {u"x-gbk"_s, u"GB18030"_s}, {u"cp936"_s, u"GB18030"_s}, {u"chinese"_s, u"GB18030"_s}, {u"euc-kr"_s, u"windows-949"_s},
        {u"ks_c_5601-1987"_s, u"windows-949"_s}, {u"ks_c_5601-1989"_s, u"windows-949"_s}, {u"ksc5601"_s, u"windows-949"_s},
        {u"korean"_s, u"windows-949"_s}, {u"iso-8859-9"_s, u"windows-1254"_s}, {u"latin5"_s, u"windows-1254"_s},
        {u"iso-8859-11"_s, u"windows-874"_s}, {u"tis-620"_s, u"windows-874"_s}};
    return wider.value(name.toLower(), name);
}

/// ISO-2022-KR is EUC-KR with shifts instead of high bytes.
QByteArray withHighBytes(QByteArrayView shifted)
{
    QByteArray bytes;
    bool high = false;
    const QByteArray shifts = shifted.toByteArray().replace("\x1B$)C", "");
    for (const char byte : shifts) {
        if (byte == '\x0E' || byte == '\x0F')
            high = byte == '\x0E';
        else
            bytes += high && byte > ' ' ? char(byte | '\x80') : byte;
    }
    return bytes;
}

/// In an encoding stated by the user or by the file.
Result<Decoded> decodedByName(QByteArrayView bytes, const QString &name)
{
    if (isWesternCharset(name)) {
        // As browsers read these names.
        const auto text = decodedAsWindows1252(bytes);
        return text ? Result<Decoded>(Decoded{*text, u"windows-1252"_s}) : std::unexpected(text.error());
    }
    const auto ours = QStringConverter::encodingForName(name);
    if (ours && *ours != QStringConverter::System) {
        const auto text = decodedAs(bytes, *ours, name);
        if (const auto mixed = text || ours != QStringConverter::Utf8 ? std::nullopt : decodedAsMixed(bytes, true))
            return *mixed;
        return text ? Result<Decoded>(Decoded{*text, QString::fromLatin1(QStringConverter::nameForEncoding(*ours))})
                    : std::unexpected(text.error());
    }
    if (name.compare("ISO-2022-KR"_L1, Qt::CaseInsensitive) == 0) {
        const auto text = decodedByName(withHighBytes(bytes), u"windows-949"_s);
        return text ? Result<Decoded>(Decoded{text->text, name}) : std::unexpected(text.error());
    }
    // A line end behind the bytes brings to light a character that they cut off.
    auto text = decodedAs(bytes.toByteArray() + '\n', QStringDecoder(widened(name)), name);
    if (!text)
        return std::unexpected(text.error());
    text->chop(1);
    return Decoded{std::move(*text), name};
}

/// Nobody writes the controls from 80 to 9F but for the line end of old mainframes.
bool holdsControls(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xA0 && c.unicode() != 0x85; });
}

Result<Decoded> decodedGuessing(QByteArrayView bytes, const QString &name)
{
    auto text = decodedByName(bytes, name);
    // GB18030 takes four bytes for each of these controls: they were in the text that was encoded.
    if (text && name != "GB18030"_L1 && holdsControls(text->text))
        return failed(Readers::tr("The bytes are not valid %1.").arg(name));
    if (text)
        text->guessed = true;
    return text;
}

/// The one of several charsets in which the bytes make the least strange text; the first of equals.
Result<Decoded> likeliest(QByteArrayView bytes, const QStringList &names)
{
    Result<Decoded> best = failed(QString());
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (const QString &name : names) {
        auto text = decodedGuessing(bytes, name);
        const qsizetype odd = text ? oddPlaces(text->text) : fewest;
        if (odd < fewest) {
            best = std::move(text);
            fewest = odd;
        }
    }
    return best;
}

/// windows-1252, unless that gives signs within words and capitals after small letters, as the charsets of the first
/// Macintosh and of DOS do in it, or has signs where the revised ISO alphabet has the euro and a few letters.
Result<Decoded> decodedAsWestern(QByteArrayView bytes)
{
    const auto text = decodedAsWindows1252(bytes);
    const qsizetype odd = text ? oddPlaces(*text) : 0;
    const Result<Decoded> windows
        = text ? Result<Decoded>(Decoded{*text, u"windows-1252"_s, true}) : std::unexpected(text.error());
    if (text && odd == 0)
        return windows;
    const auto high = std::ranges::count_if(bytes, [](char c) { return uchar(c) >= 0x80; });
    const auto ascii = std::ranges::count_if(bytes, [](char c) { return uchar(c) < 0x80 && std::isalpha(uchar(c)) != 0; });
    if (auto revised = decodedGuessing(bytes, u"ISO-8859-15"_s); revised && oddPlaces(revised->text) < odd)
        return revised;
    if (high * 2 > ascii)
        return windows; // no words of a Western language
    auto other = likeliest(bytes, {u"macintosh"_s, u"IBM850"_s, u"IBM865"_s});
    const qsizetype otherOdd = other ? oddPlaces(other->text) : high;
    const bool many = odd >= 3 && odd * 6 >= high && otherOdd * 4 <= odd;
    const bool most = odd * 2 >= high && otherOdd == 0;
    const bool better = text ? many || most : high >= 3 && otherOdd * 10 <= high;
    return better ? other : windows;
}

Result<Decoded> decodedByGuess(QByteArrayView bytes)
{
    if (auto text = likeliest(bytes, guessedCharsets(bytes)))
        return text;
    if (isNoWesternText(bytes))
        return failed(Readers::tr("It is in an encoding that could not be found out, which has to be stated."));
    return decodedAsWestern(bytes);
}

/// What half a character or a pair's half at the end or within took along becomes U+FFFD, where it is little.
std::optional<Decoded> decodedMending(QByteArrayView bytes, const Mark &mark)
{
    constexpr qsizetype textForEach = 100;
    const int unit = mark.name.contains("32"_L1) ? 4 : 2;
    const qsizetype rest = bytes.size() % unit;
    QStringDecoder decoder(mark.encoding, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes.chopped(rest));
    const bool damaged = decoder.hasError();
    if (rest > 0)
        text += QChar(QChar::ReplacementCharacter);
    const qsizetype count = text.count(QChar(QChar::ReplacementCharacter));
    if ((!damaged && rest == 0) || count == 0 || count * 10 > text.size() || count * textForEach > std::max<qsizetype>(text.size(), textForEach))
        return std::nullopt;
    return Decoded{text, mark.name, false, {Readers::tr("It is %1 but for %n places, which became U+FFFD.", nullptr, int(count)).arg(mark.name)}};
}

Result<Decoded> decodedByMark(QByteArrayView bytes, const Mark &mark)
{
    const QByteArrayView behind = bytes.sliced(mark.bytes.size());
    const auto text = decodedAs(behind, mark.encoding, mark.name);
    if (auto mended = text ? std::nullopt : mark.encoding == QStringConverter::Utf8 ? decodedAsMixed(behind, true) : decodedMending(behind, mark))
        return *mended;
    return text ? Result<Decoded>(Decoded{*text, mark.name}) : std::unexpected(text.error());
}

/// CESU-8, as some databases write: of a character beyond U+FFFF each half of its pair as three bytes.
std::optional<Decoded> decodedJoiningPairs(QByteArrayView bytes)
{
    if (!bytes.contains("\xED\xA0") && !bytes.contains("\xED\xAF") && bytes.indexOf('\xED') < 0)
        return std::nullopt;
    QByteArray joined;
    const auto half = [&](qsizetype at, uchar from, uchar to) -> std::optional<char16_t> {
        if (at + 3 > bytes.size() || bytes[at] != '\xED' || uchar(bytes[at + 1]) < from || uchar(bytes[at + 1]) > to)
            return std::nullopt;
        return char16_t(0xD000 | ((uchar(bytes[at + 1]) & 0x3F) << 6) | (uchar(bytes[at + 2]) & 0x3F));
    };
    bool any = false;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto high = half(at, 0xA0, 0xAF);
        const auto low = high ? half(at + 3, 0xB0, 0xBF) : std::nullopt;
        if (low) {
            const std::array pair{QChar(*high), QChar(*low)};
            joined += QStringView(pair).toUtf8();
            any = true;
        } else {
            joined += bytes[at];
        }
        at += low ? 6 : 1;
    }
    if (!any || !joined.isValidUtf8())
        return std::nullopt;
    return Decoded{fromValidUtf8(joined), u"CESU-8"_s};
}

Result<Decoded> decodedAsFound(QByteArrayView bytes)
{
    const auto mark = std::ranges::find_if(marks, [&](const Mark &known) { return bytes.startsWith(known.bytes); });
    if (mark != marks.end())
        return decodedByMark(bytes, *mark);
    const bool holdsNul = bytes.contains('\0');
    if (const QString escaped = holdsNul ? QString() : escapedCharset(bytes); !escaped.isEmpty()) {
        if (auto text = decodedByName(bytes, escaped))
            return text;
    }
    if (!holdsNul && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return Decoded{fromValidUtf8(bytes), u"UTF-8"_s};
    if (holdsNul) {
        const auto found = unmarkedUnicode(bytes);
        const QString name = found ? QString::fromLatin1(QStringConverter::nameForEncoding(*found)) : QString();
        const auto text = found ? decodedAs(bytes, *found, name) : Result<QString>();
        if (found && text)
            return Decoded{*text, name};
        return failed(Readers::tr("It holds NUL bytes, so it is not a text file."));
    }
    const QString declared = declaredCharset(bytes);
    if (auto joined = decodedJoiningPairs(bytes))
        return *joined;
    if (auto mixed = decodedAsMixed(bytes, declared.compare("utf-8"_L1, Qt::CaseInsensitive) == 0))
        return *mixed;
    // A declaration of UTF-8 or UTF-16 is wrong here: the bytes were just seen to be neither. One of a Western charset is
    // often but what a program writes by itself.
    if (!declared.isEmpty() && !declared.startsWith("utf"_L1, Qt::CaseInsensitive)
        && !(isWesternCharset(declared) && !guessedCharsets(bytes).isEmpty())) {
        if (auto text = decodedByName(bytes, declared))
            return text;
    }
    return decodedByGuess(bytes);
}

Result<Decoded> decodedWithLineEnds(QByteArrayView bytes, const QString &encoding);

/// Where a damaged disk or a program left single NULs in a text; none where they are so many that it is no text.
std::optional<Decoded> decodedWithoutNuls(QByteArrayView bytes, const QString &encoding)
{
    constexpr qsizetype textForEach = 100;
    constexpr qsizetype mostNamed = 20;
    constexpr qsizetype fewOfText = 2; // in a file of any size whose other bytes are text
    const qsizetype count = bytes.count('\0');
    const bool otherControls = std::ranges::any_of(bytes, [](char c) { return uchar(c) < 0x20 && c != '\0' && !QByteArrayView("\t\n\v\f\r").contains(c); });
    if (count * textForEach > bytes.size() && (count > fewOfText || otherControls || count * 10 >= bytes.size()))
        return std::nullopt;
    QByteArray substituted = bytes.toByteArray();
    QStringList places;
    int line = 1;
    for (char &byte : substituted) {
        line += byte == '\n';
        if (byte == '\0' && places.size() < mostNamed)
            places += Readers::tr("line %1").arg(line);
        if (byte == '\0')
            byte = '\x1A'; // the sign for what was lost on its way, in every encoding that has ASCII
    }
    auto text = decodedWithLineEnds(substituted, encoding);
    if (!text)
        return std::nullopt;
    text->text.replace(QChar(u'\x1A'), QChar(QChar::ReplacementCharacter));
    text->remarks.prepend(Readers::tr("%n NUL characters in it became U+FFFD: %1", nullptr, int(count)).arg(places.join(", "_L1)));
    return *text;
}

Result<Decoded> decodedWithLineEnds(QByteArrayView bytes, const QString &encoding)
{
    auto result = encoding.isEmpty() ? decodedAsFound(bytes) : decodedByName(bytes, encoding);
    if (bytes.contains('\0') && (!result || result->text.contains(QChar(u'\0')))) {
        if (auto without = decodedWithoutNuls(bytes, encoding))
            return *without;
    }
    if (!result)
        return result;
    if (!encoding.isEmpty() && result->text.startsWith(QChar(QChar::ByteOrderMark)))
        result->text.remove(0, 1);
    if (const QString why = whyNotText(result->text); !why.isEmpty())
        return failed(why);
    return result;
}

/// The value after `name=` or `name =`, quoted or not, in ASCII bytes.
QString valueAfter(QByteArrayView head, QByteArrayView name)
{
    qsizetype at = head.indexOf(name);
    if (at < 0)
        return {};
    at += name.size();
    const auto skip = [&](QByteArrayView chars) {
        while (at < head.size() && chars.contains(head[at]))
            ++at;
    };
    skip(" \t\r\n");
    if (at >= head.size() || head[at] != '=')
        return {};
    ++at;
    skip(" \t\r\n\"'");
    const qsizetype begin = at;
    while (at < head.size() && (std::isalnum(uchar(head[at])) || QByteArrayView("-_.:+").contains(head[at])))
        ++at;
    return QString::fromLatin1(head.sliced(begin, at - begin));
}

} // namespace

Result<Decoded> decoded(QByteArrayView bytes, const QString &encoding)
{
    auto result = decodedWithLineEnds(bytes, encoding);
    if (result)
        unifyLineEnds(result->text);
    return result;
}

Result<Utf8Bytes> decodedToUtf8(QByteArray bytes, const QString &encoding)
{
    const bool plain = encoding.isEmpty() && !bytes.contains('\0') && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8()
        && escapedCharset(bytes).isEmpty();
    if (plain) {
        if (bytes.startsWith(marks[0].bytes))
            bytes.remove(0, marks[0].bytes.size());
        return Utf8Bytes{std::move(bytes), u"UTF-8"_s};
    }
    const auto result = decodedWithLineEnds(bytes, encoding);
    if (!result)
        return std::unexpected(result.error());
    return Utf8Bytes{result->text.toUtf8(), result->encoding, result->guessed, result->remarks};
}

void unifyLineEnds(QString &text)
{
    qsizetype at = text.indexOf(u'\r');
    if (at < 0)
        return;
    QChar *out = text.data() + at;
    const QChar *in = out;
    const QChar *end = text.constData() + text.size();
    for (; in != end; ++in) {
        const bool carriageReturn = *in == u'\r';
        if (carriageReturn && in + 1 != end && in[1] == u'\n')
            ++in;
        *out++ = carriageReturn ? QChar(u'\n') : *in;
    }
    text.truncate(out - text.constData());
}

QString whyNotText(QStringView text)
{
    if (text.contains(QChar(u'\0')))
        return Readers::tr("It holds NUL characters, so it is not text.");
    return text.isValidUtf16() ? QString() : Readers::tr("It holds half of a surrogate pair, which is no character.");
}

QString fromValidUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

QString declaredCharset(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1 << 17)).toByteArray().toLower();
    if (head.trimmed().startsWith("<?xml")) {
        const qsizetype end = head.indexOf("?>");
        if (const QString stated = valueAfter(QByteArrayView(head).first(std::max<qsizetype>(end, 0)), "encoding");
            !stated.isEmpty())
            return stated;
    }
    for (qsizetype at = head.indexOf("<meta"); at >= 0; at = head.indexOf("<meta", at + 1)) {
        const qsizetype end = head.indexOf('>', at);
        const QByteArrayView tag = QByteArrayView(head).sliced(at, (end < 0 ? head.size() : end) - at);
        if (const QString stated = valueAfter(tag, "charset"); !stated.isEmpty())
            return stated;
    }
    return {};
}

Result<QByteArray> readWhole(QIODevice &device, qint64 limit)
{
    QByteArray bytes;
    constexpr qint64 block = 1 << 20;
    while (true) {
        const QByteArray part = device.read(block);
        if (part.isEmpty())
            break;
        if (bytes.size() + part.size() > limit)
            return failed(Readers::tr("It is larger than %1 MB, too large for one article.").arg(limit / 1'000'000));
        bytes += part;
    }
    if (!device.atEnd())
        return failed(Readers::tr("It could not be read: %1").arg(device.errorString()));
    return bytes;
}

} // namespace galley
