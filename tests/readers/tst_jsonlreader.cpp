// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/text/decoding.h>
#include <reading.h>

#include <testing.h>

#include <QStringEncoder>
#include <QTimeZone>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class JsonlReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeOfRecordIsRead();
    void aLineWithATextIsAnArticle();
    void statedZonesReplaceTheRules();
    void offsetUnitsAreStatedByRecordOrFile();
    void offsetsFollowWhenLineEndsAreUnified();
    void anIdThatIsNoUuidKeepsItsAnnotations();
    void coderIdsOfTheFilesOwnBecomeNames();
    void startAndEndDoForRanges();
    void valuesBecomeWords();
    void badLinesAreToldAndTheRestComesIn_data();
    void badLinesAreToldAndTheRestComesIn();
    void halvesOfPairsCostOneSign();
    void jsonOfAnotherShapeIsOneErrorForTheFile_data();
    void jsonOfAnotherShapeIsOneErrorForTheFile();
    void aDamagedBeginningDoesNotKeepTheRestOut();
    void blankLinesAndMarksDoNotMatter();
    void otherEncodingsAreRead();
    void longLinesAreReadAcrossBlocks();
    void aLineThatNeverEndsIsAnError();
};

namespace {

Reading jsonl(const QString &lines)
{
    return reading(lines.toUtf8(), u"a.jsonl"_s);
}

ReadAnnotation annotation(const QString &line)
{
    const auto all = jsonl(line).all<ReadAnnotation>();
    return all.empty() ? ReadAnnotation() : all.front();
}

} // namespace

void JsonlReaderTest::everyTypeOfRecordIsRead()
{
    const auto result = reading(contents(QStringLiteral(GALLEY_TEST_DATA "/readers/records.jsonl")), u"records.jsonl"_s);
    QVERIFY(result.info);
    QCOMPARE(result.problems(), QStringList());
    QCOMPARE(result.records.size(), size_t(6));
    for (int at = 0; at < 6; ++at)
        QCOMPARE(result.records[size_t(at)].line, at + 1);

    const Codebook book = result.all<ReadCodebook>().at(0).codebook;
    QCOMPARE(book.name(), u"Small"_s);
    QCOMPARE(book.revision(), 3);
    QCOMPARE(book.codes().at(0).name, u"Economic"_s);

    const Coder coder = result.all<ReadCoder>().at(0).coder;
    QCOMPARE(coder.name, u"Ann"_s);
    QCOMPARE(coder.role, CoderRole::Lead);
    QVERIFY(!coder.uuid.isNull());

    const ReadArticle read = result.all<ReadArticle>().at(0);
    QCOMPARE(read.key, u"0b7f4bd4-5f0e-4a93-9c1e-b0e5e2b0a001"_s);
    QCOMPARE(read.article.uuid, QUuid(read.key));
    QCOMPARE(read.article.title, u"Harbour opens 🚢"_s);
    QCOMPARE(read.article.fields, (QMap<QString, QString>{{u"further"_s, u"[1,2]"_s}, {u"topic"_s, u"ports"_s}}));
    QCOMPARE(read.source->path, u"old/harbour.txt"_s);
    QCOMPARE(read.source->encoding, u"windows-1252"_s);
    QVERIFY(read.zonesStated);
    QCOMPARE(zoneLines(read.text, read.zones), (QStringList{u"headline: Harbour opens 🚢"_s, u"photo credit: Photo: Ann"_s}));

    const ReadAnnotation span = result.all<ReadAnnotation>().at(0);
    QCOMPARE(span.article, read.key);
    QCOMPARE(span.layer, u"Framing"_s);
    QCOMPARE(span.code, u"Economic"_s);
    QCOMPARE(span.ranges, (std::vector<std::pair<qint64, qint64>>{{0, 7}, {17, 19}}));
    QCOMPARE(*span.quote, u"Harbour … It"_s);
    QCOMPARE(span.status, AnnotationStatus::Flagged);
    QCOMPARE(*span.revision, 2);
    QCOMPARE(span.memo, u"why?"_s);
    QCOMPARE(span.created, QDateTime(QDate(2023, 5, 4), QTime(9, 30), QTimeZone::UTC));
    QCOMPARE(span.modified, QDateTime(QDate(2023, 5, 4), QTime(7, 30, 0, 250), QTimeZone::UTC));

    QCOMPARE(result.all<ReadAnnotation>().at(1).ranges.size(), size_t(0));
    const ReadProgress progress = std::get<ReadProgress>(result.records[5].value);
    QCOMPARE(progress.state, ProgressState::Done);
    QCOMPARE(progress.coder, u"Ann"_s);
}

void JsonlReaderTest::aLineWithATextIsAnArticle()
{
    const auto articles = jsonl(
        u"{\"body\":\"Words.\",\"headline\":\"T\",\"Source\":\"O\",\"author\":[\"A\",{\"name\":\"B\"}],\"date\":\"May 4, 2023\","
        "\"score\":0.5,\"n\":12345678901234567,\"ok\":true,\"none\":null,\"type\":\"news\"}"_s)
                              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE((QStringList{articles[0].text, article.title, article.outlet, article.authors, article.published}),
        (QStringList{u"Words."_s, u"T"_s, u"O"_s, u"A; B"_s, u"2023-05-04"_s}));
    QCOMPARE(article.fields,
        (QMap<QString, QString>{
            {u"score"_s, u"0.5"_s}, {u"n"_s, u"12345678901234567"_s}, {u"ok"_s, u"true"_s}, {u"type"_s, u"news"_s}}));
    QVERIFY(article.uuid.isNull());
    QCOMPARE(jsonl(u"{\"text\":\"First line\\nSecond\"}"_s).all<ReadArticle>().at(0).article.title, u"First line"_s);
}

void JsonlReaderTest::statedZonesReplaceTheRules()
{
    QCOMPARE(jsonl(u"{\"text\":\"Words.\\n\\nBack to top\"}"_s).all<ReadArticle>().at(0).zones.size(), size_t(1));
    const auto none = jsonl(u"{\"text\":\"Words.\\n\\nBack to top\",\"zones\":[]}"_s).all<ReadArticle>().at(0);
    QVERIFY(none.zones.empty() && none.zonesStated);
    const auto result
        = jsonl(u"{\"text\":\"Words.\",\"zones\":[[0,5,\"lead\"],[0,7,\"lead\"],[0,5,\"verse\"],[3,3,\"lead\"],5]}"_s);
    QCOMPARE(result.all<ReadArticle>().at(0).zones.size(), size_t(1));
    QCOMPARE(result.problems().size(), 4);
    QCOMPARE(
        result.problems().at(1), u"1: The zone [0,5,\"verse\"] is none: it takes a begin, an end within the text and a kind."_s);
}

void JsonlReaderTest::offsetUnitsAreStatedByRecordOrFile()
{
    const QString bare = u"{\"type\":\"annotation\",\"article\":\"1\",\"layer\":\"L\",\"ranges\":[[2,4]]%1}"_s;
    QCOMPARE(annotation(bare.arg(QString())).unit, OffsetUnit::CodePoint);
    QCOMPARE(annotation(bare.arg(u",\"offset_unit\":\"utf8\""_s)).unit, OffsetUnit::Utf8);
    QCOMPARE(annotation(u"{\"offset_unit\":\"utf16\"}\n"_s + bare.arg(QString())).unit, OffsetUnit::Utf16);
    QCOMPARE(annotation(u"{\"text\":\"x\",\"offset_unit\":\"utf16\"}\n"_s + bare.arg(QString())).unit, OffsetUnit::Utf16);
    QCOMPARE(annotation(u"{\"text\":\"x\"}\n{\"text\":\"y\",\"offset_unit\":\"utf16\"}\n"_s + bare.arg(QString())).unit,
        OffsetUnit::CodePoint);
    QCOMPARE(jsonl(bare.arg(u",\"offset_unit\":\"words\""_s)).problems().size(), 1);
    for (const QString &unit : {u"\"codepoint\",\"zones\":[[2,4,\"lead\"]]"_s, u"\"utf16\",\"zones\":[[3,5,\"lead\"]]"_s,
             u"\"utf8\",\"zones\":[[5,7,\"lead\"]]"_s})
        QCOMPARE(
            zoneLines(u"😀 ab"_s, jsonl(u"{\"text\":\"😀 ab\",\"offset_unit\":%1}"_s.arg(unit)).all<ReadArticle>().at(0).zones),
            QStringList{u"lead: ab"_s});
}

void JsonlReaderTest::offsetsFollowWhenLineEndsAreUnified()
{
    const QString escaped = u"{\"id\":\"a\",\"text\":\"\\ufeff😀\\r\\nè one\\rtwo\\r\\nthree\"}\n"_s;
    for (const QString &article : {escaped, QString(escaped).replace(u"\\ufeff"_s, u"\ufeff"_s)}) {
        for (const auto &[unit, begin, end] :
            {std::tuple(u"codepoint"_s, 15, 20), std::tuple(u"utf16"_s, 16, 21), std::tuple(u"utf8"_s, 21, 26)}) {
            const auto result = jsonl(article
                + u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"offset_unit\":\"%1\","
                  "\"start\":%2,\"end\":%3,\"quote\":\"three\"}"_s
                      .arg(unit)
                      .arg(begin)
                      .arg(end));
            QCOMPARE(result.problems(), QStringList());
            const QString text = result.all<ReadArticle>().at(0).text;
            QCOMPARE(text, u"😀\nè one\ntwo\nthree"_s);
            const auto span = result.all<ReadAnnotation>().at(0).ranges.at(0);
            if (unit == "utf16"_L1)
                QCOMPARE(text.sliced(span.first, span.second - span.first), u"three"_s);
            else if (unit == "utf8"_L1)
                QCOMPARE(text.toUtf8().sliced(span.first, span.second - span.first), "three"_ba);
            else
                QCOMPARE(span, (std::pair<qint64, qint64>(12, 17)));
        }
    }
}

void JsonlReaderTest::anIdThatIsNoUuidKeepsItsAnnotations()
{
    const auto result
        = jsonl(u"{\"id\":700,\"text\":\"Words.\"}\n{\"type\":\"annotation\",\"article\":700,\"layer\":\"L\",\"ranges\":[]}"_s);
    const ReadArticle read = result.all<ReadArticle>().at(0);
    QCOMPARE(read.key, u"700"_s);
    QCOMPARE(read.article.fields.value(u"id"_s), u"700"_s);
    QVERIFY(!read.article.uuid.isNull());
    QCOMPARE(result.all<ReadAnnotation>().at(0).article, read.key);
}

void JsonlReaderTest::coderIdsOfTheFilesOwnBecomeNames()
{
    const auto result = jsonl(u"{\"type\":\"coder\",\"id\":3,\"name\":\"Ann\"}\n"
                              "{\"type\":\"annotation\",\"article\":\"1\",\"layer\":\"L\",\"coder\":3}\n"
                              "{\"type\":\"progress\",\"article\":\"1\",\"coder\":\"3\",\"state\":\"done\"}"_s);
    QCOMPARE(result.all<ReadAnnotation>().at(0).coder, u"Ann"_s);
    QCOMPARE(result.all<ReadProgress>().at(0).coder, u"Ann"_s);
}

void JsonlReaderTest::startAndEndDoForRanges()
{
    QCOMPARE(annotation(u"{\"type\":\"annotation\",\"article\":\"1\",\"layer\":\"L\",\"start\":2,\"end\":4}"_s).ranges,
        (std::vector<std::pair<qint64, qint64>>{{2, 4}}));
    QCOMPARE(annotation(u"{\"type\":\"annotation\",\"article\":\"1\",\"layer\":\"L\",\"ranges\":[[5,6],[2,4]]}"_s).ranges,
        (std::vector<std::pair<qint64, qint64>>{{2, 4}, {5, 6}}));
}

void JsonlReaderTest::valuesBecomeWords()
{
    const auto values = annotation(
        u"{\"type\":\"annotation\",\"article\":\"1\",\"layer\":\"L\","
        "\"values\":{\"b\":true,\"n\":-0.25,\"big\":1e20,\"i\":3,\"many\":[\"x\",\"y\"],\"none\":null,\"t\":\"words\"}}"_s)
                            .values;
    QStringList lines;
    for (const auto &[name, texts] : values)
        lines.push_back(name + u'=' + QStringList(texts.begin(), texts.end()).join(u'+'));
    QCOMPARE(lines, (QStringList{u"b=true"_s, u"big=1e+20"_s, u"i=3"_s, u"many=x+y"_s, u"n=-0.25"_s, u"none="_s, u"t=words"_s}));
}

void JsonlReaderTest::badLinesAreToldAndTheRestComesIn_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");

    QTest::newRow("no json") << u"{\"text\":"_s << u"JSON"_s;
    QTest::newRow("no object") << u"[1,2]"_s << u"object"_s;
    QTest::newRow("no text") << u"{\"title\":\"T\"}"_s << u"neither"_s;
    QTest::newRow("empty text") << u"{\"type\":\"article\",\"text\":\" \"}"_s << u"no text"_s;
    QTest::newRow("type") << u"{\"type\":\"artcle\"}"_s << u"artcle"_s;
    QTest::newRow("coder without name") << u"{\"type\":\"coder\",\"name\":\" \"}"_s << u"name"_s;
    QTest::newRow("role") << u"{\"type\":\"coder\",\"name\":\"A\",\"role\":\"king\"}"_s << u"king"_s;
    QTest::newRow("state") << u"{\"type\":\"progress\",\"article\":\"a\",\"state\":\"half\"}"_s << u"half"_s;
    QTest::newRow("progress of nothing") << u"{\"type\":\"progress\",\"state\":\"done\"}"_s << u"article"_s;
    QTest::newRow("annotation of nothing") << u"{\"type\":\"annotation\",\"layer\":\"L\"}"_s << u"article"_s;
    QTest::newRow("no layer") << u"{\"type\":\"annotation\",\"article\":\"a\"}"_s << u"layer"_s;
    QTest::newRow("backwards") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"ranges\":[[4,2]]}"_s
                               << u"[4,2]"_s;
    QTest::newRow("half an offset") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"ranges\":[[1.5,2]]}"_s
                                    << u"range"_s;
    QTest::newRow("negative") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"start\":-1,\"end\":2}"_s
                              << u"range"_s;
    QTest::newRow("overlapping") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"ranges\":[[1,5],[4,6]]}"_s
                                 << u"overlap"_s;
    QTest::newRow("ranges of words") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"ranges\":\"1-2\"}"_s
                                     << u"ranges"_s;
    QTest::newRow("time") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"created\":\"noon\"}"_s << u"noon"_s;
    QTest::newRow("status") << u"{\"type\":\"annotation\",\"article\":\"a\",\"layer\":\"L\",\"status\":\"?\"}"_s << u"status"_s;
    QTest::newRow("codebook") << u"{\"type\":\"codebook\",\"name\":\"B\",\"layers\":[{\"nam\":\"x\",\"name\":\"y\"}]}"_s
                              << u"name"_s;
}

void JsonlReaderTest::badLinesAreToldAndTheRestComesIn()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    const auto result = jsonl(u"{\"text\":\"before\"}\n"_s + line + u"\n{\"text\":\"after\"}\n"_s);
    QVERIFY(result.info);
    QCOMPARE(result.all<ReadArticle>().size(), size_t(2));
    QCOMPARE(result.problems().size(), 1);
    QVERIFY2(result.problems()[0].startsWith(u"2: "_s) && result.problems()[0].contains(word), qPrintable(result.problems()[0]));
}

/// A program that cut a text at so many units leaves them: the article comes in.
void JsonlReaderTest::halvesOfPairsCostOneSign()
{
    for (const QString &line : {u"{\"text\":\"a\\ud83d\"}"_s, u"{\"text\":\"a\",\"title\":\"\\udc00\"}"_s, u"{\"text\":\"a\\u0000b\"}"_s}) {
        const auto result = jsonl(line + u"\n{\"text\":\"after\"}\n"_s);
        const auto articles = result.all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(2));
        QVERIFY((articles[0].text + articles[0].article.title).contains(QChar(QChar::ReplacementCharacter)));
        QCOMPARE(result.problems().size(), 1);
        QVERIFY2(result.problems()[0].contains(u"U+FFFD"_s), qPrintable(result.problems()[0]));
    }
}

void JsonlReaderTest::jsonOfAnotherShapeIsOneErrorForTheFile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");

    const QString record = u"  {\"text\": \"x\"}"_s;
    QTest::newRow("object that wraps and is damaged") << u"{\"articles\": [\n"_s + record + u",\n"_s + record + u",\n]}"_s << u"not valid JSON"_s;
    QTest::newRow("prose") << u"Harbour opens\n\nIt did.\n"_s << u"not JSON Lines"_s;
}

void JsonlReaderTest::jsonOfAnotherShapeIsOneErrorForTheFile()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    for (const QString &name : {u"a.json"_s, u"a.jsonl"_s}) {
        const auto result = reading(text.toUtf8(), name);
        QVERIFY(result.records.empty());
        QVERIFY(!result.info);
        QVERIFY2(result.info.error().message.contains(word), qPrintable(result.info.error().message));
        QVERIFY(result.info.error().message.contains(u"each line holds one JSON object"_s));
    }
}

void JsonlReaderTest::aDamagedBeginningDoesNotKeepTheRestOut()
{
    const auto result = jsonl(u"{\"text\":\noops\n{\"text\":\"x\"}\n{\"text\":\n"_s);
    QVERIFY(result.info);
    QCOMPARE(result.all<ReadArticle>().size(), size_t(1));
    QStringList places;
    for (const QString &problem : result.problems())
        places += problem.section(u':', 0, 0);
    QCOMPARE(places, (QStringList{u"1"_s, u"2"_s, u"4"_s}));
    QCOMPARE(jsonl(u"oops\n"_s).problems().size(), 1);
}

void JsonlReaderTest::blankLinesAndMarksDoNotMatter()
{
    const auto result = reading("\xEF\xBB\xBF\r\n{\"text\":\"a\"}\r\n\r\n  {\"text\":\"b\"}"_ba, u"a.jsonl"_s);
    QCOMPARE(result.problems(), QStringList());
    QCOMPARE(result.records.size(), size_t(2));
    QCOMPARE(result.records[1].line, 4);
    QVERIFY(reading(""_ba, u"a.jsonl"_s).records.empty());
}

void JsonlReaderTest::otherEncodingsAreRead()
{
    QStringEncoder utf16(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
    const QByteArray wide = utf16.encode(u"{\"text\":\"Wörter 😀\"}\n"_s);
    const auto result = reading(wide, u"a.jsonl"_s);
    QCOMPARE(result.all<ReadArticle>().at(0).text, u"Wörter 😀"_s);
    QCOMPARE(result.info->encoding, u"UTF-16BE"_s);
    QCOMPARE(result.info->sha256, sha256Of(wide));
    const auto latin = reading("{\"text\":\"caf\xE9\"}\n"_ba, u"a.jsonl"_s, {.encoding = u"windows-1252"_s});
    QCOMPARE(latin.all<ReadArticle>().at(0).text, u"café"_s);
    QCOMPARE(reading("{\"text\":\"caf\xE9\"}\n"_ba, u"a.jsonl"_s).problems().size(), 1);
}

void JsonlReaderTest::longLinesAreReadAcrossBlocks()
{
    QByteArray bytes;
    for (int at = 0; at < 20; ++at)
        bytes += "{\"text\":\"" + QByteArray::number(at) + QByteArray(300'000 + at * 7919, 'x') + "\"}\n";
    const auto result = reading(bytes, u"a.jsonl"_s);
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(20));
    for (int at = 0; at < 20; ++at)
        QCOMPARE(articles[size_t(at)].text.size(), QByteArray::number(at).size() + 300'000 + at * 7919);
    QCOMPARE(result.info->sha256, sha256Of(bytes));
}

void JsonlReaderTest::aLineThatNeverEndsIsAnError()
{
    class Endless : public QIODevice
    {
    protected:
        qint64 readData(char *data, qint64 size) override
        {
            std::fill_n(data, size, 'x');
            return size;
        }
        qint64 writeData(const char *, qint64) override { return -1; }
        bool isSequential() const override { return true; }
        bool atEnd() const override { return false; }
    };
    Endless endless;
    QVERIFY(endless.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    const auto info = readerNamed(u"jsonl")->read(endless, u"a.jsonl", {}, [](const ReadRecord &) { return true; });
    QVERIFY(!info);
    QVERIFY(info.error().message.contains(u"Line 1"_s));
}

GALLEY_TEST(JsonlReaderTest)
#include "tst_jsonlreader.moc"
