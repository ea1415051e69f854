// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes to compare two versions of a text and to find 10,000 passages again.
#include "timing.h"

#include <prose.h>

#include <versions/anchoring.h>
#include <versions/textdiff.h>
#include <domain/textpositions.h>

#include <array>
#include <cstdio>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList article(Prose &prose, qsizetype words)
{
    QStringList paragraphs;
    for (qsizetype written = 0; written < words; written += paragraphs.back().count(u' ') + 1)
        paragraphs += prose.paragraph();
    return paragraphs;
}

/// Other words in place of a share of them.
QString rewritten(Prose &prose, const QString &text, double share)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (prose.chance(share) && !word.contains(u'\n'))
            word = prose.word();
    }
    return words.join(u' ');
}

void bench(const char *what, const QString &before, const QString &after)
{
    constexpr int passages = 10'000;
    std::vector<double> compared, anchored, diffed;
    std::array<int, 4> states{};
    size_t pieces = 0;
    for (int round = 0; round < 3; ++round) {
        std::optional<TextMatch> match;
        compared.push_back(milliseconds([&] { match.emplace(before, after); }));
        diffed.push_back(milliseconds([&] { pieces = textDiff(before, after).size(); }));
        states = {};
        Prose prose(3);
        const qsizetype length = TextPositions(before).codePoints();
        anchored.push_back(milliseconds([&] {
            for (int left = passages; left > 0; --left) {
                const qsizetype begin = prose.below(std::max<qsizetype>(1, length - 200));
                ++states[size_t(match->anchor({{begin, begin + prose.between(5, 200)}}).state)];
            }
        }));
    }
    std::printf("%-34s %7.1f ms to compare %7.1f ms for the diff (%zu pieces) %8.1f ms for %d passages: %d same, %d moved, %d "
                "ambiguous, %d gone\n",
                what, median(compared), median(diffed), pieces, median(anchored), passages, states[0], states[1], states[2],
                states[3]);
    std::fflush(stdout);
}

} // namespace

int main()
{
    for (const qsizetype words : {1000, 10'000, 100'000}) {
        Prose prose(1);
        QStringList paragraphs = article(prose, words);
        const QString before = paragraphs.join(u"\n\n"_s);
        std::printf("%lld words, %lld characters\n", static_cast<long long>(words), static_cast<long long>(before.size()));
        QStringList edited = paragraphs;
        for (int at = 0; at < 10; ++at)
            edited.insert(prose.below(edited.size()), prose.paragraph());
        bench("10 paragraphs added", before, edited.join(u"\n\n"_s));
        std::ranges::rotate(edited, edited.begin() + edited.size() / 3);
        bench("a third moved to the end", before, edited.join(u"\n\n"_s));
        bench("1 % of the words rewritten", before, rewritten(prose, before, 0.01));
        bench("20 % of the words rewritten", before, rewritten(prose, before, 0.2));
        bench("another article", before, article(prose, words).join(u"\n\n"_s));
    }
    std::printf("1,000,000 characters and more, of a hostile kind\n");
    Prose prose(2);
    const auto random = [&](const QStringList &bits) {
        QString text;
        while (text.size() < 1'000'000)
            text += prose.oneOf(bits);
        return text;
    };
    bench("one word again and again", u"ja "_s.repeated(333'333), u"ja ja nein "_s.repeated(90'909));
    bench("two words in no order", random({u"ja "_s, u"nein "_s}), random({u"ja "_s, u"nein "_s}));
    bench("only emoji", random({u"😀"_s, u"👩🏽‍🚒"_s, u"🇩"_s}), random({u"😀"_s, u"👩🏽‍🚒"_s, u"🇩"_s}));
    bench("one word without an end", u"a"_s.repeated(1'000'000), u"a"_s.repeated(999'999) + u'b');
    return 0;
}
