// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <readers/tables/csvparser.h>
#include <readers/text/decoding.h>
#include <reading.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class CsvReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreReadAsRfc4180Has_data();
    void rowsAreReadAsRfc4180Has();
    void linesAreThoseOfTheFile();
    void columnsAreFoundByName_data();
    void columnsAreFoundByName();
    void delimitersAreFoundOut_data();
    void delimitersAreFoundOut();
    void furtherColumnsBecomeFields();
    void raggedAndBrokenRowsAreToldAndTheRestComesIn();
    void idsThatAreNoUuidsGiveOne();
    void aTableWithoutATextColumnIsAnError();
    void otherEncodingsAreRead();
    void theSpectrumIsReadAsItsAuthorsSay();
    void realTablesAreReadCellByCell_data();
    void realTablesAreReadCellByCell();
};

namespace {

/// a|b for cells, then a line end for rows.
QString table(const QByteArray &bytes, char delimiter = ',')
{
    QStringList rows;
    CsvParser parser(bytes, delimiter);
    while (const auto row = parser.next())
        rows.push_back(row->problem.isEmpty() ? QStringList(row->cells.begin(), row->cells.end()).join(u'|') : u"!"_s);
    return rows.join(u"//"_s);
}

} // namespace

void CsvReaderTest::rowsAreReadAsRfc4180Has_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("rows");

    QTest::newRow("plain") << "a,b\r\nc,d\r\n"_ba << u"a|b//c|d"_s;
    QTest::newRow("no end at the end") << "a,b\nc,d"_ba << u"a|b//c|d"_s;
    QTest::newRow("old mac") << "a,b\rc,d\r"_ba << u"a|b//c|d"_s;
    QTest::newRow("empty cells") << "a,,\n,,\n\"\",x,\n"_ba << u"a||//||//|x|"_s;
    QTest::newRow("quoted") << "\"a,b\",\"c\r\nd\",\"e \"\"f\"\"\"\n"_ba << u"a,b|c\r\nd|e \"f\""_s;
    QTest::newRow("blank lines") << "\n\na\n\n\nb\n\n"_ba << u"a//b"_s;
    QTest::newRow("quote within a plain cell") << "5\" screen,x\n"_ba << u"5\" screen|x"_s;
    QTest::newRow("blanks count") << " a , b \n"_ba << u" a | b "_s;
    QTest::newRow("emoji") << "\xF0\x9F\x98\x80,\"\xF0\x9F\x98\x80\"\"\"\n"_ba << u"😀|😀\""_s;
    QTest::newRow("mark within") << "a,\xEF\xBB\xBF" "b\n"_ba << u"a|\uFEFFb"_s;
    QTest::newRow("after the closing quote") << "\"a\"b,c\nd,e\n"_ba << u"!//d|e"_s;
    QTest::newRow("never closed") << "a,b\n\"c,d\ne"_ba << u"a|b//!//e"_s;
    QTest::newRow("a stray quote, closed lines later") << "a,b\n\"c,d\ne,f\ng,\"h\"\n"_ba << u"a|b//!//e|f//g|h"_s;
    QTest::newRow("nothing") << ""_ba << QString();
    QTest::newRow("only a quote") << "\""_ba << u"!"_s;
    QTest::newRow("an empty quoted cell at the end") << "a,\"\""_ba << u"a|"_s;
    QTest::newRow("a delimiter at the end") << "a,"_ba << u"a|"_s;
}

void CsvReaderTest::rowsAreReadAsRfc4180Has()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, rows);
    QCOMPARE(table(bytes), rows);
}

void CsvReaderTest::linesAreThoseOfTheFile()
{
    std::vector<int> lines;
    const QByteArray bytes = "id,text\r\n1,\"two\r\nlines\"\r\n\r\n2,\"a\rb\nc\"\n3,x\n"_ba;
    CsvParser parser(bytes, ',');
    while (const auto row = parser.next())
        lines.push_back(row->line);
    QCOMPARE(lines, (std::vector{1, 2, 5, 8}));
}

void CsvReaderTest::columnsAreFoundByName_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("own names") << "id,title,outlet,authors,published,section,page,language,url,text"_ba;
    QTest::newRow("synonyms") << "Article ID,Headline,Publication,Byline,Date,section,PAGE,Lang,Link,Article_Text"_ba;
    QTest::newRow("camel case") << "bodyId,newsTitle,siteName,Author,pubDate,Desk,pageNumber,LANGUAGE,webUrl,articleBody"_ba;
}

void CsvReaderTest::columnsAreFoundByName()
{
    QFETCH(QByteArray, header);
    const auto articles = reading(
        header + "\n11111111-2222-4333-8444-555555555555,T,O,A. Lee,\"May 4, 2023\",S,3,en,https://e.example/1,Words.\n",
        u"t.csv"_s)
                              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.uuid.toString(QUuid::WithoutBraces), u"11111111-2222-4333-8444-555555555555"_s);
    QCOMPARE(articles[0].key, u"11111111-2222-4333-8444-555555555555"_s);
    QCOMPARE((QStringList{article.title, article.outlet, article.authors, article.published, article.section, article.page,
                 article.language, article.url, articles[0].text}),
        (QStringList{
            u"T"_s, u"O"_s, u"A. Lee"_s, u"2023-05-04"_s, u"S"_s, u"3"_s, u"en"_s, u"https://e.example/1"_s, u"Words."_s}));
    QVERIFY(article.fields.isEmpty());
}

void CsvReaderTest::delimitersAreFoundOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("comma") << "title,text,note; or so\nA;b,words; and more,n\n"_ba;
    QTest::newRow("semicolon") << "title;text;note, or so\n\"A;b\";words; and more\nA;b;c\n"_ba.replace(
        "\"A;b\";words; and more\n", "");
    QTest::newRow("tab") << "title\ttext\tnote\nA;b\twords; and more\tn\n"_ba;
}

void CsvReaderTest::delimitersAreFoundOut()
{
    QFETCH(QByteArray, bytes);
    const auto articles = reading(bytes, u"t.csv"_s).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.fields.size(), 1);
}

void CsvReaderTest::furtherColumnsBecomeFields()
{
    const auto articles
        = reading("text,Body,keyword,empty,note\r\nWords.,other,storm,,\"a \"\"b\"\"\"\r\n"_ba, u"t.csv"_s).all<ReadArticle>();
    QCOMPARE(articles.at(0).text, u"Words."_s);
    QCOMPARE(articles.at(0).article.fields,
        (QMap<QString, QString>{{u"Body"_s, u"other"_s}, {u"keyword"_s, u"storm"_s}, {u"note"_s, u"a \"b\""_s}}));
    QCOMPARE(articles.at(0).article.title, u"Words."_s);
}

void CsvReaderTest::raggedAndBrokenRowsAreToldAndTheRestComesIn()
{
    const auto result
        = reading("title,text\nA,one\nB\nC,two,three\nD,\"four\"x\nE,\" \"\nF,\"five\nmore\"\nG,\"six"_ba, u"t.csv"_s);
    QStringList titles;
    for (const ReadArticle &read : result.all<ReadArticle>())
        titles.push_back(read.article.title);
    QCOMPARE(titles, (QStringList{u"A"_s, u"F"_s}));
    QCOMPARE(result.problems().join(u'\n'),
             u"3: The article has no text.\n"
             "4: The row has 3 cells, the header has 2.\n"
             "5: Something follows the closing quote of cell 2; a quote within a quoted cell is written twice.\n"
             "6: The article has no text.\n"
             "9: The quoted cell that begins in line 9 never ends."_s);
}

void CsvReaderTest::idsThatAreNoUuidsGiveOne()
{
    const QByteArray bytes = "id,text\n7,Words.\n8,Words.\n"_ba;
    const auto articles = reading(bytes, u"t.csv"_s).all<ReadArticle>();
    QCOMPARE(articles.at(0).key, u"7"_s);
    QCOMPARE(articles.at(0).article.fields.value(u"id"_s), u"7"_s);
    QVERIFY(!articles[0].article.uuid.isNull());
    QVERIFY(articles[0].article.uuid != articles[1].article.uuid);
    QCOMPARE(reading(bytes, u"u.csv"_s).all<ReadArticle>().at(0).article.uuid, articles[0].article.uuid);
    QVERIFY(
        reading("id,text\n7,Other words.\n"_ba, u"t.csv"_s).all<ReadArticle>().at(0).article.uuid != articles[0].article.uuid);
}

void CsvReaderTest::aTableWithoutATextColumnIsAnError()
{
    const auto result = reading("title,date\nA,B\n"_ba, u"t.csv"_s);
    QVERIFY(!result.info);
    QVERIFY(result.info.error().message.contains(u"title, date"_s));
    QVERIFY(!reading(""_ba, u"t.csv"_s).info);
}

void CsvReaderTest::otherEncodingsAreRead()
{
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray wide = utf16.encode(u"title\ttext\r\nÄ\tWörter, \"so\"\r\n"_s);
    const auto result = reading(wide, u"excel.txt"_s);
    QCOMPARE(result.all<ReadArticle>().at(0).text, u"Wörter, \"so\""_s);
    QCOMPARE(result.info->encoding, u"UTF-16LE"_s);
    QCOMPARE(result.info->sha256, sha256Of(wide));
    QCOMPARE(reading("\xEF\xBB\xBFtitle,text\nA,\"x\r\ny\rz\"\n"_ba, u"t.csv"_s).all<ReadArticle>().at(0).text, u"x\ny\nz"_s);
    QCOMPARE(reading("title;text\nA;caf\xE9\n"_ba, u"t.csv"_s).all<ReadArticle>().at(0).text, u"café"_s);
}

void CsvReaderTest::theSpectrumIsReadAsItsAuthorsSay()
{
    const QDir folder(QStringLiteral(GALLEY_SHARED "/formats/samples/csv/csv-spectrum/csvs"));
    SKIP_WITHOUT(folder.path());
    for (const QString &name : folder.entryList({u"*.csv"_s})) {
        const QByteArray bytes = contents(folder.filePath(name));
        const QJsonArray expected
            = QJsonDocument::fromJson(contents(folder.filePath(u"../json/"_s + name.chopped(3) + u"json"_s))).array();
        CsvParser parser(bytes, ',');
        const auto header = parser.next();
        QVERIFY(header);
        qsizetype at = 0;
        while (const auto row = parser.next()) {
            QVERIFY(at < expected.size());
            for (size_t cell = 0; cell < row->cells.size(); ++cell)
                QCOMPARE(row->cells[cell], expected.at(at).toObject().value(header->cells[cell]).toString());
            ++at;
        }
        QCOMPARE(at, expected.size());
    }
}

void CsvReaderTest::realTablesAreReadCellByCell_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");
    const QJsonObject tables = newsFacts().value("tables"_L1).toObject();
    for (auto entry = tables.begin(); entry != tables.end(); ++entry) {
        const QString path = newsFolder() + u"/csv/"_s + entry.key();
        if (entry.key().endsWith(".csv"_L1) && QFile::exists(path))
            QTest::newRow(qPrintable(entry.key())) << path << entry.value().toObject();
    }
    if (tables.isEmpty())
        QTest::newRow("none") << QString() << QJsonObject();
}

void CsvReaderTest::realTablesAreReadCellByCell()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    SKIP_WITHOUT(path);
    const auto table = decodedToUtf8(contents(path));
    QVERIFY(table);
    CsvParser parser(table->bytes, ',');
    const auto header = parser.next();
    QVERIFY(header);
    QStringList names(header->cells.begin(), header->cells.end());
    QCOMPARE(names, fact.value("columns"_L1).toVariant().toStringList());
    QStringList cells;
    qint64 rows = 0;
    qint64 ragged = 0;
    qint64 broken = 0;
    qint64 longest = 0;
    while (const auto row = parser.next()) {
        ++rows;
        ragged += row->cells.size() != header->cells.size();
        broken += std::ranges::any_of(row->cells, [](const QString &cell) { return cell.contains(u'\n'); });
        for (const QString &cell : row->cells)
            longest = std::max(longest, TextPositions(cell).codePoints());
        cells.append(QStringList(row->cells.begin(), row->cells.end()));
    }
    QCOMPARE(rows, fact.value("rows"_L1).toInteger());
    QCOMPARE(ragged, fact.value("ragged_rows"_L1).toInteger());
    QCOMPARE(broken, fact.value("rows_with_newline_in_a_cell"_L1).toInteger());
    QCOMPARE(longest, fact.value("longest_cell"_L1).toInteger());
    const QByteArray hash = sha256Of(cells.join(QChar(0x1F)).toUtf8()).first(16);
    QCOMPARE(QString::fromLatin1(hash), fact.value("sha16_of_all_cells"_L1).toString(QString::fromLatin1(hash)));
    // As articles: each row is one, or what is wrong with it is said.
    const auto result = reading(contents(path), path.section(u'/', -1));
    QVERIFY2(!result.info || qint64(result.records.size()) >= rows, qPrintable(QString::number(result.records.size())));
    QVERIFY2(result.info || !result.info.error().message.isEmpty(), qPrintable(path));
}

GALLEY_TEST(CsvReaderTest)
#include "tst_csvreader.moc"
