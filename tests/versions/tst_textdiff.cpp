// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/editdistance.h>
#include <versions/sequencematch.h>
#include <versions/textdiff.h>
#include <domain/textpositions.h>

#include <prose.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

/// “the [-old][+new] mill”
QString printed(QStringView a, QStringView b)
{
    QString result;
    for (const DiffPiece &piece : textDiff(a, b)) {
        const QStringView text = piece.kind == DiffKind::Added ? b.sliced(piece.b.begin, piece.b.length())
                                                               : a.sliced(piece.a.begin, piece.a.length());
        result += (piece.kind == DiffKind::Equal ? u"%1"_s : piece.kind == DiffKind::Removed ? u"[-%1]"_s : u"[+%1]"_s).arg(text);
    }
    return result;
}

/// What is wrong with a diff, or nothing.
QString flaw(QStringView a, QStringView b)
{
    Utf16Range endA, endB;
    std::optional<DiffKind> last;
    for (const DiffPiece &piece : textDiff(a, b)) {
        if (piece.a.begin != endA.end || piece.b.begin != endB.end)
            return u"a gap before %1, %2"_s.arg(piece.a.begin).arg(piece.b.begin);
        endA = piece.a;
        endB = piece.b;
        if (piece.a.isEmpty() && piece.b.isEmpty())
            return u"an empty piece"_s;
        if (piece.kind == last || (last == DiffKind::Added && piece.kind == DiffKind::Removed))
            return u"pieces out of order"_s;
        last = piece.kind;
        const QStringView inA = a.sliced(piece.a.begin, piece.a.length());
        const QStringView inB = b.sliced(piece.b.begin, piece.b.length());
        if (piece.kind == DiffKind::Equal ? inA != inB : piece.kind == DiffKind::Removed ? !inB.isEmpty() : !inA.isEmpty())
            return u"a piece that is not what it says"_s;
        if (snappedToGraphemes(a, piece.a) != piece.a || snappedToGraphemes(b, piece.b) != piece.b)
            return u"a grapheme cut at %1"_s.arg(piece.a.begin);
    }
    return endA.end == a.size() && endB.end == b.size() ? QString() : u"an end left out"_s;
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void aDiffReadsWell_data();
    void aDiffReadsWell();
    void anyTwoTextsAreCoveredWithoutAGap();
    void whatWasNotEditedIsEqual();
    void sequencesMatchInOrder();
    void anEditDistanceAgreesWithTheFullTable();
    void hostileTextsTakeBoundedTime_data();
    void hostileTextsTakeBoundedTime();
};

void TextDiffTest::aDiffReadsWell_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &a, const QString &b, const QString &expected) {
        QTest::newRow(name) << a << b << expected;
    };
    row("nothing", u""_s, u""_s, u""_s);
    row("from nothing", u""_s, u"The mill."_s, u"[+The mill.]"_s);
    row("to nothing", u"The mill."_s, u""_s, u"[-The mill.]"_s);
    row("the same", u"The mill."_s, u"The mill."_s, u"The mill."_s);
    row("a word", u"The old mill burned."_s, u"The new mill burned."_s, u"The [-old][+new] mill burned."_s);
    row("a word added", u"The mill burned."_s, u"The old mill burned."_s, u"The [+old ]mill burned."_s);
    row("a word removed at the end", u"The mill burned down."_s, u"The mill burned."_s, u"The mill burned[- down]."_s);
    row("words that only spaces part", u"a big red car there"_s, u"a small blue bus there"_s,
        u"a [-big red car][+small blue bus] there"_s);
    row("a word that happens to be shared", u"Prices rose in the spring across Kelmor."_s,
        u"Nobody worked for the railway since June."_s,
        u"[-Prices rose in the spring across Kelmor][+Nobody worked for the railway since June]."_s);
    row("a figure", u"It cost 4.2 million."_s, u"It cost 4.5 million."_s, u"It cost [-4.2][+4.5] million."_s);
    row("an apostrophe", u"They don’t say."_s, u"They won’t say."_s, u"They [-don’t][+won’t] say."_s);
    row("case", u"the Minister said"_s, u"the minister said"_s, u"the [-Minister][+minister] said"_s);
    row("a sentence", u"It rained. It blew. It rained."_s, u"It rained. It rained."_s, u"It rained. [-It blew. ]It rained."_s);
    row("a paragraph", u"One came.\n\nThree came."_s, u"One came.\n\nTwo came.\n\nThree came."_s,
        u"One came.\n\n[+Two came.\n\n]Three came."_s);
    row("paragraphs joined", u"One came.\n\nTwo came."_s, u"One came. Two came."_s, u"One came.[-\n\n][+ ]Two came."_s);
    row("the last paragraphs", u"One came.\n\nTwo went."_s, u"One came."_s, u"One came.[-\n\nTwo went.]"_s);
    row("Chinese", u"港口今天关闭了。"_s, u"港口昨天关闭了。"_s, u"港口[-今][+昨]天关闭了。"_s);
    row("an emoji", u"Well 👩🏽‍🚒 done"_s, u"Well 👩🏽‍🚀 done"_s,
        u"Well [-👩🏽‍🚒][+👩🏽‍🚀] done"_s);
    row("flags", u"🇩🇪🇫🇷 won"_s, u"🇩🇰🇫🇷 won"_s, u"[-🇩🇪][+🇩🇰]🇫🇷 won"_s);
    row("an accent", u"the cafe\u0301 there"_s, u"the cafe there"_s, u"the [-cafe\u0301][+cafe] there"_s);
}

void TextDiffTest::aDiffReadsWell()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(printed(a, b), "expected");
    QCOMPARE(flaw(a, b), QString());
    QCOMPARE(flaw(b, a), QString());
}

void TextDiffTest::anyTwoTextsAreCoveredWithoutAGap()
{
    static const QStringList bits{u"a"_s,
                                  u"b"_s,
                                  u" "_s,
                                  u"\n\n"_s,
                                  u"."_s,
                                  u"😀"_s,
                                  u"🇩"_s,
                                  u"\u0301"_s,
                                  u"\u200D"_s,
                                  u"中"_s,
                                  u"’"_s,
                                  u"7"_s,
                                  QString(QChar(0xD800))};
    for (quint64 seed = 0; seed < 3000; ++seed) {
        Prose prose(seed);
        QString a, b;
        for (qsizetype left = prose.below(60); left > 0; --left)
            a += prose.oneOf(bits);
        b = a;
        for (qsizetype left = prose.below(8); left > 0; --left)
            b.replace(prose.below(b.size() + 1), prose.below(5), prose.oneOf(bits));
        QVERIFY2(flaw(a, b).isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(flaw(a, b))));
    }
}

void TextDiffTest::whatWasNotEditedIsEqual()
{
    for (quint64 seed = 0; seed < 100; ++seed) {
        Prose prose(seed);
        QStringList paragraphs;
        for (int at = 0; at < 12; ++at)
            paragraphs += prose.paragraph();
        QStringList edited = paragraphs;
        qsizetype added = 0;
        for (qsizetype left = prose.between(1, 3); left > 0; --left, ++added)
            edited.insert(prose.below(edited.size() + 1), prose.paragraph());
        qsizetype pieces = 0;
        const QString a = paragraphs.join(u"\n\n");
        const QString b = edited.join(u"\n\n");
        for (const DiffPiece &piece : textDiff(a, b)) {
            QVERIFY(piece.kind != DiffKind::Removed);
            pieces += piece.kind == DiffKind::Added ? 1 : 0;
        }
        QVERIFY2(pieces <= added, qPrintable(printed(a, b)));
    }
}

void TextDiffTest::sequencesMatchInOrder()
{
    for (quint64 seed = 0; seed < 500; ++seed) {
        Prose prose(seed);
        const qsizetype letters = prose.between(2, 200);
        std::vector<quint32> a(size_t(prose.below(400)));
        std::ranges::generate(a, [&] { return quint32(prose.below(letters)); });
        std::vector<quint32> b = a;
        for (qsizetype left = prose.below(40); left > 0 && !b.empty(); --left)
            b[size_t(prose.below(qsizetype(b.size())))] = quint32(prose.below(letters));
        Match last;
        for (const Match &match : sequenceMatches(a, b)) {
            QVERIFY(match.length > 0 && match.a >= last.a + last.length && match.b >= last.b + last.length);
            QVERIFY(std::equal(a.begin() + match.a, a.begin() + match.a + match.length, b.begin() + match.b));
            last = match;
        }
        QVERIFY(last.a + last.length <= qsizetype(a.size()) && last.b + last.length <= qsizetype(b.size()));
    }
}

void TextDiffTest::anEditDistanceAgreesWithTheFullTable()
{
    for (quint64 seed = 0; seed < 2000; ++seed) {
        Prose prose(seed);
        const auto text = [&] {
            QString made;
            for (qsizetype left = prose.below(14); left > 0; --left)
                made += QChar(u'a' + char16_t(prose.below(3)));
            return made;
        };
        const QString a = text();
        const QString b = text();
        std::vector<std::vector<qsizetype>> table(size_t(a.size()) + 1, std::vector<qsizetype>(size_t(b.size()) + 1));
        for (size_t i = 0; i < table.size(); ++i) {
            for (size_t j = 0; j < table[i].size(); ++j) {
                table[i][j] = i == 0 ? qsizetype(j)
                    : j == 0         ? qsizetype(i)
                                     : std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                                 table[i - 1][j - 1] + (a[qsizetype(i) - 1] == b[qsizetype(j) - 1] ? 0 : 1)});
            }
        }
        const qsizetype expected = table.back().back();
        QCOMPARE(editDistance(a, b), expected);
        for (qsizetype most = 0; most < 15; ++most)
            QCOMPARE(editDistance(a, b, most), std::min(expected, most + 1));
    }
}

void TextDiffTest::hostileTextsTakeBoundedTime_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    Prose prose(7);
    const auto random = [&](const QStringList &bits) {
        QString text;
        for (int left = 30'000; left > 0; --left)
            text += prose.oneOf(bits);
        return text;
    };
    QTest::newRow("one word again and again") << u"ja "_s.repeated(30'000) << u"ja ja nein "_s.repeated(12'000);
    QTest::newRow("two words in no order") << random({u"ja "_s, u"nein "_s}) << random({u"ja "_s, u"nein "_s});
    QTest::newRow("one grapheme") << u"\u0301"_s.repeated(200'000) << u"\u0301"_s.repeated(199'999);
    QTest::newRow("only emoji") << random({u"😀"_s, u"👩🏽‍🚒"_s, u"🇩"_s})
                                << random({u"😀"_s, u"👩🏽‍🚒"_s, u"🇩"_s});
    QTest::newRow("nothing shared") << random({u"a "_s, u"b "_s}) << random({u"c "_s, u"d "_s});
    QTest::newRow("only line feeds") << u"\n"_s.repeated(200'000) << u"\n"_s.repeated(100'001);
}

void TextDiffTest::hostileTextsTakeBoundedTime()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(!textDiff(a, b).empty()); // the test's own time limit is what fails
}

GALLEY_PURE_TEST(TextDiffTest)
#include "tst_textdiff.moc"
