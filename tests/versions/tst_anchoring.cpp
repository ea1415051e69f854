// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <versions/anchoring.h>
#include <domain/textpositions.h>

#include <prose.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

/// A text with passages between ⟦ and ⟧, as ranges of the text without the brackets.
struct Marked
{
    explicit Marked(const QString &written)
    {
        qsizetype at = 0;
        for (const char32_t code : written.toUcs4()) {
            if (code == U'⟦') {
                ranges.push_back({at, at});
            } else if (code == U'⟧') {
                ranges.back().end = at;
            } else {
                text += QString::fromUcs4(&code, 1);
                ++at;
            }
        }
    }

    QString text;
    std::vector<Range> ranges;
};

QString marked(const QString &text, const std::vector<Range> &ranges)
{
    const TextPositions positions(text);
    QString result = text;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const Utf16Range there = positions.toUtf16(*range);
        result.insert(there.end, u'⟧');
        result.insert(there.begin, u'⟦');
    }
    return result;
}

/// A text that grows and shrinks by edits, and remembers what each of its characters was.
struct Edited
{
    explicit Edited(const QString &text)
        : codes(text.toUcs4())
    {
        for (qsizetype at = 0; at < codes.size(); ++at)
            origins.push_back(at);
    }

    void replace(Range range, const QString &by)
    {
        const QList<uint> added = by.toUcs4();
        codes.remove(range.begin, range.length());
        origins.remove(range.begin, range.length());
        codes.insert(range.begin, added.size(), 0);
        origins.insert(range.begin, added.size(), -1);
        std::ranges::copy(added, codes.begin() + range.begin);
    }

    QString text() const
    {
        QString result;
        for (const uint code : codes)
            result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        return result;
    }

    /// Where an old range is now, if nothing of it was removed and nothing put into it or right beside it.
    std::optional<Range> now(Range old, qsizetype beside) const
    {
        const qsizetype begin = origins.indexOf(old.begin);
        if (begin < 0)
            return std::nullopt;
        const qsizetype last = begin + old.length();
        for (qsizetype at = begin - beside; at < last + beside; ++at) {
            const qsizetype origin = old.begin + at - begin;
            if (origin >= 0 && origin < length && (at < 0 || at >= origins.size() || origins[at] != origin))
                return std::nullopt;
        }
        return Range{begin, last};
    }

    QList<uint> codes;
    QList<qsizetype> origins;
    qsizetype length = codes.size();
};

} // namespace

class AnchoringTest : public QObject
{
    Q_OBJECT

private slots:
    void aPassageIsFoundAgain_data();
    void aPassageIsFoundAgain();
    void aPassageWithoutAPlaceIsGone_data();
    void aPassageWithoutAPlaceIsGone();
    void aQuoteThatNothingDecidesIsAmbiguous();
    void theWholeArticleStaysWhole();
    void rangesBeyondTheTextAreHarmless();
    void whatNoEditTouchedIsFoundExactly_data();
    void whatNoEditTouchedIsFoundExactly();
    void whatIsFoundNeverCutsAGrapheme();
    void manyPassagesOfLongTexts();
};

void AnchoringTest::aPassageIsFoundAgain_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<AnchorState>("state");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char *name, const QString &before, const QString &after, AnchorState state, bool exact = true) {
        QTest::newRow(name) << before << after << state << exact;
    };
    using enum AnchorState;
    row("nothing changed", u"The mill ⟦burned⟧ down."_s, u"The mill ⟦burned⟧ down."_s, Same);
    row("changed behind it", u"The mill ⟦burned⟧ down on Monday."_s, u"The mill ⟦burned⟧ down on Friday."_s, Same);
    row("as long before it", u"On Monday the mill ⟦burned⟧ down."_s, u"On Friday the mill ⟦burned⟧ down."_s, Same);
    row("a word before it", u"The mill ⟦burned⟧ down."_s, u"The old mill ⟦burned⟧ down."_s, Moved);
    row("right beside it", u"The mill ⟦burned down⟧ today."_s,
        u"The mill, they say, ⟦burned down⟧, it seems, today."_s, Moved);
    row("behind emoji", u"So 😀 the mill ⟦burned 😀⟧ down."_s, u"So 😀😀👩🏽‍🚒 the mill ⟦burned 😀⟧ down."_s,
        Moved);
    row("a part of a word", u"The mill was ⟦burn⟧ing down."_s, u"The old mill was ⟦burn⟧ing down."_s, Moved);
    row("the word goes on", u"They hope for ⟦rain⟧ today, says the bulletin."_s,
        u"They hope for ⟦rain⟧s today, says the bulletin."_s, Same);
    row("the first of two", u"He said ⟦no⟧. She waited a while. He said no. They left."_s,
        u"Then he said so. He said ⟦no⟧. She waited a while. He said no. They left."_s, Moved);
    row("the second of two", u"He said no. She waited a while. He said ⟦no⟧. They left."_s,
        u"She waited a while. He said ⟦no⟧. They left."_s, Moved);
    row("the one that is left",
        u"A mayor came. The mayor spoke. ⟦Nobody cheered.⟧ The mayor left. Nobody cheered. Rain fell."_s,
        u"The mayor spoke. ⟦Nobody cheered.⟧ Rain fell on all."_s, Moved);
    row("a paragraph moved",
        u"Kelmor voted on Sunday, its council said.\n\n⟦The bridge will cost 4.2 million crowns.⟧\n\nFerries go on as "
        "before, the port said."_s,
        u"Ferries go on as before, the port said.\n\nKelmor voted on Sunday, its council said.\n\n⟦The bridge will "
        "cost 4.2 million crowns.⟧"_s,
        Moved);
    row("a figure altered", u"The bridge will cost ⟦4.2 million crowns⟧ in all."_s,
        u"The bridge will cost ⟦4.5 million crowns⟧ in all."_s, Moved, false);
    row("a word spelt otherwise", u"Nobody liked the ⟦colour⟧ of it."_s, u"Nobody liked the ⟦color⟧ of it."_s, Moved, false);
    row("a first word altered", u"They said: ⟦Nobody knows what it will cost the city⟧, and left."_s,
        u"They said: ⟦No one knows what it will cost the city⟧, and left."_s, Moved, false);
    row("a word put in", u"They said ⟦the council will never agree to this plan⟧ at all."_s,
        u"They said ⟦the council will surely never agree to this plan⟧ at all."_s, Moved, false);
    row("moved and altered",
        u"Kelmor voted on Sunday.\n\n⟦The bridge over the strait will cost the city about 4.2 million crowns, "
        "according to the council’s own figures.⟧\n\nFerries go on."_s,
        u"⟦The bridge over the strait will cost the city about 4.9 million crowns, according to the council’s "
        "figures.⟧\n\nKelmor voted on Sunday, and on Monday again.\n\nFerries stop."_s,
        Moved, false);
    row("much put in between", u"She said ⟦the council had agreed. The bridge would be built at once.⟧ Nobody answered."_s,
        u"She said ⟦the council had agreed.⟧ This surprised those who had read, on Friday, what its own members "
        "wrote. ⟦The bridge would be built at once.⟧ Nobody answered."_s,
        Moved);
    row("several ranges", u"The ⟦old mill⟧ by the river ⟦burned⟧ down."_s,
        u"Kelmor: The ⟦old mill⟧ by the wide river ⟦burned⟧ down."_s, Moved);
    row("several ranges, one twice there", u"The ⟦mill⟧ by the river ⟦burned down⟧ and another mill did."_s,
        u"On Friday the ⟦mill⟧ by the river ⟦burned down⟧ and another mill did."_s, Moved);
    row("Chinese", u"港口⟦关闭了⟧。船不走。"_s, u"昨天港口⟦关闭了⟧。船不走。"_s, Moved);
    row("a flag", u"It was 🇩🇪⟦🇫🇷⟧ there."_s, u"It was 🇮🇹🇩🇪⟦🇫🇷⟧ there."_s, Moved);
    row("all of it", u"⟦The mill burned.⟧"_s, u"Kelmor. ⟦The mill burned.⟧ By our staff."_s, Moved);
}

void AnchoringTest::aPassageIsFoundAgain()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, exact);
    const Marked from(before);
    const Marked to(after);
    const Anchor anchor = reanchored(from.ranges, from.text, to.text);
    QCOMPARE(marked(to.text, anchor.ranges), after);
    QTEST(anchor.state, "state");
    QCOMPARE(anchor.similarity == 1, exact);
    QVERIFY(anchor.similarity >= 0.8);
    QVERIFY(anchor.candidates.empty());
}

void AnchoringTest::aPassageWithoutAPlaceIsGone_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row
        = [](const char *name, const QString &before, const QString &after) { QTest::newRow(name) << before << after; };
    row("all removed", u"The mill ⟦burned⟧."_s, u""_s);
    row("its sentence removed", u"It rained. The mill ⟦burned⟧. It blew."_s, u"It rained. It blew."_s);
    row("its word only elsewhere", u"It rained for days. ⟦The mayor⟧ had left. Then it blew."_s,
        u"It rained for days. Then it blew. Quite another story begins where some day the mayor of Tolm speaks."_s);
    row("another passage’s words",
        u"⟦He said no⟧, and the room stayed silent for a long while, as she told us later on.\n\nHe said no, "
        "and everybody laughed at that until the meeting was over and the lights went out."_s,
        u"As she told us later on.\n\nHe said no, and everybody laughed at that until the meeting was over and the "
        "lights went out."_s);
    row("altered too much", u"The bridge will cost ⟦4.2 million⟧ crowns."_s, u"The bridge will cost ⟦nothing⟧ crowns."_s);
    row("nothing coded", u"The mill ⟦⟧burned."_s, u"The old mill burned."_s);
}

void AnchoringTest::aPassageWithoutAPlaceIsGone()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    const Anchor anchor = reanchored(from.ranges, from.text, Marked(after).text);
    QCOMPARE(anchor, Anchor());
}

void AnchoringTest::aQuoteThatNothingDecidesIsAmbiguous()
{
    const Marked from(
        u"Kelmor decides today.\n\n⟦The council of the city has put off its vote once more.⟧\n\nNobody knows why it did."_s);
    const Marked to(u"Rain.\n\n⟦The council of the city has put off its vote once more.⟧\n\nShe laughed.\n\n⟦The council of the "
                    "city has put off its vote once more.⟧\n\nShe wept."_s);
    const Anchor anchor = reanchored(from.ranges, from.text, to.text);
    QCOMPARE(anchor.state, AnchorState::Ambiguous);
    QCOMPARE(anchor.candidates.size(), 2);
    QCOMPARE(anchor.ranges, anchor.candidates.front());
    std::vector<Range> all;
    for (const std::vector<Range> &candidate : anchor.candidates)
        all.insert(all.end(), candidate.begin(), candidate.end());
    std::ranges::sort(all);
    QCOMPARE(all, to.ranges);
}

void AnchoringTest::theWholeArticleStaysWhole()
{
    const Anchor anchor = reanchored({}, u"The mill burned.", u"Another text.");
    QCOMPARE(anchor.state, AnchorState::Same);
    QVERIFY(anchor.ranges.empty());
    QCOMPARE(anchor.similarity, 1.0);
}

void AnchoringTest::rangesBeyondTheTextAreHarmless()
{
    for (const Range range : {Range{-5, 3}, Range{10, 400}, Range{300, 400}, Range{8, 2}})
        (void)reanchored({range, range}, u"The mill burned 😀.", u"The old 😀 mill burned.");
    QCOMPARE(reanchored({{0, 3}}, u"", u"The mill.").state, AnchorState::Gone);
}

void AnchoringTest::whatNoEditTouchedIsFoundExactly_data()
{
    QTest::addColumn<int>("edits");
    QTest::addColumn<qsizetype>("beside");
    QTest::newRow("few edits, none within ten characters") << 4 << qsizetype(10);
    QTest::newRow("few edits, one may be right beside it") << 4 << qsizetype(0);
    QTest::newRow("many edits, none within ten characters") << 25 << qsizetype(10);
}

void AnchoringTest::whatNoEditTouchedIsFoundExactly()
{
    QFETCH(int, edits);
    QFETCH(qsizetype, beside);
    static const QStringList refrains{u"He did not comment."_s, u"“No,” she said."_s, u"More follows. 😀"_s};
    static const QStringList insertions{u"x"_s, u" 👩🏽‍🚒 "_s, u"it is said "_s, u"\n\n"_s, u"."_s};
    qsizetype checked = 0;
    for (quint64 seed = 0; seed < 200; ++seed) {
        Prose prose(seed);
        QString text;
        for (int at = 0; at < 30; ++at)
            text += (prose.chance(0.3) ? prose.oneOf(refrains) : prose.sentence()) + (prose.chance(0.3) ? u"\n\n"_s : u" "_s);
        Edited edited(text);
        for (int left = edits; left > 0; --left) {
            const qsizetype begin = prose.below(edited.codes.size());
            const qsizetype length = prose.chance(0.2) ? prose.below(200) : prose.below(12);
            edited.replace({begin, std::min(begin + length, edited.codes.size())},
                           prose.chance(0.3) ? prose.sentence() : prose.oneOf(insertions));
        }
        const QString after = edited.text();
        const TextMatch match(text, after);
        const TextPositions positions(text);
        for (int left = 40; left > 0; --left) {
            const qsizetype begin = prose.below(positions.codePoints());
            const Range coded{begin, std::min(begin + prose.between(4, 150), positions.codePoints())};
            const Range passage = positions.toCodePoints(trimmed(text, snappedToGraphemes(text, positions.toUtf16(coded))));
            const std::optional<Range> truth = edited.now(passage, beside);
            if (!truth || passage.isEmpty())
                continue;
            const Anchor anchor = match.anchor({passage});
            ++checked;
            const bool found
                = anchor.ranges == std::vector{*truth} || std::ranges::contains(anchor.candidates, std::vector{*truth});
            QVERIFY2(found,
                     qPrintable(u"seed %1, state %2\n%3\n---\n%4\n---\n%5"_s.arg(seed)
                                    .arg(int(anchor.state))
                                    .arg(marked(text, {passage}), marked(after, {*truth}), marked(after, anchor.ranges))));
            QCOMPARE(anchor.similarity, 1.0);
        }
    }
    QVERIFY(checked > 1000);
}

void AnchoringTest::whatIsFoundNeverCutsAGrapheme()
{
    static const QStringList bits{u"mill"_s, u" "_s, u"e\u0301"_s, u"\u0301"_s, u"\u200D"_s, u"👩🏽‍🚒"_s,
                                  u"🇩🇪"_s,   u"🇫"_s, u"中"_s,      u"."_s,      u"각"_s,     u"the "_s};
    for (quint64 seed = 0; seed < 1000; ++seed) {
        Prose prose(seed);
        QStringList parts;
        for (qsizetype left = prose.between(5, 60); left > 0; --left)
            parts += prose.oneOf(bits);
        const QString before = parts.join(QString());
        for (qsizetype left = prose.between(1, 6); left > 0; --left)
            parts[prose.below(parts.size())] = prose.oneOf(bits);
        const QString after = parts.join(QString());
        if (before == after)
            continue;
        const TextMatch match(before, after);
        const TextPositions positions(after);
        for (int left = 10; left > 0; --left) {
            const qsizetype begin = prose.below(TextPositions(before).codePoints());
            for (const Range &range : match.anchor({{begin, begin + prose.between(1, 20)}}).ranges) {
                const Utf16Range there = positions.toUtf16(range);
                QVERIFY(snappedToGraphemes(after, there) == there);
                QVERIFY(!range.isEmpty() && range.end <= positions.codePoints());
            }
        }
    }
}

void AnchoringTest::manyPassagesOfLongTexts()
{
    Prose prose(11);
    QStringList paragraphs;
    for (int at = 0; at < 400; ++at)
        paragraphs += prose.paragraph();
    QStringList rewritten;
    for (const QString &paragraph : std::as_const(paragraphs))
        rewritten += prose.chance(0.5) ? prose.paragraph() : paragraph;
    const QString before = paragraphs.join(u"\n\n");
    const TextMatch match(before, rewritten.join(u"\n\n"));
    std::array<int, 4> states{};
    for (int left = 2000; left > 0; --left) {
        const qsizetype begin = prose.below(before.size() - 200);
        ++states[size_t(match.anchor({{begin, begin + prose.between(1, 200)}}).state)];
    }
    QVERIFY(states[size_t(AnchorState::Gone)] > 500);
    QVERIFY(states[size_t(AnchorState::Moved)] > 500);
}

GALLEY_PURE_TEST(AnchoringTest)
#include "tst_anchoring.moc"
