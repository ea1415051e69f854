// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dataset.h>
#include <readers/tables/csvparser.h>
#include <reading.h>
#include <writers/csvwriter.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class CsvWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void theFileLooksAsDocumented();
    void everyCellComesBack();
    void formulasAreNeutralisedWhereAsked_data();
    void formulasAreNeutralisedWhereAsked();
    void numbersStayNumbersInExcel();
    void severalValuesAreAListThatCanBeReadBack();
    void quotesAreSetOnlyWhereNeeded_data();
    void quotesAreSetOnlyWhereNeeded();
    void aFullDiskIsAnError();
};

namespace {

QByteArray written(const std::vector<OwnedRow> &rows, CsvOptions options = {})
{
    const Dataset data = Dataset::small();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, data.codebook, data.coders, data.actors, options);
    for (const OwnedRow &row : rows) {
        if (!writer.write(row.view()))
            return {};
    }
    return writer.finish() ? buffer.data() : QByteArray();
}

std::vector<std::vector<QString>> parsed(const QByteArray &bytes)
{
    std::vector<std::vector<QString>> rows;
    CsvParser parser(bytes, ',');
    while (auto row = parser.next())
        rows.push_back(row->problem.isEmpty() ? row->cells : std::vector{row->problem});
    return rows;
}

OwnedRow spanRow()
{
    OwnedRow owned;
    owned.row.id = {1};
    owned.row.article = {1};
    owned.row.layer = {1};
    owned.row.code = {2};
    owned.row.coder = {1};
    owned.row.start = 0;
    owned.row.end = 19;
    owned.row.values = {{{2}, ActorId{1}}, {{3}, 0.1}, {{4}, true}, {{5}, u"a \"note\",\nin two lines"_s}, {{6}, u"2023-05"_s}};
    owned.annotation = plain(numberedUuid(100));
    owned.article = plain(numberedUuid(200));
    owned.title = "Harbour opens 🚢";
    owned.outlet = "The Exampleton Post";
    owned.published = "2023-05-04";
    owned.url = "https://post.example/1?a=b";
    owned.ranges = "[[0,7],[17,19]]";
    owned.quote = "Harbour … It";
    owned.status = "coded";
    owned.memo = "";
    owned.created = "2023-05-04T09:30:00Z";
    owned.modified = "2023-05-04T09:31:00Z";
    return owned;
}

OwnedRow articleRow()
{
    OwnedRow owned = spanRow();
    owned.row.id = {2};
    owned.row.layer = {2};
    owned.row.code = {};
    owned.row.coder = {2};
    owned.row.start = owned.row.end = -1;
    owned.row.values = {{{8}, CodeId{4}}};
    owned.annotation = plain(numberedUuid(101));
    owned.ranges = owned.quote = "";
    owned.memo = "-- check, please";
    return owned;
}

OwnedRow uncodedRow()
{
    OwnedRow owned = articleRow();
    owned.row = {};
    owned.row.article = {2};
    owned.article = plain(numberedUuid(201));
    owned.title = "=1+1";
    owned.annotation = owned.memo = owned.status = owned.created = owned.modified = "";
    return owned;
}

void compareWithGolden(const QByteArray &found, const QString &name)
{
    const QString path = QStringLiteral(GALLEY_TEST_DATA "/writers/") + name;
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found) == found.size());
    }
    QCOMPARE(found, contents(path));
}

} // namespace

void CsvWriterTest::theFileLooksAsDocumented()
{
    const std::vector rows{spanRow(), articleRow(), uncodedRow()};
    compareWithGolden(written(rows), u"plain.csv"_s);
    compareWithGolden(written(rows, {.bom = true, .excelSafe = true}), u"excel.csv"_s);
}

void CsvWriterTest::everyCellComesBack()
{
    Dice dice(7);
    std::vector<OwnedRow> rows;
    for (int at = 0; at < 300; ++at) {
        OwnedRow owned = spanRow();
        owned.row.article = {at / 3 + 1};
        owned.row.values.clear();
        if (dice.chance(2))
            owned.row.values.push_back({{5}, dice.text(12)});
        owned.row.values.push_back({{3}, double(dice.below(1000)) / 7 * (dice.chance(2) ? 1 : -1e30)});
        if (at % 3 != 0) {
            owned.title = rows.back().title;
            owned.url = rows.back().url;
        } else {
            owned.title = dice.text(8).toStdString();
            owned.url = dice.text(8).toStdString();
        }
        owned.quote = dice.text(40).toStdString();
        owned.memo = dice.text(20).toStdString();
        rows.push_back(owned);
    }
    const auto table = parsed(written(rows));
    QCOMPARE(table.size(), rows.size() + 1);
    for (size_t at = 0; at < rows.size(); ++at) {
        const auto &cells = table[at + 1];
        QCOMPARE(cells.size(), size_t(25));
        QCOMPARE(cells[2].toStdString(), rows[at].title);
        QCOMPARE(cells[5].toStdString(), rows[at].url);
        QCOMPARE(cells[11].toStdString(), rows[at].quote);
        QCOMPARE(cells[14].toStdString(), rows[at].memo);
        QCOMPARE(cells[19].toDouble(), std::get<double>(rows[at].row.values.back().value));
        QCOMPARE(cells[21], rows[at].row.values.size() > 1 ? std::get<QString>(rows[at].row.values[0].value) : QString());
    }
}

void CsvWriterTest::formulasAreNeutralisedWhereAsked_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("cell");

    for (const QString &beginning : {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"＝"_s, u"＋"_s, u"－"_s, u"＠"_s})
        QTest::addRow("%s", qPrintable(beginning)) << beginning + u"1, 2"_s << u'\'' + beginning + u"1, 2"_s;
    for (const QString &harmless : {u"a=1"_s, u"'=1"_s, u" =1"_s, u"—dash"_s, QString()})
        QTest::addRow("harmless %s", qPrintable(harmless)) << harmless << harmless;
}

void CsvWriterTest::formulasAreNeutralisedWhereAsked()
{
    QFETCH(QString, quote);
    QFETCH(QString, cell);
    OwnedRow owned = spanRow();
    owned.quote = quote.toStdString();
    owned.title = quote.toStdString();
    const auto safe = parsed(written({owned}, {.bom = false, .excelSafe = true}));
    QCOMPARE(safe.at(1).at(11), cell);
    QCOMPARE(safe.at(1).at(2), cell);
    QCOMPARE(parsed(written({owned})).at(1).at(11), quote);
}

void CsvWriterTest::numbersStayNumbersInExcel()
{
    OwnedRow owned = spanRow();
    owned.row.values = {{{3}, -1.5}, {{5}, u"-1.5"_s}};
    const auto cells = parsed(written({owned}, {.bom = false, .excelSafe = true})).at(1);
    QCOMPARE(cells[19], u"-1.5"_s);
    QCOMPARE(cells[21], u"'-1.5"_s);
}

void CsvWriterTest::severalValuesAreAListThatCanBeReadBack()
{
    const auto cell = [](std::vector<VariableValue> values, size_t at) {
        OwnedRow owned = spanRow();
        owned.row.values = std::move(values);
        return parsed(written({owned})).at(1).at(at);
    };
    QCOMPARE(cell({{{2}, ActorId{1}}}, 18), u"Town council"_s);
    QCOMPARE(cell({{{2}, ActorId{1}}, {{2}, ActorId{2}}}, 18), u"[\"Town council\",\"-Harbour, Inc.\"]"_s);
    QCOMPARE(cell({{{7}, u"[sic]"_s}}, 23), u"[\"[sic]\"]"_s);
    QCOMPARE(cell({{{5}, u"[sic]"_s}}, 21), u"[sic]"_s); // takes one value, so nothing is ambiguous
    const QString list = cell({{{7}, u"a\"b\n"_s}, {{7}, u"c; d"_s}}, 23);
    const QJsonArray back = QJsonDocument::fromJson(list.toUtf8()).array();
    QCOMPARE(back.at(0).toString(), u"a\"b\n"_s);
    QCOMPARE(back.at(1).toString(), u"c; d"_s);
}

void CsvWriterTest::quotesAreSetOnlyWhereNeeded_data()
{
    QTest::addColumn<QByteArray>("memo");
    QTest::addColumn<QByteArray>("cell");

    QTest::newRow("plain") << "word"_ba << "word"_ba;
    QTest::newRow("blank and semicolon") << " a; b"_ba << " a; b"_ba;
    for (const QByteArray &special : {","_ba, "\n"_ba, "\r"_ba}) {
        for (int length = 0; length < 20; ++length) {
            const QByteArray memo = QByteArray(length, 'x') + special + "y";
            QTest::addRow("%s after %d", special.toPercentEncoding().constData(), length) << memo << '"' + memo + '"';
        }
    }
    QTest::newRow("quote") << "say \"a\" \"\""_ba << "\"say \"\"a\"\" \"\"\"\"\""_ba;
    QTest::newRow("bytes near the special ones") << "\x0B\x0C\x0E!#+-\x8C\xAC\xA2"_ba << "\x0B\x0C\x0E!#+-\x8C\xAC\xA2"_ba;
}

void CsvWriterTest::quotesAreSetOnlyWhereNeeded()
{
    QFETCH(QByteArray, memo);
    QFETCH(QByteArray, cell);
    OwnedRow owned = spanRow();
    owned.memo = memo.toStdString();
    QVERIFY(written({owned}).contains(",coded," + cell + ",2023-05-04T09:30:00Z,"));
}

void CsvWriterTest::aFullDiskIsAnError()
{
    class Full : public QIODevice
    {
    protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64) override
        {
            setErrorString(u"No space left"_s);
            return -1;
        }
    };
    Full full;
    QVERIFY(full.open(QIODevice::WriteOnly));
    const Dataset data = Dataset::small();
    CsvWriter writer(full, data.codebook, data.coders, data.actors);
    QVERIFY(writer.write(spanRow().view())); // still in memory
    const auto finished = writer.finish();
    QVERIFY(!finished);
    QVERIFY(finished.error().message.contains(u"No space left"_s));
}

GALLEY_TEST(CsvWriterTest)
#include "tst_csvwriter.moc"
