// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreading.h"

#include <readers/office/odttext.h>
#include <zipped.h>

#include <testing.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class OdtReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheTextComesOut_data();
    void onlyTheTextComesOut();
    void zonesComeFromStyles();
    void whatTheDocumentSaysAboutItselfIsKept();
    void aDocumentMayBeOneXmlFile();
    void damagedDocumentsEndInASentence_data();
    void damagedDocumentsEndInASentence();
    void realDocumentsAreRead_data();
    void realDocumentsAreRead();
};

namespace {

const QByteArray spaces
    = " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
      " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
      " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
      " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
      " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
      " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
      " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
      " xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'";

QByteArray odt(const QByteArray &content, const QByteArray &styles = {}, ZipParts more = {})
{
    more.insert(more.begin(),
                {{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
                 {u"content.xml"_s,
                  "<office:document-content" + spaces + "><office:automatic-styles>" + styles
                      + "</office:automatic-styles><office:body><office:text>" + content
                      + "</office:text></office:body></office:document-content>"}});
    return zipped(more);
}

} // namespace

void OdtReaderTest::onlyTheTextComesOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");

    QTest::newRow("paragraphs") << "<text:p>One &amp; <text:span>one</text:span></text:p>\n<text:p/><text:h>Two</text:h>"_ba
                                << u"One & one||Two"_s;
    QTest::newRow("white space collapses") << "<text:p> a \n\t b<text:span> c</text:span> </text:p>"_ba << u"a b c"_s;
    QTest::newRow("white space that is meant")
        << "<text:p>a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>"_ba << u"a b   c\td\ne"_s;
    QTest::newRow("hyphens") << "<text:p>a\xC2\xAD"
                                "b\xE2\x80\x91"
                                "c<text:soft-page-break/>d</text:p>"_ba
                             << u"a\u00ADb\u2011cd"_s;
    QTest::newRow("lists and sections") << "<text:section><text:list><text:list-header><text:p>x</text:p></"
                                           "text:list-header><text:list-item><text:number>1.</text:number>"
                                           "<text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></"
                                           "text:list></text:list-item></text:list>"
                                           "</text:section><text:section text:display='none'><text:p>c</text:p></text:section>"_ba
                                        << u"x|a|b"_s;
    QTest::newRow("cells") << "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p>"
                              "</table:table-cell><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>"
                              "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>B</text:p>"
                              "<text:p>C</text:p></table:table-cell></table:table-row></table:table>"_ba
                           << u"A|B|C"_s;
    QTest::newRow("deleted text")
        << "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/><text:p>gone</text:p>"
           "</text:deletion></text:changed-region></text:tracked-changes>"
           "<text:p>a<text:change/>b<text:change-start/>c<text:change-end/></text:p>"_ba
        << u"abc"_s;
    QTest::newRow("comments") << "<text:p>a<office:annotation><dc:creator>Bo</dc:creator><text:p>no</text:p></office:annotation>"
                                 "b<office:annotation-end/></text:p>"_ba
                              << u"ab"_s;
    QTest::newRow("notes come after the body") << "<text:p>a<text:note><text:note-citation>1</"
                                                  "text:note-citation><text:note-body><text:p>first</text:p><text:p>more</text:p>"
                                                  "</text:note-body></text:note>b</text:p><text:p>c</text:p>"_ba
                                               << u"ab|c|first|more"_s;
    QTest::newRow("text boxes and drawings")
        << "<text:p>Ho<draw:frame><draw:text-box><text:p>In</text:p><text:p>a box</text:p></draw:text-box></draw:frame>me"
           "<draw:rect><svg:title>no</svg:title><svg:desc>no</svg:desc><text:p>drawn</text:p></draw:rect>"
           "<draw:frame><draw:object><text:p>no</text:p></draw:object><draw:image/></draw:frame></text:p><text:p>X</text:p>"_ba
        << u"Home|In|a box|drawn|X"_s;
    QTest::newRow("a frame beside paragraphs")
        << "<draw:frame><draw:text-box><text:p>In</text:p></draw:text-box></draw:frame><text:p>X</text:p>"_ba << u"In|X"_s;
    QTest::newRow("links, references, ruby")
        << "<text:p><text:a>a</text:a><text:bookmark-ref>b</text:bookmark-ref><text:title>c</"
           "text:title><text:ruby><text:ruby-base>d"
           "</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby><draw:a><draw:frame/></draw:a></text:p>"_ba
        << u"abcd"_s;
    QTest::newRow("hidden")
        << "<text:p>a<text:hidden-text>b</text:hidden-text><text:span text:style-name='T9'>c</text:span></text:p>"_ba << u"a"_s;
    QTest::newRow("indexes") << "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
                                "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
                                "<text:p>Contents</text:p></text:index-title><text:p>One<text:tab/>1</text:p></text:index-body>"
                                "</text:table-of-content>"_ba
                             << u"Contents|One\t1"_s;
}

void OdtReaderTest::onlyTheTextComesOut()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    const QByteArray styles = "<style:style style:name='T9'><style:text-properties text:display='none'/></style:style>";
    QCOMPARE(shown(odtText(odt(content, styles))), text);
}

void OdtReaderTest::zonesComeFromStyles()
{
    const QByteArray automatic = "<style:style style:name='P1' style:parent-style-name='Title'/>"
                                 "<style:style style:name='P2' style:parent-style-name='P3'/>"
                                 "<style:style style:name='P3' style:parent-style-name='P2'/>"
                                 "<style:style style:name='P4' style:parent-style-name='Illustration'/>";
    const QByteArray common = "<office:document-styles" + spaces
        + "><office:styles><style:style style:name='Illustration' style:parent-style-name='Caption'/>"
          "<style:style style:name='Heading_20_1' style:default-outline-level='1'/></office:styles></office:document-styles>";
    const auto result
        = reading(odt("<text:p text:style-name='P1'>Harbour opens</text:p><text:p text:style-name='P2'>It did.</text:p>"
                      "<text:h text:style-name='P2'>Later</text:h><text:p text:style-name='P4'>A ship</text:p>"
                      "<text:p text:style-name='Heading_20_1'>Still</text:p><text:p>Yes.</text:p>",
                      automatic, {{u"styles.xml"_s, common}}));
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(zoneLines(articles[0].text, articles[0].zones),
             (QStringList{u"headline: Harbour opens"_s, u"subheading: Later"_s, u"caption: A ship"_s, u"subheading: Still"_s}));
}

void OdtReaderTest::whatTheDocumentSaysAboutItselfIsKept()
{
    const QByteArray meta = "<office:document-meta" + spaces
        + "><office:meta><dc:title>Harbour</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bo</dc:creator>"
          "<meta:keyword>sea</meta:keyword><meta:keyword>port</meta:keyword><meta:creation-date>2021-02-03T04:05:06</"
          "meta:creation-date>"
          "<dc:language>de-AT</dc:language><meta:user-defined meta:name='Desk'>Foreign</meta:user-defined>"
          "<meta:user-defined meta:name='Empty'/><meta:document-statistic meta:page-count='2' meta:image-count='0'/>"
          "</office:meta></office:document-meta>";
    const auto articles = reading(odt("<text:p>Text.</text:p>", {}, {{u"meta.xml"_s, meta}})).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.title, u"Harbour"_s);
    QCOMPARE(article.authors, u"Ann"_s);
    QCOMPARE(article.language, u"de-AT"_s);
    QCOMPARE(article.fields,
             (QMap<QString, QString>{{u"creator"_s, u"Bo"_s},
                                     {u"keyword"_s, u"sea; port"_s},
                                     {u"creation-date"_s, u"2021-02-03T04:05:06"_s},
                                     {u"Desk"_s, u"Foreign"_s},
                                     {u"page-count"_s, u"2"_s}}));
}

void OdtReaderTest::aDocumentMayBeOneXmlFile()
{
    const QByteArray flat = "<?xml version='1.0' encoding='UTF-8'?><office:document" + spaces
        + " office:mimetype='application/vnd.oasis.opendocument.text'><office:meta><dc:title>Harbour</dc:title></office:meta>"
          "<office:automatic-styles><style:style style:name='T9'><style:text-properties text:display='none'/></style:style>"
          "</office:automatic-styles><office:body><office:text><text:p>One<text:span text:style-name='T9'>no</text:span></text:p>"
          "<text:p>Two<draw:frame><draw:image><office:binary-data>QUJD</office:binary-data></draw:image></draw:frame></text:p>"
          "</office:text></office:body></office:document>";
    for (const QString &name : {u"a.fodt"_s, u"a.xml"_s}) {
        const auto articles = reading(flat, name).all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(articles[0].article.title, u"Harbour"_s);
        QCOMPARE(articles[0].text, u"One\n\nTwo"_s);
    }
}

void OdtReaderTest::damagedDocumentsEndInASentence_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("word");

    QTest::newRow("cut off") << odt("<text:p>a</text:p>").chopped(30) << u"breaks off"_s;
    QTest::newRow("without its text") << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}}) << u"content.xml"_s;
    QTest::newRow("nothing in it") << odt("") << u"no text"_s;
    QTest::newRow("password") << odt(
        "<text:p>a</text:p>", {},
        {{u"META-INF/manifest.xml"_s,
          "<manifest:manifest" + spaces
              + "><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>"
                "</manifest:manifest>"}})
                              << u"password"_s;
    QTest::newRow("no xml") << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}, {u"content.xml"_s, "a"}})
                            << u"XML"_s;
}

void OdtReaderTest::damagedDocumentsEndInASentence()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, word);
    const QString said = saidOf(document, u"a"_s);
    QVERIFY2(said.contains(word), qPrintable(said));
}

void OdtReaderTest::realDocumentsAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");

    factRows({}, u".odt"_s);
}

/// The facts count every paragraph element: those of deleted text, of comments and of notes (which come after the body
/// here) too; and they run these into the paragraph where they stand. Where a document has nothing of that kind, the numbers
/// are the same, and what is not hidden of a quote is always here.
void OdtReaderTest::realDocumentsAreRead()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    SKIP_WITHOUT(path);
    const QByteArray bytes = contents(path);
    const auto read = odtText(bytes);
    if (!read) { // damaged or protected: that is said
        QVERIFY2(!fact.contains("paragraphs_nonempty"_L1) && !read.error().message.isEmpty(), qPrintable(shown(read)));
        return;
    }
    if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
        qInfo().noquote() << shown(read).replace(u'|', u'\n') << read->stated.title << read->stated.fields;
    const QByteArray content = entryOf(bytes, u"content.xml"_s);
    const QStringList texts = paragraphsOf(*read);
    const auto expected = fact.value("paragraphs_nonempty"_L1).toInt();
    const bool unseen = holdsAny(content, {"<text:tracked-changes", "<office:annotation", "<text:hidden", "display=\"none\"",
        "<draw:object", "<text:ruby", "<svg:desc", "<svg:title", "<text:note-citation", "<text:number", "<text:script",
        "covered-table-cell"});
    const bool boxes = holdsAny(content, {"<draw:"});
    QVERIFY2(nonEmptyOf(texts) <= expected, qPrintable(u"%1 paragraphs"_s.arg(nonEmptyOf(texts))));
    QVERIFY2(unseen || boxes || nonEmptyOf(texts) == expected, qPrintable(u"%1 paragraphs"_s.arg(nonEmptyOf(texts))));
    const QStringList missing = notQuoted(fact.value("text"_L1).toArray(), texts);
    QVERIFY2(unseen || missing.isEmpty(), qPrintable(missing.join(u'|')));
}

GALLEY_TEST(OdtReaderTest)
#include "tst_odtreader.moc"
