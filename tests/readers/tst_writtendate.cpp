// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/article/publisheddate.h>
#include <readers/article/writtendate.h>

#include <testing.h>

#include <QDate>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class WrittenDateTest : public QObject
{
    Q_OBJECT

private slots:
    void datesAreUnderstood_data();
    void datesAreUnderstood();
    void allMonthsAndWeekdaysAreKnown_data();
    void allMonthsAndWeekdaysAreKnown();
    void whatIsNotCertainStaysAsItIs_data();
    void whatIsNotCertainStaysAsItIs();
    void theNextYearIsTheLast();
};

void WrittenDateTest::datesAreUnderstood_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("iso");
    const auto row = [](const QString &written, const QString &iso) { QTest::newRow(qPrintable(written)) << written << iso; };

    row(u"Tuesday, May 4, 2023"_s, u"2023-05-04"_s);
    row(u"May 04, 2023"_s, u"2023-05-04"_s);
    row(u"Sept. 4, 2023"_s, u"2023-09-04"_s);
    row(u"4th of May, 2023"_s, u"2023-05-04"_s);
    row(u"  4 May 2023. "_s, u"2023-05-04"_s);
    row(u"January 11, 2010 Monday"_s, u"2010-01-11"_s);
    row(u"4. Mai 2023"_s, u"2023-05-04"_s);
    row(u"4.Mai 2023"_s, u"2023-05-04"_s);
    row(u"Am Donnerstag, den 4. Mai 2023, um 9.30 Uhr"_s, u"2023-05-04T09:30"_s);
    row(u"Mittwoch 31. August 2011"_s, u"2011-08-31"_s);
    row(u"Mardi 4 mai 2023"_s, u"2023-05-04"_s);
    row(u"mar. 4 mai 2023"_s, u"2023-05-04"_s);
    row(u"4 mar 2023"_s, u"2023-03-04"_s);
    row(u"le mercredi 1er août 2012 à 16 h 20"_s, u"2012-08-01T16:20"_s);
    row(u"29 januari 2002 dinsdag"_s, u"2002-01-29"_s);
    row(u"martes, 4 de mayo de 2023"_s, u"2023-05-04"_s);
    row(u"1º de enero del 2020"_s, u"2020-01-01"_s);
    row(u"onsdag d. 6. januar 2010"_s, u"2010-01-06"_s);
    row(u"4\u00A0mai\u202F2023"_s, u"2023-05-04"_s);
    row(u"04.05.2023"_s, u"2023-05-04"_s);
    row(u"4. 5. 2023, 9:30"_s, u"2023-05-04T09:30"_s);
    row(u"26-FEB-1987 15:01:01.79"_s, u"1987-02-26T15:01:01"_s);
    row(u"Sun, 06 Sep 2009 16:20:00 +0000"_s, u"2009-09-06T16:20:00+00:00"_s);
    row(u"Sun, 06 Sep 2009 16:20:00 -0330"_s, u"2009-09-06T16:20:00-03:30"_s);
    row(u"Sun, 06 Sep 2009 16:20:00 -0000"_s, u"2009-09-06T16:20:00Z"_s);
    row(u"Sun, 06 Sep 09 16:20:00 GMT"_s, u"2009-09-06T16:20:00Z"_s);
    row(u"6 Sep 2009 18:20 +0200 (CEST)"_s, u"2009-09-06T18:20+02:00"_s);
    row(u"Tue Dec 30 11:03:00 UTC 2014"_s, u"2014-12-30T11:03:00Z"_s);
    row(u"Wed Sep  7 12:33:59  2011"_s, u"2011-09-07T12:33:59"_s);
    row(u"May 4, 2023 Thursday 9:30 AM EDT"_s, u"2023-05-04T09:30-04:00"_s);
    row(u"May 4, 2023 Thursday 12:05 a.m. EST"_s, u"2023-05-04T00:05-05:00"_s);
    row(u"4 May 2023 12:05pm"_s, u"2023-05-04T12:05"_s);
    row(u"4 May 2023 9 p.m. GMT"_s, u"2023-05-04T21:00Z"_s);
    row(u"4 May 2023 - 16:20 GMT+2"_s, u"2023-05-04T16:20+02:00"_s);
    row(u"January 20, 2009 Tuesday 8:27 PM AEST"_s, u"2009-01-20T20:27+10:00"_s);
    row(u"April 20, 2003, Sunday 23:22 Central European Time"_s, u"2003-04-20T23:22"_s); // summer or winter is not said
    row(u"4 May 2023 9:30 IST"_s, u"2023-05-04T09:30"_s); // India, Israel or Ireland
    row(u"4 May 2023 9:30 XYZ"_s, u"2023-05-04T09:30"_s);
    row(u"May 2023"_s, u"2023-05"_s);
    row(u"août 1998"_s, u"1998-08"_s);
    row(u"2023"_s, u"2023"_s);
    row(u"20230504"_s, u"2023-05-04"_s);
    row(u"20230504T093000Z"_s, u"2023-05-04T09:30:00Z"_s);
    row(u"20230504T093000+0200"_s, u"2023-05-04T09:30:00+02:00"_s);
    row(u"2023/05/04 09:30"_s, u"2023-05-04T09:30"_s);
    row(u"2023-05-04 09:30:00.123 +0200"_s, u"2023-05-04T09:30:00+02:00"_s);
    row(u"2024-02-29"_s, u"2024-02-29"_s);
    row(u"2021-062"_s, u"2021-03-03"_s);
    row(u"2021/03"_s, u"2021-03"_s);
    row(u"12/31/21"_s, u"2021-12-31"_s); // only one reading
    row(u"31/12/21 10:15"_s, u"2021-12-31T10:15"_s);
    row(u"31.12.21"_s, u"2021-12-31"_s);
    row(u"3 March 2021 10.11.12"_s, u"2021-03-03T10:11:12"_s);
    row(u"Published: Wednesday, 3 March 2021"_s, u"2021-03-03"_s);
    row(u"2021-03-03T10:15:00+01:00[Europe/Berlin]"_s, u"2021-03-03T10:15:00+01:00"_s);
    row(u"/Date(1614766500000)/"_s, u"2021-03-03T10:15:00Z"_s);
    row(u"٣ مارس ٢٠٢١"_s, u"2021-03-03"_s);
    row(u"๓ มีนาคม ๒๕๖๔"_s, u"2021-03-03"_s);
    row(u"3 มี.ค. 2564 10:15"_s, u"2021-03-03T10:15"_s);
    row(u"令和3年3月3日 午後3時15分"_s, u"2021-03-03T15:15"_s);
    row(u"平成元年1月8日"_s, u"1989-01-08"_s);
    row(u"2021-03-03 下午3:15"_s, u"2021-03-03T15:15"_s);
    row(u"2021년 3월 3일 오전 10:15"_s, u"2021-03-03T10:15"_s);
    row(u"ngày 3 tháng 3 năm 2021"_s, u"2021-03-03"_s);
    row(u"3 tháng 3, 2021"_s, u"2021-03-03"_s);
    for (const QString &iso : {u"2023-05-04T09:30:00+02:00"_s, u"2023-05-04T09:30Z"_s, u"1066-10-14"_s, u"2023-05"_s})
        row(iso, iso);
}

void WrittenDateTest::datesAreUnderstood()
{
    QFETCH(QString, written);
    QFETCH(QString, iso);
    QCOMPARE(isoDateWritten(written).value_or(u"not understood"_s), iso);
    QCOMPARE(isoDate(written), iso);
    QCOMPARE(isoDate(iso), iso);
    QCOMPARE(isoDateWritten(written.toUpper()).value_or(u"not understood"_s), iso);
}

void WrittenDateTest::allMonthsAndWeekdaysAreKnown_data()
{
    QTest::addColumn<QString>("months");
    QTest::addColumn<QString>("weekdays");

    QTest::newRow("English") << u"January February March April May June July August September October November December"_s
                             << u"Monday Tuesday Wednesday Thursday Friday Saturday Sunday"_s;
    QTest::newRow("English, short") << u"Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec."_s
                                    << u"Mon Tue Wed Thu Fri Sat Sun"_s;
    QTest::newRow("German") << u"Januar Februar März April Mai Juni Juli August September Oktober November Dezember"_s
                            << u"Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"_s;
    QTest::newRow("Austrian") << u"Jänner Feber Mär. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez."_s
                              << u"Mo. Di. Mi. Do. Fr. Sa. So."_s;
    QTest::newRow("French") << u"janvier février mars avril mai juin juillet août septembre octobre novembre décembre"_s
                            << u"lundi mardi mercredi jeudi vendredi samedi dimanche"_s;
    QTest::newRow("Dutch") << u"januari februari maart april mei juni juli augustus september oktober november december"_s
                           << u"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"_s;
    QTest::newRow("Spanish") << u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"_s
                             << u"lunes martes miércoles jueves viernes sábado domingo"_s;
    QTest::newRow("Danish") << u"januar februar marts april maj juni juli august september oktober november december"_s
                            << u"mandag tirsdag onsdag torsdag fredag lørdag søndag"_s;
    QTest::newRow("Italian") << u"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"_s
                             << u"lunedì martedì mercoledì giovedì venerdì sabato domenica"_s;
    QTest::newRow("Portuguese") << u"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"_s
                                << u"segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"_s;
}

void WrittenDateTest::allMonthsAndWeekdaysAreKnown()
{
    QFETCH(QString, months);
    QFETCH(QString, weekdays);
    const QStringList names = months.split(u' ');
    for (int month = 1; month <= 12; ++month) {
        for (const QString &weekday : weekdays.split(u' ')) {
            const QString iso = QDate(2021, month, 28).toString(Qt::ISODate);
            QCOMPARE(isoDateWritten(u"%1, 28 %2 2021"_s.arg(weekday, names[month - 1])).value_or(names[month - 1]), iso);
            QCOMPARE(isoDateWritten(u"%2 28, 2021 %1"_s.arg(weekday, names[month - 1])).value_or(names[month - 1]), iso);
        }
    }
}

void WrittenDateTest::whatIsNotCertainStaysAsItIs_data()
{
    QTest::addColumn<QString>("written");
    for (const QString &written : {u""_s, u"today"_s, u"04/05/2023"_s, u"4/5/23"_s, u"04-05-2023"_s, u"04.05.23"_s, u"21/12/03"_s, u"2021-366"_s, u"03.03.21"_s,
             u"31 June 2023"_s, u"29 February 2023"_s, u"May 4, 3013"_s, u"Sat, 06 Sep 3013 16:20:00 +0000"_s, u"4 May 0999"_s,
             u"20231304"_s, u"May 4"_s, u"May 4-5, 2023"_s, u"4 May 2023 to 6 June 2023"_s, u"Summer 2008"_s, u"Q1 2009"_s,
             u"May 2023 9:30"_s, u"4 May 2023 25:00"_s, u"4 May 2023 16:20 AM"_s, u"4 May 2023 9:30 10:30"_s,
             u"Updated May 4, 2023"_s, u"2023-13"_s, u"234567890"_s, u"12345678901"_s, u"+0200"_s, u"9:30"_s,
             u"\U0001F600 4 May 2023"_s, u"4 May 2023"_s.repeated(20)})
        QTest::newRow(qPrintable(written)) << written;
}

void WrittenDateTest::whatIsNotCertainStaysAsItIs()
{
    QFETCH(QString, written);
    QCOMPARE(isoDateWritten(written), std::nullopt);
    QCOMPARE(isoDate(written), written);
}

void WrittenDateTest::theNextYearIsTheLast()
{
    const int year = QDate::currentDate().year();
    QVERIFY(isoDateWritten(u"4 May %1"_s.arg(year + 1)));
    QVERIFY(!isoDateWritten(u"4 May %1"_s.arg(year + 2)));
}

GALLEY_TEST(WrittenDateTest)
#include "tst_writtendate.moc"
