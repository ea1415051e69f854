// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/article/textaccount.h>
#include <readers/text/decoding.h>
#include <reading.h>
#include <zipped.h>

#include <testing.h>

#include <KCompressionDevice>
#include <KTar>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Forms in which others' programs write what could be read in its usual form too, and files with a fault that takes nothing
/// else along.
class FurtherFormsTest : public QObject
{
    Q_OBJECT

private slots:
    void articlesComeInWhateverHoldsThem_data();
    void articlesComeInWhateverHoldsThem();
    void anArrayOfOtherThingsIsNamed();
    void numbersTooLongForANumberStayWhole();
    void onlyAUuidIsAUuid();
    void archivesAreReadAsFoldersAre();
    void packedArchivesAreReadToo();
    void cellsThatSayNothingAreTold();
    void savedPagesHaveTheirSurroundings();
    void headingsStayWhateverTheirIds();
    void anArchiveWithinArchivesEnds();
    void compressedFilesAreWhatTheyHold();
    void aCompressedFileThatIsCutOffIsTold();
    void timesOfSubtitlesPointIntoTheText();
    void everySpeakerOfACueIsNamed();
    void ttmlIsReadAsOtherSubtitles();
    void ttmlCountsTimeInEveryUnit_data();
    void ttmlCountsTimeInEveryUnit();
    void mailsWithoutABlankLineBetweenAreTwo();
    void aFoldedHeaderGoesOnBehindALineOfBlanks();
    void thePlainPartThatOnlyPointsIsNoText();
    void aDatabasesMailGivesItsArticles();
    void everySheetOfArticlesComesIn();
    void importedPartsStandInTheDocument();
    void aFeedWithBareSignsIsRepairedAndThatIsSaid();
    void aFeedThatBreaksOffGivesWhatIsWhole_data();
    void aFeedThatBreaksOffGivesWhatIsWhole();
    void whereNothingIsWholeThatIsSaid();
    void backslashesOfDatabasesAreRead_data();
    void backslashesOfDatabasesAreRead();
    void backslashesOfOthersStay();
    void aStrayQuoteTakesOneRow();
    void shortRowsAreTold();
};

namespace {

/// "title|authors|outlet|published|text" of each article, its paragraphs parted by "/"; problems as "!reason".
QString shownForms(const Reading &read)
{
    QStringList lines;
    for (const ReadRecord &record : read.records) {
        if (const auto *article = std::get_if<ReadArticle>(&record.value)) {
            const Article &a = article->article;
            lines += QStringList{a.title, a.authors, a.outlet, a.published, QString(article->text).replace(u"\n\n"_s, u"/"_s)}.join(u'|');
        } else if (const auto *problem = std::get_if<ReadProblem>(&record.value)) {
            lines += (problem->remark ? u"?"_s : u"!"_s) + problem->reason;
        }
    }
    if (!read.info)
        lines += u"error: "_s + read.info.error().message;
    return lines.join(u'\n');
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

QByteArray twoMails(const QByteArray &between)
{
    const QByteArray mail = "From ann@example.org Mon Apr 22 13:07:01 2024\nFrom: Ann Lee <ann@example.org>\nSubject: First\n"
                            "Date: Mon, 22 Apr 2024 13:07:01 +0000\n\nThe lock was opened.\n";
    return mail + between + QByteArray(mail).replace("First", "Second").replace("opened", "closed");
}

} // namespace

void FurtherFormsTest::articlesComeInWhateverHoldsThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("found");

    const QString both = u"Lock opens||||It opened.\nLock closes||||It closed."_s;
    const QByteArray one = "{\"title\": \"Lock opens\", \"text\": \"It opened.\"}", other = "{\"title\": \"Lock closes\", \"text\": \"It closed.\"}";
    QTest::newRow("array on a line") << "[" + one + "," + other + "]" << u"a.json"_s << both;
    QTest::newRow("array over lines") << "[\n  " + one + ",\n  " + other + "\n]\n" << u"a.json"_s << both;
    QTest::newRow("array, each key on a line") << QByteArray("[" + one + "," + other + "]").replace("{", "{\n").replace(", \"", ",\n\"") << u"a.json"_s << both;
    QTest::newRow("objects over lines") << QByteArray(one + "\n" + other).replace("{", "{\n  ").replace("}", "\n}") << u"a.json"_s << both;
    QTest::newRow("one object over lines") << QByteArray(one).replace("{", "{\n  ").replace("}", "\n}\n") << u"a.json"_s << u"Lock opens||||It opened."_s;
    QTest::newRow("an object around an array") << "{\n\"status\": \"ok\",\n\"articles\": [" + one + ",\n" + other + "]}" << u"a.json"_s
                                                     << u"?The articles are those of “articles”; what the object says beside them was left out: status\n"_s + both;
    QTest::newRow("the same on one line") << "{\"status\": \"ok\", \"articles\": [" + one + "," + other + "]}" << u"a.json"_s
                                          << u"?The articles are those of “articles”; what the object says beside them was left out: status\n"_s + both;
    QTest::newRow("array that is cut off") << "[" + one + "," << u"a.json"_s
                                           << u"Lock opens||||It opened.\n!The file is cut off: its JSON does not end."_s;
    QTest::newRow("braces in a text") << "[{\"title\": \"A }] b\", \"text\": \"It \\\"{[\\\" did.\"}]"_ba << u"a.json"_s << u"A }] b||||It \"{[\" did."_s;
    QTest::newRow("an outlet and an author with their names") << "{\"title\": \"T\", \"text\": \"It did.\", \"source\": {\"id\": null, \"name\": \"Lock Post\"}, \"author\": {\"name\": \"Ann Lee\"}}\n"_ba
                                                              << u"a.jsonl"_s << u"T|Ann Lee|Lock Post||It did."_s;
    QTest::newRow("values of MongoDB") << "{\"title\": \"T\", \"text\": \"It did.\", \"date\": {\"$date\": \"2021-03-03T10:00:00Z\"}, \"_id\": {\"$oid\": \"5f\"}}\n"_ba
                                       << u"a.jsonl"_s << u"T|||2021-03-03T10:00:00Z|It did."_s;
    QTest::newRow("seconds since 1970") << "{\"title\": \"T\", \"text\": \"It did.\", \"published\": 1683190800}\n"_ba << u"a.jsonl"_s
                                        << u"T|||2023-05-04T09:00:00Z|It did."_s;
    const QString around = u"?The articles are those of “%1”; what the object says beside them was left out: %2\n"_s;
    QTest::newRow("columns, as pandas writes them") << "{\"title\":{\"0\":\"Lock opens\",\"1\":\"Lock closes\"},\"text\":{\"0\":\"It opened.\",\"1\":\"It closed.\"}}"_ba << u"a.json"_s << both;
    QTest::newRow("eleven rows in columns") << "{\"text\":{\"0\":\"a\",\"1\":\"b\",\"10\":\"k\",\"2\":\"c\",\"3\":\"d\",\"4\":\"e\",\"5\":\"f\",\"6\":\"g\",\"7\":\"h\",\"8\":\"i\",\"9\":\"j\"}}"_ba << u"a.json"_s
                                            << u"a||||a\nb||||b\nc||||c\nd||||d\ne||||e\nf||||f\ng||||g\nh||||h\ni||||i\nj||||j\nk||||k"_s;
    QTest::newRow("columns as lists") << "{\"title\":[\"Lock opens\",\"Lock closes\"],\"text\":[\"It opened.\",\"It closed.\"]}"_ba << u"a.json"_s << both;
    QTest::newRow("columns apart") << "{\"columns\":[\"title\",\"text\"],\"index\":[0,1],\"data\":[[\"Lock opens\",\"It opened.\"],[\"Lock closes\",\"It closed.\"]]}"_ba << u"a.json"_s << both;
    QTest::newRow("under their ids") << "{\"a1\":" + one + ",\"a2\":" + other + "}" << u"a.json"_s << both;
    QTest::newRow("every value a list, as R writes it") << "[{\"title\":[\"Lock opens\"],\"text\":[\"It opened.\"]},{\"title\":[\"Lock closes\"],\"text\":[\"It closed.\"]}]"_ba << u"a.json"_s << both;
    QTest::newRow("paragraphs as a list") << "[{\"title\":\"Lock opens\",\"text\":[\"It opened.\",\"It did.\"]}]"_ba << u"a.json"_s << u"Lock opens||||It opened./It did."_s;
    QTest::newRow("the hits of a search") << "{\"took\":1,\"hits\":{\"hits\":[{\"_id\":\"7\",\"_source\":" + one + "},{\"_id\":\"8\",\"_source\":" + other + "}]}}" << u"a.json"_s
                                          << around.arg(u"hits.hits"_s, u"took"_s) + both;
    QTest::newRow("results in a response") << "{\"response\":{\"status\":\"ok\",\"results\":[{\"webTitle\":\"Lock opens\",\"webPublicationDate\":\"2021-03-03T10:00:00Z\",\"fields\":{\"body\":\"It opened.\"}}]}}"_ba
                                           << u"a.json"_s << around.arg(u"response.results"_s, u"status"_s) + u"Lock opens|||2021-03-03T10:00:00Z|It opened."_s;
    QTest::newRow("numbers that are none") << "[{\"title\":\"Lock opens\",\"text\":\"It is NaN.\",\"score\":NaN,\"low\":-Infinity}]"_ba << u"a.json"_s << u"Lock opens||||It is NaN."_s;
    QTest::newRow("half a pair") << "{\"title\":\"T\",\"text\":\"It did \\ud83d\"}\n"_ba << u"a.jsonl"_s
                                 << u"T||||It did �\n?Half of a surrogate pair or a NUL in it, which no text can hold, became U+FFFD."_s;
    QTest::newRow("an escaped NUL") << "{\"title\":\"T\",\"text\":\"It\\u0000did.\"}\n"_ba << u"a.jsonl"_s << u"T||||It�did.\n?Half of a surrogate pair or a NUL in it, which no text can hold, became U+FFFD."_s;
    QTest::newRow("no records") << "[]"_ba << u"a.json"_s << u"!There are no records in it."_s;
    QTest::newRow("lines above the header") << "Report of the week,,\nMade by Ann,,\n,,\ntitle,date,text\nLock opens,2021-03-03,It opened.\n"_ba << u"a.csv"_s << u"Lock opens|||2021-03-03|It opened."_s;
    QTest::newRow("a NUL in a small table") << QByteArray("title,text\nLock opens,It\0opened.\n", 33) << u"a.csv"_s << u"Lock opens||||It�opened."_s;
    QTest::newRow("UTF-16 that is cut off") << QByteArray("\xFF\xFE" "L\0o\0c\0k\0\n\0\n\0I\0t\0.\0x", 21) << u"a.txt"_s << u"Lock||||Lock/It.�"_s;
    QTest::newRow("a mark and a foreign byte") << "\xEF\xBB\xBFGr\xC3\xB6\xC3\x9F" "e\n\nIt\x92s over.\n"_ba << u"a.txt"_s << u"Größe||||Größe/It’s over.\n"_s;
    QTest::newRow("JSON Feed")
        << "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Lock Post\", \"items\": [{\"id\": \"1\", \"title\": \"Lock opens\", "
           "\"authors\": [{\"name\": \"Ann Lee\"}], \"date_published\": \"2020-03-03T08:15:00Z\", \"content_html\": \"<p>It opened.</p><p>It did.</p>\"}]}"_ba
        << u"a.json"_s << u"Lock opens|Ann Lee|Lock Post|2020-03-03T08:15:00Z|Lock opens/It opened./It did."_s;
    QTest::newRow("WebVTT") << "WEBVTT - Evening news\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:03.000\n<v Ann>The lock\nopened.</v>\n\n"
                               "00:03.000 --> 00:04.000 align:start\n<v Ben>Did it &amp; how?\n"_ba
                            << u"a.vtt"_s << u"Evening news||||Ann: The lock opened./Ben: Did it & how?"_s;
    QTest::newRow("SubRip") << "1\n00:00:01,000 --> 00:00:03,000\nThe lock\n\n2\n00:00:03,100 --> 00:00:04,000\n<i>opened.</i>\n\n3\n00:00:09,000 --> "
                               "00:00:10,000\nIt did.\n"_ba
                            << u"a.srt"_s << u"The lock opened.||||The lock opened./It did."_s;
    QTest::newRow("SubViewer") << "0:00:01.000,0:00:03.000\nThe lock\n\n0:00:03.000,0:00:04.000\nopened.\n"_ba << u"a.sbv"_s << u"The lock opened.||||The lock opened."_s;
    QTest::newRow("a mail of Apple's") << "52\nFrom: Ann Lee <ann@e.org>\nSubject: Lock\n\nIt opened.\n<?xml version=\"1.0\"?><plist/>\n"_ba << u"a.emlx"_s << u"Lock|Ann Lee|||Lock/It opened."_s;
    QTest::newRow("references of EndNote") << "%0 Newspaper Article\n%T Lock opens\n%X It opened.\n"_ba << u"a.enw"_s << u"error: It is a list of references"_s;
    QTest::newRow("TEI") << "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Lock opens</title><author>Ann Lee</author>"
                            "</titleStmt><publicationStmt><date when='2019-01-01'/></publicationStmt><sourceDesc><bibl><title level='j'>Lock Post</title>"
                            "<date when='1901-03-04'/></bibl></sourceDesc></fileDesc></teiHeader><text><body><head>The lock opens</head><p>It "
                            "<choice><orig>vvas</orig><reg>was</reg></choice> op<lb break='no'/>ened.</p><fw>Page 3</fw><p>It did.</p></body></text></TEI>"_ba
                         << u"a.xml"_s << u"Lock opens|Ann Lee|Lock Post|1901-03-04|The lock opens/It was opened./It did."_s;
    QTest::newRow("Markdown") << "---\ntitle: \"Lock opens\"\nauthor: Ann Lee\ndate: 2020-03-03\n---\n\n# The lock opens\n\nIt **opened** on "
                                 "[Monday](https://example.org/x).\nIt did.\n\n## Below\n\n- one_two_three\n- `two`\n"_ba
                              << u"a.md"_s << u"Lock opens|Ann Lee||2020-03-03|The lock opens/It opened on Monday. It did./Below/- one_two_three/- two"_s;
    QTest::newRow("RIS") << "TY  - NEWS\nTI  - Lock opens\nAU  - Lee, Ann\nT2  - Lock Post\nDA  - 2020/03/03/\nAB  - It opened on Monday.\nER  - \n\n"
                            "TY  - NEWS\nTI  - Lock closes\nPY  - 2020\nN2  - It closed.\nER  - \n"_ba
                         << u"a.ris"_s << u"Lock opens|Ann Lee|Lock Post|2020-03-03|Lock opens/It opened on Monday.\nLock closes|||2020|Lock closes/It closed."_s;
    QTest::newRow("Mediargus") << "?1. Sluis gaat open\n\nDe Sluiswacht, dinsdag 3 maart 2020, p. 4, 853w.\n\nZij gaat open.\n\n\n2. Sluis gaat dicht\n\nHet "
                                  "Water, maandag 2 maart 2020, 120w.\n\nZij gaat dicht.\n"_ba
                               << u"a.txt"_s
                               << u"Sluis gaat open||De Sluiswacht|2020-03-03|Sluis gaat open/Zij gaat open.\nSluis gaat dicht||Het Water|2020-03-02|Sluis gaat dicht/Zij gaat dicht."_s;
    QTest::newRow("sep=") << "sep=;\ntitle;text\nLock opens;It opened.\n"_ba << u"a.csv"_s << u"Lock opens||||It opened."_s;
    QTest::newRow("vertical lines") << "title|text\nLock opens|It opened.\n"_ba << u"a.csv"_s << u"Lock opens||||It opened."_s;
    QTest::newRow("a header that ends in a delimiter") << "title,text,\nLock opens,It opened.\n"_ba << u"a.csv"_s << u"Lock opens||||It opened."_s;
    QTest::newRow("CESU-8") << "Lock opens\n\nIt opened \xED\xA0\xBD\xED\xB8\x80.\n"_ba << u"a.txt"_s << u"Lock opens||||Lock opens/It opened 😀.\n"_s;
}

void FurtherFormsTest::articlesComeInWhateverHoldsThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, found);
    const QString shown = shownForms(reading(bytes, name));
    QCOMPARE(found.startsWith(u"error: "_s) ? shown.left(found.size()) : shown, found);
}

void FurtherFormsTest::anArrayOfOtherThingsIsNamed()
{
    const auto read = reading("[[1, 2], [3, 4]]"_ba, u"a.json"_s);
    QVERIFY(!read.info && read.records.empty());
    QVERIFY2(read.info.error().message.contains(u"no objects with articles"_s), qPrintable(read.info.error().message));
}

void FurtherFormsTest::numbersTooLongForANumberStayWhole()
{
    const auto read = reading("{\"id\": 12345678901234567890, \"text\": \"One.\"}\n{\"id\": 12345678901234567891, \"text\": \"Two.\"}\n"
                              "{\"id\": 98765432109876543210987654321, \"text\": \"Three.\", \"n\": 1.5}\n"_ba, u"a.jsonl"_s);
    QStringList keys;
    for (const ReadArticle &article : read.all<ReadArticle>())
        keys += article.key;
    QCOMPARE(keys, (QStringList{u"12345678901234567890"_s, u"12345678901234567891"_s, u"98765432109876543210987654321"_s}));
}

void FurtherFormsTest::onlyAUuidIsAUuid()
{
    const QByteArray id = "11111111-2222-4333-8444-555555555555";
    const auto read = reading("id,text\n" + id + ",One.\n" + id + "_1,Two.\n" + id + "_2,Three.\nurn:uuid:" + id + ",Four.\n{" + id + "},Five.\n", u"a.csv"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(5));
    QCOMPARE(read[0].article.uuid.toByteArray(QUuid::WithoutBraces), id);
    QCOMPARE(read[1].article.fields.value(u"id"_s), QString::fromLatin1(id) + u"_1"_s);
    QVERIFY(read[1].article.uuid != read[0].article.uuid && read[2].article.uuid != read[1].article.uuid);
    QCOMPARE(read[3].article.uuid, read[0].article.uuid);
    QCOMPARE(read[4].article.uuid, read[0].article.uuid);
}

void FurtherFormsTest::archivesAreReadAsFoldersAre()
{
    const QByteArray archive = zipped({{u"b.txt"_s, "Lock opens\n\nIt opened.\n"}, {u"a/list.csv"_s, "title,text\nLock closes,It closed.\n"},
        {u"__MACOSX/._b.txt"_s, "x"}, {u"a/.hidden"_s, "x"}, {u"c.bin"_s, QByteArray("\0\1\2\3\4\5\6\7", 8).repeated(99)}});
    const auto read = reading(archive, u"download.zip"_s);
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[0].article.title, u"Lock closes"_s);
    QCOMPARE(articles[0].article.fields.value(u"file"_s), u"a/list.csv"_s);
    QCOMPARE(articles[1].article.title, u"Lock opens"_s);
    QCOMPARE(read.problems().size(), 1);
    QVERIFY2(read.problems().front().contains(u"c.bin: "_s), qPrintable(read.problems().front()));
    QCOMPARE(read.info->sha256, sha256Of(archive));
}

/// As corpora are handed on.
void FurtherFormsTest::packedArchivesAreReadToo()
{
    QBuffer buffer;
    KTar tar(&buffer);
    QVERIFY(tar.open(QIODevice::WriteOnly));
    tar.writeFile(u"corpus/b.txt"_s, "Lock opens\n\nIt opened.\n"_ba);
    tar.writeFile(u"corpus/a.csv"_s, "title,text\nLock closes,It closed.\n"_ba);
    tar.writeFile(u"corpus/._b.txt"_s, "x"_ba);
    QVERIFY(tar.close());
    const QString both = u"Lock closes||||It closed.\nLock opens||||Lock opens/It opened.\n"_s;
    QCOMPARE(shownForms(reading(buffer.data(), u"a.tar"_s)), both);
    QCOMPARE(shownForms(reading(gzipped(buffer.data()), u"a.tgz"_s)), both);
    for (const auto &[type, name] : {std::pair(KCompressionDevice::BZip2, u"a.tar.bz2"_s), std::pair(KCompressionDevice::Xz, u"a.tar.xz"_s), std::pair(KCompressionDevice::Zstd, u"a.tar.zst"_s)}) {
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        KCompressionDevice packed(&target, false, type);
        if (!packed.open(QIODevice::WriteOnly))
            continue; // the host's library knows it or not
        packed.write(buffer.data());
        packed.close();
        QCOMPARE(shownForms(reading(target.data(), name)), both);
    }
    QVERIFY(shownForms(reading("PK\5\6" + QByteArray(18, '\0'), u"a.zip"_s)).contains(u"holds no files"_s));
    const auto other = readerFor(QByteArray("7z\xBC\xAF\x27\x1C\0\4", 8) + QByteArray(40, '\0'), u"a.7z"_s);
    QVERIFY(!other && other.error().message.contains(u"unpacked first"_s));
}

/// As browsers save a page with its pictures, and as pages of components hold their text.
void FurtherFormsTest::savedPagesHaveTheirSurroundings()
{
    const QByteArray sentence = "The keeper of the light asked the council on Monday for oil, and for a second lamp beside the first one. ";
    const QByteArray paragraph = "<p>" + sentence.repeated(3) + "</p>";
    const QByteArray page = "<title>Lamp</title><nav><a href=/a>Home</a> <a href=/b>Sport</a></nav><article><h1>A second lamp for the keeper</h1>" + paragraph + paragraph + "</article>";
    const QByteArray saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/lamp\r\nSubject: Lamp - Post\r\nMIME-Version: 1.0\r\n"
                             "Content-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--B\r\nContent-Type: text/css\r\n\r\nbody{}\r\n--B--\r\n";
    const auto articles = reading(saved, u"a.mhtml"_s).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"A second lamp for the keeper"_s);
    QCOMPARE(articles[0].article.url, u"https://post.example/lamp"_s);
    QVERIFY2(!articles[0].text.contains(u"Sport"_s), qPrintable(articles[0].text.left(200)));
    const auto shadow = reading("<!doctype html><title>Lamp</title><article><h1>A second lamp for the keeper</h1><post-body><template shadowrootmode=open>" + paragraph + paragraph
                                    + "</template></post-body><template><p>Copies of this.</p></template></article>", u"a.html"_s).all<ReadArticle>();
    QCOMPARE(shadow.size(), size_t(1));
    QVERIFY(shadow[0].text.contains(u"for oil"_s) && !shadow[0].text.contains(u"Copies"_s));
}

/// Headings' ids are made of their words.
void FurtherFormsTest::headingsStayWhateverTheirIds()
{
    const QByteArray sentence = "<p>The keeper of the light asked the council on Monday for oil, and for a second lamp beside the first one, which had gone out twice.</p>";
    const auto read = reading("<!doctype html><title>Lamp</title><article><h1>A second lamp for the keeper</h1>" + sentence + "<h2 id=\"related-costs\">What it costs</h2>" + sentence
                                  + "<h2 id=\"comments-from-the-mayor\">What the mayor says</h2>" + sentence + "<h3 id=\"link-4a\">And then</h3>" + sentence + "</article>", u"a.html"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    for (const QString &heading : {u"What it costs"_s, u"What the mayor says"_s, u"And then"_s})
        QVERIFY2(read[0].text.contains(u"\n\n"_s + heading + u"\n\n"_s), qPrintable(heading));
    QVERIFY(read[0].leftOut.empty());
}

/// Marks of a missing value are no outlets, and tags are told.
void FurtherFormsTest::cellsThatSayNothingAreTold()
{
    const auto read = reading("title,outlet,text,note\nLock opens,NA,<p>It opened.</p>,NA\nLock closes,Lock Post,NA,x\nLock stays,NULL,It stays.,\n"_ba, u"a.csv"_s);
    QCOMPARE(read.all<ReadArticle>().size(), size_t(2));
    QVERIFY(read.all<ReadArticle>()[0].article.outlet.isEmpty() && read.all<ReadArticle>()[1].article.outlet.isEmpty());
    QCOMPARE(read.all<ReadArticle>()[0].article.fields.value(u"note"_s), u"NA"_s); // what it says is for who knows the column
    const QString said = read.info->remarks.join(u'|');
    QVERIFY2(said.contains(u"“NA” (2"_s) && said.contains(u"“NULL” (1"_s), qPrintable(said));
    QVERIFY2(said.contains(u"tags of HTML"_s), qPrintable(said));
    QVERIFY(reading("[{\"text\":\"<p>It did.</p>\"}]"_ba, u"a.json"_s).info->remarks.join(u' ').contains(u"tags of HTML"_s));
}

void FurtherFormsTest::anArchiveWithinArchivesEnds()
{
    QByteArray archive = zipped({{u"a.txt"_s, "Lock opens\n\nIt opened.\n"}});
    for (int depth = 0; depth < 3; ++depth)
        archive = zipped({{u"inner.zip"_s, archive}});
    QCOMPARE(reading(archive, u"a.zip"_s).all<ReadArticle>().size(), size_t(1));
    for (int depth = 0; depth < 5; ++depth)
        archive = zipped({{u"inner.zip"_s, archive}});
    const auto read = reading(archive, u"a.zip"_s);
    QVERIFY(read.all<ReadArticle>().empty());
    QVERIFY2(read.problems().join(u' ').contains(u"go too deep"_s), qPrintable(read.problems().join(u' ')));
}

void FurtherFormsTest::compressedFilesAreWhatTheyHold()
{
    const QByteArray lines = QByteArray("{\"title\": \"Lock opens\", \"text\": \"It opened on Monday, and then it closed.\"}\n").repeated(3000);
    const QByteArray packed = gzipped(lines);
    const auto read = reading(packed, u"a.jsonl.gz"_s);
    QCOMPARE(read.all<ReadArticle>().size(), size_t(3000));
    QCOMPARE(read.info->sha256, sha256Of(packed));
    QCOMPARE(shownForms(reading(gzipped("title,text\nLock opens,It opened.\n"), u"a.csv.gz"_s)), u"Lock opens||||It opened."_s);
}

void FurtherFormsTest::aCompressedFileThatIsCutOffIsTold()
{
    QByteArray lines;
    for (int line = 0; line < 2000; ++line)
        lines += "{\"text\": \"Lock number " + QByteArray::number(line * 7919 % 10007) + " opened.\"}\n";
    const QByteArray whole = gzipped(lines);
    const auto read = reading(whole.first(whole.size() / 2), u"a.jsonl.gz"_s);
    QVERIFY2(shownForms(read).contains(u"damaged or cut off"_s), qPrintable(read.problems().join(u' ')));
}

void FurtherFormsTest::timesOfSubtitlesPointIntoTheText()
{
    const auto read = reading("1\n00:00:01,000 --> 00:00:03,000\n😀 one\n\n2\n00:00:03,100 --> 00:00:04,000\ntwo\n"_ba, u"a.srt"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].text, u"😀 one two"_s);
    QCOMPARE(read[0].article.fields.value(u"times"_s), u"0 00:00:01.000 --> 00:00:03.000\n6 00:00:03.100 --> 00:00:04.000"_s);
}

void FurtherFormsTest::everySpeakerOfACueIsNamed()
{
    const auto read = reading("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>Is it open?\n<v Ben>It is.\nSince noon.\n"_ba, u"a.vtt"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].text, u"Ann Lee: Is it open?\n\nBen: It is. Since noon."_s);
    QCOMPARE(read[0].article.fields.value(u"times"_s), u"9 00:00:01.000 --> 00:00:04.000\n27 00:00:01.000 --> 00:00:04.000"_s);
}

void FurtherFormsTest::ttmlIsReadAsOtherSubtitles()
{
    const auto read = reading(R"(<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
  <head><metadata><ttm:title>The lock at nine</ttm:title><ttm:desc>Evening edition</ttm:desc>
    <ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent></metadata></head>
  <body><div begin="10s">
    <p begin="00:00:01.000" end="00:00:03.000" ttm:agent="a1">Good <span>evening.</span><br/>The 😀 lock is open.</p>
    <p begin="3.1s" dur="1s">The lock is open.<br/>
      It was closed &amp; dry.</p>
    <p begin="20s" end="21s"><span begin="0s" end="0.5s">One.</span> <span begin="500ms" end="1s">Two.</span></p>
  </div></body>
</tt>)"_ba, u"a.xml"_s);
    QVERIFY2(read.info, qPrintable(read.info ? QString() : read.info.error().message));
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const ReadArticle &article = articles[0];
    QCOMPARE(article.article.title, u"The lock at nine"_s);
    QCOMPARE(article.article.language, u"en"_s);
    QCOMPARE(article.article.fields.value(u"note"_s), u"Evening edition"_s);
    QCOMPARE(article.text, u"Ann Lee: Good evening. The 😀 lock is open. The lock is open. It was closed & dry.\n\nOne. Two."_s);
    QCOMPARE(article.article.fields.value(u"times"_s), u"9 00:00:11.000 --> 00:00:13.000\n43 00:00:13.100 --> 00:00:14.100\n"
                                                        "83 00:00:30.000 --> 00:00:30.500\n88 00:00:30.500 --> 00:00:31.000"_s);
}

void FurtherFormsTest::ttmlCountsTimeInEveryUnit_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("begin");
    QTest::newRow("clock") << ""_ba << "01:02:03"_ba << u"01:02:03.000"_s;
    QTest::newRow("clock with a fraction") << ""_ba << "00:00:03.25"_ba << u"00:00:03.250"_s;
    QTest::newRow("clock with frames") << "ttp:frameRate='25'"_ba << "00:00:03:05"_ba << u"00:00:03.200"_s;
    QTest::newRow("frames of television in America") << "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'"_ba << "300f"_ba << u"00:00:10.010"_s;
    QTest::newRow("ticks") << "ttp:tickRate='10000000'"_ba << "15000000t"_ba << u"00:00:01.500"_s;
    QTest::newRow("milliseconds") << ""_ba << "1500ms"_ba << u"00:00:01.500"_s;
    QTest::newRow("hours") << ""_ba << "1.5h"_ba << u"01:30:00.000"_s;
    QTest::newRow("no time") << ""_ba << "soon"_ba << u"00:00:00.000"_s;
}

void FurtherFormsTest::ttmlCountsTimeInEveryUnit()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, time);
    QFETCH(QString, begin);
    const auto read = reading("<tt xmlns='http://www.w3.org/ns/ttml' xmlns:ttp='http://www.w3.org/ns/ttml#parameter' " + parameters + "><body><div><p begin='" + time
                                  + "'>It is open.</p></div></body></tt>", u"a.ttml"_s).all<ReadArticle>();
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].article.fields.value(u"times"_s), u"0 %1 --> %1"_s.arg(begin));
}

void FurtherFormsTest::mailsWithoutABlankLineBetweenAreTwo()
{
    for (const QByteArray &between : {"\n"_ba, ""_ba}) {
        const auto mails = reading(twoMails(between), u"a.mbox"_s).all<ReadArticle>();
        QCOMPARE(mails.size(), size_t(2));
        QCOMPARE(mails[0].text, u"First\n\nThe lock was opened."_s);
        QCOMPARE(mails[1].text, u"Second\n\nThe lock was closed."_s);
    }
    const auto sentence = reading(QByteArray(twoMails("\n")).replace("The lock was opened.", "It came\nFrom here to there at 12:00 in 2020\nTo: all."), u"a.mbox"_s);
    QCOMPARE(sentence.all<ReadArticle>().size(), size_t(2));
}

void FurtherFormsTest::aFoldedHeaderGoesOnBehindALineOfBlanks()
{
    const auto mails = reading("From: Ann Lee <ann@example.org>\nSubject: Lock\n  opens\n \t\n  on Monday\nMIME-Version: 1.0\n"
                               "Date: Mon, 22 Apr 2024 13:07:01 +0000\n\nIt opened.\n"_ba, u"a.eml"_s).all<ReadArticle>();
    QCOMPARE(mails.size(), size_t(1));
    QCOMPARE(mails[0].article.title, u"Lock opens on Monday"_s);
    QCOMPARE(mails[0].text, u"Lock opens on Monday\n\nIt opened."_s);
}

void FurtherFormsTest::thePlainPartThatOnlyPointsIsNoText()
{
    const auto mail = [](const QByteArray &plain, int times = 20) {
        return "From: Ann Lee <ann@example.org>\nSubject: Letter\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
               "--b\nContent-Type: text/plain\n\n" + plain + "\n--b\nContent-Type: text/html\n\n<p>" + QByteArray("The lock opened on Monday. ").repeated(times)
            + "</p>\n--b--\n";
    };
    QVERIFY(reading(mail("Read this in your browser: https://example.org/1"), u"a.eml"_s).all<ReadArticle>().at(0).text.contains(u"The lock opened"_s));
    QVERIFY(reading(mail("Read this in your browser: https://example.org/1", 3), u"a.eml"_s).all<ReadArticle>().at(0).text.contains(u"The lock opened"_s));
    const QByteArray same = QByteArray("The lock opened on Monday, they say. ").repeated(18);
    QVERIFY(reading(mail(same), u"a.eml"_s).all<ReadArticle>().at(0).text.contains(u"they say"_s));
}

void FurtherFormsTest::aDatabasesMailGivesItsArticles()
{
    const QByteArray report = "____________________________________________________________\n\nReport Information from ProQuest\n\n"
        "____________________________________________________________\n\nDocument 1 of 2\n\nLock opens\n\nAuthor: Lee, Ann\n\n"
        "Publication info: Lock Post ; Lock [Lock]03 Mar 2020.\n\nAbstract: It opened.\n\nFull text: It opened on Monday.\n\nThe mayor said: it is open.\n\n"
        "Subject: Locks;\n\nTitle: Lock opens\n\nPublication title: Lock Post; Lock\n\nFirst page: A.4\n\nPublication date: Mar 3, 2020\n\n"
        "ProQuest document ID: 123\n\n____________________________________________________________\n\nDocument 2 of 2\n\nLock closes\n\n"
        "Full text: It closed.\n\nPublication title: Lock Post\n\nPublication date: Mar 4, 2020\n\nProQuest document ID: 124\n\n"
        "____________________________________________________________\n";
    const QString found = u"Lock opens|Ann Lee|Lock Post|2020-03-03|Lock opens/It opened on Monday./The mayor said: it is open.\n"
                          "Lock closes||Lock Post|2020-03-04|Lock closes/It closed."_s;
    QCOMPARE(shownForms(reading(report, u"a.txt"_s)), found);
    const QByteArray header = "From: ProQuest <noreply@example.org>\nSubject: Your articles\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n";
    QCOMPARE(shownForms(reading(header + report, u"a.eml"_s)), found);
}

void FurtherFormsTest::everySheetOfArticlesComesIn()
{
    const auto row = [](int number, std::initializer_list<const char *> cells) {
        QByteArray xml = "<row r='" + QByteArray::number(number) + "'>";
        char column = 'A';
        for (const char *cell : cells)
            xml += QByteArray("<c r='") + column++ + QByteArray::number(number) + "' t='inlineStr'><is><t>" + cell + "</t></is></c>";
        return xml + "</row>";
    };
    const QByteArray main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    const auto sheet = [&](const QByteArray &rows) { return "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>"; };
    QByteArray sheets, relations;
    for (const char *number : {"1", "2", "3"}) {
        sheets += QByteArray("<sheet name='Year ") + number + "' sheetId='" + number + "' r:id='r" + number + "'/>";
        relations += QByteArray("<Relationship Id='r") + number + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet" + number + ".xml'/>";
    }
    const QByteArray rels = "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'";
    const QByteArray book = zipped({{u"[Content_Types].xml"_s, "<Types/>"},
        {u"_rels/.rels"_s, "<Relationships " + rels + "><Relationship Id='b' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {u"xl/workbook.xml"_s, "<workbook " + main + "><sheets>" + sheets + "</sheets></workbook>"},
        {u"xl/_rels/workbook.xml.rels"_s, "<Relationships " + rels + ">" + relations + "</Relationships>"},
        {u"xl/worksheets/sheet1.xml"_s, sheet(row(1, {"title", "text"}) + row(2, {"Lock opens", "It opened."}))},
        {u"xl/worksheets/sheet2.xml"_s, sheet(row(1, {"who", "when"}) + row(2, {"Ann", "Monday"}))},
        {u"xl/worksheets/sheet3.xml"_s, sheet(row(1, {"text", "title"}) + row(2, {"It closed.", "Lock closes"}))}});
    const auto read = reading(book, u"a.xlsx"_s);
    QCOMPARE(shownForms(read), u"Lock opens||||It opened.\nLock closes||||It closed."_s);
    QCOMPARE(read.all<ReadArticle>().at(1).article.fields.value(u"sheet"_s), u"Year 3"_s);
    QCOMPARE(read.info->remarks.size(), 1);
    QVERIFY(read.info->remarks.front().contains(u"Year 2"_s));
}

void FurtherFormsTest::importedPartsStandInTheDocument()
{
    const QByteArray word = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>"
                            "<w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:altChunk r:id='c1'/><w:altChunk r:id='c2'/><w:altChunk r:id='c9'/><w:p><w:r><w:t>After.</w:t></w:r></w:p></w:body></w:document>";
    const QByteArray relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                 "<Relationship Id='c1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk' Target='chunk.html'/>"
                                 "<Relationship Id='c2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk' Target='chunk.rtf'/></Relationships>";
    const auto read = reading(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, word}, {u"word/_rels/document.xml.rels"_s, relations},
                                  {u"word/chunk.html"_s, "<html><body><p>From a page.</p></body></html>"}, {u"word/chunk.rtf"_s, "{\\rtf1 From RTF.\\par}"}}), u"a.docx"_s);
    QVERIFY(!read.all<ReadArticle>().empty());
    QCOMPARE(read.all<ReadArticle>().at(0).text, u"Before.\n\nFrom a page.\n\nFrom RTF.\n\nAfter."_s);
    QVERIFY2(read.problems().join(u' ').contains(u"left out"_s), qPrintable(read.problems().join(u' '))); // the one that is not there
}

void FurtherFormsTest::aFeedWithBareSignsIsRepairedAndThatIsSaid()
{
    const auto read = reading("<rss version='2.0'><channel><title>Post</title><item><title>Locks & dams \x02open</title><link>https://example.org/?a=1&b=2</link>"
                              "<description>They &amp; we &#38; all &eacute;t&eacute;.</description></item></channel></rss>"_ba, u"a.rss"_s);
    QCOMPARE(read.all<ReadArticle>().size(), size_t(1));
    const ReadArticle article = read.all<ReadArticle>().at(0);
    QCOMPARE(article.article.title, u"Locks & dams open"_s);
    QCOMPARE(article.article.url, u"https://example.org/?a=1&b=2"_s);
    QVERIFY2(article.text.endsWith(u"They & we & all été."_s), qPrintable(article.text));
    QCOMPARE(read.info->remarks.size(), 2);
    QVERIFY(!reading("<rss><channel><item><title>A</title></channel></rss>"_ba, u"a.rss"_s).info);
}

void FurtherFormsTest::aFeedThatBreaksOffGivesWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("lost");
    QTest::newRow("within a text") << "<item><title>Third</title><description>The lock was"_ba << u"Third The lock was"_s;
    QTest::newRow("within a CDATA section") << "<item><title>Third</title><description><![CDATA[<p>The lock"_ba << u"Third The lock"_s;
    QTest::newRow("within a tag") << "<item><tit"_ba << QString();
    QTest::newRow("between two") << "\n  "_ba << QString();
}

void FurtherFormsTest::aFeedThatBreaksOffGivesWhatIsWhole()
{
    QFETCH(QByteArray, end);
    QFETCH(QString, lost);
    const auto read = reading("<rss version='2.0'><channel><title>Post</title><item><title>First</title><description>It opened.</description></item>\n"
                              "<item><title>Second</title><description>It closed.</description></item>" + end, u"a.rss"_s);
    QVERIFY2(read.info, qPrintable(read.info ? QString() : read.info.error().message));
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[1].article.title, u"Second"_s);
    QVERIFY2(read.info->remarks.join(u' ').contains(u"breaks off"_s), qPrintable(read.info->remarks.join(u' ')));
    qint64 leftOut = 0;
    QString begins;
    for (const ReadLeftOut &left : read.all<ReadLeftOut>()) {
        if (left.what.reason == LeftOutReason::Unread) {
            leftOut += left.what.characters;
            begins = left.what.begins;
        }
    }
    QCOMPARE(begins, lost);
    QCOMPARE(leftOut, inkOf(lost));
}

void FurtherFormsTest::whereNothingIsWholeThatIsSaid()
{
    QVERIFY(!reading("<rss version='2.0'><channel><item><title>First</title><description>The lock"_ba, u"a.rss"_s).info);
}

void FurtherFormsTest::backslashesOfDatabasesAreRead_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("quoted cells") << "text,title,note\n\"It \\\"opened\\\", at C:\\\\dam.\",\"Lock \\\"A\\\"\",\\N\n\"It\\\nclosed.\",Lock closes,n\n"_ba;
    QTest::newRow("no quotes, as of a dump") << "text\ttitle\tnote\nIt \"opened\", at C:\\\\dam.\tLock \"A\"\t\\N\nIt\\nclosed.\tLock closes\tn\n"_ba;
}

void FurtherFormsTest::backslashesOfDatabasesAreRead()
{
    QFETCH(QByteArray, table);
    const auto read = reading(table, u"a.csv"_s);
    QVERIFY2(read.info, qPrintable(read.info ? QString() : read.info.error().message));
    QCOMPARE(read.problems(), QStringList());
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[0].text, u"It \"opened\", at C:\\dam."_s);
    QCOMPARE(articles[0].article.title, u"Lock \"A\""_s);
    QVERIFY(!articles[0].article.fields.contains(u"note"_s));
    QCOMPARE(articles[1].text, u"It\nclosed."_s);
    QVERIFY2(read.info->remarks.join(u' ').contains(u"backslashes"_s), qPrintable(read.info->remarks.join(u' ')));
}

void FurtherFormsTest::backslashesOfOthersStay()
{
    const auto read = reading("text,title\n\"It opened in C:\\\",Lock opens\n\"\\d+ locks.\",Lock closes\n"_ba, u"a.csv"_s);
    const auto articles = read.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[0].text, u"It opened in C:\\"_s);
    QCOMPARE(articles[1].text, u"\\d+ locks."_s);
    QCOMPARE(read.info->remarks, QStringList());
}

void FurtherFormsTest::aStrayQuoteTakesOneRow()
{
    const auto unended = reading("title,text\n\"Lock opens,It opened.\nLock closes,It closed.\nLock stays,It stays.\n"_ba, u"a.csv"_s);
    QCOMPARE(unended.all<ReadArticle>().size(), size_t(2));
    QCOMPARE(unended.problems().size(), 1);
    const auto later = reading("title,text\n\"Lock opens,It opened.\nLock closes,It closed.\nLock stays,\"It stays.\"\n"_ba, u"a.csv"_s);
    QCOMPARE(later.all<ReadArticle>().size(), size_t(2));
    QVERIFY2(later.problems().front().startsWith(u"2: "_s), qPrintable(later.problems().front()));
}

void FurtherFormsTest::shortRowsAreTold()
{
    const auto read = reading("text,title,note\nIt opened.,Lock opens\nIt closed.,Lock closes,n,,\nIt stays.,Lock stays,n,more\n"_ba, u"a.csv"_s);
    QCOMPARE(read.all<ReadArticle>().size(), size_t(2));
    QCOMPARE(read.problems(), (QStringList{u"4: The row has 4 cells, the header has 3."_s}));
    QVERIFY2(read.info->remarks.join(u' ').contains(u"lines 2"_s), qPrintable(read.info->remarks.join(u' ')));
}

GALLEY_TEST(FurtherFormsTest)
#include "tst_furtherforms.moc"
