// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreading.h"

#include <readers/markup/rtftext.h>

#include <testing.h>

#include <QRegularExpression>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class RtfReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void charactersAreReadExactly_data();
    void charactersAreReadExactly();
    void onlyTheTextComesOut_data();
    void onlyTheTextComesOut();
    void zonesComeFromStyles();
    void whatTheDocumentSaysAboutItselfIsKept();
    void damagedDocumentsEndInASentence_data();
    void damagedDocumentsEndInASentence();
    void realDocumentsAreRead_data();
    void realDocumentsAreRead();
};

namespace {

QString shown(const QByteArray &document)
{
    return galley::testing::shown(rtfText(document));
}

/// With fonts of several character sets: f1 Western, f2 Polish, f3 Russian, f4 Japanese, f5 Symbol, f6 without one,
/// f7 wrongly said to hold symbols.
QByteArray withFonts(const QByteArray &body, const QByteArray &header = "\\ansi\\ansicpg1252\\deff1")
{
    return "{\\rtf1" + header
        + "{\\fonttbl{\\f1\\fswiss\\fcharset0 Sans;}{\\f2\\fcharset238{\\*\\falt Other;}Sans CE;}{\\f3\\fcharset204 Sans Cyr;}"
          "{\\f4\\fcharset128 Mincho;}{\\f5\\ftech\\fcharset2 Symbol;}{\\f6 Plain;}{\\f7\\fcharset2 Plain Letters;}}\n"
        + body + "}";
}

} // namespace

void RtfReaderTest::charactersAreReadExactly_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("text");

    QTest::newRow("western") << withFonts("Z\\'fcrich \\'80 \\'93x\\'94") << u"Zürich € “x”"_s;
    QTest::newRow("polish font") << withFonts("\\f2 za\\'bf\\'f3\\'b3\\'e6") << u"zażółć"_s;
    QTest::newRow("russian font ends with its group") << withFonts("{\\f3\\'cc\\'e8\\'f0}\\'e9") << u"Мирé"_s;
    QTest::newRow("font after \\plain") << withFonts("\\f3\\'cc\\plain\\'e9") << u"Мé"_s;
    QTest::newRow("code page of the document") << withFonts("\\f6\\'ee\\'bf", "\\ansi\\ansicpg1250") << u"îż"_s;
    QTest::newRow("no code page stated") << "{\\rtf1 caf\\'e9}"_ba << u"café"_s;
    QTest::newRow("macintosh") << "{\\rtf1\\mac caf\\'8e}"_ba << u"café"_s;
    QTest::newRow("ibm pc") << "{\\rtf1\\pc caf\\'82}"_ba << u"café"_s;
    QTest::newRow("raw bytes") << withFonts("\\f2 za\xBF\xF3\xB3\xE6") << u"zażółć"_s;
    QTest::newRow("two bytes a character") << withFonts("\\f4\\'93\\'fa\\'96\\'7b") << u"日本"_s;
    QTest::newRow("second byte written plainly") << withFonts("\\f4\\'83A\\'83\\\\\\'83\\{") << u"アソボ"_s;
    QTest::newRow("second byte in another line") << withFonts("\\f4\\'83\n\\'41") << u"ア"_s;
    QTest::newRow("korean, chinese") << "{\\rtf1{\\fonttbl{\\f0\\fcharset129 A;}{\\f1\\fcharset134 B;}{\\f2\\fcharset136 C;}}"
                                        "\\f0\\'c7\\'d1\\f1\\'d6\\'d0\\f2\\'a4\\'a4}"_ba
                                     << u"한中中"_s;
    QTest::newRow("symbols") << withFonts("{\\f5 a\\'b7\\u-3999 ?}x") << u"α•αx"_s;
    QTest::newRow("letters in a font said to be symbols") << withFonts("\\f7 abc") << u"abc"_s;
    QTest::newRow("a font of the wrong set") << withFonts("\\f4 caf\\'e9 ol\\'e9", "\\ansi\\ansicpg1252") << u"café olé"_s;

    QTest::newRow("unicode") << withFonts("\\u223?\\u8364?") << u"ß€"_s;
    QTest::newRow("unicode without a stand-in") << withFonts("\\uc0\\u223\\u228 x") << u"ßäx"_s;
    QTest::newRow("unicode with two") << withFonts("{\\uc2\\u27721\\'ba\\'ba\\u26085\\'93\\'fa}\\u223?x") << u"汉日ßx"_s;
    QTest::newRow("negative unicode") << withFonts("\\u-10179?\\u-8704?x\\u-3913?") << u"😀x\uF0B7"_s;
    QTest::newRow("a pair") << withFonts("\\u55357?\\u56832?") << u"😀"_s;
    QTest::newRow("a pair without stand-ins") << withFonts("\\uc0\\u55357\\u56832 x") << u"😀x"_s;
    QTest::newRow("a pair in two groups") << withFonts("{\\u55357?}{\\u56832?}") << u"😀"_s;
    QTest::newRow("the stand-ins of half a pair") << withFonts("a\\u55357?b\\u56832 !c") << u"a?b!c"_s;
    QTest::newRow("half a pair at the end") << withFonts("a\\u55357?") << u"a?"_s;
    QTest::newRow("stand-ins end with the group") << withFonts("{\\u223}x\\u223 {y}") << u"ßxßy"_s;
    QTest::newRow("a character as stand-in") << withFonts("\\u8226\\bullet x\\u8209\\_y") << u"•x\u2011y"_s;
    QTest::newRow("format words are no stand-ins") << withFonts("\\u223\\b ?x") << u"ßx"_s;
    QTest::newRow("special characters") << withFonts(
        "a\\~b\\_c\\-d\\emdash e\\endash f\\lquote g\\rquote h\\ldblquote\\rdblquote")
                                        << u"a\u00A0b\u2011c\u00ADd—e–f‘g’h“”"_s;
    QTest::newRow("escapes") << withFonts("\\{\\}\\\\") << u"{}\\"_s;
}

void RtfReaderTest::charactersAreReadExactly()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, text);
    QCOMPARE(shown(document), text);
}

void RtfReaderTest::onlyTheTextComesOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");

    QTest::newRow("paragraphs") << "One\\par Two\r\n lines\\par\\par\n{\\b Th}ree\\line four\\\nFive"_ba
                                << u"One|Two lines||Three\nfour|Five"_s;
    QTest::newRow("cells") << "\\trowd\\cellx1\\cellx2 A\\cell B\\par C\\cell\\row\\pard D\\tab E\\par"_ba << u"A|B|C|D\tE"_s;
    QTest::newRow("nested cells")
        << "A{\\itap2 B\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}}C\\cell\\row"_ba << u"AB|C"_s;
    QTest::newRow("page") << "A\\page B\\par\\page C\\par"_ba << u"A|B|C"_s;
    QTest::newRow("section") << "A\\sect B"_ba << u"A|B"_s;
    QTest::newRow("unknown words and groups") << "A{\\*\\unheard of}{\\unheard B}\\alien3 C"_ba << u"ABC"_s;
    QTest::newRow("headers, comments, pictures, lists")
        << "{\\header H\\par}{\\footerl F}{\\pntext 1.\\tab}{\\listtext 2.}A{\\*\\annotation no}"
           "{\\pict\\wmetafile8 0102}{\\xe B}C"_ba
        << u"AC"_s;
    QTest::newRow("binary data") << "A{\\pict\\bin5 {}{\\}}B\\bin2 }}C"_ba << u"ABC"_s;
    QTest::newRow("fields") << "{\\field{\\*\\fldinst{HYPERLINK \"http://a.example\"}}{\\fldrslt{\\ul link}}}!"_ba << u"link!"_s;
    QTest::newRow("hidden and deleted") << "A{\\v B}{\\deleted C\\par}{\\mvf D}\\v E\\v0 F\\deleted G\\plain H"_ba << u"AFH"_s;
    QTest::newRow("inserted") << "A{\\revised\\revauth1 B}"_ba << u"AB"_s;
    QTest::newRow("footnotes come after the body")
        << "One{\\super\\chftn}{\\footnote\\pard\\plain {\\chftn} A note\\par and more}.\\par Two{\\*\\footnote End}\\par"_ba
        << u"One.|Two|A note|and more|End"_s;
    QTest::newRow("a text box, once")
        << "Ho{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}"
           "{\\shptxt In\\par a box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext In}}}}me\\par X"_ba
        << u"Home|In|a box|X"_s;
    QTest::newRow("an old text box") << "Ho{\\*\\do\\dobxpage{\\dptxbxtext In}\\dpx1}me\\par"_ba << u"Home|In"_s;
    QTest::newRow("two forms of a text") << "a{\\upr{?}{\\*\\ud{\\u223?}}}b"_ba << u"aßb"_s;
    QTest::newRow("after the end") << "A}B{C"_ba << u"A"_s;
    QTest::newRow("a formula") << "A{\\mmath{\\*\\moMath {\\mf{\\mfPr{\\mtype bar}{\\mctrlPr x}}{\\mr\\mscr0 \\u948\\'e4}}}{\\mmathPict{\\pict 01}}}B"_ba << u"AδB"_s;
    QTest::newRow("bytes that are no characters") << "A\\'00\\'0b\\'zz\\u0 B"_ba + "\\'00"_ba.repeated(300'000) << u"AzzB"_s;
    QTest::newRow("objects") << "A{\\object{\\*\\objdata 0102}{\\result B}}"_ba << u"AB"_s;
}

void RtfReaderTest::onlyTheTextComesOut()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(shown(withFonts(body)), text);
}

void RtfReaderTest::zonesComeFromStyles()
{
    const auto articles
        = reading("{\\rtf1{\\stylesheet{Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Mine;}{\\*\\cs3 Letters;}{\\s4 "
                  "Title;}"
                  "{\\s5 caption;}}\\pard\\s4 Harbour opens\\par\\pard It did.\\par\\pard\\s2 Later\\par\\pard\\s5 A ship\\par"
                  "\\pard\\outlinelevel2 Still later\\par\\pard Yes.\\par}"_ba,
                  u"a"_s)
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(articles[0].text, u"Harbour opens\n\nIt did.\n\nLater\n\nA ship\n\nStill later\n\nYes."_s);
    QCOMPARE(
        zoneLines(articles[0].text, articles[0].zones),
        (QStringList{u"headline: Harbour opens"_s, u"subheading: Later"_s, u"caption: A ship"_s, u"subheading: Still later"_s}));
}

void RtfReaderTest::whatTheDocumentSaysAboutItselfIsKept()
{
    const auto articles
        = reading("{\\rtf1\\ansicpg1252{\\info{\\title Hafen \\'fc{\\b b}er}{\\author Ann \\u223?}{\\*\\company Post}"
                  "{\\creatim\\yr2021\\mo2\\dy3\\hr4\\min5}{\\nofpages7}{\\keywords}}"
                  "{\\*\\userprops{\\propname Desk}\\proptype30{\\staticval Foreign}}{\\*\\generator Pen 1;}Text.}"_ba,
                  u"a"_s)
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.title, u"Hafen über"_s);
    QCOMPARE(article.authors, u"Ann ß"_s);
    QCOMPARE(article.fields,
             (QMap<QString, QString>{{u"company"_s, u"Post"_s},
                                     {u"creatim"_s, u"2021-02-03T04:05:00"_s},
                                     {u"nofpages"_s, u"7"_s},
                                     {u"Desk"_s, u"Foreign"_s},
                                     {u"generator"_s, u"Pen 1"_s}}));
    QCOMPARE(articles[0].text, u"Text."_s);
}

void RtfReaderTest::damagedDocumentsEndInASentence_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("word");

    QTest::newRow("cut off") << "{\\rtf1 It opened {\\b and"_ba << u"breaks off"_s;
    QTest::newRow("ended too early") << "{\\rtf1 It opened}{\\f0 and more\\par}"_ba << u"ends before the file"_s;
    QTest::newRow("without text") << "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}}"_ba << u"no text"_s;
    QTest::newRow("deep") << "{\\rtf1 " + QByteArray(200'000, '{') << u"nested"_s;
    QTest::newRow("bytes that mean nothing") << withFonts("\\f4 \\'ff\\'ff x") << u"code page"_s;
    QTest::newRow("numbers beyond all") << "{\\rtf1\\u99999999999?\\bin99999999999 x}"_ba << u"breaks off"_s;
}

void RtfReaderTest::damagedDocumentsEndInASentence()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, word);
    const QString said = saidOf(document, u"a.rtf"_s);
    QVERIFY2(said.contains(word), qPrintable(said));
}

void RtfReaderTest::realDocumentsAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");

    factRows({}, u".rtf"_s);
    const QJsonObject databases = newsFacts().value("db"_L1).toObject();
    for (auto entry = databases.begin(); entry != databases.end(); ++entry) {
        if (entry.key().endsWith(".rtf"_L1))
            QTest::newRow(qPrintable(entry.key())) << newsFolder() + u"/db/"_s + entry.key() << entry.value().toObject();
    }
}

void RtfReaderTest::realDocumentsAreRead()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    SKIP_WITHOUT(path);
    const QByteArray bytes = contents(path);
    if (fact.contains("bytes"_L1))
        QCOMPARE(bytes.size(), fact.value("bytes"_L1).toInt());
    const auto read = rtfText(bytes);
    if (!bytes.startsWith("{\\rtf")) { // a piece of a document
        QVERIFY(read || !read.error().message.isEmpty());
        return;
    }
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    const QString text = paragraphsOf(*read).join(u'\n');
    if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
        qInfo().noquote() << text << read->stated.title << read->stated.authors << read->stated.fields << read->remarks;
    QVERIFY(!text.contains(QChar(QChar::ReplacementCharacter)));
    if (!holdsAny(bytes, {"\\{", "\\}", "\\\\", "\\'7b", "\\'7B", "\\'5c", "\\'5C"}))
        QVERIFY(!text.contains(QRegularExpression(u"\\\\[a-z]+\\d|[{}]"_s))); // no code of the format
    const auto hyphens = text.count(QChar(u'\u00AD'));
    const bool unseen = holdsAny(bytes, {"\\v ", "\\v\\", "\\deleted", "\\header", "\\footer", "\\\\-"});
    const bool written = holdsAny(bytes, {"\\'ad", "\\'AD", "\xAD", "\\u173"});
    QVERIFY2(written || hyphens <= fact.value("optional_hyphens"_L1).toInt(), qPrintable(QString::number(hyphens)));
    QVERIFY2(unseen || hyphens >= fact.value("optional_hyphens"_L1).toInt(), qPrintable(QString::number(hyphens)));
}

GALLEY_TEST(RtfReaderTest)
#include "tst_rtfreader.moc"
