// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charsetguess.h"

#include "language.h"

#include <uchardet/uchardet.h>

#include <QByteArray>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Charset
{
    QLatin1StringView found; ///< as the detector calls it
    QLatin1StringView names; ///< as everyone does: it, and those that differ from it in a few signs or letters
    bool latin = false;
};

// What is not here, Western charsets and those of old home computers, is taken for Western.
constexpr std::array knownCharsets{
    Charset{"WINDOWS-1251"_L1, "windows-1251"_L1},
    Charset{"KOI8-R"_L1, "KOI8-R KOI8-U"_L1},
    Charset{"ISO-8859-5"_L1, "ISO-8859-5"_L1},
    Charset{"IBM866"_L1, "IBM866"_L1},
    Charset{"IBM855"_L1, "IBM855"_L1},
    Charset{"MAC-CYRILLIC"_L1, "x-mac-cyrillic"_L1},
    Charset{"WINDOWS-1253"_L1, "windows-1253 ISO-8859-7"_L1},
    Charset{"ISO-8859-7"_L1, "ISO-8859-7 windows-1253"_L1},
    Charset{"WINDOWS-1255"_L1, "windows-1255"_L1},
    Charset{"ISO-8859-8"_L1, "ISO-8859-8 windows-1255"_L1},
    Charset{"IBM862"_L1, "IBM862"_L1},
    Charset{"WINDOWS-1256"_L1, "windows-1256"_L1},
    Charset{"ISO-8859-6"_L1, "ISO-8859-6 windows-1256"_L1},
    Charset{"TIS-620"_L1, "TIS-620"_L1},
    Charset{"ISO-8859-11"_L1, "TIS-620"_L1},
    Charset{"SHIFT_JIS"_L1, "Shift_JIS"_L1},
    Charset{"EUC-JP"_L1, "EUC-JP"_L1},
    Charset{"GB18030"_L1, "GB18030"_L1},
    Charset{"BIG5"_L1, "Big5"_L1},
    Charset{"EUC-TW"_L1, "EUC-TW"_L1},
    Charset{"EUC-KR"_L1, "windows-949"_L1},
    Charset{"UHC"_L1, "windows-949"_L1},
    Charset{"WINDOWS-1250"_L1, "windows-1250 ISO-8859-2"_L1, true},
    Charset{"ISO-8859-2"_L1, "ISO-8859-2 windows-1250"_L1, true},
    Charset{"ISO-8859-16"_L1, "windows-1250 ISO-8859-2"_L1, true},
    Charset{"IBM852"_L1, "IBM852"_L1, true},
    Charset{"MAC-CENTRALEUROPE"_L1, "x-mac-centraleurroman"_L1, true},
    Charset{"WINDOWS-1254"_L1, "windows-1254"_L1, true},
    Charset{"ISO-8859-9"_L1, "windows-1254"_L1, true},
    Charset{"ISO-8859-3"_L1, "ISO-8859-3"_L1, true},
    Charset{"WINDOWS-1257"_L1, "windows-1257 ISO-8859-13"_L1, true},
    Charset{"ISO-8859-13"_L1, "ISO-8859-13 windows-1257"_L1, true},
    Charset{"ISO-8859-4"_L1, "ISO-8859-4"_L1, true},
    Charset{"ISO-8859-10"_L1, "ISO-8859-10"_L1, true},
    Charset{"WINDOWS-1258"_L1, "windows-1258"_L1, true},
};

/// The languages that are written in windows-1252, by the marks of the language detector.
bool isWesternLanguage(const QString &language)
{
    static const QSet<QString> western{u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"it"_s, u"pt"_s, u"nl"_s, u"sv"_s, u"da"_s, u"no"_s,
        u"nb"_s, u"nn"_s, u"fi"_s, u"is"_s, u"fo"_s, u"ga"_s, u"gd"_s, u"ca"_s, u"gl"_s, u"eu"_s, u"af"_s, u"lb"_s, u"oc"_s, u"br"_s,
        u"co"_s, u"fy"_s, u"id"_s, u"ms"_s, u"sw"_s};
    return western.contains(language);
}

constexpr qsizetype mostRead = 1 << 20;

bool isHigh(char byte)
{
    return uchar(byte) >= 0x80;
}

/// Where something next stands, without looking through all the rest again once it is known not to come.
class Ahead
{
public:
    explicit Ahead(QByteArrayView what)
        : m_what(what)
    {
    }

    qsizetype in(QByteArrayView bytes, qsizetype from = 0)
    {
        const qsizetype at = m_comes ? bytes.indexOf(m_what, from) : -1;
        m_comes = at >= 0;
        return at;
    }

private:
    QByteArrayView m_what;
    bool m_comes = true;
};

/// What a reader of the page would see: its markup is ASCII and would pass for English.
QByteArray withoutMarkup(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size());
    Ahead tagEnd(">"), scriptEnd("</script"), styleEnd("</style");
    while (!bytes.isEmpty()) {
        const qsizetype open = bytes.indexOf('<');
        text += bytes.first(open < 0 ? bytes.size() : open);
        bytes = bytes.sliced(open < 0 ? bytes.size() : open);
        const bool script = bytes.first(std::min<qsizetype>(bytes.size(), 7)).compare("<script", Qt::CaseInsensitive) == 0;
        const bool style = bytes.first(std::min<qsizetype>(bytes.size(), 6)).compare("<style", Qt::CaseInsensitive) == 0;
        const qsizetype inside = script ? scriptEnd.in(bytes) : style ? styleEnd.in(bytes) : 0;
        const qsizetype close = tagEnd.in(bytes, std::max<qsizetype>(inside, 0));
        const qsizetype tag = close < 0 ? std::min<qsizetype>(bytes.size(), 1) : close + 1; // a lone "<" is no tag
        bytes = bytes.sliced(tag);
        text += ' ';
    }
    return text;
}

struct Evidence
{
    qsizetype ascii = 0; ///< letters
    qsizetype high = 0;
    qsizetype letters = 0; ///< of the high bytes, those that are not the quotes, dashes and signs of windows-1252
};

Evidence evidenceIn(QByteArrayView text)
{
    constexpr QByteArrayView signs(
        "\x80\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA3\xA7\xA9\xAB\xAD\xAE\xB0\xB7\xBB");
    Evidence evidence;
    for (const char byte : text) {
        evidence.ascii += std::isalpha(uchar(byte)) && !isHigh(byte);
        evidence.high += isHigh(byte);
        evidence.letters += isHigh(byte) && !signs.contains(byte);
    }
    return evidence;
}

QByteArray detected(QByteArrayView text)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), text.data(), size_t(text.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// The language of what stands around the first letter that is not ASCII.
QString languageOf(QByteArrayView text, const QString &charset)
{
    constexpr qsizetype around = 150;
    QStringDecoder decoder(charset);
    const QString decoded = QString(decoder.decode(text)).simplified();
    const auto first = std::ranges::find_if(decoded, [](QChar c) { return c.unicode() >= 0x80 && c.isLetter(); });
    return detectedLanguage(QStringView(decoded).sliced(std::max<qsizetype>(first - decoded.begin() - around, 0)));
}

/// A script of its own makes a good part of the letters; an alphabet of Latin letters has its own now and then,
/// and a few of them are no evidence unless the language is one that needs it.
bool tellsEnough(QByteArrayView text, const Charset &charset, const QStringList &names)
{
    const Evidence evidence = evidenceIn(text);
    if (!charset.latin)
        return evidence.high >= 8 && evidence.high * 4 >= evidence.ascii;
    const QString language = languageOf(text, names.constFirst());
    const bool many = evidence.letters >= 12 && evidence.letters * 50 >= evidence.ascii;
    return language.isEmpty() ? many : !isWesternLanguage(language);
}

} // namespace

QStringList guessedCharsets(QByteArrayView bytes)
{
    // A long table may begin with much that is plain ASCII.
    const qsizetype first = std::ranges::find_if(bytes, isHigh) - bytes.begin();
    const QByteArrayView part = bytes.sliced(std::max<qsizetype>(first - mostRead / 4, 0));
    const QByteArray text = withoutMarkup(part.first(std::min(part.size(), mostRead)));
    const QByteArray found = detected(text).toUpper();
    const auto charset = std::ranges::find(knownCharsets, QLatin1StringView(found), &Charset::found);
    if (charset == knownCharsets.end())
        return {};
    const QStringList names = QString(charset->names).split(u' ');
    return tellsEnough(text, *charset, names) ? names : QStringList();
}

bool isNoWesternText(QByteArrayView bytes)
{
    const Evidence evidence = evidenceIn(bytes.first(std::min(bytes.size(), mostRead)));
    return evidence.letters >= 8 && evidence.letters > evidence.ascii;
}

QString escapedCharset(QByteArrayView bytes)
{
    if (!bytes.contains('\x1B') || std::ranges::any_of(bytes, isHigh))
        return {};
    if (bytes.contains("\x1B$)C"))
        return u"ISO-2022-KR"_s;
    const bool japanese = bytes.contains("\x1B$B") || bytes.contains("\x1B$@") || bytes.contains("\x1B$(D");
    return japanese ? u"ISO-2022-JP"_s : QString();
}

} // namespace galley
