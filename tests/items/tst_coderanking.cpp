// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/coderanking.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class CodeRankingTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void nothingTypedOffersAllInTheCodebooksOrder();
    void whatWasUsedLatelyComesFirst();
    void saysWhichLettersItFellOn();
    void lettersOfAccentedNamesAreNotMisplaced();
};

void CodeRankingTest::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    QTest::newRow("a key on its own") << u"s"_s << u"Security and defense"_s;
    QTest::newRow("a key goes before a beginning") << u"l"_s << u"Legality, constitutionality and jurisprudence"_s;
    QTest::newRow("the beginning") << u"sec"_s << u"Security and defense"_s;
    QTest::newRow("the shorter of two beginnings") << u"ca"_s << u"Capacity and resources"_s;
    QTest::newRow("beginnings of words") << u"cap res"_s << u"Capacity and resources"_s;
    QTest::newRow("a later word") << u"punish"_s << u"Crime and punishment"_s;
    QTest::newRow("initials") << u"qol"_s << u"Quality of life"_s;
    QTest::newRow("inside a word") << u"onomic"_s << u"Economic"_s;
    QTest::newRow("the path") << u"defense/bor"_s << u"Border"_s;
    QTest::newRow("letters in this order") << u"hlthsf"_s << u"Health and safety"_s;
    QTest::newRow("any case, blanks around") << u"  MORAL "_s << u"Morality"_s;
    QTest::newRow("another layer's code") << u"favour"_s << u"in favour"_s;
    QTest::newRow("the layer and a word") << u"stance ag"_s << u"against"_s;
    QTest::newRow("a layer's name: its codes, in their order") << u"framing"_s << u"Economic"_s;
    QTest::newRow("what it means") << u"conscience"_s << u"Morality"_s;
    QTest::newRow("words of what it means, in any order") << u"threat protection"_s << u"Security and defense"_s;
    QTest::newRow("when to apply it") << u"measures danger"_s << u"Security and defense"_s;
    QTest::newRow("nothing") << u"zzz"_s << u""_s;
}

void CodeRankingTest::finds()
{
    QFETCH(QString, query);
    const Codebook codebook = newsroom::codebook();
    const std::vector<CodeMatch> matches = rankCodes(query, codebook);
    QTEST(matches.empty() ? QString() : codebook.code(matches.front().code)->name, "first");
    QVERIFY(std::ranges::is_sorted(matches, std::ranges::greater(), &CodeMatch::score));
}

void CodeRankingTest::nothingTypedOffersAllInTheCodebooksOrder()
{
    const Codebook codebook = newsroom::codebook();
    QStringList names;
    for (const CodeMatch &match : rankCodes({}, codebook))
        names << codebook.code(match.code)->name;
    QCOMPARE(names.size(), 14);
    QCOMPARE(names.first(), u"Economic"_s);
    QCOMPARE(names.last(), u"in favour"_s);
    QVERIFY(!names.contains(u"relevant"_s)); // of the article: no code for a passage
}

void CodeRankingTest::whatWasUsedLatelyComesFirst()
{
    const Codebook codebook = newsroom::codebook();
    const auto names = [&](const QString &query, const std::vector<CodeId> &recent) {
        QStringList found;
        for (const CodeMatch &match : rankCodes(query, codebook, recent))
            found << codebook.code(match.code)->name;
        return found;
    };
    const std::vector<CodeId> recent{newsroom::against, newsroom::security};
    QCOMPARE(names({}, recent).mid(0, 3), (QStringList{u"against"_s, u"Security and defense"_s, u"Economic"_s}));
    QCOMPARE(names(u"and"_s, recent).first(), u"Security and defense"_s); // of those that fit equally well
    QCOMPARE(names(u"ec"_s, recent).first(), u"Economic"_s); // not before what fits better
}

void CodeRankingTest::saysWhichLettersItFellOn()
{
    QCOMPARE(rankCodes(u"cap res"_s, newsroom::codebook()).front().highlighted, (std::vector{0, 1, 2, 13, 14, 15}));
    QCOMPARE(rankCodes(u"qol"_s, newsroom::codebook()).front().highlighted, (std::vector{0, 8, 11}));
}

void CodeRankingTest::lettersOfAccentedNamesAreNotMisplaced()
{
    const Codebook codebook({}, 1, {newsroom::layer({1}, u"L"_s, LayerUnit::Span, {})},
                            {newsroom::variable({1}, {1}, u"V"_s, VariableType::Code)},
                            {newsroom::code({1}, 1, u"ﬁnanciële zorgen"_s)});
    const std::vector<CodeMatch> matches = rankCodes(u"zorg"_s, codebook);
    QCOMPARE(matches.size(), 1);
    QVERIFY(matches.front().highlighted.empty()); // the ligature folds to two letters: places would be off by one
}

GALLEY_TEST(CodeRankingTest)
#include "tst_coderanking.moc"
