// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding.h"

#include "charsetguess.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::Decoding)
};

// The upper half of C1 in windows-1252; 0 where it has no character.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

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
        return failed(Tr::tr("The encoding “%1” is not known here.").arg(name));
    QString text = decoder.decode(bytes);
    // Not every decoder reports what it replaced; an older charset has no replacement character of its own.
    const bool replaced = !name.startsWith("UTF"_L1, Qt::CaseInsensitive) && text.contains(QChar(QChar::ReplacementCharacter));
    if (decoder.hasError() || replaced)
        return failed(Tr::tr("The bytes are not valid %1.").arg(name));
    return text;
}

Result<QString> decodedAs(QByteArrayView bytes, QStringConverter::Encoding encoding, const QString &name)
{
    const int unit = name.contains("32"_L1) ? 4 : name.contains("16"_L1) ? 2 : 1;
    if (bytes.size() % unit != 0)
        return failed(Tr::tr("The bytes are not valid %1: the last character is cut off.").arg(name));
    return decodedAs(
        bytes, QStringDecoder(encoding, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom), name);
}

Result<QString> decodedAsWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    QChar *out = text.data();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = uchar(bytes[at]);
        const char16_t unit = byte < 0x80 || byte >= 0xA0 ? char16_t(byte) : windows1252[byte - 0x80];
        if (!unit && byte)
            return failed(
                Tr::tr("The bytes fit neither UTF-8 nor windows-1252 (byte %1 at position %2): it is in another encoding, "
                       "which has to be stated, or no text at all.")
                    .arg(byte, 2, 16, '0'_L1)
                    .arg(at));
        *out++ = unit;
    }
    return text;
}

bool isWestern(const QString &name)
{
    const QString known = name.toLower().remove(u'_').remove(u'-').remove(u' ');
    return QStringList{u"windows1252"_s, u"cp1252"_s, u"iso88591"_s, u"latin1"_s, u"usascii"_s, u"ascii"_s, u"ansix3.41968"_s}
        .contains(known);
}

/// In an encoding stated by the user or by the file.
Result<Decoded> decodedByName(QByteArrayView bytes, const QString &name)
{
    if (isWestern(name)) {
        // As browsers read these names.
        const auto text = decodedAsWindows1252(bytes);
        return text ? Result<Decoded>(Decoded{*text, u"windows-1252"_s}) : std::unexpected(text.error());
    }
    const auto ours = QStringConverter::encodingForName(name);
    if (ours && *ours != QStringConverter::System) {
        const auto text = decodedAs(bytes, *ours, name);
        return text ? Result<Decoded>(Decoded{*text, QString::fromLatin1(QStringConverter::nameForEncoding(*ours))})
                    : std::unexpected(text.error());
    }
    // A line end behind the bytes brings to light a character that they cut off.
    auto text = decodedAs(bytes.toByteArray() + '\n', QStringDecoder(name), name);
    if (!text)
        return std::unexpected(text.error());
    text->chop(1);
    return Decoded{std::move(*text), name};
}

/// UTF-16 or UTF-32 without byte order mark: in Latin-script text every second, or three of four bytes are NUL.
const Mark *markOfPattern(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(3));
    std::array<qsizetype, 4> zeros{};
    for (qsizetype at = 0; at < head.size(); ++at)
        zeros[size_t(at % 4)] += head[at] == 0;
    const qsizetype groups = std::max<qsizetype>(head.size() / 4, 1);
    const auto most = [&](size_t column) { return zeros[column] * 10 >= groups * 7; };
    const auto few = [&](size_t column) { return zeros[column] * 10 <= groups; };
    if (bytes.size() % 4 == 0 && few(0) && most(1) && most(2) && most(3))
        return &marks[1];
    if (bytes.size() % 4 == 0 && most(0) && most(1) && most(2) && few(3))
        return &marks[2];
    if (bytes.size() % 2 == 0 && few(0) && most(1) && few(2) && most(3))
        return &marks[3];
    if (bytes.size() % 2 == 0 && most(0) && few(1) && most(2) && few(3))
        return &marks[4];
    return nullptr;
}

/// Nobody writes the controls from 80 to 9F but for the line end of old mainframes.
bool holdsControls(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xA0 && c.unicode() != 0x85; });
}

Result<Decoded> decodedByGuess(QByteArrayView bytes)
{
    for (const QString &name : guessedCharsets(bytes)) {
        const auto text = decodedByName(bytes, name);
        // GB18030 takes four bytes for each of these controls: they were in the text that was encoded.
        if (text && (name == "GB18030"_L1 || !holdsControls(text->text)))
            return Decoded{text->text, text->encoding, true};
    }
    const auto text = decodedAsWindows1252(bytes);
    return text ? Result<Decoded>(Decoded{*text, u"windows-1252"_s, true}) : std::unexpected(text.error());
}

Result<Decoded> decodedAsFound(QByteArrayView bytes)
{
    for (const Mark &mark : marks) {
        if (bytes.startsWith(mark.bytes)) {
            const auto text = decodedAs(bytes.sliced(mark.bytes.size()), mark.encoding, mark.name);
            return text ? Result<Decoded>(Decoded{*text, mark.name}) : std::unexpected(text.error());
        }
    }
    const bool holdsNul = bytes.contains('\0');
    if (!holdsNul && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return Decoded{fromValidUtf8(bytes), u"UTF-8"_s};
    if (holdsNul) {
        const Mark *found = markOfPattern(bytes);
        const auto text = found ? decodedAs(bytes, found->encoding, found->name) : Result<QString>();
        if (found && text)
            return Decoded{*text, found->name};
        return failed(Tr::tr("It holds NUL bytes, so it is not a text file."));
    }
    const QString declared = declaredCharset(bytes);
    // A declaration of UTF-8 or UTF-16 is wrong here: the bytes were just seen to be neither.
    if (!declared.isEmpty() && !declared.startsWith("utf"_L1, Qt::CaseInsensitive)) {
        if (auto text = decodedByName(bytes, declared))
            return text;
    }
    return decodedByGuess(bytes);
}

Result<Decoded> decodedWithLineEnds(QByteArrayView bytes, const QString &encoding)
{
    auto result = encoding.isEmpty() ? decodedAsFound(bytes) : decodedByName(bytes, encoding);
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
    const bool plain = encoding.isEmpty() && !bytes.contains('\0') && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
    if (plain) {
        if (bytes.startsWith(marks[0].bytes))
            bytes.remove(0, marks[0].bytes.size());
        return Utf8Bytes{std::move(bytes), u"UTF-8"_s};
    }
    const auto result = decodedWithLineEnds(bytes, encoding);
    if (!result)
        return std::unexpected(result.error());
    return Utf8Bytes{result->text.toUtf8(), result->encoding, result->guessed};
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
        return Tr::tr("It holds NUL characters, so it is not text.");
    return text.isValidUtf16() ? QString() : Tr::tr("It holds half of a surrogate pair, which is no character.");
}

QString fromValidUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

QString declaredCharset(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4096)).toByteArray().toLower();
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
            return failed(Tr::tr("It is larger than %1 MB, too large for one article.").arg(limit / 1'000'000));
        bytes += part;
    }
    if (!device.atEnd())
        return failed(Tr::tr("It could not be read: %1").arg(device.errorString()));
    return bytes;
}

} // namespace galley
