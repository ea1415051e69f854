// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <readers/office/workbook.h>
#include <reading.h>
#include <zipped.h>

#include <testing.h>

#include <QDirIterator>
#include <QSet>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class XlsxReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreText_data();
    void cellsAreText();
    void rowsAreArticles();
    void theHeaderMayStandLowerAndOnALaterSheet();
    void mergedCellsReachDown();
    void numberFormatsOfDatesAreKnown_data();
    void numberFormatsOfDatesAreKnown();
    void daysAreCountedAsSpreadsheetsDo_data();
    void daysAreCountedAsSpreadsheetsDo();
    void damagedWorkbooksEndInASentence_data();
    void damagedWorkbooksEndInASentence();
    void realRatingsAreRead();
    void everyRealWorkbookIsReadOrExplained();
};

namespace {

const QByteArray space = " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                         " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

/// A workbook with a sheet for each of the given contents of `worksheet`.
QByteArray xlsx(const std::vector<QByteArray> &sheets, const QByteArray &properties = {})
{
    const QByteArray strings = "<sst" + space
        + "><si><t>text</t></si><si><t>title</t></si><si><r><t>It </t></r><r><rPr/><t "
          "xml:space='preserve'>did._x000D_\nYes.</t></r>"
          "<rPh><t>no</t></rPh></si></sst>";
    const QByteArray styles = "<styleSheet" + space
        + "><numFmts><numFmt numFmtId='164' formatCode='d\\.\\ mmmm\\ yyyy'/></numFmts><cellStyleXfs><xf "
          "numFmtId='14'/></cellStyleXfs>"
          "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='22'/><xf "
          "numFmtId='9'/></cellXfs></styleSheet>";
    ZipParts parts{{u"xl/sharedStrings.xml"_s, strings}, {u"xl/styles.xml"_s, styles}};
    QByteArray listed;
    std::vector<std::pair<QByteArray, QByteArray>> targets;
    for (const QByteArray &sheet : sheets) {
        const QByteArray number = QByteArray::number(qsizetype(targets.size()) + 1);
        targets.emplace_back("worksheet", "worksheets/sheet" + number + ".xml");
        listed += "<sheet name='S" + number + "' sheetId='" + number + "' r:id='r" + number + "'/>";
        parts.emplace_back(u"xl/worksheets/sheet%1.xml"_s.arg(QLatin1StringView(number)),
                           "<worksheet" + space + ">" + sheet + "</worksheet>");
    }
    targets.emplace_back("styles", "styles.xml");
    targets.emplace_back("sharedStrings", "sharedStrings.xml");
    parts.emplace_back(u"xl/_rels/workbook.xml.rels"_s, relations(targets));
    parts.emplace_back(u"xl/workbook.xml"_s,
                       "<workbook" + space + "><workbookPr " + properties + "/><sheets>" + listed + "</sheets></workbook>");
    return packaged(u"xl/workbook.xml"_s, std::move(parts));
}

QByteArray inlined(const QByteArray &text)
{
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
}

QByteArray sheet(const QByteArray &rows, const QByteArray &after = {})
{
    return "<sheetData>" + rows + "</sheetData>" + after;
}

} // namespace

void XlsxReaderTest::cellsAreText_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");

    QTest::newRow("shared") << "<c t='s'><v>1</v></c>"_ba << u"title"_s;
    QTest::newRow("shared, of several runs") << "<c t='s'><v>2</v></c>"_ba << u"It did.\r\nYes."_s;
    QTest::newRow("shared, but not there") << "<c t='s'><v>77</v></c><c><v>1</v></c>"_ba << QString();
    QTest::newRow("inline") << inlined("a<![CDATA[&]]>b _x0041__x005F_x0042_") << u"a&b A_x0042_"_s;
    QTest::newRow("of a formula") << "<c t='str'><f>A1</f><v>a b</v></c>"_ba << u"a b"_s;
    QTest::newRow("number") << "<c><v>12</v></c>"_ba << u"12"_s;
    QTest::newRow("long number") << "<c><v>12345678901234567890</v></c>"_ba << u"12345678901234567890"_s;
    QTest::newRow("sum") << "<c><v>0.30000000000000004</v></c>"_ba << u"0.3"_s;
    QTest::newRow("exponent") << "<c><v>1E-3</v></c>"_ba << u"0.001"_s;
    QTest::newRow("truth") << "<c t='b'><v>1</v></c>"_ba << u"true"_s;
    QTest::newRow("error") << "<c t='e'><v>#N/A</v></c>"_ba << u"#N/A"_s;
    QTest::newRow("date") << "<c s='1'><v>43831</v></c>"_ba << u"2020-01-01"_s;
    QTest::newRow("date by a format of its own") << "<c s='2'><v>43831</v></c>"_ba << u"2020-01-01"_s;
    QTest::newRow("date and time") << "<c s='3'><v>43831.520833333336</v></c>"_ba << u"2020-01-01T12:30:00"_s;
    QTest::newRow("percent") << "<c s='4'><v>0.5</v></c>"_ba << u"0.5"_s;
    QTest::newRow("date in words") << "<c t='d'><v>2020-01-01</v></c>"_ba << u"2020-01-01"_s;
    QTest::newRow("style beyond the list") << "<c s='99'><v>43831</v></c>"_ba << u"43831"_s;
}

void XlsxReaderTest::cellsAreText()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, text);
    const auto book = Workbook::open(xlsx({sheet("<row>" + cell + "</row>")}));
    QVERIFY(book);
    const auto rows = book->rows(0);
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(rows->front().cell(0), text);
}

void XlsxReaderTest::rowsAreArticles()
{
    const auto result = reading(
        xlsx({sheet("<row r='1'><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>0</v></c>"
                    "<c r='E1' t='inlineStr'><is><t>date</t></is></c><c r='F1' t='inlineStr'><is><t>Ward</t></is></c></row>"
                    "<row r='2'/><row r='4'><c r='C4' t='s'><v>2</v></c><c r='E4' s='1'><v>43831</v></c>"
                    "<c r='F4'><v>7</v></c><c r='Z4'><v>9</v></c></row>"
                    "<row r='5'><c r='B5'><v>1</v></c></row>")}));
    QVERIFY(result.info);
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(result.records[0].line, 4);
    QCOMPARE(articles[0].text, u"It did.\nYes."_s);
    QCOMPARE(articles[0].article.title, u"It did."_s);
    QCOMPARE(articles[0].article.published, u"2020-01-01"_s);
    QCOMPARE(articles[0].article.fields, (QMap<QString, QString>{{u"Ward"_s, u"7"_s}}));
    QCOMPARE(result.problems(), QStringList{u"5: The article has no text."_s});
}

void XlsxReaderTest::theHeaderMayStandLowerAndOnALaterSheet()
{
    const auto articles
        = reading(xlsx({sheet("<row>" + inlined("About") + "</row>"), sheet(""),
                        sheet("<row>" + inlined("Export of a day") + "</row><row>" + inlined("title") + inlined("body")
                              + "</row><row>" + inlined("Harbour") + inlined("It opened.") + "</row>")}))
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour"_s);
    QCOMPARE(articles[0].text, u"It opened."_s);
}

void XlsxReaderTest::mergedCellsReachDown()
{
    const QByteArray rows = "<row r='1'>" + inlined("outlet") + inlined("text") + "</row><row r='2'>" + inlined("Post")
        + inlined("a")
        + "</row><row r='3'><c r='B3' t='inlineStr'><is><t>b</t></is></c></row><row r='4'><c r='B4' "
          "t='inlineStr'><is><t>c</t></is></c></row>";
    const QByteArray merges
        = "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='A9:XFD1048576'/><mergeCell ref='oops'/></mergeCells>";
    QStringList outlets;
    for (const ReadArticle &read : reading(xlsx({sheet(rows, merges)})).all<ReadArticle>())
        outlets.push_back(read.article.outlet);
    QCOMPARE(outlets, (QStringList{u"Post"_s, u"Post"_s, QString()}));
}

void XlsxReaderTest::numberFormatsOfDatesAreKnown_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("date");

    for (const QString &code :
         {u"yyyy-mm-dd"_s, u"d/m/yy h:mm"_s, u"[$-407]d. mmmm yyyy;@"_s, u"h:mm:ss AM/PM"_s, u"DD.MM.YYYY"_s})
        QTest::newRow(qPrintable(code)) << code << true;
    for (const QString &code :
         {u"General"_s, u"0.00"_s, u"#,##0.00 \"days\""_s, u"[Red]0.0"_s, u"0\\d"_s, u"_-* #,##0\\ _d_-"_s, u"@"_s})
        QTest::newRow(qPrintable(code)) << code << false;
}

void XlsxReaderTest::numberFormatsOfDatesAreKnown()
{
    QFETCH(QString, code);
    QFETCH(bool, date);
    QCOMPARE(isDateFormat(code), date);
}

void XlsxReaderTest::daysAreCountedAsSpreadsheetsDo_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<bool>("from1904");
    QTest::addColumn<QString>("date");

    QTest::newRow("first") << 1.0 << false << u"1900-01-01"_s;
    QTest::newRow("before the day that never was") << 59.0 << false << u"1900-02-28"_s;
    QTest::newRow("after it") << 61.0 << false << u"1900-03-01"_s;
    QTest::newRow("last") << 2958465.0 << false << u"9999-12-31"_s;
    QTest::newRow("beyond") << 2958466.0 << false << QString();
    QTest::newRow("negative") << -1.0 << false << QString();
    QTest::newRow("not a number") << std::nan("") << false << QString();
    QTest::newRow("time alone") << 0.75 << false << u"18:00:00"_s;
    QTest::newRow("almost midnight") << 43830.9999999 << false << u"2020-01-01"_s;
    QTest::newRow("of a macintosh") << 0.0 << true << u"1904-01-01"_s;
}

void XlsxReaderTest::daysAreCountedAsSpreadsheetsDo()
{
    QFETCH(double, serial);
    QFETCH(bool, from1904);
    QFETCH(QString, date);
    QCOMPARE(dateOfSerial(serial, from1904), date);
}

void XlsxReaderTest::damagedWorkbooksEndInASentence_data()
{
    QTest::addColumn<QByteArray>("workbook");
    QTest::addColumn<QString>("word");

    QTest::newRow("no text column") << xlsx({sheet("<row>" + inlined("headline") + inlined("Q1") + "</row>")})
                                    << u"headline, Q1"_s;
    QTest::newRow("empty") << xlsx({sheet("")}) << u"empty"_s;
    QTest::newRow("no sheets") << xlsx({}) << u"no sheets"_s;
    QTest::newRow("cut off") << xlsx({sheet("")}).chopped(30) << u"breaks off"_s;
    QTest::newRow("no xml") << xlsx({"<sheetData><row></sheetData>"}) << u"damaged"_s;
    QTest::newRow("binary") << packaged(u"xl/workbook.bin"_s, {{u"xl/workbook.bin"_s, "x"}}) << u".xlsb"_s;
}

void XlsxReaderTest::damagedWorkbooksEndInASentence()
{
    QFETCH(QByteArray, workbook);
    QFETCH(QString, word);
    const auto result = reading(workbook, u"a.xlsx"_s);
    QVERIFY(!result.info);
    QVERIFY2(result.info.error().message.contains(word), qPrintable(result.info.error().message));
}

void XlsxReaderTest::realRatingsAreRead()
{
    const QJsonObject facts = newsFacts().value("babe"_L1).toObject();
    if (facts.isEmpty())
        QSKIP("the shared test material is not here");
    for (auto entry = facts.begin(); entry != facts.end(); ++entry) {
        const QString path = newsFolder() + u"/babe/raw_labels_%1.xlsx"_s.arg(entry.key());
        SKIP_WITHOUT(path);
        const QJsonObject fact = entry.value().toObject();
        const auto result = reading(contents(path), path);
        QVERIFY2(result.info, result.info ? "" : qPrintable(result.info.error().message));
        QCOMPARE(result.problems(), QStringList());
        QSet<QString> sentences;
        QMap<QString, int> raters, labels;
        for (const ReadArticle &read : result.all<ReadArticle>()) {
            sentences.insert(read.text);
            ++raters[read.article.fields.value(u"annotator_id"_s)];
            ++labels[read.article.fields.value(u"label_bias"_s)];
        }
        QCOMPARE(result.records.size(), size_t(fact.value("raw_rows"_L1).toInt()));
        QCOMPARE(sentences.size(), fact.value("distinct_sentences"_L1).toInt());
        const QJsonObject annotators = fact.value("annotators"_L1).toObject();
        for (auto annotator = annotators.begin(); annotator != annotators.end(); ++annotator)
            QCOMPARE(raters.value(annotator.key()), annotator.value().toInt());
        QCOMPARE(labels.value(QString()), fact.value("rows_with_empty_label"_L1).toInt());
    }
}

void XlsxReaderTest::everyRealWorkbookIsReadOrExplained()
{
    SKIP_WITHOUT(newsFolder());
    QDirIterator files(newsFolder(), {u"*.xlsx"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto result = reading(contents(path), path);
        if (!result.info)
            QVERIFY2(result.info.error().message.startsWith(u"No column holds the text")
                         || result.info.error().message.startsWith(u"The table is empty"),
                     qPrintable(path + result.info.error().message));
        else
            QVERIFY2(!result.records.empty(), qPrintable(path));
    }
}

GALLEY_TEST(XlsxReaderTest)
#include "tst_xlsxreader.moc"
