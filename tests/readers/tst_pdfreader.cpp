// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <printed.h>
#include <reading.h>

#include <testing.h>

#include <QDirIterator>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

using Page = std::vector<PrintedText>;

class PdfReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void linesBecomeParagraphs_data();
    void linesBecomeParagraphs();
    void runningHeadsAreChrome();
    void aSentenceGoesOnOverPages();
    void whatTheDocumentSaysAboutItselfIsKept();
    void theLargestLettersAreTheHeadline();
    void unreadableFilesEndInASentence_data();
    void unreadableFilesEndInASentence();
    void everyRealDocumentIsReadOrExplained();
};

namespace {

/// Lines one below the other, as tight as print is.
Page column(double x, double y, const QList<QByteArray> &lines, double size = 10)
{
    Page page;
    for (const QByteArray &line : lines) {
        page.push_back({x, y, line, size});
        y += size * 1.2;
    }
    return page;
}

Page operator+(Page one, const Page &other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

QString shown(const QByteArray &pdf)
{
    const auto result = reading(pdf, u"a.pdf"_s);
    if (!result.info)
        return u"error: "_s + result.info.error().message;
    const auto articles = result.all<ReadArticle>();
    return articles.empty() ? result.problems().join(u' ') : QString(articles[0].text).replace(u"\n\n"_s, u"|"_s);
}

} // namespace

void PdfReaderTest::linesBecomeParagraphs_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<QString>("text");

    const QByteArray full = "The harbour of the small town opened in the morning of a";
    QTest::newRow("one") << column(50, 200, {full, full, "short day."}) << u"%1 %1 short day."_s.arg(QLatin1StringView(full));
    QTest::newRow("a gap between two") << column(50, 200, {full, "grey day."}) + column(50, 240, {full, full})
                                       << u"%1 grey day.|%1 %1"_s.arg(QLatin1StringView(full));
    QTest::newRow("indented") << column(50, 200, {full, full}) + column(65, 224, {"The harbour closed at night when the people"})
            + column(50, 236, {full})
                              << u"%1 %1|The harbour closed at night when the people %1"_s.arg(QLatin1StringView(full));
    QTest::newRow("a short last line") << column(50, 200, {full, "grey day.", "The " + full})
                                       << u"%1 grey day.|The %1"_s.arg(QLatin1StringView(full));
    QTest::newRow("divided words")
        << column(50, 200,
                  {"The harbour of the small town was opened by the may-", "or of Baden-",
                   "Neustadt, who came on a well-known ship and a pre-"})
        << u"The harbour of the small town was opened by the may\u00ADor of Baden-Neustadt, who came on a "
              "well-known ship and a pre-"_s;
    QTest::newRow("a dash is no hyphen") << column(50, 200,
                                                   {"The harbour of the small town opened on a grey day -", "and closed again."})
                                         << u"The harbour of the small town opened on a grey day - and closed again."_s;
    QTest::newRow("columns")
        << column(50, 200, {"The harbour of the small town opened", "in the morning of a grey day and"})
            + column(320, 200, {"closed again at night when all people", "were gone."})
        << u"The harbour of the small town opened in the morning of a grey day and closed again at night "
              "when all people were gone."_s;
    const QList<QByteArray> lefts{"The harbour of the town", "opened in the morning of"};
    const QList<QByteArray> rights{"a grey day and closed", "again in the evening."};
    QTest::newRow("columns below a headline and above a line")
        << column(50, 100, {"Harbour opens"}, 20) + column(50, 200, lefts) + column(200, 200, rights)
            + column(50, 260, {"This report was written in the town of Exampleton"})
        << u"Harbour opens|The harbour of the town opened in the morning of a grey day and closed again in the "
              "evening.|This report was written in the town of Exampleton"_s;
    QTest::newRow("a table") << column(50, 200, {"Year", "2020", "2021"}) + column(150, 200, {"Ships", "7", "12"})
            + column(250, 200, {"From", "Exampleton and others", "Nowhere else"})
                             << u"Year Ships From|2020 7 Exampleton and others|2021 12 Nowhere else"_s;
    QTest::newRow("a list") << column(50, 200, {full, "1. one thing", "2. another thing", "- and a last"})
                            << u"%1|1. one thing|2. another thing|- and a last"_s.arg(QLatin1StringView(full));
    QTest::newRow("western letters") << column(50, 200, {"Z\xFCrich \x80 5"}) << u"Zürich € 5"_s;
}

void PdfReaderTest::linesBecomeParagraphs()
{
    QFETCH(Page, page);
    QFETCH(QString, text);
    QCOMPARE(shown(printed({page})), text);
}

void PdfReaderTest::runningHeadsAreChrome()
{
    std::vector<Page> pages;
    for (int number = 1; number <= 3; ++number)
        pages.push_back(Page{{50, 30, "The Exampleton Post, 4 May " + QByteArray::number(2020 + number)}}
                        + column(50, 200, {"On page " + QByteArray::number(number) + " there is a report about something."})
                        + Page{{290, 780, QByteArray::number(number)}});
    const auto articles = reading(printed(pages)).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const QStringList zones = zoneLines(articles[0].text, articles[0].zones);
    for (const QString &chrome : {u"The Exampleton Post, 4 May 2021"_s, u"The Exampleton Post, 4 May 2023"_s, u"1"_s, u"3"_s})
        QVERIFY2(zones.contains(u"chrome: "_s + chrome), qPrintable(zones.join(u'\n')));
    QCOMPARE(zones.filter(u"chrome: "_s).size(), 6);
    QCOMPARE(articles[0].article.title, u"On page 1 there is a report about something."_s);
    QCOMPARE(articles[0].article.fields.value(u"pages"_s), u"3"_s);
}

void PdfReaderTest::aSentenceGoesOnOverPages()
{
    const Page one = column(50, 700, {"The harbour of the small town opened in the morn-"}) + Page{{290, 780, "- 1 -"}};
    const Page two = Page{{290, 30, "Page 2 of 3"}} + column(50, 100, {"ing and all people of the town came."});
    const Page three = column(50, 100, {"Then night fell."});
    QCOMPARE(
        shown(printed({one, two, three})),
        u"The harbour of the small town opened in the morn\u00ADing and all people of the town came.|- 1 -|"
        "Page 2 of 3|Then night fell."_s);
}

void PdfReaderTest::whatTheDocumentSaysAboutItselfIsKept()
{
    const auto articles
        = reading(printed({column(50, 200, {"Text."})},
                          "/Title(Harbour)/Author(Ann; Bo)/Keywords(sea)/CreationDate(D:20210203040506Z)/Desk(Foreign)"))
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.title, u"Harbour"_s);
    QCOMPARE(article.authors, u"Ann; Bo"_s);
    QCOMPARE(article.fields,
             (QMap<QString, QString>{{u"Keywords"_s, u"sea"_s},
                                     {u"CreationDate"_s, u"2021-02-03T04:05:06Z"_s},
                                     {u"Desk"_s, u"Foreign"_s},
                                     {u"pages"_s, u"1"_s}}));
}

void PdfReaderTest::theLargestLettersAreTheHeadline()
{
    const Page page = column(50, 100, {"Exampleton Post"}) + column(50, 150, {"Harbour opens", "in the morning"}, 20)
        + column(50, 220, {"It did so on a grey day and the people came.", "And so on and so on and so on and so on."});
    const auto articles = reading(printed({page})).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens in the morning"_s);
    QVERIFY(zoneLines(articles[0].text, articles[0].zones).contains(u"headline: Harbour opens in the morning"_s));
}

void PdfReaderTest::unreadableFilesEndInASentence_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("word");

    const QByteArray garbage(64, 'a');
    QTest::newRow("password") << printed({column(50, 200, {"Text."})}, {},
                                         "/ID[<6161><6161>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + garbage + ">/U<"
                                             + garbage + ">>>")
                              << u"password"_s;
    QTest::newRow("pictures only") << printed({{}, {}}) << u"OCR"_s;
    QTest::newRow("no pages") << "%PDF-1.4\n%%EOF"_ba << u"damaged"_s;
    QTest::newRow("cut off") << printed({column(50, 200, {"Text."})}).first(60) << u"damaged"_s;
}

void PdfReaderTest::unreadableFilesEndInASentence()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, word);
    const QString said = shown(pdf);
    QVERIFY2(said.startsWith(u"error: "_s) && said.contains(word), qPrintable(said));
}

void PdfReaderTest::everyRealDocumentIsReadOrExplained()
{
    SKIP_WITHOUT(newsFolder());
    QDirIterator files(newsFolder(), {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto result = reading(contents(path), path);
        if (!result.info) {
            const QString said = result.info.error().message;
            QVERIFY2(said.contains(u"password"_s) || said.contains(u"no text"_s) || said.contains(u"PDF"_s), qPrintable(path + said));
            continue;
        }
        const auto articles = result.all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        QVERIFY(articles[0].article.fields.value(u"pages"_s).toInt() > 0);
        if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
            qInfo().noquote() << path << articles[0].article.title << articles[0].article.fields << articles[0].text
                              << zoneLines(articles[0].text, articles[0].zones);
    }
}

GALLEY_TEST(PdfReaderTest)
#include "tst_pdfreader.moc"
