// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotedpassages.h"

#include <domain/textpositions.h>
#include <readers/text/textlines.h>

#include <algorithm>
#include <array>
#include <optional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestQuotation = 3000; // units; what goes on longer has lost its closing mark
constexpr int fewestWords = 3;

struct Marks
{
    QStringView open;
    QStringView close; ///< any one of these, or all of it where `open` is written with two signs
};

constexpr std::array styles{Marks{u"“", u"”"}, Marks{u"„", u"“”\""}, Marks{u"«", u"»"}, Marks{u"»", u"«"}, Marks{u"‹", u"›"},
    Marks{u"「", u"」"}, Marks{u"『", u"』"}, Marks{u"”", u"”"}, Marks{u"\"", u"\""}, Marks{u"``", u"''"}, Marks{u"''", u"''"},
    Marks{u"‚", u"‘’"}, Marks{u"‘", u"’"}, Marks{u"'", u"'"}};

bool isSingle(const Marks &style)
{
    return style.close == u"’" || style.close == u"'";
}

/// Written without blanks between words.
bool isIdeograph(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
}

/// Looks for passages in one paragraph. Positions are within it.
class QuotedParagraph
{
public:
    explicit QuotedParagraph(QStringView text) : m_text(text) {}

    /// `next` is the paragraph that follows.
    std::vector<Utf16Range> passages(QStringView next) const
    {
        // Marks without their partner are rare, and each is looked for over a long way: where there are many it is no prose.
        constexpr qsizetype tolerated = 20, apart = 300;
        std::vector<Utf16Range> found;
        qsizetype alone = 0;
        for (qsizetype at = 0; at < m_text.size() && alone <= tolerated + at / apart;) {
            const Marks *style = openAt(at);
            if (!style) {
                ++at;
                continue;
            }
            const qsizetype inside = at + style->open.size();
            const auto end = isSingle(*style) ? closeOfSingle(inside, *style) : closeOf(inside, *style);
            const bool goesOn = !end && next.startsWith(style->open) && !isSingle(*style);
            const Utf16Range range{at, end.value_or(m_text.size())};
            if ((end || goesOn) && isPassage(m_text.sliced(inside, range.end - inside)))
                found.push_back(range);
            if (goesOn)
                break;
            alone += !end;
            at = end.value_or(inside);
        }
        return found;
    }

private:
    QChar before(qsizetype at) const { return at > 0 ? m_text[at - 1] : u' '; }
    QChar charAt(qsizetype at) const { return at < m_text.size() ? m_text[at] : u' '; }

    const Marks *openAt(qsizetype at) const
    {
        const char16_t c = m_text[at].unicode(); // most are letters; to ask all styles about each would take longer than the rest
        if (c < 0x80 ? c != u'"' && c != u'`' && c != u'\'' : c != u'«' && c != u'»' && (c < 0x2018 || c > 0x300E))
            return nullptr;
        const auto style = std::ranges::find_if(styles, [&](const Marks &one) { return m_text.sliced(at).startsWith(one.open); });
        return style != styles.end() && canOpen(at, *style) ? &*style : nullptr;
    }

    bool canOpen(qsizetype at, const Marks &style) const
    {
        if (style.open == u"「" || style.open == u"『")
            return true;
        const QChar ahead = before(at), behind = charAt(at + style.open.size());
        const bool begins = ahead.isSpace() || u"([{—–-/:=“‘„«‚\"'"_s.contains(ahead) || isIdeograph(ahead);
        return begins && (!behind.isSpace() || (style.open == u"«" && at + 1 < m_text.size()));
    }

    bool canClose(qsizetype at, const Marks &style) const
    {
        const bool sameMarks = style.close.contains(style.open);
        return !sameMarks || (!before(at).isSpace() && !charAt(at + 1).isLetterOrNumber());
    }

    /// Behind the mark that closes what was opened; marks of the same kind may stand within each other.
    std::optional<qsizetype> closeOf(qsizetype from, const Marks &style) const
    {
        const qsizetype end = std::min(m_text.size(), from + longestQuotation);
        const bool doubled = style.open.size() > 1;
        int depth = 1;
        for (qsizetype at = from; at < end; ++at) {
            const QStringView rest = m_text.sliced(at);
            const bool closes = doubled ? rest.startsWith(style.close) && !before(at).isSpace()
                                        : style.close.contains(m_text[at]) && canClose(at, style);
            if (closes && --depth == 0)
                return at + (doubled ? style.close.size() : 1);
            if (closes || !rest.startsWith(style.open))
                continue;
            if (style.close.contains(style.open))
                return std::nullopt; // the same mark opens once more
            if (canOpen(at, style))
                ++depth;
        }
        return std::nullopt;
    }

    /// The same for marks that are apostrophes as well: "the players’ fault". Where they are typed straight, only one behind
    /// the end of a clause closes.
    std::optional<qsizetype> closeOfSingle(qsizetype from, const Marks &style) const
    {
        const bool straight = style.open == u"'";
        const qsizetype end = std::min(m_text.size(), from + longestQuotation);
        std::optional<qsizetype> plural;
        for (qsizetype at = from; at < end; ++at) {
            if (plural && m_text.sliced(at).startsWith(style.open) && canOpen(at, style))
                break;
            if (m_text[at] != style.close[0] || charAt(at + 1).isLetterOrNumber() || before(at).isSpace())
                continue;
            if (u",.?!…—;"_s.contains(before(at)))
                return at + 1;
            if (!straight && before(at).toLower() != u's')
                return plural ? std::nullopt : std::optional(at + 1);
            if (!plural && !straight)
                plural = at + 1;
        }
        return plural;
    }

    /// Long enough to be said by somebody, and not only a name.
    static bool isPassage(QStringView inside)
    {
        constexpr int fewestIdeographs = 6;
        if (std::ranges::count_if(inside, isIdeograph) >= fewestIdeographs)
            return true;
        int words = 0, capitals = 0;
        bool plain = false; // a word as no title has it
        const QString line = inside.toString().simplified();
        for (const QStringView word : qTokenize(line, u' ')) {
            const auto first = std::ranges::find_if(word, [](QChar c) { return c.isLetterOrNumber(); });
            constexpr qsizetype longestParticle = 4; // "of", "with"
            words += first != word.end();
            capitals += first != word.end() && first->isUpper();
            plain = plain || (first != word.end() && first->isLower() && word.size() > longestParticle);
        }
        // "The Wind in the Willows"
        const bool title = capitals >= 2 && capitals * 2 > words && !plain && !inside.contains(u'?') && !inside.contains(u'!');
        return words >= fewestWords && !title;
    }

    QStringView m_text;
};

/// The text's paragraphs: lines, or lines between blank ones where they were broken at a page's width.
std::vector<Utf16Range> paragraphsOf(QStringView text)
{
    constexpr qsizetype widest = 100;
    std::vector<Utf16Range> paragraphs;
    const auto lines = textLines(text);
    const bool spaced = std::ranges::count_if(lines, &TextLine::afterBlank) > 1;
    bool joins = false;
    for (const TextLine &line : lines) {
        if (joins && !line.afterBlank)
            paragraphs.back().end = line.range().end;
        else
            paragraphs.push_back(line.range());
        joins = spaced && line.text.size() <= widest;
    }
    return paragraphs;
}

/// What a passage may lie in.
bool mayHold(ZoneKind kind)
{
    return kind == ZoneKind::Headline || kind == ZoneKind::Subheading || kind == ZoneKind::Lead || kind == ZoneKind::Body
        || kind == ZoneKind::Caption;
}

} // namespace

std::vector<Zone> quotedPassages(QStringView text, const std::vector<Zone> &zones)
{
    const TextPositions positions(text);
    const auto paragraphs = paragraphsOf(text);
    std::vector<Zone> found;
    auto known = zones.begin(); // those before it end before the passage begins
    const auto isFree = [&](Range range) {
        while (known != zones.end() && known->range.end <= range.begin)
            ++known;
        const auto from = std::find_if(known, zones.end(), [&](const Zone &other) { return other.range.begin >= range.end; });
        return std::all_of(known, from, [&](const Zone &other) {
            return !intersection(other.range, range) || (mayHold(other.kind) && other.range.contains(range));
        });
    };
    for (auto paragraph = paragraphs.begin(); paragraph != paragraphs.end(); ++paragraph) {
        const auto next = std::next(paragraph);
        const QStringView after = next == paragraphs.end() ? QStringView() : text.sliced(next->begin, next->length());
        for (const Utf16Range &range : QuotedParagraph(text.sliced(paragraph->begin, paragraph->length())).passages(after)) {
            Zone zone;
            zone.kind = ZoneKind::Quote;
            zone.range = positions.toCodePoints(Utf16Range{paragraph->begin + range.begin, paragraph->begin + range.end});
            if (isFree(zone.range))
                found.push_back(zone);
        }
    }
    return found;
}

} // namespace galley
