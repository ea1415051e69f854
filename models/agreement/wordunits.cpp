// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordunits.h"

#include "codedprivate.h"

#include <algorithm>

namespace galley {

namespace {

bool isPartOfWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || c == U'_';
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
    const auto placeOf = [&](double position) { return double(std::ranges::lower_bound(words, position, {}, [](const Range &word) { return double(word.begin); }) - words.begin()); };
    Continuum measured{document.document, 0, double(words.size()), document.coders, {}};
    for (const CodedSpan &span : document.spans) {
        const CodedSpan placed{span.coder, span.category, placeOf(span.begin), placeOf(span.end)};
        if (placed.begin < placed.end)
            measured.spans.push_back(placed);
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
