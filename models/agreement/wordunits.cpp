// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordunits.h"

#include "codedprivate.h"

#include <reliability/tokens.h>

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

Result<SpanCodings> spanCodingsInWords(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                       const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded)
{
    auto codings = spanCodings(store, layer, coders, articles, excluded);
    if (!codings)
        return codings;
    std::vector<std::vector<Range>> beginnings; // a word belongs to the spans that hold its first character
    for (const CodedArticle &article : articles) {
        const auto text = store.text(article.id);
        const auto remainder = remainderOf(store, article, layer, excluded);
        if (!text || !remainder)
            return std::unexpected(!text ? text.error() : remainder.error());
        std::vector<Range> &ofText = beginnings.emplace_back();
        for (const Range &word : wordsAndSigns(*text)) {
            if (const Range left = remainder->range({word.begin, word.begin + 1}); !left.isEmpty())
                ofText.push_back(left);
        }
    }
    return inTokens(*codings, beginnings);
}

} // namespace galley
