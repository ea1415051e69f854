// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <readers/article/bylines.h>
#include <readers/article/writtendate.h>
#include <readers/wire/mimeheader.h>

#include <KCompressionDevice>

#include <testing.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// What is damaged, hostile or merely odd among wire formats, feeds, mail and archives.
class WireEdgesTest : public QObject
{
    Q_OBJECT

private slots:
    void datesAreReadAsTheyAreWritten_data();
    void datesAreReadAsTheyAreWritten();
    void bylinesNameAuthors_data();
    void bylinesNameAuthors();
    void headersOfMailBecomeText_data();
    void headersOfMailBecomeText();
    void parametersOfMailAreJoined_data();
    void parametersOfMailAreJoined();
    void bodiesOfMail_data();
    void bodiesOfMail();
    void whatCannotBeReadIsSaidInOneSentence_data();
    void whatCannotBeReadIsSaidInOneSentence();
    void hostileInputIsReadToItsEnd_data();
    void hostileInputIsReadToItsEnd();
    void aDamagedArchiveGivesWhatCameBefore();
    void whatACrawlerSaysOfItselfIsNoArticle();
    void theOlderFormOfWebArchivesIsRead();
    void aMailboxHoldsManyMails();
    void aFeedWithoutItsNamespaceIsAFeed();
};

void WireEdgesTest::datesAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("iso");

    QTest::newRow("nitf") << u"20131020T192751+1100"_s << u"2013-10-20T19:27:51+11:00"_s;
    QTest::newRow("nitf, UTC") << u"20151210T191044Z"_s << u"2015-12-10T19:10:44Z"_s;
    QTest::newRow("day only") << u"20230504"_s << u"2023-05-04"_s;
    QTest::newRow("fractions") << u"2014-07-16T13:00:03.000Z"_s << u"2014-07-16T13:00:03Z"_s;
    QTest::newRow("agency") << u"2014-07-16 13:00:03 GMT+00:00"_s << u"2014-07-16T13:00:03+00:00"_s;
    QTest::newRow("short offset") << u"2014-07-16T13:00:03+02"_s << u"2014-07-16T13:00:03+02:00"_s;
    QTest::newRow("mail") << u"Thu, 19 Feb 2015 17:18:40 +1100"_s << u"2015-02-19T17:18:40+11:00"_s;
    QTest::newRow("mail with a comment") << u"Thu, 19 Feb 2015 17:18:40 -0800 (PST)"_s << u"2015-02-19T17:18:40-08:00"_s;
    QTest::newRow("mail with a long comment")
        << u"Thu, 19 Feb 2015 17:18:40 -0700 (Pacific Daylight Time)"_s << u"2015-02-19T17:18:40-07:00"_s;
    QTest::newRow("universal time") << u"6 Sep 2009 16:20:00 UT"_s << u"2009-09-06T16:20:00Z"_s;
    QTest::newRow("no seconds, named zone") << u"Sun, 6 Sep 2009 16:20 EST"_s << u"2009-09-06T16:20-05:00"_s;
    QTest::newRow("wrong weekday") << u"Sun, 11 Jul 2014 15:06:01 GMT"_s << u"2014-07-11T15:06:01Z"_s;
    QTest::newRow("two digits") << u"6 Sep 99 16:20:00 GMT"_s << u"1999-09-06T16:20:00Z"_s;
    QTest::newRow("server") << u"Sun Nov  6 08:49:37 1994"_s << u"1994-11-06T08:49:37"_s;
    QTest::newRow("year") << u"2014"_s << u"2014"_s;
    QTest::newRow("month") << u"2014-07"_s << u"2014-07"_s;
    QTest::newRow("in words") << u"May 4, 2023"_s << u"2023-05-04"_s;
    QTest::newRow("too late") << u"Sun, 07 Jul 3013 15:06:01 +0000"_s << QString();
    QTest::newRow("no such day") << u"20230231T000000Z"_s << QString();
    QTest::newRow("no such hour") << u"2023-02-01T25:00:00Z"_s << QString();
    QTest::newRow("no such zone") << u"2023-02-01T15:00:00+9900"_s << QString();
    QTest::newRow("before the era") << u"Mon, 30 Nov -0001 00:00:00 +0000"_s << QString();
    QTest::newRow("prose") << u"yesterday"_s << QString();
}

void WireEdgesTest::datesAreReadAsTheyAreWritten()
{
    QFETCH(QString, written);
    QFETCH(QString, iso);
    QCOMPARE(isoDateWritten(written).value_or(QString()), iso);
}

void WireEdgesTest::bylinesNameAuthors_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("authors");

    QTest::newRow("one") << u"By Ann Lee"_s << u"Ann Lee"_s;
    QTest::newRow("capitals") << u"By ANN LEE and BO KIM"_s << u"ANN LEE; BO KIM"_s;
    QTest::newRow("three") << u"By Ann Lee, Bo Kim and Cy Dee"_s << u"Ann Lee; Bo Kim; Cy Dee"_s;
    QTest::newRow("title") << u"By Ann Lee, Staff Reporter"_s << u"Ann Lee"_s;
    QTest::newRow("house") << u"By Ann Lee, Press Association"_s << u"Ann Lee"_s;
    QTest::newRow("german") << u"Von Zoë Asch und Bo Kim, dpa"_s << u"Zoë Asch; Bo Kim"_s;
    QTest::newRow("french") << u"Par Zoé Asch et Bo Kim"_s << u"Zoé Asch; Bo Kim"_s;
    QTest::newRow("initials") << u"gr/bp"_s << u"gr/bp"_s;
    QTest::newRow("house only") << u"Associated Press"_s << u"Associated Press"_s;
    QTest::newRow("a name that begins so") << u"Byron Lee"_s << u"Byron Lee"_s;
    QTest::newRow("an ampersand") << u"Ann Lee & Bo Kim"_s << u"Ann Lee; Bo Kim"_s;
    QTest::newRow("a slash") << u"Ann Lee/Bo Kim"_s << u"Ann Lee; Bo Kim"_s;
    QTest::newRow("a place") << u"By Ann Lee, New York"_s << u"Ann Lee, New York"_s;
    QTest::newRow("two places") << u"Ann Lee in Exampleton and Portside"_s << u"Ann Lee in Exampleton and Portside"_s;
    QTest::newRow("a script without capitals") << u"李明, 王芳, 张伟"_s << u"李明; 王芳; 张伟"_s;
}

void WireEdgesTest::bylinesNameAuthors()
{
    QFETCH(QString, byline);
    QFETCH(QString, authors);
    QCOMPARE(authorsIn(byline), authors);
}

void WireEdgesTest::headersOfMailBecomeText_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");

    QTest::newRow("plain") << "Harbour  opens"_ba << u"Harbour opens"_s;
    QTest::newRow("q") << "=?ISO-8859-1?Q?Caf=E9_=A3?= now"_ba << u"Café £ now"_s;
    QTest::newRow("b") << "=?utf-8?B?w7ZmZm5ldA==?="_ba << u"öffnet"_s;
    QTest::newRow("blanks between encoded words vanish") << "=?utf-8?Q?a?= =?utf-8?Q?b?= c"_ba << u"ab c"_s;
    QTest::newRow("a character split between words")
        << "=?UTF-8?B?ww==?= =?utf-8?B?tg==?="_ba << u"ö"_s;
    QTest::newRow("language") << "=?utf-8*de?Q?=C3=A4?="_ba << u"ä"_s;
    QTest::newRow("japanese") << "=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?="_ba << u"テスト"_s;
    QTest::newRow("unknown charset") << "=?x-none?Q?abc?="_ba << u"abc"_s;
    QTest::newRow("raw utf-8") << "Caf\xC3\xA9"_ba << u"Café"_s;
    QTest::newRow("raw latin") << "Caf\xE9"_ba << u"Café"_s;
    QTest::newRow("not encoded after all") << "1 =? 2 ?= 3"_ba << u"1 =? 2 ?= 3"_s;
    QTest::newRow("broken hex") << "=?utf-8?Q?=Z1=?="_ba << u"=Z1="_s;
}

void WireEdgesTest::headersOfMailBecomeText()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, text);
    QCOMPARE(headerText(written), text);
}

void WireEdgesTest::parametersOfMailAreJoined_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("name");

    QTest::newRow("token") << "text/plain; name=a.txt"_ba << u"a.txt"_s;
    QTest::newRow("quoted") << R"(TEXT/PLAIN; charset=x ; Name="a \"b\"; c.txt")"_ba << u"a \"b\"; c.txt"_s;
    QTest::newRow("encoded") << "text/plain; name*=utf-8'en'%e2%82%ac.txt"_ba << u"€.txt"_s;
    QTest::newRow("continued") << "text/plain; name*1=\"b c\"; name*0=\"a \"; name*2=.txt"_ba << u"a b c.txt"_s;
    QTest::newRow("continued and encoded") << "text/plain; name*0*=iso-8859-1''%E4; name*1*=%F6; name*2=.txt"_ba << u"äö.txt"_s;
    QTest::newRow("encoded words, as some do it") << "text/plain; name=\"=?utf-8?Q?=C3=A4?=.txt\""_ba << u"ä.txt"_s;
    QTest::newRow("never closed") << "text/plain; name=\"a.txt"_ba << u"a.txt"_s;
    QTest::newRow("none") << "text/plain;;;"_ba << QString();
}

void WireEdgesTest::parametersOfMailAreJoined()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, name);
    const MimeValue value = mimeValue(written);
    QCOMPARE(value.value, u"text/plain"_s);
    QCOMPARE(value.parameters.value(u"name"_s), name);
}

void WireEdgesTest::bodiesOfMail_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("text");

    const QByteArray both = "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\n\n%\n"
                            "--b\nContent-Type: text/html\n\n<p>Rich</p>\n--b--\n";
    QTest::newRow("no type") << "\nPlain.\n"_ba << u"Plain."_s;
    QTest::newRow("a colon in the first line") << "\nNote: plain.\n"_ba << u"Note: plain."_s;
    QTest::newRow("plain before html") << QByteArray(both).replace("%", "Note: poor") << u"Note: poor"_s;
    QTest::newRow("html where plain is empty") << QByteArray(both).replace("%", "  \n ") << u"Rich"_s;
    QTest::newRow("html within related")
        << "Content-Type: multipart/related; boundary=r\n\n--r\n"
           "Content-Type: text/html\n\n<b>A</b>\n--r\nContent-Type: image/png\n\nx\n--r--"_ba
        << u"A"_s;
    QTest::newRow("never closed") << "Content-Type: multipart/mixed; boundary=r\n\n--r\n\nHere."_ba << u"Here."_s;
    QTest::newRow("alike boundaries")
        << "Content-Type: multipart/mixed; boundary=r\n\n--r\n"
           "Content-Type: multipart/mixed; boundary=r2\n\n--r2\n\nDeep.\n--r2--\n--r--"_ba
        << u"Deep."_s;
    QTest::newRow("two texts") << "Content-Type: multipart/mixed; boundary=r\n\n--r\n\nOne.\n--r\n\nTwo.\n--r--"_ba
        << u"One.\n\nTwo."_s;
    QTest::newRow("quoted printable") << "Content-Transfer-Encoding: quoted-printable\n\nA =3D B=\n, C=C3=A4 =ZZ \n> d=\n"_ba
        << u"A = B, Cä =ZZ\n> d"_s;
    QTest::newRow("latin called ascii") << "Content-Type: text/plain; charset=us-ascii\n\nCaf\xE9"_ba << u"Café"_s;
    QTest::newRow("utf-8 called latin") << "Content-Type: text/plain; charset=iso-8859-1\n\nCaf\xC3\xA9"_ba << u"Café"_s;
    QTest::newRow("japanese") << "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B%F%9%H\x1b(B"_ba << u"テスト"_s;
    QTest::newRow("flowed")
        << "Content-Type: text/plain; format=flowed; delsp=yes\n\nun \ndone \n\n> quoted \n> more\n-- \nAnn"_ba
        << u"undone\n\n> quoted\n> more\n-- \nAnn"_s;
    QTest::newRow("bytes that are no utf-8, as declared") << "Content-Type: text/html; charset=utf-8\n\n<p>Caf\xE9"_ba
        << u"Café"_s;
}

void WireEdgesTest::bodiesOfMail()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, text);
    const auto articles = reading("From: a@example.org\nSubject: S\nDate: 4 May 2023 10:00 GMT\n" + rest).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].text, u"S\n\n"_s + text);
}

void WireEdgesTest::whatCannotBeReadIsSaidInOneSentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");

    QTest::newRow("xml cut off") << "<nitf><body><body.content><p>Words"_ba << u"well-formed"_s;
    QTest::newRow("own entities") << "<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><nitf>&a;</nitf>"_ba
        << u"entities"_s;
    QTest::newRow("nothing in nitf") << "<nitf><body><body.head><hedline><hl1>Head</hl1></hedline></body.head></body></nitf>"_ba
        << u"“Head”"_s;
    QTest::newRow("no news item") << "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/></newsMessage>"_ba
        << u"no news item"_s;
    QTest::newRow("no newsml item") << "<NewsML><Catalog/></NewsML>"_ba << u"no news item"_s;
    QTest::newRow("no entries") << "<rss version='2.0'><channel><title>T</title></channel></rss>"_ba << u"no entries"_s;
    QTest::newRow("json cut off") << R"({"versioncreated":"x","pubstatus":"y","body_text":"Words)"_ba << u"JSON"_s;
    QTest::newRow("half a pair") << R"({"versioncreated":"x","pubstatus":"y","body_text":"Wor\ud83dds"})"_ba << u"surrogate"_s;
    QTest::newRow("half a pair in html")
        << R"({"versioncreated":"x","pubstatus":"y","body_html":"<p>Wor\ud83dds"})"_ba << u"surrogate"_s;
    QTest::newRow("nul in a headline")
        << R"({"versioncreated":"x","headline":"a\u0000b","pubstatus":"y","body_text":"Words"})"_ba << u"NUL"_s;
    QTest::newRow("no text after the header") << "\x01" "exa001 4 i 9\r\n\r\n\x02\x03\x04"_ba << u"no text"_s;
    QTest::newRow("encrypted mail") << "From: a@b\nDate: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--"_ba
        << u"encrypted"_s;
    QTest::newRow("mail packed unreadably")
        << "From: a@b\nDate: 4 May 2023\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a"_ba << u"x-uuencode"_s;
    QTest::newRow("mail without a text") << "From: a@b\nSubject: Void\nDate: 4 May 2023\n\n"_ba << u"“Void”"_s;
    QTest::newRow("record cut off") << "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\n"_ba << u"cut off"_s;
    QTest::newRow("record of no length") << "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"_ba << u"cut off"_s;
    QTest::newRow("no answer") << "WARC/1.0\r\n"
                                  "WARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 3\r\n\r\nabc"_ba
                                      << u"no answer"_s;
}

void WireEdgesTest::whatCannotBeReadIsSaidInOneSentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const auto result = reading(bytes, u"a"_s);
    const QString said = result.info ? result.problems().join(u'\n') : result.info.error().message;
    QVERIFY2(said.contains(word), qPrintable(said));
    QVERIFY(result.all<ReadArticle>().empty());
}

void WireEdgesTest::hostileInputIsReadToItsEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("deep xml") << "<nitf>" + "<block>"_ba.repeated(100'000);
    QTest::newRow("many attributes") << [] {
        QByteArray page = "<nitf><head><docdata><x ";
        for (int at = 0; at < 50'000; ++at)
            page += "a" + QByteArray::number(at) + "='1' ";
        return page + "/></docdata></head><body><body.content><p>x</p></body.content></body></nitf>";
    }();
    QTest::newRow("many fields") << [] {
        QByteArray page = "<nitf><head>";
        for (int at = 0; at < 100'000; ++at)
            page += "<meta name='k" + QByteArray::number(at % 10) + "' content='v" + QByteArray::number(at) + "'/>";
        return page + "</head><body><body.content><p>x</p></body.content></body></nitf>";
    }();
    QTest::newRow("components in components")
        << "<NewsML><NewsItem>" + "<NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines>"_ba.repeated(240)
            + "<ContentItem><DataContent>x</DataContent></ContentItem>" + "</NewsComponent>"_ba.repeated(240)
                + "</NewsItem></NewsML>";
    QTest::newRow("entities") << "<rss><channel><item><description>" + "&nbsp;&foo;"_ba.repeated(50'000)
        + "</description></item></channel></rss>";
    QTest::newRow("parts in parts") << "From: a@b\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: multipart/mixed; boundary=b\n\n"_ba.repeated(50'000);
    QTest::newRow("mails in mails") << "From: a@b\nDate: x\nContent-Type: message/rfc822\n\n"_ba.repeated(50'000);
    QTest::newRow("alternatives") << "From: a@b\nDate: x\nContent-Type: multipart/alternative; boundary=b\n\n"
            + "--b\n\n"_ba.repeated(100'000);
    QTest::newRow("one long header") << "From: a@b\nDate: x\nSubject: " + "=?utf-8?Q?a?= "_ba.repeated(100'000) + "\n\nText";
    QTest::newRow("folded for ever") << "From: a@b\nDate: x\nX:" + "\n \t."_ba.repeated(200'000) + "\n\nText";
    QTest::newRow("teleprinter") << "\x01" "exa001 4 i 9\r\n\r\n\x02" + "x\r\n"_ba.repeated(200'000);
    QTest::newRow("messages") << "\x01" "exa001 4 i 9\r\n\r\n\x02Text\x03\x04"_ba.repeated(20'000);
    QTest::newRow("chunks") << [] {
        const QByteArray body = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
            + "1\r\nx\r\n"_ba.repeated(100'000);
        return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }();
    QTest::newRow("a length that is not there")
        << "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 60000000\r\n\r\nx"_ba.repeated(1000);
}

/// Work that grew with the square of these files would not end within the time that ctest gives a test.
void WireEdgesTest::hostileInputIsReadToItsEnd()
{
    QFETCH(QByteArray, bytes);
    const auto result = reading(bytes, u"a"_s);
    QVERIFY(!result.info || !result.records.empty());
}

void WireEdgesTest::aDamagedArchiveGivesWhatCameBefore()
{
    const QByteArray whole = contents(QStringLiteral(GALLEY_TEST_DATA "/readers/wire/pages.warc.gz"));
    const size_t all = reading(whole).all<ReadArticle>().size();
    const auto cut = reading(whole.first(whole.size() / 2));
    QVERIFY(!cut.all<ReadArticle>().empty() && cut.all<ReadArticle>().size() < all);
    QVERIFY(cut.problems().join(u'\n').contains(u"damaged or cut off"_s));
    QByteArray bomb;
    {
        QBuffer buffer(&bomb);
        KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
        QVERIFY(device.open(QIODevice::WriteOnly));
        device.write("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 900000000\r\n\r\n");
        for (int at = 0; at < 100; ++at)
            device.write(QByteArray(1 << 20, 'x'));
    }
    const auto result = reading(bomb);
    QVERIFY(result.all<ReadArticle>().empty());
    QVERIFY(result.problems().join(u'\n').contains(u"too large"_s));
}

void WireEdgesTest::whatACrawlerSaysOfItselfIsNoArticle()
{
    const auto record = [](const QByteArray &address) {
        return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <" + address
            + ">\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nIt opened.\r\n\r\n";
    };
    const auto result = reading(
        record("metadata://example.org/arguments.txt") + record("urn:text:http://example.org/a") + record("http://example.org/a"), u"a.warc"_s);
    QCOMPARE(result.all<ReadArticle>().size(), size_t(1));
    QVERIFY2(result.problems().join(u' ').contains(u"2 of the crawler"_s), qPrintable(result.problems().join(u' ')));
}

void WireEdgesTest::theOlderFormOfWebArchivesIsRead()
{
    const QByteArray page = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nIt opened."_ba;
    const auto length = QByteArray::number(page.size());
    const auto result = reading("filedesc://a.arc 0.0.0.0 20050101000000 text/plain 3\n1 0\n"
            "http://example.org/a b 192.0.2.1 20050101120000 text/plain " + length + "\n" + page + "\n"
            "http://example.org/c 192.0.2.1 20050101130000 text/plain 200 - - 77 a.arc " + length + "\n" + page + "\n", u"a.arc"_s);
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[0].article.url, u"http://example.org/a b"_s);
    QCOMPARE(articles[0].text, u"It opened."_s);
    QCOMPARE(articles[0].article.fields.value(u"WARC-Date"_s), u"2005-01-01T12:00:00Z"_s);
    QCOMPARE(articles[1].article.url, u"http://example.org/c"_s);
}

void WireEdgesTest::aMailboxHoldsManyMails()
{
    const QByteArray first = "From ann@example.org Thu May  4 10:00:00 2023\nFrom: Ann <ann@example.org>\nSubject: One\n\n"
                             "It opened.\n\nFrom here on it is a sentence.\n>From us too.\n>>From quoted.\n\n";
    const QByteArray second = "From bo@example.org Thu May  4 11:00:00 2023\nFrom: Bo <bo@example.org>\nSubject: Two\n\nIt closed.\n";
    for (const bool dos : {false, true}) {
        const QByteArray box = dos ? (first + second).replace("\n", "\r\n") : first + second;
        const auto result = reading(box, u"news.mbox"_s);
        const auto articles = result.all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(2));
        QCOMPARE(articles[0].article.title, u"One"_s);
        QVERIFY2(articles[0].text.contains(u"From here on"_s), qPrintable(articles[0].text));
        QVERIFY(articles[0].text.contains(u"\nFrom us too."_s) && articles[0].text.contains(u"\n>From quoted."_s));
        QCOMPARE(articles[1].article.authors, u"Bo"_s);
        QVERIFY(articles[1].text.endsWith(u"It closed."_s));
        QCOMPARE(result.records.back().line, 2);
    }
}

void WireEdgesTest::aFeedWithoutItsNamespaceIsAFeed()
{
    for (const QByteArray &space : {""_ba, " xmlns='http://purl.org/atom/0.2'"_ba, " xmlns='http://example.org/format'"_ba}) {
        const auto articles
            = reading("<feed" + space + "><title>F</title><entry><title>T</title><content>Words.</content></entry></feed>", u"a.xml"_s)
                  .all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(articles[0].article.title, u"T"_s);
    }
}

GALLEY_TEST(WireEdgesTest)
#include "tst_wireedges.moc"
