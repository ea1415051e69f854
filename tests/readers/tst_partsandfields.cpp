// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/article/bylines.h>
#include <readers/article/dateline.h>
#include <readers/article/linekinds.h>
#include <readers/article/writtendate.h>
#include <readers/article/publisheddate.h>
#include <readers/text/decoding.h>
#include <readers/text/language.h>
#include <printed.h>
#include <readers/article/statedarticle.h>
#include <reading.h>
#include <zipped.h>

#include <testing.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Parts and fields of articles in forms that papers, agencies and databases have beside the usual ones.
class PartsAndFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void datelines_data();
    void datelines();
    void photoCredits_data();
    void photoCredits();
    void bylines_data();
    void bylines();
    void datesOfFurtherLanguages_data();
    void datesOfFurtherLanguages();
    void theOrderOfFiguresIsStated();
    void noDateIsNone();
    void strayBytesAreToldWithTheirPlaces_data();
    void strayBytesAreToldWithTheirPlaces();
    void aCharsetDeclaredLateIsFound();
    void linesEndAsUnicodeEndsThem();
    void namesDoNotMakeTheLanguage();
    void aDeckThatRepeatsTheTextAddsNothing();
    void partsOfNewsmlAreWhatTheirRolesSay();
    void headingsOfNexisUni_data();
    void headingsOfNexisUni();
    void anUpdateWithinATextIsText();
    void aTableOfNexisIsNoHeadline();
    void whatHasNoHeadlineIsNamedByItsProse();
    void labelsOfFactivaAreReadInEveryLanguage_data();
    void labelsOfFactivaAreReadInEveryLanguage();
    void europresseKeepsAuthorsAndRights();
    void aHeadlineOfTwoLinesIsOne();
};

void PartsAndFieldsTest::datelines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("dateline");
    const auto row = [](const QString &line, const QString &dateline) { QTest::newRow(qPrintable(line)) << line << dateline; };
    const QString report = u"The lock opened on Monday, after nine years in which boats had to wait outside."_s;
    for (const QString &dateline : {u"LOCKTON, Isle/BOATVILLE (Reuters) - "_s, u"LOCKTON/BOATVILLE, Isle (Reuters) - "_s, u"Lockton, Dec. 30 -- "_s,
             u"Port Lock, March 3, 2020 — "_s, u"PORT LOCK—"_s, u"LOCKTON, Fla. —"_s, u"LOCKTON--"_s, u"\u200FLOCKTON, Feb 26 - "_s})
        row(dateline + report, dateline);
    for (const QString &line : {u"On Tuesday, Dec. 30 -- the day on which it opened -- they came to see the lock for the first time."_s,
             u"LOCKTON—BOATVILLE flights were stopped on Monday because of the storm, the airline said in a letter."_s,
             u"Boats, Dec. 30 - these are the facts that were known to the council when it put off the work."_s,
             u"The lock—The boat: two books that were read by everybody on the island, and by many who live elsewhere."_s})
        row(line, {});
}

void PartsAndFieldsTest::datelines()
{
    QFETCH(QString, line);
    QFETCH(QString, dateline);
    const auto found = datelineAt(line);
    QCOMPARE(found ? line.left(found->length) : QString(), dateline);
}

void PartsAndFieldsTest::photoCredits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("credit");
    const auto row = [](const QString &line, const QString &credit) { QTest::newRow(qPrintable(line)) << line << credit; };
    row(u"Ann Lee/Getty Images."_s, u"Ann Lee/Getty Images."_s);
    row(u"Lock Sentinel via Getty Images."_s, u"Lock Sentinel via Getty Images."_s);
    row(u"A boat leaves the lock on Monday. REUTERS/Ann Lee/File Photo"_s, u"REUTERS/Ann Lee/File Photo"_s);
    row(u"A boat leaves the lock on Monday. LOCKPRESS/Ann Lee"_s, u"LOCKPRESS/Ann Lee"_s);
    row(u"Fewer want the lock than in summer, says a new DAILY/Lockside Opinion Poll."_s, {});
    row(u"There was no answer from the agencies LOCKTEXT/BoatPics"_s, {});
    row(u"He bought the pictures of the lock via Getty Images."_s, {});
}

void PartsAndFieldsTest::photoCredits()
{
    QFETCH(QString, line);
    QFETCH(QString, credit);
    const auto found = photoCredit(line);
    QCOMPARE(found ? line.sliced(found->begin, found->length()) : QString(), credit);
}

void PartsAndFieldsTest::bylines_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("authors");
    QTest::newRow("a surname that is a word for newspapers") << u"By Ann Rabe and Jordan Press"_s << u"Ann Rabe; Jordan Press"_s;
    QTest::newRow("and an outlet") << u"By Ann Rabe and Jordan Press, Lock Press"_s << u"Ann Rabe; Jordan Press"_s;
    QTest::newRow("an agency") << u"By Ann Rabe and Associated Press"_s << u"Ann Rabe"_s;
    QTest::newRow("the place of two") << u"Von Anna Lee und Bernd Kram, Lindmoor"_s << u"Anna Lee; Bernd Kram"_s;
}

void PartsAndFieldsTest::bylines()
{
    QFETCH(QString, byline);
    QFETCH(QString, authors);
    QCOMPARE(authorsIn(byline), authors);
}

void PartsAndFieldsTest::datesOfFurtherLanguages_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("iso");
    const auto row = [](const QString &written, const QString &iso) { QTest::newRow(qPrintable(written)) << written << iso; };
    row(u"fre, 03 desember 2021 09:15:00 +0100"_s, u"2021-12-03T09:15:00+01:00"_s);
    row(u"3. des. 2021"_s, u"2021-12-03"_s);
    row(u"3 de marzo de 2021 10:15 p. m."_s, u"2021-03-03T22:15"_s);
    row(u"Thu, 04 Mar 2021 24:00:00 GMT"_s, u"2021-03-05T00:00:00Z"_s);
    row(u"Thu Mar 04 2021 05:06:07 GMT+0100 (Central European Standard Time)"_s, u"2021-03-04T05:06:07+01:00"_s);
    row(u"3 września 2021 10:15"_s, u"2021-09-03T10:15"_s);
    row(u"3 сентября 2021 10:15"_s, u"2021-09-03T10:15"_s);
    row(u"2021年9月3日 10:15"_s, u"2021-09-03T10:15"_s);
    row(u"2018 年 10 月 7 日 17:04"_s, u"2018-10-07T17:04"_s);
    row(u"2021년 9월 3일"_s, u"2021-09-03"_s);
    row(u"3. syyskuuta 2021 klo 10.15"_s, u"2021-09-03T10:15"_s);
    row(u"3 Eylül 2021"_s, u"2021-09-03"_s);
    row(u"1 Ağustos 2021"_s, u"2021-08-01"_s);
    row(u"3 Αυγούστου 2021"_s, u"2021-08-03"_s);
    row(u"1. srpna 2021"_s, u"2021-08-01"_s);
    row(u"2021. augusztus 1."_s, u"2021-08-01"_s);
    row(u"25/12/2021 10:15"_s, u"2021-12-25T10:15"_s);
    row(u"12/25/2021 10:15 AM"_s, u"2021-12-25T10:15"_s);
    row(u"3/12-2021"_s, u"2021-12-03"_s);
    row(u"03DEC2021"_s, u"2021-12-03"_s);
    row(u"2021-W35-5"_s, u"2021-09-03"_s);
    row(u"1630656900"_s, u"2021-09-03T08:15:00Z"_s);
    row(u"1630656900000"_s, u"2021-09-03T08:15:00Z"_s);
    row(u"September 31, 2021"_s, u"none"_s);
    row(u"12/03/2021"_s, u"none"_s);
    row(u"5 listopada 2021"_s, u"none"_s); // October to Croats, November to Poles and Czechs
    row(u"2021-W60-1"_s, u"none"_s);
}

void PartsAndFieldsTest::datesOfFurtherLanguages()
{
    QFETCH(QString, written);
    QFETCH(QString, iso);
    QCOMPARE(isoDateWritten(written).value_or(u"none"_s), iso);
}

void PartsAndFieldsTest::theOrderOfFiguresIsStated()
{
    QVERIFY(isAmbiguousDate(u"12/03/2021") && isAmbiguousDate(u"3-4-21") && !isAmbiguousDate(u"25/12/2021") && !isAmbiguousDate(u"soon"));
    QCOMPARE(isoDateWritten(u"12/03/2021", DateOrder::DayFirst).value_or(QString()), u"2021-03-12"_s);
    QCOMPARE(isoDateWritten(u"12/03/2021 10:15", DateOrder::MonthFirst).value_or(QString()), u"2021-12-03T10:15"_s);
    QCOMPARE(isoDateWritten(u"3-4-21", DateOrder::DayFirst).value_or(QString()), u"2021-04-03"_s);
    QVERIFY(!isoDateWritten(u"25/12/2021", DateOrder::MonthFirst));
}

void PartsAndFieldsTest::noDateIsNone()
{
    for (const QString &written : {u"0000-00-00 00:00:00"_s, u"0001-01-01"_s, u"0001-01-01T00:00:00Z"_s, u"NaT"_s, u"01/01/0001 00:00:00"_s})
        QCOMPARE(isoDate(written), QString());
    QCOMPARE(isoDate(u"some day"_s), u"some day"_s);
}

void PartsAndFieldsTest::strayBytesAreToldWithTheirPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("one of windows-1252") << "Gr\xC3\xBC\xC3\x9F" "e aus K\xC3\xB6ln.\nIt\x92s over."_ba << u"Grüße aus Köln.\nIt’s over."_s << u"line 2 (92)"_s;
    QTest::newRow("a cut end") << "Gr\xC3\xBC\xC3\x9F" "e \xC3"_ba << u"Grüße \uFFFD"_s << u"line 1 (C3)"_s;
    QTest::newRow("two, among few others") << "Open \xE2\x80\x93 at last\n\nIt is pol\x92itics\xC3(\xE2\x80\x9D."_ba << u"Open – at last\n\nIt is pol’iticsÃ(”."_s << u"line 3 (92), line 3 (C3)"_s;
    QTest::newRow("a NUL") << QByteArray("Lock opens\n\n" + QByteArray("It opened on Monday. ").repeated(10) + '\0' + "The cost was high.")
                           << u"Lock opens\n\n"_s + u"It opened on Monday. "_s.repeated(10) + u"\uFFFDThe cost was high."_s << u"line 3"_s;
}

void PartsAndFieldsTest::strayBytesAreToldWithTheirPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, place);
    const auto read = decoded(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->text, text);
    QVERIFY2(read->remarks.join(u' ').contains(place), qPrintable(read->remarks.join(u' ')));
    const auto file = reading(bytes, u"a.txt"_s);
    QCOMPARE(file.all<ReadArticle>().size(), size_t(1));
    QCOMPARE(file.info->remarks, read->remarks);
    if (!text.contains(QChar(QChar::ReplacementCharacter)) || place != u"line 3"_s) {
        const auto mail = reading("From: Ann <ann@example.org>\nSubject: A\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                                  "Content-Transfer-Encoding: 8bit\n\n" + bytes, u"a.eml"_s);
        QCOMPARE(mail.all<ReadArticle>().at(0).text, u"A\n\n"_s + text);
        QVERIFY(!mail.problems().isEmpty());
    }
    QVERIFY(!decoded(QByteArray("a\0b\0c\0", 6).repeated(50) + QByteArray(3, '\0')));
}

void PartsAndFieldsTest::aCharsetDeclaredLateIsFound()
{
    const QByteArray page = "<html><head><script>" + QByteArray(9000, 'x') + "</script><meta charset='windows-1251'></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2</p></body></html>";
    QCOMPARE(declaredCharset(page), u"windows-1251"_s);
    QVERIFY(decoded(page)->text.contains(u"Привет"_s));
}

void PartsAndFieldsTest::linesEndAsUnicodeEndsThem()
{
    for (const QString &end : {u"\u2029"_s, u"\u2028"_s, u"\u0085"_s}) {
        const QString text = u"Lock opens after nine years%1By Ann Lee%1LOCKTON, March 3 (Reuters) - It opened on Monday.%1"_s.arg(end);
        const auto read = reading(text.toUtf8(), u"a.txt"_s).all<ReadArticle>();
        QCOMPARE(read.size(), size_t(1));
        QCOMPARE(read[0].text, text);
        QCOMPARE(read[0].article.title, u"Lock opens after nine years"_s);
        QStringList kinds;
        for (const Zone &zone : read[0].zones)
            kinds += nameOf(zone.kind);
        QCOMPARE(kinds, (QStringList{u"headline"_s, u"byline"_s, u"dateline"_s}));
    }
}

void PartsAndFieldsTest::namesDoNotMakeTheLanguage()
{
    const QString names = u"Penyelam dari Jakarta, Surabaya dan Makassar: Bambang Sutrisno, Dewi Lestari, Agus Wijaya, Siti Rahayu, Kota Baru, Nusa Indah, Tanjung Priok, "
                          "Pulau Seribu, Selat Sunda, Laut Jawa, Bandar Udara Soekarno Hatta, Rumah Sakit Umum, Kapal Nusa Indah, Polri Kramat Jati, Basarnas.\n\n"_s;
    QString text = names;
    for (int paragraph = 0; paragraph < 12; ++paragraph)
        text += u"The master of the lock said that the new quay would open in June and that no boat would have to wait outside any more.\n\n"_s;
    QCOMPARE(detectedLanguage(text), u"en"_s);
}

void PartsAndFieldsTest::aDeckThatRepeatsTheTextAddsNothing()
{
    const auto read = reading("<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Lock opens</HeadLine><SubHeadLine>It opened on Monday, they said.</SubHeadLine></NewsLines>"
                              "<ContentItem><MediaType FormalName='Text'/><DataContent><nitf><body><body.content><p>It opened on Monday, they said.</p><p>It did.</p></body.content></body></nitf></DataContent></ContentItem>"
                              "</NewsComponent></NewsItem></NewsML>"_ba, u"a.xml"_s).all<ReadArticle>();
    QCOMPARE(read.at(0).text, u"Lock opens\n\nIt opened on Monday, they said.\n\nIt did."_s);
}

void PartsAndFieldsTest::partsOfNewsmlAreWhatTheirRolesSay()
{
    const auto part = [](const QByteArray &role, const QByteArray &text, const QByteArray &mime = "text/html") {
        return "<NewsComponent><Role FormalName='" + role + "'/><ContentItem><MimeType FormalName='" + mime + "'/><DataContent><html xmlns='http://www.w3.org/1999/xhtml'><body><p>"
            + text + "</p></body></html></DataContent></ContentItem></NewsComponent>";
    };
    const auto read = reading("<NewsML><NewsItem><NewsComponent><NewsComponent><NewsLines><HeadLine>Lock opens</HeadLine></NewsLines>"
                              "<NewsComponent><Role FormalName='Video'/><NewsLines><HeadLine>Watch it open.</HeadLine></NewsLines></NewsComponent>"
                                  + part("StyleSheet", ".a {b: c}", "text/css") + part("HeadLine", "Lock opens") + part("Contact", "Ann Lee, 555-0100") + part("Body", "It opened on Monday.")
                                  + "</NewsComponent></NewsComponent></NewsItem></NewsML>", u"a.xml"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].article.title, u"Lock opens"_s);
    QCOMPARE(read[0].text, u"Lock opens\n\nIt opened on Monday."_s);
    QCOMPARE(read[0].article.fields.value(u"Contact"_s), u"Ann Lee, 555-0100"_s);
    QCOMPARE(read[0].article.fields.value(u"Video"_s), u"Watch it open."_s);
}

namespace {

QByteArray wordDocument(const QStringList &paragraphs)
{
    QByteArray body;
    for (const QString &paragraph : paragraphs)
        body += "<w:p><w:r><w:t xml:space='preserve'>" + paragraph.toHtmlEscaped().toUtf8() + "</w:t></w:r></w:p>";
    return zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s,
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + body + "</w:body></w:document>"}});
}

} // namespace

void PartsAndFieldsTest::headingsOfNexisUni_data()
{
    QTest::addColumn<QStringList>("heading");
    QTest::addColumn<QString>("loaded");
    QTest::addColumn<QString>("found");
    const QString none;
    QTest::newRow("edition behind the date") << QStringList{u"Lock closes"_s, u"Lock Post"_s, u"November 27, 2013 Wednesday, FINAL EDITION"_s, u"Copyright 2013 Lock Post"_s, u"Length: 5 words"_s} << none << u"2013-11-27|Lock Post|Lock closes"_s;
    QTest::newRow("two commas") << QStringList{u"Lock closes"_s, u"Lock Post"_s, u"May 2, 2002, Thursday,, FINAL EDITION"_s, u"Copyright 2002"_s} << none << u"2002-05-02|Lock Post|Lock closes"_s;
    QTest::newRow("a notice above the outlet") << QStringList{u"Lock closes"_s, u"Correction Appended"_s, u"Lock Post"_s, u"February 4, 2023 Saturday"_s, u"Copyright 2023"_s} << none << u"2023-02-04|Lock Post|Lock closes"_s;
    QTest::newRow("a notice below the date") << QStringList{u"Lock closes"_s, u"Lock Post"_s, u"February 4, 2023 Saturday"_s, u"Correction Appended"_s, u"Late Edition - Final"_s, u"Copyright 2023"_s} << none << u"2023-02-04|Lock Post|Lock closes"_s;
    QTest::newRow("a month") << QStringList{u"Lock closes"_s, u"Lock Monthly"_s, u"May 2023"_s, u"Copyright 2023"_s} << none << u"2023-05|Lock Monthly|Lock closes"_s;
    QTest::newRow("a part of the outlet") << QStringList{u"Lock closes"_s, u"The Lock Blogs"_s, u"(Green)"_s, u"June 26, 2009 Friday 15:25 EST"_s, u"Copyright 2009"_s} << none << u"2009-06-26T15:25-05:00|The Lock Blogs (Green)|Lock closes"_s;
    QTest::newRow("a cover") << QStringList{u"User Name: JANE EXAMPLE"_s, u"Date and Time: Wednesday, December 19, 2018 7:08:00 PM GMT"_s, u"Job Number: 1"_s, u"Documents (1)"_s, u"1. Lock closes"_s,
        u"Lock closes"_s, u"Lock Post"_s, u"May 2, 2002, Thursday"_s, u"Copyright 2002"_s} << none << u"2002-05-02|Lock Post|Lock closes"_s;
    QTest::newRow("no date but that of the database") << QStringList{u"Lock closes"_s, u"Lock Post - Final Edition"_s, u" Correction Appended"_s, u"Copyright 2005"_s} << u"September 14, 2005"_s << u"2005-09-14|Lock Post - Final Edition|Lock closes"_s;
}

void PartsAndFieldsTest::headingsOfNexisUni()
{
    QFETCH(QStringList, heading);
    QFETCH(QString, loaded);
    QFETCH(QString, found);
    const auto read = reading(wordDocument(heading + QStringList{u"Body"_s, u"It closed."_s, u"Load-Date: "_s + (loaded.isEmpty() ? u"May 5, 2023"_s : loaded), u"End of Document"_s}), u"a.docx"_s);
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(QStringList({article.published, article.outlet, article.title}).join(u'|'), found);
    QCOMPARE(articles[0].text, u"Lock closes\n\nIt closed."_s);
    QCOMPARE(read.problems().isEmpty(), loaded.isEmpty());
}

void PartsAndFieldsTest::anUpdateWithinATextIsText()
{
    const auto read = reading(wordDocument({u"Lock closes"_s, u"Lock Post"_s, u"May 4, 2023"_s, u"Copyright 2023"_s, u"Body"_s, u"It closed."_s, u"Update: On Friday it opened."_s,
        u"It did."_s, u"Load-Date: May 5, 2023"_s, u"End of Document"_s}), u"a.docx"_s).all<ReadArticle>();
    QCOMPARE(read.at(0).text, u"Lock closes\n\nIt closed.\n\nUpdate: On Friday it opened.\n\nIt did."_s);
    QCOMPARE(read.at(0).article.fields.value(u"Load-Date"_s), u"May 5, 2023"_s);
}

void PartsAndFieldsTest::aTableOfNexisIsNoHeadline()
{
    const QByteArray page = "<HTML><HEAD><STYLE>.c0 { text-align: center; } .c5 { text-align: left; }</STYLE></HEAD><BODY><A NAME=\"DOC_ID_1_0\"></A><!-- Hide XML section from browser -->"
        "<DIV CLASS=\"c0\"><P>1 of 2 DOCUMENTS</P></DIV><BR><DIV CLASS=\"c0\"><P>The Lock Post</P></DIV><BR><DIV CLASS=\"c0\"><P>March 3, 2020 Tuesday</P></DIV><BR>"
        "<DIV CLASS=\"c5\"><P>LENGTH: 12 words</P></DIV><BR><DIV CLASS=\"c5\"><TABLE><TR><TD><P>Rank</P></TD><TD><P>Lock</P></TD></TR><TR><TD><P>1</P></TD><TD><P>Anna</P></TD></TR></TABLE></DIV><BR>"
        "<DIV CLASS=\"c5\"><P>LOAD-DATE: March 3, 2020</P></DIV><BR><DIV CLASS=\"c5\"><P>LANGUAGE: ENGLISH</P></DIV>"
        "<A NAME=\"DOC_ID_2_0\"></A><DIV CLASS=\"c5\"><P>We are sorry but there is an error in this document.</P></DIV></BODY></HTML>";
    const auto read = reading(page, u"a.html"_s);
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"The Lock Post, 2020-03-03"_s); // a row of a table names nothing
    QCOMPARE(articles[0].text, u"Rank\tLock\n1\tAnna"_s);
    QCOMPARE(articles[0].article.fields.value(u"LOAD-DATE"_s), u"March 3, 2020"_s);
    QCOMPARE(articles[0].article.language, u"en"_s);
    QVERIFY2(read.problems().join(u' ').contains(u"We are sorry"_s), qPrintable(read.problems().join(u' ')));
}

/// Of whatever format: prose before rows, else where and when it appeared.
void PartsAndFieldsTest::whatHasNoHeadlineIsNamedByItsProse()
{
    const auto titleOf = [](StatedArticle stated) {
        QString title;
        give(std::move(stated), [&](ReadRecord record) {
            if (const auto *read = std::get_if<ReadArticle>(&record.value))
                title = read->article.title;
            return true;
        });
        return title;
    };
    StatedArticle stated;
    stated.body = {{u"Rank\tLock\n1\tAnna"_s}, {u"12  4  7\n3  9  1"_s}};
    QCOMPARE(titleOf(stated), u"Rank Lock"_s); // there is nothing else
    stated.article.outlet = u"The Lock Post"_s;
    QCOMPARE(titleOf(stated), u"The Lock Post"_s);
    stated.article.published = u"2020-03-03T10:15"_s;
    QCOMPARE(titleOf(stated), u"The Lock Post, 2020-03-03"_s);
    stated.captions = {u"Anna, the oldest of them."_s};
    QCOMPARE(titleOf(stated), u"Anna, the oldest of them."_s);
    stated.body.push_back({u"The oldest lock is still in use."_s});
    QCOMPARE(titleOf(stated), u"The oldest lock is still in use."_s);
}

void PartsAndFieldsTest::labelsOfFactivaAreReadInEveryLanguage_data()
{
    QTest::addColumn<QStringList>("labels"); // length, date, language, rights, number
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringList{u"815 words"_s, u"7 October 2018"_s, u"English"_s, u"(c) 2018 Lock Post"_s, u"Document LOCKP00020181007eea70005l"_s} << u"en"_s;
    QTest::newRow("German") << QStringList{u"815 Wörter"_s, u"7. Oktober 2018"_s, u"Deutsch"_s, u"© 2018 Lock Post"_s, u"Dokument LOCKP00020181007eea70005l"_s} << u"de"_s;
    QTest::newRow("Spanish") << QStringList{u"815 palabras"_s, u"7 octubre 2018"_s, u"Español"_s, u"Todos los derechos reservados"_s, u"Documento LOCKP00020181007eea70005l"_s} << u"es"_s;
    QTest::newRow("Chinese") << QStringList{u"815 字"_s, u"2018 年 10 月 7 日"_s, u"中文－简体"_s, u"版权 2018 Lock Post"_s, u"文件 LOCKP00020181007eea70005l"_s} << u"zh-Hans"_s;
    QTest::newRow("Russian") << QStringList{u"815 слов"_s, u"7 октября 2018"_s, u"Русский"_s, u"Авторское право 2018"_s, u"Документ LOCKP00020181007eea70005l"_s} << u"ru"_s;
    QTest::newRow("Japanese") << QStringList{u"815 文字"_s, u"2018年10月7日"_s, u"日本語"_s, u"著作権 2018"_s, u"文書 LOCKP00020181007eea70005l"_s} << u"ja"_s;
}

void PartsAndFieldsTest::labelsOfFactivaAreReadInEveryLanguage()
{
    QFETCH(QStringList, labels);
    QFETCH(QString, language);
    const QString page = u"<html><head><meta charset=\"utf-8\"><title>Factiva</title></head><body><div class=\"article xxArticle\"><p><div id=\"hd\"><span>Lock opens</span></div>"
                         "<div>%1</div><div>%2</div><div>Lock Post</div><div>LOCKP</div><div>%3</div><div>%4</div></p><p class=\"articleParagraph\">It opened.</p>"
                         "<p class=\"articleParagraph\">It did.</p><p>%5</p></div></body></html>"_s.arg(labels[0], labels[1], labels[2], labels[3], labels[4]);
    const auto read = reading(page.toUtf8(), u"a.html"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].text, u"Lock opens\n\nIt opened.\n\nIt did."_s);
    QCOMPARE(read[0].article.published, u"2018-10-07"_s);
    QCOMPARE(read[0].article.outlet, u"Lock Post"_s);
    QCOMPARE(read[0].article.language, language);
    QCOMPARE(read[0].article.fields.value(u"WC"_s), labels[0]);
    QCOMPARE(read[0].article.fields.value(u"AN"_s), u"LOCKP00020181007eea70005l"_s);
}

void PartsAndFieldsTest::europresseKeepsAuthorsAndRights()
{
    const auto page = [](const QByteArray &text) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><article><header><div><span class=\"DocPublicationName\">Le Quai </span></div>"
               "<div><span class=\"DocHeader\">Economie, mardi 3 mars 2020, p. 4</span></div><div><p>PORTS</p></div><div class=\"titreArticle\"><p class=\"titreArticleVisu\">"
               "L'écluse ouvre</p></div><div>Anne Lide</div></header><section>" + text + "</section><aside><div><p><b>Illustration(s) : </b></p><div><p>Un bateau.</p></div></div></aside>"
               "<footer><small>© 2020 Le Quai SA. Tous droits réservés.</small><p>Numéro de document : news·20200303·LQ·1a</p><div><span id=\"PubliC_lblNodoc\">news·20200303·LQ·1a</span></div>"
               "<div><span id=\"PubliC_lblCertificatIssuedTo\">Ce certificat est émis à des fins de visualisation.</span></div></footer></article></body></html>";
    };
    for (const QByteArray &text : {"<div class=\"DocText\"><div class=\"docOcurrContainer\"><p>Elle ouvre lundi.</p></div></div>"_ba, "<p>Elle ouvre lundi.</p>"_ba}) {
        const auto read = reading(page(text), u"a.html"_s).all<ReadArticle>();
        QCOMPARE(read.size(), size_t(1));
        QCOMPARE(read[0].article.authors, u"Anne Lide"_s);
        QCOMPARE(read[0].text, u"L'écluse ouvre\n\nAnne Lide\n\nElle ouvre lundi.\n\nUn bateau."_s);
        QCOMPARE(read[0].article.fields.value(u"Numéro de document"_s), u"news·20200303·LQ·1a"_s);
        QVERIFY(read[0].article.fields.value(u"copyright"_s).startsWith(u"© 2020"_s));
    }
}

void PartsAndFieldsTest::aHeadlineOfTwoLinesIsOne()
{
    const QByteArray article = "\\i \"K\xC3\xBCstenblatt.at\" gefunden am 03.03.2020 08:15 Uhr\\i0\\par\\par\\b Schleuse: \"Wer warten will, der soll\\par doch im Hafen f\xC3\xBCr sich bleiben\"\\b0\\par\\par "
                               "Sie \xC3\xB6" "ffnet am Montag.\\par\\par ";
    const auto read = reading("{\\rtf\\ansi{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}} " + article + "_______________________________________\\par " + article + "}", u"a.rtf"_s);
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    for (const ReadArticle &one : articles) {
        QCOMPARE(one.article.title, u"Schleuse: \"Wer warten will, der soll doch im Hafen für sich bleiben\""_s);
        QCOMPARE(one.article.outlet, u"Küstenblatt.at"_s);
        QVERIFY2(one.text.endsWith(u"Sie öffnet am Montag."_s), qPrintable(one.text));
    }
    QVERIFY(read.problems().join(u' ').contains(u"UTF-8"_s));
}

GALLEY_TEST(PartsAndFieldsTest)
#include "tst_partsandfields.moc"
