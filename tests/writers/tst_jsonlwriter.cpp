// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dataset.h>
#include <readers/codebook/builtincodebooks.h>
#include <reading.h>
#include <writers/codebookwriter.h>
#include <writers/jsonlwriter.h>

#include <charconv>

#include <testing.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class JsonlWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void theLinesLookAsDocumented();
    void whatIsWrittenReadsTheSame();
    void codersOfOneNameAreToldApart();
    void builtInCodebooksComeBackWithTheirIds();
};

namespace {

/// Writes with a writer over the small dataset and gives the bytes.
template<typename Write>
QByteArray written(const Dataset &data, Write write)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    JsonlWriter writer(buffer, data.codebook, data.coders, data.actors);
    write(writer);
    return writer.finish() ? buffer.data() : QByteArray();
}

ArticleRow article(const std::string &text)
{
    ArticleRow row;
    row.article.uuid = numberedUuid(200);
    row.article.title = u"Harbour \"opens\" 🚢"_s;
    row.article.outlet = u"The Exampleton Post"_s;
    row.article.authors = u"Ann Lee; Bo Kim"_s;
    row.article.published = u"2023-05-04T09:30:00+02:00"_s;
    row.article.section = u"Coast"_s;
    row.article.page = u"3"_s;
    row.article.language = u"en-GB"_s;
    row.article.url = u"https://post.example/1"_s;
    row.article.fields = {{u"keyword"_s, u"a\tb"_s}, {u"id"_s, u"7"_s}};
    row.article.leftOut = {{LeftOutReason::Hidden, 12, 2, true, u"Once \"more\""_s}};
    row.source = {{}, u"C:\\old\\harbour.txt"_s, "ab12", u"windows-1252"_s};
    row.text = text;
    row.zones = {{{}, {}, ZoneKind::Headline, {0, 7}}, {{}, {}, ZoneKind::PhotoCredit, {8, 10}}};
    row.progress = {{{}, {}, {1}, ProgressState::Done}, {{}, {}, {2}, ProgressState::InProgress}};
    return row;
}

OwnedRow annotation()
{
    OwnedRow owned;
    owned.row.id = {1};
    owned.row.layer = {1};
    owned.row.code = {2};
    owned.row.coder = {2};
    owned.row.start = 0;
    owned.row.end = 10;
    owned.row.revision = 3;
    owned.row.values = {{{3}, -0.25}, {{2}, ActorId{2}}, {{2}, ActorId{1}}, {{4}, false}, {{5}, u"free \\ text"_s},
        {{6}, u"2023"_s}, {{7}, u"one"_s}};
    owned.annotation = plain(numberedUuid(100));
    owned.article = plain(numberedUuid(200));
    owned.ranges = "[[0,7],[8,10]]";
    owned.quote = "Harbour … It";
    owned.status = "flagged";
    owned.memo = "line 1\nline 2";
    owned.created = "2023-05-04T09:30:00.000Z";
    owned.modified = "2023-05-04T09:31:00.125Z";
    return owned;
}

} // namespace

void JsonlWriterTest::theLinesLookAsDocumented()
{
    const Dataset data = Dataset::small();
    const QByteArray found = written(data, [&](JsonlWriter &writer) {
        QVERIFY(writer.write(data.codebook));
        for (const Coder &coder : data.coders)
            QVERIFY(writer.write(coder));
        QVERIFY(writer.write(article("Harbour It\nopened \u2028 \x01 \"today\" \\")));
        QVERIFY(writer.write(annotation().view()));
        OwnedRow whole = annotation();
        whole.row.layer = {2};
        whole.row.code = {};
        whole.row.values = {{{8}, CodeId{4}}};
        whole.ranges = whole.quote = whole.memo = "";
        QVERIFY(writer.write(whole.view()));
        whole.row.id = {};
        QVERIFY(writer.write(whole.view())); // an uncoded article: nothing
    });
    const QString path = QStringLiteral(GALLEY_TEST_DATA "/writers/lossless.jsonl");
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found) == found.size());
    }
    QCOMPARE(found, contents(path));
}

void JsonlWriterTest::whatIsWrittenReadsTheSame()
{
    const Dataset data = Dataset::small();
    Dice dice(11);
    for (int run = 0; run < 300; ++run) {
        const QString text = dice.text(60) + u"end"_s;
        const std::string utf8 = text.toStdString();
        ArticleRow row = article(utf8);
        row.article.title = dice.text(6);
        row.article.outlet = dice.text(3);
        row.article.fields = {{u"k"_s + dice.text(3), dice.text(5)}};
        row.zones.clear();
        if (const auto length = qsizetype(TextPositions(text).codePoints()); length > 4)
            row.zones.push_back({{}, {}, ZoneKind(dice.below(13)), {length - 4, length}});
        OwnedRow owned = annotation();
        owned.memo = dice.text(9).toStdString();
        owned.quote = dice.text(9).toStdString();
        const double number = double(dice.below(100'000)) / 13 * std::pow(10, int(dice.below(40)) - 20);
        owned.row.values = {{{3}, number}, {{5}, dice.text(9)}, {{7}, dice.text(4)}, {{7}, dice.text(4)}};

        const auto result = reading(written(data, [&](JsonlWriter &writer) {
            QVERIFY(writer.write(row));
            QVERIFY(writer.write(owned.view()));
        }), u"a.jsonl"_s);
        QCOMPARE(result.problems(), QStringList());
        const ReadArticle read = result.all<ReadArticle>().at(0);
        QCOMPARE(read.text, text);
        QCOMPARE(read.article, row.article);
        QCOMPARE(*read.source, row.source);
        QVERIFY(read.zonesStated);
        QCOMPARE(read.zones, row.zones);
        const auto progress = result.all<ReadProgress>();
        QCOMPARE(progress.size(), size_t(2));
        QCOMPARE(progress[1].coder, data.coders[1].name);

        const ReadAnnotation back = result.all<ReadAnnotation>().at(0);
        QCOMPARE(back.uuid, numberedUuid(100));
        QCOMPARE(back.coder, data.coders[1].name);
        QCOMPARE(back.layer, u"Framing"_s);
        QCOMPARE(back.code, u"Security/Defence\\/arms"_s);
        QCOMPARE(back.quote->toStdString(), owned.quote);
        QCOMPARE(back.memo.toStdString(), owned.memo);
        QCOMPARE(*back.revision, 3);
        QMap<QString, std::vector<QString>> values(
            std::map<QString, std::vector<QString>>(back.values.begin(), back.values.end()));
        QCOMPARE(values.value(u"weight"_s).at(0).toDouble(), number);
        QCOMPARE(values.value(u"note, free"_s).at(0), std::get<QString>(owned.row.values[1].value));
        QCOMPARE(values.value(u"marks"_s).at(1), std::get<QString>(owned.row.values[3].value));
    }
}

void JsonlWriterTest::codersOfOneNameAreToldApart()
{
    Dataset data = Dataset::small();
    data.coders[1].name = data.coders[0].name;
    const auto result
        = reading(written(data, [&](JsonlWriter &writer) { QVERIFY(writer.write(annotation().view())); }), u"a.jsonl"_s);
    QCOMPARE(result.all<ReadAnnotation>().at(0).coder.toStdString(), plain(data.coders[1].uuid));
}

void JsonlWriterTest::builtInCodebooksComeBackWithTheirIds()
{
    for (const BuiltInCodebook &one : builtInCodebooks()) {
        const Codebook book = builtInCodebook(one.name).value();
        QCOMPARE(reading(codebookToJson(book), u"a.jsonl"_s).all<ReadCodebook>().at(0).codebook, book);
    }
}

GALLEY_TEST(JsonlWriterTest)
#include "tst_jsonlwriter.moc"
