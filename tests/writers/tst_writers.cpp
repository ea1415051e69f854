// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of formats: what the command line and the window are made from.
#include <dataset.h>
#include <writers/writer.h>

#include <testing.h>

#include <QBuffer>
#include <QSet>
#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class WritersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatHasItsNames();
    void anUnknownFormatIsRefusedByThoseThereAre();
    void aFileIsKnownByItsEnding();
    void everyFormatCountsWhatItWrote_data();
    void everyFormatCountsWhatItWrote();
    void whatStopsTheStreamStopsTheWriter();
    void articlesWithoutAnnotationsComeWhereAsked();
};

namespace {

/// The small dataset with two articles, one of them with an annotation.
StreamedDataset streamed()
{
    const Dataset data = Dataset::small();
    StreamedDataset dataset{data.codebook, data.coders, data.actors, {{{1}, numberedUuid(70), u"Draw"_s, u"{}"_s}}, false, {}, {}};
    dataset.articles = [](const StreamedDataset::TakeArticle &take) {
        ArticleRow row;
        row.article.uuid = numberedUuid(200);
        row.article.title = u"Harbour"_s;
        row.text = "Harbour opens";
        return take(row).and_then([&] { return take(row); });
    };
    dataset.annotations = [](const ExportFilter &filter, const StreamedDataset::TakeAnnotation &take) -> Result<> {
        OwnedRow owned;
        owned.row.id = {1};
        owned.row.article = {1};
        owned.row.layer = {1};
        owned.row.coder = {1};
        owned.row.code = {2};
        owned.ranges = "[[0,7]]";
        owned.quote = "Harbour";
        Result<> taken = take(owned.view());
        return filter.withUncodedArticles ? taken.and_then([&] {
            AnnotationRow row;
            row.article = {2};
            return take(row);
        })
                                          : taken;
    };
    return dataset;
}

} // namespace

void WritersTest::everyFormatHasItsNames()
{
    QSet<QLatin1StringView> names;
    for (const Writer &writer : writers()) {
        QVERIFY(!names.contains(QLatin1StringView(writer.name)));
        names.insert(QLatin1StringView(writer.name));
        QVERIFY(!writer.title().isEmpty());
        QVERIFY(qstrlen(writer.suffix) > 0 && qstrlen(writer.contains) > 0);
        QCOMPARE(writerNamed(QString::fromLatin1(writer.name)).value()->suffix, writer.suffix);
    }
    QVERIFY(names.contains("csv"_L1) && names.contains("jsonl"_L1));
}

void WritersTest::anUnknownFormatIsRefusedByThoseThereAre()
{
    for (const QString &name : {u"xlsx"_s, u"CSV"_s, u"cs"_s, QString()}) {
        const auto writer = writerNamed(name);
        QVERIFY(!writer);
        QCOMPARE(writer.error().message, u"“%1” is no format of exports; there are: csv, jsonl, brat"_s.arg(name));
    }
}

void WritersTest::aFileIsKnownByItsEnding()
{
    QCOMPARE(writerForFile(u"a.b/study.CSV"), writerNamed(u"csv").value());
    QCOMPARE(writerForFile(u"study.csv.jsonl"), writerNamed(u"jsonl").value());
    QVERIFY(!writerForFile(u"study.xlsx"));
    QVERIFY(!writerForFile(u"csv"));
}

void WritersTest::everyFormatCountsWhatItWrote_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("headers");
    QTest::addColumn<qint64>("rows");
    QTest::newRow("csv") << u"csv"_s << qint64(1) << qint64(1);
    QTest::newRow("jsonl") << u"jsonl"_s << qint64(0) << qint64(1 + 2 + 2 + 1 + 1); // codebook, coders, articles, annotation, sample
    QTest::newRow("brat") << u"brat"_s << qint64(-1) << qint64(1); // an archive, which has no lines
    QCOMPARE(writers().size(), 3u); // a new format has a row here
}

void WritersTest::everyFormatCountsWhatItWrote()
{
    QFETCH(QString, format);
    QFETCH(qint64, headers);
    QFETCH(qint64, rows);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto written = writerNamed(format).value()->write(streamed(), buffer, {});
    QVERIFY(written);
    QCOMPARE(*written, rows);
    if (headers < 0)
        return;
    QCOMPARE(qint64(buffer.data().count('\n')), headers + rows);
    QVERIFY(buffer.data().contains("Security/Defence\\"));
}

void WritersTest::whatStopsTheStreamStopsTheWriter()
{
    StreamedDataset dataset = streamed();
    dataset.annotations = [](const ExportFilter &, const StreamedDataset::TakeAnnotation &) { return failed(u"damaged"_s); };
    for (const Writer &writer : writers()) {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const auto written = writer.write(dataset, buffer, {});
        QVERIFY(!written);
        QCOMPARE(written.error().message, u"damaged"_s);
    }
}

void WritersTest::articlesWithoutAnnotationsComeWhereAsked()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QCOMPARE(writerNamed(u"csv").value()->write(streamed(), buffer, {.allArticles = true}).value(), qint64(2));
}

GALLEY_PURE_TEST(WritersTest)
#include "tst_writers.moc"
