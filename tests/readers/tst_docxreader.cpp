// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreading.h"

#include <readers/office/docxtext.h>

#include <testing.h>
#include <zipped.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class DocxReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheTextComesOut_data();
    void onlyTheTextComesOut();
    void notesComeAfterTheBody();
    void zonesComeFromStyles();
    void whatTheDocumentSaysAboutItselfIsKept();
    void theMainPartMayHaveAnyName();
    void damagedDocumentsEndInASentence_data();
    void damagedDocumentsEndInASentence();
    void realDocumentsAreRead_data();
    void realDocumentsAreRead();
};

namespace {

QByteArray body(const QByteArray &content)
{
    return "<?xml version='1.0' encoding='UTF-8'?>"
           "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
           " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'"
           " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
           " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><w:body>"
        + content + "</w:body></w:document>";
}

QByteArray docx(const QByteArray &content, ZipParts more = {})
{
    more.insert(more.begin(), {u"word/document.xml"_s, body(content)});
    return packaged(u"word/document.xml"_s, std::move(more));
}

QByteArray run(const QByteArray &content)
{
    return "<w:r>" + content + "</w:r>";
}

QByteArray t(const QByteArray &text)
{
    return run("<w:t xml:space='preserve'>" + text + "</w:t>");
}

QByteArray p(const QByteArray &content, const QByteArray &properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}

QByteArray fieldMark(const QByteArray &type)
{
    return run("<w:fldChar w:fldCharType='" + type + "'/>");
}

} // namespace

void DocxReaderTest::onlyTheTextComesOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");

    const QByteArray box = "<w:txbxContent>" + p(t("In")) + p(t("a box")) + "</w:txbxContent>";
    QTest::newRow("paragraphs") << p(t("One ") + t("&amp; one")) + p("") + p(t("Two")) << u"One & one||Two"_s;
    QTest::newRow("breaks and tabs") << p(run("<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t>"))
                                     << u"a\nb\tc\nd"_s;
    QTest::newRow("page break") << p(run("<w:br w:type='page'/><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t>")) << u"a|b"_s;
    QTest::newRow("hyphens") << p(run("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"))
                             << u"a\u2011b\u00ADc"_s;
    QTest::newRow("symbols") << p(run("<w:sym w:font='Symbol' w:char='F0B7'/><w:sym w:font='Wingdings' w:char='F0FC'/>"
                                      "<w:sym w:font='Unheard' w:char='F041'/><w:sym w:font='Symbol' w:char='61'/>"))
                             << u"•✓\uF041α"_s;
    QTest::newRow("line ends within text") << p(run("<w:t>a\nb</w:t>")) << u"a b"_s;
    QTest::newRow("beyond the basic plane") << p(t("\xF0\x90\x8C\xB2 \xF0\x9F\x98\x80")) << u"𐌲 😀"_s;
    QTest::newRow("cells") << "<w:tbl><w:tr><w:tc>" + p(t("A")) + "</w:tc><w:tc>" + p(t("B")) + "<w:tbl><w:tr><w:tc>" + p(t("C"))
            + "</w:tc></w:tr></w:tbl>" + p("") + "</w:tc></w:tr></w:tbl>"
            + p(t("D")) << u"A|B|C||D"_s;
    QTest::newRow("deleted row") << "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(t("A")) + "</w:tc></w:tr></w:tbl>"
            + p(t("D")) << u"D"_s;
    QTest::newRow("tracked changes") << p(t("a") + "<w:ins>" + t("b") + "</w:ins><w:del>" + run("<w:delText>c</w:delText>")
                                          + "</w:del><w:moveFrom>" + t("d") + "</w:moveFrom><w:moveTo>" + t("e") + "</w:moveTo>")
                                     << u"abe"_s;
    QTest::newRow("a deleted end of a paragraph") << p(t("a"), "<w:rPr><w:del/></w:rPr>") + p(t("b")) + p(t("c")) << u"ab|c"_s;
    QTest::newRow("hidden") << p(run("<w:rPr><w:vanish/></w:rPr><w:t>a</w:t>")
                                 + run("<w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t>"))
                            << u"b"_s;
    QTest::newRow("links and controls") << p("<w:hyperlink>" + t("a") + "</w:hyperlink><w:smartTag>" + t("b")
                                             + "</w:smartTag><w:sdt><w:sdtContent>" + t("c") + "</w:sdtContent></w:sdt>")
                                        << u"abc"_s;
    QTest::newRow("an empty control") << p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("Click here")
                                           + "</w:sdtContent></w:sdt>" + t("a"))
                                      << u"a"_s;
    QTest::newRow("a block in a control") << "<w:sdt><w:sdtContent>" + p(t("a")) + "</w:sdtContent></w:sdt>" << u"a"_s;
    QTest::newRow("simple field") << p("<w:fldSimple w:instr=' PAGE '>" + t("7") + "</w:fldSimple>") << u"7"_s;
    QTest::newRow("field") << p(t("a") + fieldMark("begin") + run("<w:instrText> SEQ x </w:instrText>") + t("code")
                                + fieldMark("separate") + t("1") + fieldMark("end") + t("b"))
                           << u"a1b"_s;
    QTest::newRow("nested fields") << p(fieldMark("begin") + fieldMark("begin") + fieldMark("separate") + t("inner")
                                        + fieldMark("end") + fieldMark("separate") + t("outer") + fieldMark("end"))
                                   << u"outer"_s;
    QTest::newRow("a field over paragraphs")
        << p(fieldMark("begin") + fieldMark("separate") + t("a")) + p(t("b") + fieldMark("end")) << u"a|b"_s;
    QTest::newRow("a field that never ends")
        << p(t("a") + fieldMark("begin") + run("<w:instrText>x</w:instrText>")) + p(t("b")) << u"a|b"_s;
    QTest::newRow("a text box, once") << p(run("<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box
                                               + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                                               + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>")
                                           + t("Home"))
            + p(t("X")) << u"Home|In|a box|X"_s;
    QTest::newRow("an old text box") << p(t("Ho") + run("<w:pict><v:textbox>" + box + "</v:textbox></w:pict>") + t("me"))
                                     << u"Home|In|a box"_s;
    QTest::newRow("ruby") << p(
        run("<w:ruby><w:rt>" + t("yomi") + "</w:rt><w:rubyBase>" + t("\xE8\xAA\xAD") + "</w:rubyBase></w:ruby>"))
                          << u"読"_s;
    QTest::newRow("formula") << p(t("so ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") << u"so x=1"_s;
}

void DocxReaderTest::onlyTheTextComesOut()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    QCOMPARE(shown(docxParagraphs(docx(content))), text);
}

void DocxReaderTest::notesComeAfterTheBody()
{
    const QByteArray notes = "<w:footnotes xmlns:w='x'><w:footnote w:type='separator' w:id='-1'>" + p(run("<w:separator/>"))
        + "</w:footnote><w:footnote w:id='2'>" + p(run("<w:footnoteRef/>") + t(" first")) + p(t("more"))
        + "</w:footnote><w:footnote w:id='5'>" + p(t("unused")) + "</w:footnote></w:footnotes>";
    const QByteArray ends = "<w:endnotes xmlns:w='x'><w:endnote w:id='2'>" + p(t("end")) + "</w:endnote></w:endnotes>";
    const QByteArray document = docx(
        p(t("a") + run("<w:endnoteReference w:id='2'/>"))
            + p(t("b") + run("<w:footnoteReference w:id='2'/>") + "<w:del>" + run("<w:footnoteReference w:id='5'/>") + "</w:del>")
            + p(t("c")),
        {{u"word/footnotes.xml"_s, notes},
         {u"word/endnotes.xml"_s, ends},
         {u"word/_rels/document.xml.rels"_s, relations({{"footnotes", "footnotes.xml"}, {"endnotes", "/word/endnotes.xml"}})}});
    QCOMPARE(shown(docxParagraphs(document)), u"a|b|c|end|first|more"_s);
}

void DocxReaderTest::zonesComeFromStyles()
{
    const QByteArray styles
        = "<w:styles xmlns:w='x'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
          "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
          "<w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='berschrift1'/></w:style>"
          "<w:style w:styleId='Round'><w:name w:val='Round'/><w:basedOn w:val='Round'/></w:style>"
          "<w:style w:styleId='Bild'><w:name w:val='caption'/></w:style></w:styles>";
    const auto articles
        = reading(
              docx(p(t("Harbour  opens"), "<w:pStyle w:val='Titel'/>") + p(t("It did."), "<w:pStyle w:val='Round'/>")
                       + p(t("Later"), "<w:pStyle w:val='Mine'/>") + p(t("A ship"), "<w:pStyle w:val='Bild'/>")
                       + p(t("Level"), "<w:outlineLvl w:val='3'/>") + p(t("Yes.")),
                   {{u"word/styles.xml"_s, styles}, {u"word/_rels/document.xml.rels"_s, relations({{"styles", "styles.xml"}})}}))
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(zoneLines(articles[0].text, articles[0].zones),
             (QStringList{u"headline: Harbour  opens"_s, u"subheading: Later"_s, u"caption: A ship"_s, u"subheading: Level"_s}));
}

void DocxReaderTest::whatTheDocumentSaysAboutItselfIsKept()
{
    const QByteArray core
        = "<c:coreProperties xmlns:c='c' xmlns:dc='d' xmlns:t='t'><dc:title>Harbour</dc:title><dc:creator>Ann; Bo</dc:creator>"
          "<dc:language>en-GB</dc:language><t:created>2021-02-03T04:05:06Z</t:created><c:keywords>sea</c:keywords>"
          "<dc:description/></c:coreProperties>";
    const QByteArray custom
        = "<Properties xmlns='p' xmlns:vt='v'><property name='Desk'><vt:lpwstr>Foreign</vt:lpwstr></property></Properties>";
    const QByteArray more = "<Relationship Id='r2' Type='http://x/metadata/core-properties' Target='docProps/core.xml'/>"
                            "<Relationship Id='r3' Type='http://x/custom-properties' Target='docProps/custom.xml'/>";
    const auto articles = reading(packaged(u"word/document.xml"_s,
                                           {{u"word/document.xml"_s, body(p(t("Text.")))},
                                            {u"docProps/core.xml"_s, core},
                                            {u"docProps/custom.xml"_s, custom}},
                                           more))
                              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.title, u"Harbour"_s);
    QCOMPARE(article.authors, u"Ann; Bo"_s);
    QCOMPARE(article.language, u"en-GB"_s);
    QCOMPARE(article.fields,
             (QMap<QString, QString>{
                 {u"created"_s, u"2021-02-03T04:05:06Z"_s}, {u"keywords"_s, u"sea"_s}, {u"Desk"_s, u"Foreign"_s}}));
}

void DocxReaderTest::theMainPartMayHaveAnyName()
{
    QCOMPARE(shown(docxParagraphs(packaged(u"/word/document2.xml"_s, {{u"word/document2.xml"_s, body(p(t("a")))}}))), u"a"_s);
    QCOMPARE(shown(docxParagraphs(zipped({{u"word/document.xml"_s, body(p(t("a")))}}))), u"a"_s);
}

void DocxReaderTest::damagedDocumentsEndInASentence_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("word");

    const QByteArray good = docx(p(t("a")));
    QTest::newRow("cut off") << good.chopped(30) << u"breaks off"_s;
    QTest::newRow("without its text") << zipped({{u"word/styles.xml"_s, "<a/>"}}) << u"no entry “word/document.xml”"_s;
    QTest::newRow("no xml") << packaged(u"word/document.xml"_s, {{u"word/document.xml"_s, "<a><b></a>"}}) << u"XML"_s;
    QTest::newRow("entities") << packaged(
        u"word/document.xml"_s, {{u"word/document.xml"_s, "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"}})
                              << u"entities"_s;
    QTest::newRow("nothing in it") << docx("") << u"no text"_s;
    const QByteArray compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, '\0');
    QTest::newRow("password") << compound + QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32) << u"password"_s;
    QTest::newRow("old format") << compound << u"old office program"_s;
}

void DocxReaderTest::damagedDocumentsEndInASentence()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, word);
    const QString said = saidOf(document, u"a.docx"_s);
    QVERIFY2(said.contains(word), qPrintable(said));
}

void DocxReaderTest::realDocumentsAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");

    factRows({}, u".docx"_s);
}

/// The facts count every paragraph element, those of a text box twice, because it is written in two forms; what is not shown
/// counts too. Where a document has nothing of that kind, the numbers are the same.
void DocxReaderTest::realDocumentsAreRead()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    SKIP_WITHOUT(path);
    const QByteArray bytes = contents(path);
    const auto read = docxParagraphs(bytes);
    if (!read) { // damaged or protected: that is said
        QVERIFY2(!fact.contains("paragraphs"_L1) && !read.error().message.isEmpty(), qPrintable(shown(read)));
        return;
    }
    if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
        qInfo().noquote() << shown(read).replace(u'|', u'\n') << read->stated.fields;
    const QByteArray content = entryOf(bytes, u"word/document.xml"_s);
    const QStringList texts = paragraphsOf(*read);
    const auto nonEmpty = nonEmptyOf(texts);
    const auto expected = fact.value("nonempty"_L1).toInt();
    const bool unseen = holdsAny(content, {"<w:vanish", "<w:moveFrom", "<w:del ", "<w:showingPlcHdr", "<w:rt>"});
    const bool boxes = holdsAny(content, {"txbxContent"});
    const bool notes = holdsAny(content, {"footnoteReference", "endnoteReference"});
    const bool more = notes || holdsAny(content, {"w:type=\"page\"", "w:type=\"column\"", "<w:sym", "<m:t", "noBreakHyphen", "<w:t/>"});
    if (fact.value("paragraphs"_L1).toInt() == 0)
        return; // of another namespace than the one that the facts look for
    QVERIFY2(more || nonEmpty <= expected, qPrintable(u"%1 paragraphs"_s.arg(nonEmpty)));
    QVERIFY2(unseen || boxes || nonEmpty >= expected, qPrintable(u"%1 paragraphs"_s.arg(nonEmpty)));
    QVERIFY2(unseen || nonEmpty * 3 >= expected, qPrintable(u"%1 paragraphs"_s.arg(nonEmpty)));
    const QStringList missing = notQuoted(fact.value("text"_L1).toArray(), texts);
    QVERIFY2(unseen || missing.isEmpty(), qPrintable(missing.join(u'|')));
}

GALLEY_TEST(DocxReaderTest)
#include "tst_docxreader.moc"
