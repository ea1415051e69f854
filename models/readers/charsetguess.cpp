// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charsetguess.h"

#include <uchardet/uchardet.h>

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Charset
{
    QLatin1StringView found;   ///< as the detector calls it
    QLatin1StringView name;    ///< as everyone does
    QLatin1StringView windows; ///< the one that is meant where the bytes 80 to 9F occur, which ISO leaves to controls
    bool latin = false;
};

// What is not here, Western charsets and those of old home computers, is taken for windows-1252.
constexpr std::array charsets{
    Charset{"WINDOWS-1251"_L1, "windows-1251"_L1, {}},
    Charset{"KOI8-R"_L1, "KOI8-R"_L1, {}},
    Charset{"ISO-8859-5"_L1, "ISO-8859-5"_L1, {}},
    Charset{"IBM866"_L1, "IBM866"_L1, {}},
    Charset{"IBM855"_L1, "IBM855"_L1, {}},
    Charset{"MAC-CYRILLIC"_L1, "x-mac-cyrillic"_L1, {}},
    Charset{"WINDOWS-1253"_L1, "windows-1253"_L1, {}},
    Charset{"ISO-8859-7"_L1, "ISO-8859-7"_L1, "windows-1253"_L1},
    Charset{"WINDOWS-1255"_L1, "windows-1255"_L1, {}},
    Charset{"ISO-8859-8"_L1, "ISO-8859-8"_L1, "windows-1255"_L1},
    Charset{"WINDOWS-1256"_L1, "windows-1256"_L1, {}},
    Charset{"ISO-8859-6"_L1, "ISO-8859-6"_L1, "windows-1256"_L1},
    Charset{"TIS-620"_L1, "TIS-620"_L1, {}},
    Charset{"SHIFT_JIS"_L1, "Shift_JIS"_L1, {}},
    Charset{"EUC-JP"_L1, "EUC-JP"_L1, {}},
    Charset{"GB18030"_L1, "GB18030"_L1, {}},
    Charset{"BIG5"_L1, "Big5"_L1, {}},
    Charset{"EUC-TW"_L1, "EUC-TW"_L1, {}},
    Charset{"EUC-KR"_L1, "EUC-KR"_L1, {}},
    Charset{"UHC"_L1, "windows-949"_L1, {}},
    Charset{"WINDOWS-1250"_L1, "windows-1250"_L1, {}, true},
    Charset{"ISO-8859-2"_L1, "ISO-8859-2"_L1, "windows-1250"_L1, true},
    Charset{"WINDOWS-1254"_L1, "windows-1254"_L1, {}, true},
    Charset{"ISO-8859-9"_L1, "ISO-8859-9"_L1, "windows-1254"_L1, true},
    Charset{"WINDOWS-1257"_L1, "windows-1257"_L1, {}, true},
    Charset{"ISO-8859-13"_L1, "ISO-8859-13"_L1, "windows-1257"_L1, true},
};

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
    bool controls = false; ///< 80 to 9F
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
        evidence.controls = evidence.controls || (isHigh(byte) && uchar(byte) < 0xA0);
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

/// A script of its own makes a good part of the letters; an alphabet of Latin letters has its own now and then,
/// and a few of them are no evidence.
bool isEnough(const Evidence &evidence, const Charset &charset)
{
    return charset.latin ? evidence.letters >= 12 && evidence.letters * 50 >= evidence.ascii
                         : evidence.high >= 8 && evidence.high * 4 >= evidence.ascii;
}

} // namespace

QStringList guessedCharsets(QByteArrayView bytes)
{
    // A long table may begin with much that is plain ASCII.
    const qsizetype first = std::ranges::find_if(bytes, isHigh) - bytes.begin();
    const QByteArrayView part = bytes.sliced(std::max<qsizetype>(first - mostRead / 4, 0));
    const QByteArray text = withoutMarkup(part.first(std::min(part.size(), mostRead)));
    const QByteArray found = detected(text).toUpper();
    const auto charset = std::ranges::find(charsets, QLatin1StringView(found), &Charset::found);
    const Evidence evidence = evidenceIn(text);
    if (charset == charsets.end() || !isEnough(evidence, *charset))
        return {};
    QStringList names{charset->name};
    if (evidence.controls && !charset->windows.isEmpty())
        names.prepend(charset->windows);
    return names;
}

} // namespace galley
