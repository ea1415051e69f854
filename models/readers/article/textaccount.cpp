// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textaccount.h"

#include <domain/textpositions.h>

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype firstWords = 80;
constexpr qsizetype mostTakenIn = 200'000;
constexpr size_t mostPassages = 60;    ///< further ones of prose are told as one
constexpr qint64 mostSearched = 400'000'000; ///< characters over all pieces, beyond any article
constexpr qsizetype leadingLength = 30; ///< what is shorter may be met far ahead by chance
constexpr qsizetype certainLength = 12; ///< what is shorter stands in any text

bool isInk(char32_t c)
{
    if (c < 0x7F)
        return c > 0x20;
    const QChar::Category category = QChar::category(c);
    return !QChar::isSpace(c) && category != QChar::Other_Format && category != QChar::Other_Control;
}

/// The text without white space, and where each unit of it stood.
struct InkText
{
    QString ink;
    std::vector<qsizetype> places;

    explicit InkText(QStringView text, bool placed = false)
        : ink(text.size(), Qt::Uninitialized)
        , places(placed ? size_t(text.size()) : 0)
    {
        QChar *const begin = ink.data();
        QChar *end = begin;
        const auto put = [&](qsizetype at) {
            if (placed)
                places[size_t(end - begin)] = at;
            *end++ = text[at];
        };
        for (qsizetype at = 0; at < text.size(); ++at) {
            const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
            if (!isInk(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode()))) {
                at += pair;
                continue;
            }
            put(at);
            if (pair)
                put(++at);
        }
        ink.truncate(end - begin);
        if (placed)
            places.resize(size_t(ink.size()));
    }
};

qsizetype endOfParagraph(const QString &text, qsizetype at)
{
    const qsizetype end = text.indexOf("\n\n"_L1, at);
    return end < 0 ? text.size() : end;
}

/// What stands in the fields of an article: whole values, and a long piece within one.
class FieldValues
{
public:
    explicit FieldValues(const ReadArticle &read)
        : m_read(read)
    {
    }

    /// Most pieces of a table or of XML are values as they stand.
    bool are(QStringView piece) const
    {
        const QStringView plain = piece.trimmed();
        const Article &article = m_read.article;
        const auto isValue = [&](const QString &value) { return value == plain; };
        return isValue(article.title) || isValue(article.outlet) || isValue(article.authors) || isValue(article.published) || isValue(article.section)
            || isValue(article.page) || isValue(article.language) || isValue(article.url) || isValue(m_read.key)
            || std::ranges::any_of(article.fields, isValue);
    }

    /// The piece is a value, stands in one, or is one with some words around it ("By Ann Lee").
    bool hold(const QString &ink)
    {
        if (!std::exchange(m_gathered, true))
            gather();
        m_tried += m_values.size();
        if (m_tried > mostTried)
            return false;
        return std::ranges::any_of(m_values, [&](const QString &value) {
            if (ink.size() < certainLength && value.size() != ink.size())
                return value.size() >= 4 && value.size() * 2 >= ink.size() && ink.contains(value, Qt::CaseInsensitive);
            return value.size() < ink.size() ? value.size() * 10 >= ink.size() * 6 && ink.contains(value, Qt::CaseInsensitive)
                                             : value.contains(ink, Qt::CaseInsensitive);
        }) || isLabelled(ink);
    }

private:
    void gather()
    {
        const Article &article = m_read.article;
        for (const QString &value : {article.title, article.outlet, article.authors, article.published, article.section, article.page,
                 article.language, article.url, m_read.key})
            add(value);
        for (const auto &[name, value] : article.fields.asKeyValueRange()) {
            for (const QString &one : value.split(u"; "_s)) {
                if (one.size() < value.size())
                    add(one);
            }
            for (const QString &line : value.split(u'\n')) {
                if (line.size() < value.size())
                    add(line);
            }
            add(value);
        }
        for (const QString &author : article.authors.split(u"; "_s)) {
            if (author.size() < article.authors.size())
                add(author);
        }
        std::ranges::stable_sort(m_values, std::greater(), &QString::size);
        static const QRegularExpression iso(u"^(\\d{4})(?:-\\d{2}(?:-0?(\\d{1,2}))?)?"_s);
        const auto date = iso.match(article.published);
        m_year = date.captured(1);
        m_day = date.captured(2);
    }

    /// A short line that is mostly values, with words of the format between them: "Bay Courier, 4 May 2023, page 3".
    bool isLabelled(const QString &ink) const
    {
        if (ink.size() > longestLabel)
            return false;
        QString rest = ink;
        for (const QString &value : m_values) {
            if (value.size() >= 3)
                rest.remove(value, Qt::CaseInsensitive);
        }
        if (!m_year.isEmpty() && rest.contains(m_year) && (m_day.isEmpty() || rest.contains(m_day))) {
            static const QRegularExpression moment(u"\\p{L}{0,12}[\\d:.,/+-]+(?:\\p{Lu}{2,4}\\b)?"_s, QRegularExpression::UseUnicodePropertiesOption);
            rest.remove(moment); // with the name of the month before a number
        }
        return rest.size() * 2 <= ink.size();
    }

    void add(const QString &value)
    {
        if (const QString ink = InkText(value).ink; !ink.isEmpty())
            m_values.push_back(ink);
    }

    static constexpr qsizetype longestLabel = 120;
    static constexpr qint64 mostTried = 20'000'000; ///< values over all pieces, beyond any article
    const ReadArticle &m_read;
    qint64 m_tried = 0;
    bool m_gathered = false;
    QStringList m_values;
    QString m_year, m_day; ///< of publication
};

/// Where the value begins in "SECTION: News, page 4"; -1 where the line is none of that form.
qsizetype valueAt(QStringView line)
{
    constexpr qsizetype longestName = 40;
    const qsizetype colon = line.first(std::min(line.size(), longestName)).indexOf(u':');
    return colon > 0 && colon + 1 < line.size() && line[colon + 1].isSpace() ? colon + 1 : -1;
}

/// Finds pieces in a text, mostly each behind the one before.
class Finding
{
public:
    explicit Finding(const QString &text)
        : m_text(text)
    {
    }

    /// It stands behind the last one so found as it is, which is the rule.
    bool follows(QStringView piece)
    {
        const QStringView plain = piece.trimmed();
        qsizetype at = m_next;
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        if (plain.isEmpty() || !QStringView(m_text).sliced(at).startsWith(plain))
            return false;
        m_next = at + plain.size();
        return true;
    }

    bool find(const QString &ink)
    {
        const QStringView all = inked().ink;
        if (all.sliced(m_at).startsWith(ink)) {
            goBehind(m_at + ink.size());
            return true;
        }
        if (m_searched > mostSearched)
            return false;
        m_searched += all.size();
        qsizetype found = all.indexOf(ink, m_at);
        const bool ahead = found >= 0;
        found = ahead ? found : all.indexOf(ink);
        while (found >= 0 && ink.size() < certainLength && !standsAlone(found, ink.size()))
            found = all.indexOf(ink, found + 1);
        if (found >= 0 && ahead && ink.size() >= leadingLength)
            goBehind(found + ink.size());
        return found >= 0;
    }

    /// Does a part of either half stand in the text? Or there is no use in cutting further.
    bool mayFind(const QString &one, const QString &other)
    {
        const auto edge = [&](const QString &half, bool front) {
            const QString ink = InkText(half).ink;
            return inked().ink.contains(front ? ink.first(std::min(ink.size(), certainLength)) : ink.last(std::min(ink.size(), certainLength)));
        };
        return m_searched < mostSearched && (edge(one, true) || edge(one, false) || edge(other, true) || edge(other, false));
    }

    /// The end of the paragraph in which the last piece was found.
    qsizetype place()
    {
        const qsizetype last = m_at == 0 ? 0 : inked().places[size_t(m_at - 1)];
        return std::max(last, m_next) == 0 ? 0 : endOfParagraph(m_text, std::max(last, m_next));
    }

private:
    /// What comes next mostly follows here, and need not be searched for.
    void goBehind(qsizetype at)
    {
        m_at = at;
        if (at > 0)
            m_next = std::max(m_next, inked().places[size_t(at - 1)] + 1);
    }

    /// With white space or an edge on both sides, so that it is a word of its own.
    bool standsAlone(qsizetype at, qsizetype length)
    {
        const qsizetype begin = inked().places[size_t(at)];
        const qsizetype end = inked().places[size_t(at + length - 1)] + 1;
        const auto apart = [&](qsizetype place) { return place < 0 || place >= m_text.size() || !m_text[place].isLetterOrNumber(); };
        return apart(begin - 1) && apart(end);
    }

    const InkText &inked()
    {
        if (!m_ink)
            m_ink.emplace(m_text, true);
        return *m_ink;
    }

    const QString &m_text;
    std::optional<InkText> m_ink; ///< once it is asked for
    qsizetype m_next = 0;         ///< behind what was found last
    qsizetype m_at = 0;           ///< behind what find() found, in the ink
    qint64 m_searched = 0;
};

/// Puts together what was left out for one reason at one place.
class Passages
{
public:
    void add(const QString &text, LeftOutReason reason, std::optional<qsizetype> place, bool prose)
    {
        // What is no prose is one sum for its reason.
        const auto key = std::tuple(reason, prose, prose ? place : std::nullopt);
        auto known = m_known.find(key);
        if (known == m_known.end() && passages.size() >= mostPassages)
            known = std::ranges::find_if(m_known, [&](const auto &one) { return std::get<0>(one.first) == reason; });
        if (known == m_known.end()) {
            known = m_known.emplace(key, passages.size()).first;
            passages.push_back({{reason, 0, 0, prose, text.simplified().left(firstWords)}, {}, std::nullopt});
            places.push_back(place);
        }
        LeftPassage &passage = passages[known->second];
        passage.what.characters += inkOf(text);
        ++passage.what.paragraphs;
        if (passage.text.size() + text.size() <= mostTakenIn)
            passage.text += (passage.text.isEmpty() ? QString() : u"\n\n"_s) + text;
    }

    std::vector<LeftPassage> passages;
    std::vector<std::optional<qsizetype>> places;

private:
    std::map<std::tuple<LeftOutReason, bool, std::optional<qsizetype>>, size_t> m_known;
};

} // namespace

qint64 inkOf(QStringView text)
{
    qint64 count = 0;
    qsizetype begin = 0;
    // Every text is counted twice or more: a run of ASCII without asking each character what it is.
    constexpr qsizetype run = 64;
    for (; begin + run <= text.size(); begin += run) {
        const char16_t *units = text.utf16() + begin;
        char16_t all = 0;
        int ink = 0;
        for (qsizetype at = 0; at < run; ++at) {
            all |= units[at];
            ink += units[at] > 0x20 && units[at] != 0x7F;
        }
        if (all >= 0x80)
            break;
        count += ink;
    }
    for (qsizetype at = begin; at < text.size(); ++at) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        count += isInk(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode()));
        at += pair;
    }
    return count;
}

QString signsAround(QStringView line, QStringView plain)
{
    QString signs;
    qsizetype at = 0;
    const auto skipBlanks = [&] {
        while (at < plain.size() && !isInk(plain[at].unicode()))
            ++at;
    };
    for (const QChar c : line) {
        skipBlanks();
        if (at < plain.size() && c == plain[at])
            ++at;
        else
            signs += c;
    }
    // Where a sign was put for another ("&lt;"), both are of the text: the sums are to hold.
    qint64 excess = inkOf(signs) - std::max<qint64>(0, inkOf(line) - inkOf(plain));
    for (; excess > 0 && !signs.isEmpty(); signs.chop(1))
        excess -= isInk(signs.back().unicode());
    return signs;
}

bool readsLikeProse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() < 40)
        return false;
    qsizetype letters = 0, blanks = 0, ends = 0, wide = 0;
    for (qsizetype at = 0; at < trimmed.size(); ++at) {
        const QChar c = trimmed[at];
        letters += c.isLetter();
        blanks += c.isSpace();
        wide += c.unicode() >= 0x3040 && c.unicode() <= 0x9fff;
        const bool last = at + 1 == trimmed.size() || !trimmed[at + 1].isLetterOrNumber();
        ends += QStringView(u"。！？").contains(c) || (last && QStringView(u".!?…؟।").contains(c));
    }
    const bool words = wide * 2 > letters || (blanks >= 9 && blanks * 15 >= trimmed.size());
    return ends > 0 && words && letters * 10 >= trimmed.size() * 6;
}

void TextAccount::took(const QString &text)
{
    m_pieces.push_back({text, Fate::InText, {}, {}, false});
}

void TextAccount::stated(const QString &text)
{
    m_pieces.push_back({text, Fate::InField, {}, {}, false});
}

void TextAccount::left(const QString &text, LeftOutReason reason, std::optional<qsizetype> place, bool prose)
{
    m_pieces.push_back({text, Fate::NotInText, reason, place, prose});
}

void TextAccount::holds(const QString &text, LeftOutReason ifLeft)
{
    for (const QStringView line : qTokenize(text, u'\n')) {
        if (!line.trimmed().isEmpty())
            m_pieces.push_back({line.toString(), Fate::LookFor, ifLeft, {}, true});
    }
}

void TextAccount::add(TextAccount other)
{
    std::ranges::move(other.m_pieces, std::back_inserter(m_pieces));
}

qint64 TextAccount::characters() const
{
    qint64 sum = 0;
    for (const Piece &piece : m_pieces)
        sum += inkOf(piece.text);
    return sum;
}

void TextAccount::settle(ReadArticle &read) const
{
    FieldValues fields(read);
    Finding finding(read.text);
    Passages passages;
    // A line of which a part went elsewhere is looked for by halves.
    const std::function<void(const Piece &, const QString &)> settleOne = [&](const Piece &piece, const QString &text) {
        const QString ink = InkText(text).ink;
        const qsizetype middle = ink.size() < 2 * certainLength ? -1 : text.indexOf(u' ', text.size() / 2);
        if (ink.isEmpty())
            return;
        if (piece.fate == Fate::InText || (piece.fate == Fate::LookFor && finding.find(ink)))
            read.heldInText += inkOf(ink);
        else if (fields.hold(ink))
            read.heldInFields += inkOf(ink);
        else if (const qsizetype value = piece.fate == Fate::LookFor ? valueAt(text) : -1; value > 0 && fields.hold(InkText(QStringView(text).sliced(value)).ink)) {
            read.heldInFields += inkOf(QStringView(text).sliced(value));
            passages.add(text.first(value), LeftOutReason::Label, std::nullopt, false);
        } else if (piece.fate == Fate::LookFor && middle > 0 && finding.mayFind(text.first(middle), text.sliced(middle))) {
            settleOne(piece, text.first(middle));
            settleOne(piece, text.sliced(middle));
        } else {
            passages.add(text, piece.reason, piece.fate == Fate::LookFor ? finding.place() : piece.place,
                piece.prose && readsLikeProse(text));
        }
    };
    for (const Piece &piece : m_pieces) {
        if (piece.fate == Fate::InText || (piece.fate == Fate::LookFor && finding.follows(piece.text)))
            read.heldInText += inkOf(piece.text);
        else if (piece.fate == Fate::InField || fields.are(piece.text))
            read.heldInFields += inkOf(piece.text);
        else
            settleOne(piece, piece.text);
    }
    const TextPositions positions = passages.passages.empty() ? TextPositions() : TextPositions(read.text);
    for (size_t at = 0; at < passages.passages.size(); ++at) {
        LeftPassage &passage = passages.passages[at];
        if (const auto place = passages.places[at])
            passage.place = positions.toCodePoint(*place);
        read.article.leftOut.push_back(passage.what);
    }
    read.leftOut = std::move(passages.passages);
}

FileAccount::FileAccount(const TakeRecord &take)
    : m_outer(take)
    , m_counting([this](ReadRecord record) {
        if (const auto *read = std::get_if<ReadArticle>(&record.value)) {
            m_accounted += read->heldInText + read->heldInFields;
            for (const LeftPassage &passage : read->leftOut)
                m_accounted += passage.what.characters;
        }
        m_wanted = m_outer(std::move(record));
        return m_wanted;
    })
{
}

bool FileAccount::leave(int line, const QString &text, LeftOutReason reason)
{
    const qint64 characters = inkOf(text);
    if (characters == 0 || !m_wanted)
        return m_wanted;
    m_accounted += characters;
    m_wanted = m_outer({line, ReadLeftOut{{reason, characters, 1, readsLikeProse(text), text.simplified().left(firstWords)}}});
    return m_wanted;
}

void FileAccount::close(qint64 characters, LeftOutReason reason)
{
    if (m_wanted && characters > m_accounted)
        m_wanted = m_outer({0, ReadLeftOut{{reason, characters - m_accounted, 1, false, {}}}});
}

void takeIn(ReadArticle &read, size_t passage)
{
    const LeftPassage taken = read.leftOut[passage];
    const TextPositions positions(read.text);
    const qint64 place = std::min<qint64>(taken.place.value_or(positions.codePoints()), positions.codePoints());
    const qsizetype at = positions.toUtf16(place);
    const QString put = at == 0 ? taken.text + u"\n\n"_s : u"\n\n"_s + taken.text;
    const qint64 added = TextPositions(put).codePoints();
    read.text.insert(at, put);
    for (Zone &zone : read.zones) {
        if (zone.range.begin >= place)
            zone.range.begin += added;
        if (zone.range.end > place)
            zone.range.end += added;
    }
    for (size_t other = 0; other < read.leftOut.size(); ++other) {
        // What stood behind it in the source stays behind it.
        std::optional<qint64> &behind = read.leftOut[other].place;
        if (behind && (*behind > place || (*behind == place && other > passage)))
            *behind += added;
    }
    read.heldInText += taken.what.characters;
    read.leftOut.erase(read.leftOut.begin() + qsizetype(passage));
    read.article.leftOut.erase(read.article.leftOut.begin() + qsizetype(passage));
}

} // namespace galley
