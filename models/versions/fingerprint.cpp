// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint.h"

#include <domain/textpositions.h>
#include <versions/wordalignment.h>

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr size_t shingleLength = 5;
constexpr size_t mostShingles = 1024; ///< the more, the more exact are long texts and the more memory they take: four bytes each

quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

/// What a code point is to a word.
enum class Role : char { Parts, Joins, Nothing, Alone };

struct Plain
{
    Role role = Role::Parts;
    char32_t letter = 0; ///< without case and accent
};

Plain plainOf(char32_t code)
{
    if (QChar::isMark(code) || code == 0x00AD || code == 0x200C || code == 0x200D || code == u'\'' || code == u'’'
        || code == 0x02BC)
        return {Role::Nothing, 0};
    if (!QChar::isLetterOrNumber(code))
        return {Role::Parts, 0};
    if (isWrittenWithoutSpaces(code))
        return {Role::Alone, code};
    char32_t letter = QChar::toCaseFolded(code);
    if (QChar::decompositionTag(letter) == QChar::Canonical && QChar::script(letter) != QChar::Script_Hangul)
        letter = QStringView(QChar::decomposition(letter)).toUcs4().constFirst();
    return {Role::Joins, QChar::toCaseFolded(letter)};
}

/// The same, looked up: most texts need no more than this.
Plain lookedUp(char32_t code)
{
    static const auto table = [] {
        std::array<Plain, 0x2100> all;
        for (char32_t each = 0; each < all.size(); ++each)
            all[each] = plainOf(each);
        return all;
    }();
    return code < table.size() ? table[code] : plainOf(code);
}

/// Takes letters and makes shingles of the words they end up in.
class Shingler
{
public:
    void take(char32_t code)
    {
        const Plain plain = lookedUp(code);
        if (plain.role == Role::Nothing)
            return;
        if (plain.role != Role::Joins)
            endWord();
        if (plain.role != Role::Parts)
            m_word = (m_word ^ plain.letter) * 0x100000001B3u + 1;
        if (plain.role == Role::Alone)
            endWord();
    }

    void endWord()
    {
        if (m_word == 0)
            return;
        m_last[size_t(m_words) % shingleLength] = mixed(m_word);
        ++m_words;
        m_word = 0;
        if (size_t(m_words) < shingleLength)
            return;
        quint64 hash = 0;
        for (size_t back = shingleLength; back > 0; --back)
            hash = hash * 0x9E3779B97F4A7C15u + m_last[(size_t(m_words) - back) % shingleLength];
        m_shingles.push_back(quint32(mixed(hash) >> 32));
    }

    Fingerprint finished()
    {
        endWord();
        std::ranges::sort(m_shingles);
        m_shingles.erase(std::ranges::unique(m_shingles).begin(), m_shingles.end());
        Fingerprint fingerprint;
        fingerprint.words = m_words;
        // The lowest hashes of two texts are of the same shingles, so that shares among them estimate shares among all.
        if (m_shingles.size() > mostShingles) {
            m_shingles.resize(mostShingles);
            fingerprint.bound = m_shingles.back();
        }
        fingerprint.shingles.assign(m_shingles.begin(), m_shingles.end());
        return fingerprint;
    }

private:
    quint64 m_word = 0;
    qsizetype m_words = 0;
    std::array<quint64, shingleLength> m_last{};
    std::vector<quint32> m_shingles;
};

void takeAll(Shingler &shingler, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        shingler.take(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode());
        at += pair ? 1 : 0;
    }
}

} // namespace

Fingerprint fingerprintOf(QStringView text, const std::vector<Range> &parts)
{
    const TextPositions positions(text);
    Shingler shingler;
    for (const Range &part : parts) {
        const Utf16Range there = positions.toUtf16(part);
        takeAll(shingler, text.sliced(there.begin, std::max<qsizetype>(0, there.length())));
        shingler.endWord();
    }
    return shingler.finished();
}

Fingerprint fingerprintOf(QStringView text)
{
    Shingler shingler;
    takeAll(shingler, text);
    return shingler.finished();
}

} // namespace galley
