// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/presentation.h>

#include <testing.h>

#include <QLocale>
#include <QApplication>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class PresentationTest : public QObject
{
    Q_OBJECT

private slots:
    void datesAreWrittenForPeople_data();
    void datesAreWrittenForPeople();
    void theMetadataLineHoldsWhatIsKnown();
    void boilerplateIsDimmedAndTheHeadlineIsLarge();
    void aTitleThatIsNotInTheTextStandsAboveIt();
    void aQuoteCarriesItsSource();
};

void PresentationTest::datesAreWrittenForPeople_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("shown");
    QTest::newRow("day") << u"2023-05-04"_s << QLocale().toString(QDate(2023, 5, 4), QLocale::LongFormat);
    QTest::newRow("time") << u"2023-05-04T09:30:00+02:00"_s << QLocale().toString(QDate(2023, 5, 4), QLocale::LongFormat);
    QTest::newRow("year") << u"2023"_s << u"2023"_s;
    QTest::newRow("no date") << u"last Tuesday"_s << u"last Tuesday"_s;
    QTest::newRow("impossible") << u"2023-02-31"_s << u"2023-02-31"_s;
    QTest::newRow("none") << QString() << QString();
}

void PresentationTest::datesAreWrittenForPeople()
{
    QFETCH(QString, published);
    QFETCH(QString, shown);
    QCOMPARE(readableDate(published), shown);
}

void PresentationTest::theMetadataLineHoldsWhatIsKnown()
{
    Article article;
    QCOMPARE(metadataLine(article), QString());
    article.outlet = u"Harbour Post"_s;
    article.page = u"3"_s;
    QCOMPARE(metadataLine(article), u"Harbour Post · page 3"_s);
}

void PresentationTest::boilerplateIsDimmedAndTheHeadlineIsLarge()
{
    OpenArticle open;
    open.text = u"😀 Vote\n\nCaption\n\nBody"_s;
    open.positions = TextPositions(open.text);
    open.zones = {{{1}, {1}, ZoneKind::Headline, {0, 6}}, {{2}, {1}, ZoneKind::Caption, {8, 15}}, {{3}, {1}, ZoneKind::Body, {17, 21}}};
    const Page page = pageOf(open);
    QCOMPARE(page.zones.size(), size_t(2));
    QVERIFY(page.zones[0].style == ZoneStyle::Headline);
    QVERIFY((page.zones[1].range == Utf16Range{9, 16}));
    QVERIFY(page.zones[1].style == ZoneStyle::Dimmed);
    QVERIFY(page.title.isEmpty());
}

void PresentationTest::aTitleThatIsNotInTheTextStandsAboveIt()
{
    OpenArticle open;
    open.article.title = u"Vote"_s;
    open.text = u"Body"_s;
    QCOMPARE(pageOf(open).title, u"Vote"_s);
}

void PresentationTest::aQuoteCarriesItsSource()
{
    Article article;
    article.outlet = u"Harbour Post"_s;
    article.title = u"Vote nears"_s;
    QCOMPARE(quoteWithSource(u"no"_s, article), u"“no” (Harbour Post, Vote nears)"_s);
}

GALLEY_WINDOW_TEST(PresentationTest)
#include "tst_presentation.moc"
