// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <testing.h>

#include <QSet>
#include <QStringEncoder>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class RegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void contentDecidesBeforeTheEnding_data();
    void contentDecidesBeforeTheEnding();
    void clearlyForeignFormatsAreRefusedInOneSentence_data();
    void clearlyForeignFormatsAreRefusedInOneSentence();
    void readersAreFoundByName();
    void aReaderStopsWhenAsked_data();
    void aReaderStopsWhenAsked();
};

static void addWireRows()
{
    QTest::newRow("nitf") << "<?xml version='1.0'?>\n<!-- x -->\n<nitf><body/></nitf>"_ba << u"a.txt"_s << u"nitf"_s;
    QTest::newRow("nitf in xhtml's likeness") << "<?xml version='1.0'?><nitf><body><html>"_ba << u"a.html"_s << u"nitf"_s;
    QTest::newRow("newsml 1") << "<NewsML><NewsItem/>"_ba << u"a.xml"_s << u"newsml12"_s;
    QTest::newRow("newsml-g2") << "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><html>"_ba << u"a"_s << u"newsml-g2"_s;
    QTest::newRow("rss") << "\n <rss version='2.0'><channel>"_ba << u"a"_s << u"feeds"_s;
    QTest::newRow("rss 1.0") << "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'>"_ba << u"a.xml"_s << u"feeds"_s;
    QTest::newRow("atom") << "<feed xmlns='http://www.w3.org/2005/Atom'>"_ba << u"a.xml"_s << u"feeds"_s;
    QTest::newRow("wordpress") << "<rss xmlns:wp='http://wordpress.org/export/1.2/'>"_ba << u"a.xml"_s << u"wxr"_s;
    QTest::newRow("ninjs")
        << R"({"uri": "u", "versioncreated": "2023", "headline": "H", "body_text": "long)"_ba << u"a.json"_s << u"ninjs"_s;
    QTest::newRow("ninjs on lines") << R"({"uri":"u","versioncreated":"v","headline":"H"}
{"uri":"u"})"_ba << u"a.json"_s << u"jsonl"_s;
    QTest::newRow("json that is no ninjs") << R"({"headline": "H", "body": "B", "uri": "u"})"_ba << u"a.json"_s << u"jsonl"_s;
    QTest::newRow("mail") << "Received: by x\r\nFrom: a@example.org\r\nSubject: S\r\n\r\nText"_ba << u"a.txt"_s << u"eml"_s;
    QTest::newRow("mail of a mailbox") << "From a@b Thu May  4\nFrom: a@b\nDate: x\n\nText"_ba << u"a"_s << u"eml"_s;
    QTest::newRow("a memo") << "From: the mayor\nTo: all\n\nGood news."_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("headers in prose") << "Subject: ships\nThey came.\n"_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("iptc 7901") << "\x01" "exa001 4 i 9\r\n\r\n\x02Text"_ba << u"a"_s << u"iptc7901"_s;
    QTest::newRow("anpa") << "\x16\x16\x01W0001\x1F_x\nr i\x13\x11 BC-X 01-02 0003\n\x02^X<"_ba << u"a.txt"_s << u"anpa"_s;
    QTest::newRow("warc") << "WARC/1.0\r\nWARC-Type: warcinfo\r\n"_ba << u"a"_s << u"warc"_s;
}

void RegistryTest::contentDecidesBeforeTheEnding_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("reader");

    const QByteArray json = "{\"type\":\"article\",\"text\":\"x\"}\n";
    QTest::newRow("text") << "Harbour opens\n\nIt did."_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("nothing") << ""_ba << u"a"_s << u"text"_s;
    QTest::newRow("prose with commas") << "Text, music and light\n\nIt was."_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("html") << "<!DOCTYPE html><p>x"_ba << u"a.txt"_s << u"html"_s;
    QTest::newRow("html after a comment") << "<!-- saved --> <html>"_ba << u"a"_s << u"html"_s;
    QTest::newRow("xhtml") << "<?xml version='1.0'?><html>"_ba << u"a.xml"_s << u"html"_s;
    QTest::newRow("html by ending") << "<p>x"_ba << u"a.HTM"_s << u"html"_s;
    QTest::newRow("jsonl") << json + json << u"a.txt"_s << u"jsonl"_s;
    QTest::newRow("jsonl cut within its first line") << "{\"text\": \"long"_ba << u"a.csv"_s << u"jsonl"_s;
    QTest::newRow("jsonl by ending") << "oops\n"_ba << u"a.jsonl"_s << u"jsonl"_s;
    QTest::newRow("braces in prose") << "{sic} he wrote\n"_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("csv") << "title,text\nA,b\n"_ba << u"a.txt"_s << u"csv"_s;
    QTest::newRow("csv with one column") << "text\nA\n"_ba << u"a.csv"_s << u"csv"_s;
    QTest::newRow("csv without a text column") << "a,b\nA\n"_ba << u"a.csv"_s << u"csv"_s;
    QTest::newRow("tsv") << "title\tbody\nA\tb\n"_ba << u"a"_s << u"csv"_s;
    QTest::newRow("mark before jsonl") << "\xEF\xBB\xBF" + json << u"a"_s << u"jsonl"_s;
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("utf-16 table") << QByteArray(utf16.encode(u"title;text\nA;b\n"_s)) << u"a.txt"_s << u"csv"_s;
    QTest::newRow("json array") << "[\n  {\"text\": \"x\"}\n]\n"_ba << u"a.txt"_s << u"jsonl"_s;
    QTest::newRow("json over several lines") << "{\n  \"text\": \"x\"\n}\n"_ba << u"a.txt"_s << u"jsonl"_s;
    QTest::newRow("a date in brackets") << "[May 04, 2023] EXAMPLETON - It opened.\n"_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("a note's number in brackets") << "[1] Quoted after the minutes.\n"_ba << u"a.txt"_s << u"text"_s;
    for (const QString &name : {u"a.srt"_s, u"a.xml"_s, u"a.pdf"_s, u"a.bin"_s})
        QTest::addRow("prose in %s", qPrintable(name)) << "Harbour opens\n\n1\nIt did.\n"_ba << name << u"text"_s;
    QTest::newRow("pdf") << "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"_ba << u"a.txt"_s << u"pdf"_s;
    QTest::newRow("rich text") << "{\\rtf1\\ansi Hello}"_ba << u"a.doc"_s << u"rtf"_s;
    const QByteArray header = "PK\x03\x04" + QByteArray(22, '\0');
    const auto entry = [&](const QByteArray &name) { return header + char(name.size()) + QByteArray(3, '\0') + name; };
    QTest::newRow("word") << entry("_rels/.rels") + "x" + entry("word/styles.xml") << u"a.xlsx"_s << u"docx"_s;
    QTest::newRow("word by ending") << entry("_rels/.rels") << u"a.docx"_s << u"docx"_s;
    QTest::newRow("excel") << entry("_rels/.rels") + "x" + entry("xl/workbook.xml") << u"a"_s << u"xlsx"_s;
    QTest::newRow("excel by ending") << entry("_rels/.rels") << u"a.xlsx"_s << u"xlsx"_s;
    QTest::newRow("excel with a password") << "\xD0\xCF\x11\xE0"_ba << u"a.xlsx"_s << u"xlsx"_s;
    QTest::newRow("opendocument") << entry("mimetype") + "application/vnd.oasis.opendocument.text" << u"a.docx"_s << u"odt"_s;
    QTest::newRow("opendocument by ending") << entry("content.xml") << u"a.odt"_s << u"odt"_s;
    QTest::newRow("book") << entry("mimetype") + "application/epub+zip" << u"a.zip"_s << u"epub"_s;
    QTest::newRow("prose that begins in angle brackets") << "<Name withheld> wrote to us.\n"_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("a fragment of a page") << "<b>Harbour</b> opens\n"_ba << u"a.txt"_s << u"text"_s;
    addWireRows();
    const QString cue = u"1\n00:00:06,500 --> 00:00:09,000\nAbout two months ago\n"_s;
    QTest::newRow("subtitles") << cue.toUtf8() << u"a.txt"_s << u"subtitles"_s;
    QTest::newRow("subtitles, CRLF after a mark") << "\xEF\xBB\xBF" + cue.toUtf8().replace("\n", "\r\n") << u"a"_s << u"subtitles"_s;
    QStringEncoder wide(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("subtitles in utf-16") << QByteArray(wide.encode(cue + u' ')) << u"a"_s << u"subtitles"_s;
    QTest::newRow("subtitles of the web") << "WEBVTT\n\n00:01.000 --> 00:04.000\nHello\n"_ba << u"a.txt"_s << u"subtitles"_s;
    QTest::newRow("compressed") << "\x1F\x8B\x08\x01\x02\x03\x04\x05 x"_ba << u"a.csv"_s << u"gz"_s;
    QTest::newRow("an archive") << entry("a.txt") << u"a"_s << u"zip"_s;
    QTest::newRow("references") << "TY  - NEWS\nTI  - Lock opens\n"_ba << u"a.txt"_s << u"ris"_s;
    QTest::newRow("a text of a library") << "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/></TEI>"_ba << u"a.xml"_s << u"tei"_s;
    QTest::newRow("markdown by its ending") << "# Lock opens\n\nIt opened.\n"_ba << u"a.md"_s << u"markdown"_s;
    QTest::newRow("japanese mail") << "\x1b$B%F%9%H\x1b(B\n"_ba << u"a.txt"_s << u"text"_s;
}

void RegistryTest::contentDecidesBeforeTheEnding()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, fileName);
    QFETCH(QString, reader);
    const auto found = readerFor(head, fileName);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(QLatin1StringView((*found)->name), reader);
}

void RegistryTest::clearlyForeignFormatsAreRefusedInOneSentence_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("word");

    QTest::newRow("another xml") << "<?xml version='1.0'?>\n<!-- x -->\n<gpx><trk/></gpx>"_ba << u"“gpx”"_s;
    QTest::newRow("xml without a declaration") << "<opml version=\"2.0\"><body></body></opml>"_ba << u"“opml”"_s;
    QTest::newRow("sgml") << "<!DOCTYPE book SYSTEM \"book.dtd\">\n<book><para>x</para></book>"_ba << u"“book”"_s;
    QTest::newRow("a drawing") << "<svg xmlns='http://www.w3.org/2000/svg'>"_ba << u"“svg”"_s;
    QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"_ba << u"binary"_s;
    QTest::newRow("bytes without NUL") << "\x1F\x8C\x08\x01\x02\x03\x04\x05 x\x06\x07\xFA"_ba << u"binary"_s;
    QTest::newRow("an old word document") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"_ba << u".doc"_s;
    QTest::newRow("a drawing of opendocument")
        << "PK\x03\x04" + QByteArray(22, '\0') + QByteArray("\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.graphics", 51)
        << u"ZIP"_s;
    QTest::newRow("a project") << "SQLite format 3\0\x10"_ba << u"database"_s;
}

void RegistryTest::clearlyForeignFormatsAreRefusedInOneSentence()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, word);
    for (const QString &name : {u"a"_s, u"a.txt"_s, u"a.srt"_s}) {
        const auto found = readerFor(head, name);
        QVERIFY2(!found, found ? (*found)->name : "");
        QVERIFY2(found.error().message.contains(word), qPrintable(found.error().message));
        QVERIFY(found.error().message.endsWith(u"archives of these."_s)); // what is expected
    }
}

void RegistryTest::readersAreFoundByName()
{
    QSet<QString> names;
    for (const Reader &reader : readers()) {
        names.insert(QLatin1StringView(reader.name));
        QCOMPARE(readerNamed(QString::fromLatin1(reader.name)), &reader);
        QVERIFY(!reader.title().isEmpty());
        QVERIFY(!reader.suffixes.empty());
    }
    QCOMPARE(names,
        (QSet<QString>{u"text"_s, u"html"_s, u"csv"_s, u"jsonl"_s, u"docx"_s, u"odt"_s, u"xlsx"_s, u"epub"_s, u"rtf"_s,
            u"pdf"_s, u"nitf"_s, u"newsml-g2"_s, u"newsml12"_s, u"ninjs"_s, u"feeds"_s, u"wxr"_s, u"eml"_s, u"anpa"_s,
            u"iptc7901"_s, u"warc"_s, u"nexis"_s, u"nexis-html"_s, u"factiva-html"_s, u"factiva-xml"_s, u"europresse"_s,
            u"defacto"_s, u"apa"_s, u"reuters-sgml"_s, u"proquest"_s, u"mediargus"_s, u"ris"_s, u"zip"_s, u"tar"_s, u"gz"_s, u"tei"_s, u"jsonfeed"_s, u"subtitles"_s, u"ttml"_s, u"markdown"_s, u"brat"_s}));
    for (const QStringView unknown : {u"doc", u"", u"Text", u"tex", u"texts", u" csv", u"txt"})
        QVERIFY(!readerNamed(unknown));
}

void RegistryTest::aReaderStopsWhenAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("csv") << "title,text\n"_ba + "A,words\n"_ba.repeated(10);
    QTest::newRow("jsonl") << "{\"text\":\"words\"}\n"_ba.repeated(10);
    const QByteArray nitf = "<nitf><body><body.content><p>Words.</p></body.content></body></nitf>";
    QTest::newRow("newsml-g2") << "<newsMessage>"
        + ("<newsItem><contentSet><inlineXML>" + nitf + "</inlineXML></contentSet></newsItem>").repeated(10) + "</newsMessage>";
    QTest::newRow("newsml 1") << "<NewsML>"
        + ("<NewsItem><NewsComponent><ContentItem><DataContent>" + nitf
        + "</DataContent></ContentItem></NewsComponent></NewsItem>").repeated(10) + "</NewsML>";
    QTest::newRow("ninjs") << "[" + R"({"versioncreated":"2023","pubstatus":"x","body_text":"Words."},)"_ba.repeated(10) + "1]";
    QTest::newRow("feed") << "<rss><channel>" + "<item><description>Words.</description></item>"_ba.repeated(10)
        + "</channel></rss>";
    QTest::newRow("mail") << "From: a@b\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + "--b\n\nWords.\n--b\nContent-Disposition: attachment\n\nMore words.\n"_ba.repeated(5) + "--b--";
    QTest::newRow("iptc 7901") << "\x01" "exa001 4 i 9\n\x02Words.\n\x03\x04"_ba.repeated(10);
    QTest::newRow("anpa") << "\x16\x16\x01W0001\x1F_x\n\x02^Words.<\n\t   More.\n\x03\x04"_ba.repeated(10);
    QTest::newRow("warc") << "WARC/1.0\r\nWARC-Type: resource\r\n"
                             "Content-Type: text/plain\r\nContent-Length: 6\r\n\r\nWords.\r\n\r\n"_ba.repeated(10);
}

void RegistryTest::aReaderStopsWhenAsked()
{
    QFETCH(QByteArray, bytes);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    int taken = 0;
    QVERIFY(readerFor(bytes, u"a"_s).value()->read(buffer, u"a"_s, {}, [&](const ReadRecord &) { return ++taken < 3; }));
    QCOMPARE(taken, 3);
}

GALLEY_TEST(RegistryTest)
#include "tst_registry.moc"
