// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/findtext.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class FindTextTest : public QObject
{
    Q_OBJECT

private slots:
    void hitsAreWhereAReaderSeesThem_data();
    void hitsAreWhereAReaderSeesThem();
};

void FindTextTest::hitsAreWhereAReaderSeesThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<FindOptions>("options");
    QTest::addColumn<QList<int>>("begins");

    using Begins = QList<int>;
    const FindOptions none;
    const FindOptions exact = FindOption::CaseSensitive;
    const FindOptions whole = FindOption::WholeWords;
    QTest::newRow("plain") << u"a cat, a cat"_s << u"cat"_s << none << Begins{2, 9};
    QTest::newRow("any case") << u"NATO Nato nato"_s << u"nato"_s << none << Begins{0, 5, 10};
    QTest::newRow("this case") << u"NATO Nato nato"_s << u"Nato"_s << exact << Begins{5};
    QTest::newRow("not overlapping") << u"aaaa"_s << u"aa"_s << none << Begins{0, 2};
    QTest::newRow("whole words") << u"art, cart, artful ART"_s << u"art"_s << whole << Begins{0, 18};
    QTest::newRow("whole word beside emoji") << u"😀art😀 art𝟘"_s << u"art"_s << whole << Begins{2};
    QTest::newRow("accented neighbour") << u"caf\u00E9 caf"_s << u"caf"_s << whole << Begins{5};
    QTest::newRow("no-break space") << u"10\u00A0000 and 10 000"_s << u"10 000"_s << none << Begins{0, 11};
    QTest::newRow("line break") << u"prime\nminister"_s << u"prime minister"_s << none << Begins{0};
    QTest::newRow("typographic quotes") << u"it’s “so”"_s << u"it's \"so\""_s << none << Begins{0};
    QTest::newRow("typed quotes find plain") << u"it's"_s << u"it’s"_s << exact << Begins{0};
    QTest::newRow("dashes") << u"cold–war"_s << u"cold-war"_s << none << Begins{0};
    QTest::newRow("Greek and Cyrillic case") << u"ΑΘΗΝΑ МОСКВА"_s << u"москва"_s << none << Begins{6};
    QTest::newRow("CJK") << u"東京都"_s << u"京"_s << none << Begins{1};
    QTest::newRow("nothing sought") << u"text"_s << QString() << none << Begins{};
    QTest::newRow("nothing there") << QString() << u"x"_s << none << Begins{};
}

void FindTextTest::hitsAreWhereAReaderSeesThem()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QFETCH(FindOptions, options);
    QFETCH(QList<int>, begins);
    QList<int> actual;
    for (const Utf16Range &hit : findAll(text, needle, options)) {
        actual += int(hit.begin);
        QCOMPARE(hit.length(), needle.size());
    }
    QCOMPARE(actual, begins);
}

GALLEY_TEST(FindTextTest)
#include "tst_findtext.moc"
