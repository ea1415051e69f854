// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>
#include <zipped.h>

#include <testing.h>

#include <KCompressionDevice>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Every reader of many or of large things at a hundred times the size of its samples: nothing breaks off.
class ManyRecordsTest : public QObject
{
    Q_OBJECT

private slots:
    void allOfThemComeIn_data();
    void allOfThemComeIn();
    void aLongArticleComesInWhole_data();
    void aLongArticleComesInWhole();
};

namespace {

constexpr int many = 5000;

/// A text of its own for each number.
QByteArray story(int number)
{
    return "Lock number " + QByteArray::number(number) + " opened on Monday, and boat " + QByteArray::number(number * 7919 % 99991) + " went through it.";
}

QByteArray repeated(const std::function<QByteArray(int)> &one, int count = many)
{
    QByteArray all;
    for (int number = 0; number < count; ++number)
        all += one(number);
    return all;
}

QByteArray packed(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
    device.open(QIODevice::WriteOnly);
    device.write(bytes);
    device.close();
    return buffer.data();
}

QByteArray warcRecord(int number)
{
    const QByteArray page = "<html><head><title>Lock " + QByteArray::number(number) + "</title></head><body><article><h1>Lock " + QByteArray::number(number)
        + "</h1><p>" + story(number) + "</p></article></body></html>";
    const QByteArray http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/" + QByteArray::number(number)
        + "\r\nWARC-Date: 2020-03-03T08:15:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + QByteArray::number(http.size())
        + "\r\n\r\n" + http + "\r\n\r\n";
}

QByteArray sheetOf(int rows)
{
    QByteArray xml = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                     "<row r='1'><c r='A1' t='inlineStr'><is><t>title</t></is></c><c r='B1' t='inlineStr'><is><t>text</t></is></c></row>";
    for (int number = 0; number < rows; ++number) {
        const QByteArray row = QByteArray::number(number + 2);
        xml += "<row r='" + row + "'><c r='A" + row + "' t='inlineStr'><is><t>Lock " + row + "</t></is></c><c r='B" + row + "' t='inlineStr'><is><t>"
            + story(number) + "</t></is></c></row>";
    }
    return xml + "</sheetData></worksheet>";
}

QByteArray bookOf(int rows)
{
    const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const QByteArray rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    return zipped({{u"[Content_Types].xml"_s, "<Types/>"},
        {u"_rels/.rels"_s, rels + "<Relationship Id='b' Type='" + types + "officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {u"xl/workbook.xml"_s, "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='S' sheetId='1' r:id='s'/></sheets></workbook>"},
        {u"xl/_rels/workbook.xml.rels"_s, rels + "<Relationship Id='s' Type='" + types + "worksheet' Target='worksheets/sheet1.xml'/></Relationships>"},
        {u"xl/worksheets/sheet1.xml"_s, sheetOf(rows)}});
}

} // namespace

void ManyRecordsTest::allOfThemComeIn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("count");
    const auto row = [](const char *label, const QByteArray &bytes, const QString &name, int count = many) { QTest::newRow(label) << bytes << name << count; };

    row("mailbox", repeated([](int n) {
        return "From ann@example.org Mon Apr 22 13:07:01 2024\nFrom: Ann <ann@example.org>\nSubject: Lock " + QByteArray::number(n)
            + "\nDate: Mon, 22 Apr 2024 13:07:01 +0000\nMIME-Version: 1.0\n\n" + story(n) + "\n\n";
    }), u"a.mbox"_s);
    row("RSS", "<rss version='2.0'><channel><title>Post</title>" + repeated([](int n) {
        return "<item><title>Lock " + QByteArray::number(n) + "</title><description>" + story(n) + "</description></item>";
    }) + "</channel></rss>", u"a.rss"_s);
    row("Atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title>" + repeated([](int n) {
        return "<entry><title>Lock " + QByteArray::number(n) + "</title><content>" + story(n) + "</content></entry>";
    }) + "</feed>", u"a.atom"_s);
    row("JSON Feed", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"items\":[" + repeated([](int n) {
        return (n ? "," : "") + ("{\"id\":\"" + QByteArray::number(n)) + "\",\"title\":\"Lock\",\"content_text\":\"" + story(n) + "\"}";
    }) + "]}", u"a.json"_s);
    row("CSV", "title,text\n" + repeated([](int n) { return "Lock " + QByteArray::number(n) + ",\"" + story(n) + "\"\n"; }), u"a.csv"_s);
    row("XLSX", bookOf(many), u"a.xlsx"_s);
    row("JSON Lines", repeated([](int n) { return "{\"title\":\"Lock\",\"text\":\"" + story(n) + "\"}\n"; }), u"a.jsonl"_s);
    row("JSON array", "[" + repeated([](int n) { return (n ? ",\n" : "") + ("{\"title\":\"Lock\",\"text\":\"" + story(n)) + "\"}"; }) + "]", u"a.json"_s);
    row("RIS", repeated([](int n) { return "TY  - NEWS\nTI  - Lock " + QByteArray::number(n) + "\nAB  - " + story(n) + "\nER  - \n"; }), u"a.ris"_s);
    row("LexisNexis", repeated([](int n) {
        return "\n\n" + QByteArray::number(n + 1) + " of 5000 DOCUMENTS\n\n\n                               The Lock Post\n\n                     March 3, 2020 Tuesday\n\n"
            "Lock opens\n\nLENGTH: 12 words\n\n" + story(n) + "\n\nLOAD-DATE: March 3, 2020\n";
    }), u"a.txt"_s);
    row("Reuters", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + repeated([](int n) {
        return "<REUTERS TOPICS=\"NO\" LEWISSPLIT=\"TRAIN\" CGISPLIT=\"TRAINING-SET\" OLDID=\"1\" NEWID=\"" + QByteArray::number(n + 1)
            + "\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>&#2;\n<TITLE>LOCK OPENS</TITLE>\n<DATELINE>    LOCK, Feb 26 - </DATELINE><BODY>" + story(n)
            + "\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n";
    }), u"a.sgm"_s);
    row("WordPress", "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Post</title><wp:wxr_version>1.2</wp:wxr_version>"
        + repeated([](int n) {
              return "<item><title>Lock " + QByteArray::number(n) + "</title><content:encoded><![CDATA[" + story(n)
                  + "]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>";
          }) + "</channel></rss>", u"a.xml"_s);
    row("web archive", repeated(warcRecord, 500), u"a.warc"_s, 500);
    row("packed web archive", packed(repeated(warcRecord, 500)), u"a.warc.gz"_s, 500);
    row("web archive, each record packed", repeated([](int n) { return packed(warcRecord(n)); }, 500), u"b.warc.gz"_s, 500);
    row("packed CSV", packed("title,text\n" + repeated([](int n) { return "Lock,\"" + story(n) + "\"\n"; })), u"a.csv.gz"_s);
    ZipParts entries;
    for (int number = 0; number < many; ++number)
        entries.push_back({u"%1.txt"_s.arg(number), "Lock opens\n\n" + story(number) + "\n"});
    row("ZIP", zipped(entries), u"a.zip"_s);
}

void ManyRecordsTest::allOfThemComeIn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(int, count);
    const Reading read = reading(bytes, name);
    QVERIFY2(read.info, read.info ? "" : qPrintable(read.info.error().message));
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(int(articles.size()), count);
    QVERIFY2(read.problems().isEmpty(), qPrintable(read.problems().value(0)));
    for (const int number : {0, count / 2, count - 1}) {
        const QString text = QString::fromLatin1(story(number)); // in archives by name, not by number
        QVERIFY2(std::ranges::any_of(articles, [&](const ReadArticle &one) { return one.text.contains(text); }), qPrintable(text));
    }
}

void ManyRecordsTest::aLongArticleComesInWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    constexpr int paragraphs = 25'000; // some two megabytes
    const auto all = [](const QByteArray &before, const QByteArray &after) {
        return repeated([&](int n) { return before + story(n) + after; }, paragraphs);
    };
    QTest::newRow("text") << "Lock opens\n\n" + all("", "\n\n") << u"a.txt"_s;
    QTest::newRow("page") << "<html><head><title>Lock opens</title></head><body><article><h1>Lock opens</h1>" + all("<p>", "</p>") + "</article></body></html>" << u"a.html"_s;
    QTest::newRow("RTF") << "{\\rtf1\\ansi\\ansicpg1252 Lock opens\\par " + all("", "\\par ") + "}" << u"a.rtf"_s;
    QTest::newRow("DOCX") << zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s,
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + all("<w:p><w:r><w:t>", "</w:t></w:r></w:p>") + "</w:body></w:document>"}}) << u"a.docx"_s;
    QTest::newRow("JSON") << "{\"title\":\"Lock opens\",\"text\":\"" + all("", "\\n\\n") + "\"}\n" << u"a.jsonl"_s;
    QTest::newRow("Markdown") << "# Lock opens\n\n" + all("", "\n\n") << u"a.md"_s;
    QTest::newRow("mail") << "From: Ann <ann@example.org>\nSubject: Lock opens\nMIME-Version: 1.0\n\n" + all("", "\n\n") << u"a.eml"_s;
    QTest::newRow("subtitles") << repeated([](int n) {
        return QByteArray::number(n + 1) + "\n" + QTime(0, 0).addSecs(n).toString(u"HH:mm:ss").toLatin1() + ",000 --> " + QTime(0, 0).addSecs(n).toString(u"HH:mm:ss").toLatin1()
            + ",900\n" + story(n) + "\n\n";
    }, paragraphs) << u"a.srt"_s;
    QTest::newRow("TTML") << "<tt xmlns='http://www.w3.org/ns/ttml'><body><div>" + repeated([](int n) {
        return "<p begin='" + QByteArray::number(n) + "s' dur='900ms'>" + story(n) + "</p>";
    }, paragraphs) + "</div></body></tt>" << u"a.ttml"_s;
}

void ManyRecordsTest::aLongArticleComesInWhole()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Reading read = reading(bytes, name);
    QVERIFY2(read.info, read.info ? "" : qPrintable(read.info.error().message));
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].text.count(u" opened on Monday"_s), 25'000);
}

GALLEY_TEST(ManyRecordsTest)
#include "tst_manyrecords.moc"
