// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordunits.h"

#include "codedprivate.h"

#include <algorithm>
#include <map>

namespace galley {

namespace {

/// How much of a word each span of one coder has.
struct Share
{
    size_t word;
    size_t span;
    double amount;
};

bool isPartOfWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || c == U'_';
}

std::vector<Share> sharesIn(const Continuum &document, const std::vector<Range> &words)
{
    std::vector<Share> shares;
    for (size_t span = 0; span < document.spans.size(); ++span) {
        const CodedSpan &marked = document.spans[span];
        auto word = std::ranges::upper_bound(words, marked.begin, {}, [](const Range &range) { return double(range.end); });
        for (; word != words.end() && double(word->begin) < marked.end; ++word) {
            const double amount = std::min(double(word->end), marked.end) - std::max(double(word->begin), marked.begin);
            shares.push_back({size_t(word - words.begin()), span, amount});
        }
    }
    return shares;
}

bool overlap(const CodedSpan &one, const CodedSpan &other)
{
    return one.begin < other.end && other.begin < one.end;
}

} // namespace

std::vector<Range> wordsAndSigns(QStringView text)
{
    std::vector<Range> words;
    bool inWord = false;
    qint64 at = 0;
    for (qsizetype unit = 0; unit < text.size(); ++unit, ++at) {
        char32_t c = text[unit].unicode();
        if (text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[unit], text[unit + 1]);
            ++unit;
        }
        const bool part = isPartOfWord(c);
        if (part && inWord)
            words.back().end = at + 1;
        else if (!QChar::isSpace(c))
            words.push_back({at, at + 1});
        inWord = part;
    }
    return words;
}

Continuum inWords(const Continuum &document, const std::vector<Range> &words)
{
    std::vector<Share> shares = sharesIn(document, words);
    // Of spans of one coder that only meet in a word, one keeps it.
    std::ranges::sort(shares, [](const Share &a, const Share &b) { return std::tuple(a.word, -a.amount, a.span) < std::tuple(b.word, -b.amount, b.span); });
    std::vector<Share> kept;
    for (const Share &share : shares) {
        const CodedSpan &span = document.spans[share.span];
        const bool isTaken = std::any_of(kept.rbegin(), std::find_if(kept.rbegin(), kept.rend(), [&](const Share &other) { return other.word != share.word; }), [&](const Share &other) {
            const CodedSpan &rival = document.spans[other.span];
            return rival.coder == span.coder && !overlap(rival, span);
        });
        if (!isTaken)
            kept.push_back(share);
    }
    std::ranges::sort(kept, {}, [](const Share &share) { return std::pair(share.span, share.word); });
    Continuum measured{document.document, 0, double(words.size()), document.coders, {}};
    for (size_t at = 0; at < kept.size(); ++at) {
        const bool goesOn = at > 0 && kept[at - 1].span == kept[at].span && kept[at - 1].word + 1 == kept[at].word;
        const CodedSpan &span = document.spans[kept[at].span];
        if (goesOn)
            measured.spans.back().end = double(kept[at].word + 1);
        else
            measured.spans.push_back({span.coder, span.category, double(kept[at].word), double(kept[at].word + 1)});
    }
    return measured;
}

Result<SpanCodings> spanCodingsInWords(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                       const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded)
{
    auto codings = spanCodings(store, layer, coders, articles, excluded);
    if (!codings)
        return codings;
    for (size_t at = 0; at < articles.size(); ++at) {
        const auto text = store.text(articles[at].id);
        const auto remainder = remainderOf(store, articles[at], layer, excluded);
        if (!text || !remainder)
            return std::unexpected(!text ? text.error() : remainder.error());
        std::vector<Range> words;
        for (const Range &word : wordsAndSigns(*text)) {
            if (const Range left = remainder->range(word); !left.isEmpty())
                words.push_back(left);
        }
        codings->documents[at] = inWords(codings->documents[at], words);
    }
    return codings;
}

} // namespace galley
