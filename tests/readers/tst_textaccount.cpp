// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <printed.h>
#include <reading.h>
#include <zipped.h>

#include <readers/article/textaccount.h>
#include <readers/markup/htmltree.h>

#include <testing.h>

#include <KCompressionDevice>
#include <KTar>

#include <QDirIterator>
#include <QTemporaryDir>
#include <QSet>

#include <algorithm>
#include <map>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Every character that a source holds is in the text, in a field, or left out with a reason.
class TextAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void samplesAddUp_data();
    void samplesAddUp();
    void everyReaderTellsWhatItHolds();
    void marksOfTextAreNoText_data();
    void marksOfTextAreNoText();
    void partsOfADocumentAreAccountedFor();
    void newsAddsUp();
    void pagesAccountForEveryTextNode();
    void whatIsNowhereIsLeftOut();
    void richTextTellsWhatNobodySees();
    void recordsTellWhatIsInNoArticle_data();
    void recordsTellWhatIsInNoArticle();
    void aPassageComesInAtItsPlace();
    void passagesOfOnePlaceKeepTheirOrder();
    void linesAreNoProse();
};

namespace {

struct Sums
{
    qint64 inText = 0, inFields = 0, ofFile = 0;
    std::map<QString, qint64> left; ///< by reason

    qint64 all() const
    {
        qint64 sum = inText + inFields + ofFile;
        for (const auto &[reason, characters] : left)
            sum += characters;
        return sum;
    }
};

Sums sumsOf(const Reading &read)
{
    Sums sums;
    for (const ReadArticle &article : read.all<ReadArticle>()) {
        sums.inText += article.heldInText;
        sums.inFields += article.heldInFields;
        for (const LeftPassage &passage : article.leftOut)
            sums.left[nameOf(passage.what.reason)] += passage.what.characters;
    }
    for (const ReadLeftOut &left : read.all<ReadLeftOut>())
        sums.ofFile += left.what.characters;
    return sums;
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories); walk.hasNext();)
        files += walk.next();
    files.sort();
    return files;
}

/// What is wrong with a file's account; empty where nothing is, or where its reader cannot tell.
QString whyWrong(const Reading &read)
{
    if (!read.info || read.all<ReadArticle>().empty())
        return {};
    for (const ReadArticle &article : read.all<ReadArticle>()) {
        if (article.leftOut.size() != article.article.leftOut.size())
            return u"what is told of “%1” is not what is kept"_s.arg(article.article.title);
        for (const LeftPassage &passage : article.leftOut) {
            if (passage.place.value_or(0) < 0 || passage.place.value_or(0) > TextPositions(article.text).codePoints())
                return u"a passage of “%1” has its place outside the text"_s.arg(article.article.title);
        }
    }
    const Sums sums = sumsOf(read);
    if (!read.info->characters || sums.all() == *read.info->characters)
        return {};
    return u"%1 in the text, %2 in fields, %3 beside the articles: %4 in all, and the source holds %5"_s.arg(sums.inText).arg(sums.inFields)
        .arg(sums.ofFile).arg(sums.all()).arg(*read.info->characters);
}

QByteArray tarred(const ZipParts &files)
{
    QBuffer buffer;
    KTar archive(&buffer);
    archive.open(QIODevice::WriteOnly);
    for (const auto &[name, bytes] : files)
        archive.writeFile(name, bytes);
    archive.close();
    return buffer.data();
}

QByteArray gzipped(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
    device.open(QIODevice::WriteOnly);
    device.write(bytes);
    device.close();
    return buffer.data();
}

const QString twoParagraphs = u"First one.\n\nSecond 😀 one."_s;

} // namespace

void TextAccountTest::samplesAddUp_data()
{
    QTest::addColumn<QString>("file");
    const QString folder = QStringLiteral(GALLEY_TEST_DATA "/readers");
    for (const QString &file : filesBelow(folder)) {
        if (!file.endsWith(".article"_L1) && !file.endsWith(".zones"_L1))
            QTest::newRow(qPrintable(QDir(folder).relativeFilePath(file))) << file;
    }
}

void TextAccountTest::samplesAddUp()
{
    QFETCH(QString, file);
    QCOMPARE(whyWrong(reading(contents(file), file)), QString());
}

/// A file of each format of which there is no sample among the tests' data.
std::vector<std::pair<QString, QByteArray>> furtherFiles()
{
    const QByteArray office = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'";
    const QByteArray sheet = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    const QByteArray word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    const QByteArray letter = "From: Ann Lee <ann@example.org>\nSubject: Lock opens\n\nThe lock opened on Monday.\n";
    const QByteArray csv = "title,text,note\nLock opens,It opened.,\nLock closes,It closed.,twice\n";
    return {
        {u"a.txt"_s, "Lock opens\n\nIt opened on Monday.\n"},
        {u"a.md"_s, "---\ntitle: Lock opens\ntags: [lock, dam]\n---\n\n# The *lock* opens\n\n> It **opened** on [Monday](https://example.org).\n\n<!-- Ask Ann. -->\n\n| Gate | Day |\n|---|---|\n| One | Monday |\n\n[x]: https://example.org/x\n"},
        {u"a.vtt"_s, "WEBVTT - News\n\nSTYLE\n::cue { color: red }\n\nNOTE by hand\n\none\n00:01.000 --> 00:03.000 line:0\n<v Ann>The lock &amp; the dam</v>\n\n00:03.000 --> 00:05.000\n<v Ben>opened.\n"},
        {u"a.srt"_s, "1\n00:00:01,000 --> 00:00:03,000\n<i>The lock</i>\n\nopened.\n2\n00:00:04,000 --> 00:00:05,000\nIt did.\n"},
        {u"a.ttml"_s, "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:m='http://www.w3.org/ns/ttml#metadata'><head><metadata><m:title>Lock opens</m:title><m:desc>At nine</m:desc>"
                      "<m:agent xml:id='a'><m:name>Ann Lee</m:name></m:agent></metadata></head><body><div><p begin='1s' end='2s' m:agent='a'>The <span>lock</span><br/>opened.</p>"
                      "<p begin='2s' end='3s'>opened.<br/>It did.</p></div></body></tt>"},
        {u"broken.rss"_s, "<rss version='2.0'><channel><title>Post</title><item><title>First</title><description>It opened.</description></item>"
                          "<item><title>Second</title><description>It clo"},
        {u"a.ris"_s, "Provider: Press\n\nTY  - NEWS\nTI  - Lock opens\nAU  - Lee, Ann\nDA  - 2020/03/03/\nLA  - eng\nKW  - lock\nAB  - It opened\non Monday.\n\nTY  - NEWS\nTI  - Lock closes\nN2  - It closed.\nER  - \n"},
        {u"m.txt"_s, "1. Sluis gaat open\n\nDe Sluiswacht, dinsdag 3 maart 2020, p. 4, 853w.\n\nZij gaat open.\n"},
        {u"p.txt"_s, "____________________________________________________________\n\nDocument 1 of 1\n\nLock opens\n\nAuthor: Lee, Ann\n\nPublication title: Lock Post\n\n"
                     "Publication date: Mar 3, 2020\n\nProQuest document ID: 12\n\nFull text: It opened.\n\nIt did.\n\n____________________________________________________________\n\nContact us at: http://example.org\n"},
        {u"a.json"_s, "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Lock Post\", \"items\": [{\"id\": \"1\", \"title\": \"Lock opens\", \"content_html\": \"<p>It opened.</p><p>It did.</p>\", \"summary\": \"Open\"}]}"},
        {u"a.xml"_s, "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Lock opens</title></titleStmt></fileDesc></teiHeader><text><body><p>It opened.</p><fw>Page 3</fw></body></text></TEI>"},
        {u"a.csv"_s, csv},
        {u"a.jsonl"_s, "{\"title\": \"Lock opens\", \"text\": \"It opened.\", \"note\": \"twice\"}\n"},
        {u"a.csv.gz"_s, {}}, // made below
        {u"a.tar"_s, tarred({{u"one.txt"_s, "Lock opens\n\nIt opened.\n"}, {u"in/two.csv"_s, csv}})},
        {u"a.zip"_s, zipped({{u"one.txt"_s, "Lock opens\n\nIt opened.\n"}, {u"in/two.csv"_s, csv}, {u"three.eml"_s, letter}})},
        {u"a.eml"_s, letter},
        {u"a.rtf"_s, "{\\rtf1 Lock opens\\par It opened.\\par}"},
        {u"a.pdf"_s, printed({{{50, 50, "Lock opens", 20}, {50, 100, "It opened on Monday.", 10}}}, "/Title(Lock)")},
        {u"a.odt"_s, zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
                         {u"content.xml"_s, "<office:document-content " + office + "><office:body><office:text><text:h>Lock opens</text:h><text:p>It opened.</text:p></office:text></office:body></office:document-content>"}})},
        {u"a.epub"_s, zipped({{u"mimetype"_s, "application/epub+zip"},
                          {u"META-INF/container.xml"_s, "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"},
                          {u"b.opf"_s, "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='c' href='c.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>"},
                          {u"c.xhtml"_s, "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Lock opens</h1><p>It opened.</p></body></html>"}})},
        {u"a.xlsx"_s, packaged(u"xl/workbook.xml"_s, {{u"xl/workbook.xml"_s, "<workbook " + sheet + "><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"},
                          {u"xl/_rels/workbook.xml.rels"_s, relations({{"worksheet", "worksheets/sheet1.xml"}})},
                          {u"xl/worksheets/sheet1.xml"_s, "<worksheet " + sheet + "><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>text</t></is></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>It opened.</t></is></c></row></sheetData></worksheet>"}})},
        {u"a.docx"_s, packaged(u"word/document.xml"_s, {{u"word/document.xml"_s, "<w:document " + word + "><w:body><w:p><w:r><w:t>Lock opens</w:t></w:r></w:p></w:body></w:document>"}})},
    };
}

/// Each has to be seen in one file at least, and what it says that it holds has to add up.
/// brat's text is a file of its own, so that both must be files.
Reading annotatedText()
{
    const QTemporaryDir folder;
    for (const auto &[name, bytes] : {std::pair(u"a.txt"_s, "Lock opens\n\nIt opened on Monday.\n"_ba), std::pair(u"a.ann"_s, "T1\tPlace 0 4\tLock\n"_ba)}) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {{}, failed(file.errorString())};
    }
    QFile file(folder.filePath(u"a.ann"_s));
    Reading result{{}, ReadInfo{}};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, failed(file.errorString())};
    result.info = readerNamed(u"brat")->read(file, file.fileName(), {}, [&](ReadRecord record) {
        result.records.push_back(std::move(record));
        return true;
    });
    return result;
}

void TextAccountTest::everyReaderTellsWhatItHolds()
{
    const QString folder = QStringLiteral(GALLEY_TEST_DATA "/readers");
    std::vector<std::pair<QString, QByteArray>> files = furtherFiles();
    for (auto &[name, bytes] : files) {
        if (name.endsWith(".gz"_L1))
            bytes = gzipped(std::ranges::find(files, u"a.csv"_s, &std::pair<QString, QByteArray>::first)->second);
    }
    for (const QString &file : filesBelow(folder)) {
        if (!file.endsWith(".article"_L1) && !file.endsWith(".zones"_L1) && !file.endsWith(".expected"_L1))
            files.emplace_back(file, contents(file));
    }
    QSet<QString> seen;
    QStringList wrong;
    for (const auto &[name, bytes] : files) {
        const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096)), name);
        QVERIFY2(reader, qPrintable(name));
        const Reading found = reading(bytes, name);
        QVERIFY2(found.info, qPrintable(name));
        const bool ofGalley = bytes.contains("\"type\":\"article\"") || bytes.contains("\"type\": \"article\""); // it says itself what was left out
        if (!found.all<ReadArticle>().empty() && !ofGalley)
            seen += QString::fromLatin1((*reader)->name);
        if (!found.info->characters && !found.all<ReadArticle>().empty() && !ofGalley)
            wrong += name + u": no total is told"_s;
        else if (const QString why = whyWrong(found); !why.isEmpty())
            wrong += name + u": "_s + why;
    }
    QCOMPARE(wrong, QStringList());
    QCOMPARE(whyWrong(annotatedText()), QString());
    seen += u"brat"_s;
    QStringList unseen;
    for (const Reader &reader : readers()) {
        if (!seen.contains(QString::fromLatin1(reader.name)))
            unseen += QString::fromLatin1(reader.name);
    }
    QCOMPARE(unseen, QStringList());
}

void TextAccountTest::marksOfTextAreNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sums");
    QTest::newRow("Markdown") << "# Lock *opens*\n\nIt **opened** on [Monday](u).\n\n[^1]: Ann saw it.\n"_ba << u"a.md"_s
                              << u"Lock opens|It opened on Monday.|[^1]: Ann saw it."_s << u"40 in the text, 0 in fields, label 12"_s;
    QTest::newRow("what Markdown hides") << "It opened. <!-- Ask Ann\n\nonce more. -->\n\nIt <b>did</b>.\n"_ba << u"a.md"_s << u"It opened.|It did."_s
                                         << u"15 in the text, 0 in fields, hidden 15, label 14"_s;
    QTest::newRow("a table in Markdown") << "Gates:\n\n| Gate | Day |\n|:--|---|\n| One | **Monday** |\n"_ba << u"a.md"_s << u"Gates:|Gate\tDay\nOne\tMonday"_s
                                         << u"22 in the text, 0 in fields, label 19"_s;
    QTest::newRow("what the writer says above") << "---\ntitle: Lock\nauthor: Ann\nauthors: Ben\n---\nIt opened.\n"_ba << u"a.md"_s << u"Lock|It opened."_s
                                                << u"9 in the text, 31 in fields, label 6"_s;
    QTest::newRow("words behind a blank line") << "1\n00:00:01,000 --> 00:00:02,000\nThe lock\n\nopened\n\non Monday.\n\n2\n00:00:02,000 --> 00:00:03,000\nIt did.\n"_ba << u"a.srt"_s
                                               << u"The lock opened on Monday. It did."_s << u"28 in the text, 54 in fields, label 2"_s;
    QTest::newRow("no blank line between") << "1\n00:00:01,000 --> 00:00:02,000\nThe lock\n2\n00:00:02,000 --> 00:00:03,000\nopened.\n"_ba << u"a.srt"_s << u"The lock opened."_s
                                           << u"14 in the text, 54 in fields, label 2"_s;
    QTest::newRow("who speaks") << "WEBVTT\n\nSTYLE\n::cue {}\n\nfirst\n00:01.000 --> 00:02.000 line:0\n<v Ann>A &lt; B</v>\n"_ba << u"a.vtt"_s << u"Ann: A < B"_s
                                << u"6 in the text, 21 in fields, label 39"_s;
    QTest::newRow("a reference without an end") << "TY  - NEWS\nTI  - Lock\nAB  - It opened.\nTY  - NEWS\nTI  - Dam\nAB  - It broke.\nER  - \n"_ba << u"a.ris"_s
                                                << u"Lock|It opened.+Dam|It broke."_s << u"24 in the text, 8 in fields, label 18, 3 beside"_s;
}

void TextAccountTest::marksOfTextAreNoText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, sums);
    const Reading found = reading(bytes, name);
    QCOMPARE(whyWrong(found), QString());
    QStringList texts;
    for (const ReadArticle &article : found.all<ReadArticle>())
        texts += QString(article.text).replace(u"\n\n"_s, u"|"_s);
    QCOMPARE(texts.join(u'+'), text);
    const Sums held = sumsOf(found);
    QString told = u"%1 in the text, %2 in fields"_s.arg(held.inText).arg(held.inFields);
    for (const auto &[reason, characters] : held.left)
        told += u", %1 %2"_s.arg(reason).arg(characters);
    QCOMPARE(held.ofFile > 0 ? told + u", %1 beside"_s.arg(held.ofFile) : told, sums);
}

/// Text in another format that stands in a document, and what of it does not come in.
void TextAccountTest::partsOfADocumentAreAccountedFor()
{
    const QByteArray word = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>"
                            "<w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:altChunk r:id='r1'/><w:altChunk r:id='r2'/><w:altChunk r:id='r3'/></w:body></w:document>";
    const Reading found = reading(packaged(u"word/document.xml"_s,
        {{u"word/document.xml"_s, word}, {u"word/_rels/document.xml.rels"_s, relations({{"aFChunk", "a.html"}, {"aFChunk", "b.mht"}, {"aFChunk", "c.txt"}})},
            {u"word/a.html"_s, "<html><head><title>Head</title></head><body><p>From a page.</p></body></html>"},
            {u"word/b.mht"_s, "MIME-Version: 1.0\nSubject: Dam\nContent-Type: text/html\n\n<p>From a mail.</p>\n"}, {u"word/c.txt"_s, "From a file."}}), u"a.docx"_s);
    QCOMPARE(whyWrong(found), QString());
    QCOMPARE(found.all<ReadArticle>().size(), size_t(1));
    QCOMPARE(found.all<ReadArticle>()[0].text, u"Before.\n\nFrom a page.\n\nDam\n\nFrom a mail.\n\nFrom a file."_s);
    const Sums sums = sumsOf(found);
    QCOMPARE(sums.inText, inkOf(found.all<ReadArticle>()[0].text));
    QVERIFY(sums.left == (std::map<QString, qint64>{{u"hidden"_s, 4}, {u"metadata"_s, 3}}));
}

void TextAccountTest::newsAddsUp()
{
    SKIP_WITHOUT(newsFolder() + u"/README.md"_s);
    constexpr qint64 mostRead = 6'000'000; // of a file: its first articles are as good as its last
    std::map<QString, Sums> byReader;
    QStringList wrong;
    QStringList untold;
    int read = 0, told = 0;
    for (const QString &file : filesBelow(newsFolder())) {
        if (QFileInfo(file).size() > mostRead)
            continue;
        const QByteArray bytes = contents(file);
        const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096)), file);
        const Reading found = reading(bytes, file);
        if (!reader || !found.info)
            continue;
        ++read;
        if (!found.info->characters && !found.all<ReadArticle>().empty())
            untold += QString::fromLatin1((*reader)->name);
        told += found.info->characters.has_value();
        if (const QString why = whyWrong(found); !why.isEmpty())
            wrong += QDir(newsFolder()).relativeFilePath(file) + u": "_s + why;
        const Sums sums = sumsOf(found);
        Sums &all = byReader[QString::fromLatin1((*reader)->name)];
        all.inText += sums.inText;
        all.inFields += sums.inFields;
        all.ofFile += sums.ofFile;
        for (const auto &[reason, characters] : sums.left)
            all.left[reason] += characters;
    }
    for (const auto &[reader, sums] : byReader) {
        QStringList reasons;
        for (const auto &[reason, characters] : sums.left)
            reasons += reason + u' ' + QString::number(characters);
        qInfo("%s: %lld in texts, %lld in fields, %lld beside the articles; left out: %s", qPrintable(reader), sums.inText, sums.inFields,
            sums.ofFile, qPrintable(reasons.join(u", "_s)));
    }
    qInfo("%d files were read, of %d the reader can say how much text they hold", read, told);
    QCOMPARE(wrong, QStringList());
    untold.removeDuplicates();
    QCOMPARE(untold, QStringList());
}

void TextAccountTest::pagesAccountForEveryTextNode()
{
    const QString folder = QStringLiteral(GALLEY_TEST_DATA "/readers/pages");
    for (const QString &file : filesBelow(folder)) {
        if (!file.endsWith(".html"_L1))
            continue;
        const QByteArray bytes = contents(file);
        const Reading found = reading(bytes, file);
        const auto tree = HtmlTree::parse(bytes, true);
        QVERIFY(tree && found.info);
        qint64 held = 0;
        walk(tree->root(), [&](const GumboNode *node) {
            if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
                held += inkOf(QString::fromUtf8(node->v.text.text));
            return !isElement(node, GUMBO_TAG_SCRIPT) && !isElement(node, GUMBO_TAG_STYLE);
        });
        QVERIFY2(found.info->characters == held, qPrintable(u"%1 holds %2, not %3"_s.arg(file).arg(held).arg(found.info->characters.value_or(-1))));
    }
}

void TextAccountTest::whatIsNowhereIsLeftOut()
{
    ReadArticle read;
    read.text = u"The boat came in.\n\nNobody saw it leave the harbour that night."_s;
    read.article.authors = u"Ann Lee"_s;
    TextAccount account;
    account.holds(u"The boat  came in."_s);
    account.holds(u"By Ann Lee"_s);
    account.holds(u"The keeper of the light has asked for oil again, and for a second lamp beside the first."_s, LeftOutReason::Hidden);
    account.holds(u"Nobody saw it\nleave the harbour that night."_s);
    account.settle(read);
    QCOMPARE(read.heldInText, inkOf(read.text));
    QCOMPARE(read.heldInFields, 8);
    QCOMPARE(read.leftOut.size(), size_t(1));
    QCOMPARE(read.leftOut[0].what.reason, LeftOutReason::Hidden);
    QVERIFY(read.leftOut[0].what.prose);
    QCOMPARE(read.leftOut[0].place, 17); // behind the paragraph before it
    QCOMPARE(account.characters(), read.heldInText + read.heldInFields + read.leftOut[0].what.characters);
}

void TextAccountTest::richTextTellsWhatNobodySees()
{
    const Reading found = reading("{\\rtf1\\ansi{\\info{\\author Ann Lee}}{\\header Bay Courier\\par}\\pard Harbour opens\\par It opened.{\\v  hidden\\par here} "
                                  "It was {\\deleted closed }full.{\\*\\annotation A remark.}\\par}"_ba, u"a.rtf"_s);
    QCOMPARE(whyWrong(found), QString());
    QVERIFY(found.info && found.info->characters);
    const Sums sums = sumsOf(found);
    QCOMPARE(sums.inText, inkOf(u"Harbour opensIt opened.It was full."));
    QCOMPARE(sums.inFields, inkOf(u"Ann Lee"));
    QVERIFY(sums.left == (std::map<QString, qint64>{{u"part"_s, inkOf(u"Bay Courier")}, {u"hidden"_s, inkOf(u"hiddenhere")}, {u"withdrawn"_s, inkOf(u"closedA remark.")}}));
    QCOMPARE(found.all<ReadArticle>()[0].text, u"Harbour opens\n\nIt opened. It was full."_s);
}

void TextAccountTest::recordsTellWhatIsInNoArticle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("beside");
    QTest::addColumn<int>("articles");
    QTest::newRow("a broken line") << "{\"text\":\"One.\"}\n{broken\n"_ba << u"a.jsonl"_s << qint64(7) << 1;
    QTest::newRow("no text") << "{\"text\":\"One.\"}\n{\"text\":\"\",\"title\":\"Two\"}\n"_ba << u"a.jsonl"_s << qint64(3) << 1;
    QTest::newRow("around the articles") << "{\"status\":\"fine\",\"articles\":[{\"text\":\"One.\",\"date\":\"4 May 2023\"},{\"text\":\"Two.\"}]}"_ba << u"a.json"_s << qint64(4) << 2;
    QTest::newRow("around them, on several lines") << "{\n\"status\":\"fine\",\n\"articles\":[{\"text\":\"One.\"},{\"text\":\"Two.\"}]\n}"_ba << u"a.json"_s << qint64(4) << 2;
    QTest::newRow("a row with wrong quotes") << "title,text\nA,\"It \"opened\" once.\"\nB,Two.\n"_ba << u"a.csv"_s << qint64(19) << 1;
    QTest::newRow("a row that is too long") << "title,text\nA,One.,more\nB,Two.\n"_ba << u"a.csv"_s << qint64(9) << 1;
}

void TextAccountTest::recordsTellWhatIsInNoArticle()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(qint64, beside);
    QFETCH(int, articles);
    const Reading found = reading(bytes, name);
    QVERIFY(found.info && found.info->characters);
    QCOMPARE(whyWrong(found), QString());
    QCOMPARE(int(found.all<ReadArticle>().size()), articles);
    QCOMPARE(sumsOf(found).ofFile, beside);
}

void TextAccountTest::aPassageComesInAtItsPlace()
{
    ReadArticle read;
    read.text = twoParagraphs;
    read.zones = {{{}, {}, ZoneKind::Lead, {0, 10}}, {{}, {}, ZoneKind::Caption, {12, 25}}};
    TextAccount account;
    account.took(u"First one."_s);
    account.left(u"In between."_s, LeftOutReason::Notice, 10);
    account.took(u"Second 😀 one."_s);
    account.settle(read);
    takeIn(read, 0);
    QCOMPARE(read.text, u"First one.\n\nIn between.\n\nSecond 😀 one."_s);
    QCOMPARE(zoneLines(read.text, read.zones), QStringList({u"lead: First one."_s, u"caption: Second 😀 one."_s}));
    QVERIFY(read.leftOut.empty() && read.article.leftOut.empty());
    QCOMPARE(read.heldInText, inkOf(read.text));
}

void TextAccountTest::passagesOfOnePlaceKeepTheirOrder()
{
    ReadArticle read;
    read.text = twoParagraphs;
    TextAccount account;
    account.left(u"One."_s, LeftOutReason::Notice, 10);
    account.left(u"Two."_s, LeftOutReason::Hidden, 10);
    account.settle(read);
    for (LeftPassage &passage : read.leftOut)
        passage.place = 10;
    takeIn(read, 0);
    takeIn(read, 0);
    QCOMPARE(read.text, u"First one.\n\nOne.\n\nTwo.\n\nSecond 😀 one."_s);
}

void TextAccountTest::linesAreNoProse()
{
    QVERIFY(readsLikeProse(u"The council met on Monday and put off, once more, the question of who pays for the pier."));
    QVERIFY(readsLikeProse(u"村議会は月曜日に会議を開き、桟橋の費用を誰が負担するのかという問題を再び先送りにした。"_s));
    QVERIFY(!readsLikeProse(u"Home News Sport Weather Business Opinion Culture Travel Jobs Contact"));
    QVERIFY(!readsLikeProse(u"Read more…"));
}

GALLEY_TEST(TextAccountTest)
#include "tst_textaccount.moc"
