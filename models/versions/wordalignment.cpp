// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordalignment.h"

#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace galley {

namespace {

enum class Kind { Blank, Letter, Digit, Apostrophe, Point, Alone };

/// Of a grapheme cluster, by what it begins with.
Kind kindOf(QStringView cluster)
{
    const bool pair = cluster.size() > 1 && cluster[0].isHighSurrogate() && cluster[1].isLowSurrogate();
    const char32_t code = pair ? QChar::surrogateToUcs4(cluster[0], cluster[1]) : cluster[0].unicode();
    if (QChar::isSpace(code) || code == 0x200B || code == 0xFEFF)
        return Kind::Blank;
    if (QChar::isDigit(code))
        return Kind::Digit;
    if (QChar::isLetterOrNumber(code) || QChar::isMark(code))
        return isWrittenWithoutSpaces(code) ? Kind::Alone : Kind::Letter;
    if (code == u'\'' || code == u'’' || code == 0x00AD)
        return Kind::Apostrophe;
    return code == u'.' || code == u',' ? Kind::Point : Kind::Alone;
}

/// Whether a sign between two clusters makes one word of them: don’t, 4.2.
bool joins(Kind before, Kind sign, Kind after)
{
    return (sign == Kind::Apostrophe && before == Kind::Letter && after == Kind::Letter)
        || (sign == Kind::Point && before == Kind::Digit && after == Kind::Digit);
}

bool isWord(Kind kind)
{
    return kind == Kind::Letter || kind == Kind::Digit;
}

bool isBlank(QChar unit)
{
    return unit.isSpace() || unit == u'\u200B' || unit == u'\uFEFF';
}

/// The equal stretches of two texts, grown into what lies between them.
class Growth
{
public:
    Growth(const WordAlignment &alignment, QStringView a, QStringView b, Between between)
        : m_alignment(alignment)
        , m_a(a)
        , m_b(b)
        , m_between(between)
    {
    }

    /// Takes from the gap between two stretches what continues the one or leads to the other.
    void close(Match &before, Match &after) const
    {
        const qsizetype endA = before.endOfA();
        const qsizetype endB = before.endOfB();
        QStringView gapA = m_a.sliced(endA, after.a - endA);
        QStringView gapB = m_b.sliced(endB, after.b - endB);
        qsizetype front = commonFront(gapA, gapB);
        while (front > 0 && !isBoundary(endA + front, endB + front))
            --front;
        before.length += front;
        gapA = gapA.sliced(front);
        gapB = gapB.sliced(front);
        qsizetype back = commonBack(gapA, gapB);
        while (back > 0 && !isBoundary(after.a - back, after.b - back))
            --back;
        after = {after.a - back, after.b - back, after.length + back};
    }

private:
    bool mayTake(QChar unit) const { return m_between == Between::PartsOfWords || isBlank(unit); }
    bool isBoundary(qsizetype a, qsizetype b) const
    {
        return m_alignment.before.boundaries[size_t(a)] && m_alignment.after.boundaries[size_t(b)];
    }

    qsizetype commonFront(QStringView a, QStringView b) const
    {
        qsizetype length = 0;
        while (length < std::min(a.size(), b.size()) && a[length] == b[length] && mayTake(a[length]))
            ++length;
        return length;
    }

    qsizetype commonBack(QStringView a, QStringView b) const
    {
        qsizetype length = 0;
        while (length < std::min(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length]
               && mayTake(a[a.size() - 1 - length]))
            ++length;
        return length;
    }

    const WordAlignment &m_alignment;
    QStringView m_a;
    QStringView m_b;
    Between m_between;
};

std::vector<bool> graphemeBoundaries(QStringView text)
{
    std::vector<bool> boundaries(size_t(text.size()) + 1);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype at = 0; at >= 0; at = finder.toNextBoundary())
        boundaries[size_t(at)] = true;
    return boundaries;
}

Words wordsOf(QStringView text)
{
    Words words{graphemeBoundaries(text), {}, {}};
    std::vector<Utf16Range> &ranges = words.ranges;
    Kind before = Kind::Blank; // of the cluster before, or of the one before a sign that may join two
    Kind sign = Kind::Blank;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        while (!words.boundaries[size_t(end)])
            ++end;
        const Kind kind = kindOf(text.sliced(at, end - at));
        if (isWord(kind) && isWord(before) && sign == Kind::Blank) {
            ranges.back().end = end;
        } else if (joins(before, sign, kind)) {
            ranges.pop_back();
            ranges.back().end = end;
        } else if (kind != Kind::Blank) {
            ranges.push_back({at, end});
        }
        const bool maySign = (kind == Kind::Apostrophe || kind == Kind::Point) && isWord(before) && sign == Kind::Blank;
        sign = maySign ? kind : Kind::Blank;
        before = maySign ? before : kind;
        at = end;
    }
    return words;
}

} // namespace

bool isWrittenWithoutSpaces(char32_t code)
{
    switch (code < 0x0E00 ? QChar::Script_Common : QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

WordAlignment alignedWords(QStringView oldText, QStringView newText)
{
    WordAlignment alignment{wordsOf(oldText), wordsOf(newText), {}};
    QHash<QStringView, quint32> ids;
    const auto number = [&ids](Words &words, QStringView text) {
        for (const Utf16Range &word : words.ranges) {
            quint32 &id = ids[text.sliced(word.begin, word.length())];
            if (id == 0)
                id = quint32(ids.size());
            words.ids.push_back(id);
        }
    };
    number(alignment.before, oldText);
    number(alignment.after, newText);
    alignment.matches = sequenceMatches(alignment.before.ids, alignment.after.ids);
    return alignment;
}

std::vector<Match> equalStretches(const WordAlignment &alignment, QStringView oldText, QStringView newText, Between between)
{
    const Growth growth(alignment, oldText, newText, between);
    std::vector<Match> stretches{{0, 0, 0}};
    const auto append = [&](Match next) {
        Match &last = stretches.back();
        growth.close(last, next);
        if (last.endOfA() == next.a && last.endOfB() == next.b)
            last.length += next.length;
        else
            stretches.push_back(next);
    };
    for (const Match &match : alignment.matches) {
        for (qsizetype at = 0; at < match.length; ++at) {
            const Utf16Range &word = alignment.before.ranges[size_t(match.a + at)];
            append({word.begin, alignment.after.ranges[size_t(match.b + at)].begin, word.length()});
        }
    }
    append({oldText.size(), newText.size(), 0});
    std::erase_if(stretches, [](const Match &stretch) { return stretch.length == 0; });
    return stretches;
}

} // namespace galley
