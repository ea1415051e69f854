// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <reading.h>

#include <readers/article/textaccount.h>
#include <readers/markup/htmltree.h>

#include <testing.h>

#include <QDirIterator>

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
    qInfo("of these no total is told: %s", qPrintable(untold.join(u", "_s)));
    for (const QString &reader : {u"rtf"_s, u"pdf"_s, u"xlsx"_s, u"csv"_s})
        QVERIFY2(!untold.contains(reader), qPrintable(reader));
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
    QCOMPARE(read.leftOut[0].place, 17);
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
