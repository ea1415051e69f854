// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <readers/text/decoding.h>
#include <reading.h>

#include <testing.h>

#include <QDir>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class TextReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstLineIsTheTitleAndStaysInTheText();
    void aCaptionOrDateAboveIsNoTitle_data();
    void aCaptionOrDateAboveIsNoTitle();
    void aParagraphWhereATitleShouldBeIsCutAtAWord();
    void theStatedDateIsRead_data();
    void theStatedDateIsRead();
    void aFileWithoutWordsIsAProblemNotAnArticle();
    void whatIsNoTextIsAnError();
    void everyPtcArticleComesInWhole();
};

void TextReaderTest::theFirstLineIsTheTitleAndStaysInTheText()
{
    const auto result = reading("\r\n  Harbour opens \r\n\r\nIt opened on Monday.\r\n"_ba, u"a.txt"_s);
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(articles[0].text, u"\n  Harbour opens \n\nIt opened on Monday.\n"_s);
    QCOMPARE(zoneLines(articles[0].text, articles[0].zones), QStringList{u"headline: Harbour opens"_s});
    QCOMPARE(result.info->encoding, u"UTF-8"_s);
    QVERIFY(articles[0].article.uuid.isNull());
    QVERIFY(articles[0].article.outlet.isEmpty());
}

void TextReaderTest::aCaptionOrDateAboveIsNoTitle_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");

    const QString rest = u"Harbour opens\n\nEXAMPLETON, May 4 (EXA) - It opened on Monday, and the ferries were full."_s;
    QTest::newRow("caption with a credit") << u"A ferry leaves the harbour. REUTERS/Ann Lee/File Photo\n\n"_s + rest << u"Harbour opens"_s;
    QTest::newRow("gallery") << u"1 of 4. A diver 😀 in the harbour.\n\n"_s + rest << u"Harbour opens"_s;
    QTest::newRow("chrome") << u"Send a link to a friend  Share\n"_s + rest << u"Harbour opens"_s;
    QTest::newRow("date") << u"  May 4, 2023\n"_s + rest << u"Harbour opens"_s;
    QTest::newRow("byline") << u"By Ann Lee\n\n"_s + rest << u"Harbour opens"_s;
    QTest::newRow("nothing else") << u"ADVERTISEMENT"_s << u"ADVERTISEMENT"_s;
}

void TextReaderTest::aCaptionOrDateAboveIsNoTitle()
{
    // A title stands near the top. To look for one among all lines of a long list took minutes.
    const QString notices = u"Copyright 2024 Harbour Post. All rights reserved.\n\n"_s.repeated(60);
    QCOMPARE(reading((notices + u"Harbour opens\n"_s).toUtf8(), u"a.txt"_s).all<ReadArticle>().at(0).article.title,
             u"Copyright 2024 Harbour Post. All rights reserved."_s);

    QFETCH(QString, text);
    QFETCH(QString, title);
    const auto articles = reading(text.toUtf8(), u"a.txt"_s).all<ReadArticle>();
    QCOMPARE(articles.at(0).article.title, title);
    QCOMPARE(articles.at(0).text, text);
}

void TextReaderTest::aParagraphWhereATitleShouldBeIsCutAtAWord()
{
    const auto articles = reading(("word "_ba.repeated(100) + "\nmore"), u"a.txt"_s).all<ReadArticle>();
    QCOMPARE(articles.at(0).article.title, u"word "_s.repeated(40).trimmed() + u'…');
    const auto emoji = reading(u"😀"_s.repeated(300).toUtf8(), u"a.txt"_s).all<ReadArticle>();
    QVERIFY(emoji.at(0).article.title.isValidUtf16());
}

void TextReaderTest::theStatedDateIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("published");

    QTest::newRow("in brackets") << u"Title\n\n[May 04, 2023] EXAMPLETON (EXA) - It opened."_s << u"2023-05-04"_s;
    QTest::newRow("in the dateline") << u"Title\n\nEXAMPLETON, March 4, 2023 (EXA) -- It opened."_s << u"2023-03-04"_s;
    QTest::newRow("without a year") << u"Title\n\nEXAMPLETON, March 4 (EXA) -- It opened."_s << QString();
    QTest::newRow("in the report") << u"Title\n\nIt opened on May 4, 2023, she said."_s << QString();
    QTest::newRow("two that differ") << u"Title\n[May 04, 2023]\nText\n[May 05, 2023]\nText"_s << QString();
    QTest::newRow("twice the same") << u"Title\n[May 04, 2023]\nText\n[May 04, 2023]\nText"_s << u"2023-05-04"_s;
    QTest::newRow("figures in brackets") << u"Title\n[04/05/2023]\nText"_s << QString();
}

void TextReaderTest::theStatedDateIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, published);
    QCOMPARE(reading(text.toUtf8(), u"a.txt"_s).all<ReadArticle>().at(0).article.published, published);
}

void TextReaderTest::aFileWithoutWordsIsAProblemNotAnArticle()
{
    for (const QByteArray &bytes : {""_ba, "\xEF\xBB\xBF"_ba, " \r\n\xC2\xA0\n"_ba}) {
        const auto result = reading(bytes, u"a.txt"_s);
        QVERIFY(result.info);
        QVERIFY(result.all<ReadArticle>().empty());
        QCOMPARE(result.problems(), QStringList{u"1: There is no text in it."_s});
    }
}

void TextReaderTest::whatIsNoTextIsAnError()
{
    const auto result = reading("some\0bytes"_ba, u"a.txt"_s);
    QVERIFY(!result.info);
    QVERIFY(result.records.empty());
    QVERIFY(!result.info.error().message.isEmpty());
}

void TextReaderTest::everyPtcArticleComesInWhole()
{
    const QDir folder(newsFolder() + u"/ptc/articles"_s);
    SKIP_WITHOUT(folder.path());
    for (const QString &name : folder.entryList({u"*.txt"_s})) {
        const QByteArray bytes = contents(folder.filePath(name));
        const auto articles = reading(bytes, name).all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(
            articles[0].text.toUtf8(), QByteArray(bytes).replace("\r\n", "\n").sliced(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0));
    }
}

GALLEY_TEST(TextReaderTest)
#include "tst_textreader.moc"
