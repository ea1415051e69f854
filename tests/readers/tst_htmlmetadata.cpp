// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <testing.h>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// What a page says about its article, in each of the places where pages say it.
class HtmlMetadataTest : public QObject
{
    Q_OBJECT

private slots:
    void titlesAndAuthors_data();
    void titlesAndAuthors();
    void datesAndTheRest_data();
    void datesAndTheRest();
};

namespace {

QByteArray meta(const char *name, const char *content)
{
    return QByteArray("<meta property=\"") + name + "\" content=\"" + content + "\">";
}

QByteArray linked(const QByteArray &json)
{
    return "<script type=\"application/ld+json\">" + json + "</script>";
}

QString valueOf(const Article &article, const QString &field)
{
    return field == "title"_L1 ? article.title
        : field == "authors"_L1 ? article.authors
        : field == "published"_L1 ? article.published
        : field == "language"_L1 ? article.language
        : field == "outlet"_L1 ? article.outlet
        : field == "url"_L1 ? article.url
                            : article.fields.value(field);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
}

void row(const char *what, const QByteArray &head, const QByteArray &body, const char *field, const char *value)
{
    QTest::newRow(what) << head << body << QString::fromLatin1(field) << QString::fromUtf8(value);
}

void check()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const QByteArray text = "<p>The harbour of Exampleton opened its gates on Thursday, nine years after the storm.</p>";
    const QByteArray page = "<!doctype html><html><head>" + head + "</head><body>" + body + text;
    const auto articles = reading(page, u"a.html"_s).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(valueOf(articles[0].article, field), value);
}

} // namespace

void HtmlMetadataTest::titlesAndAuthors_data()
{
    addColumns();
    row("the site's name is no title", "<title>Harbour reopens after years - The Post</title>", "", "title",
        "Harbour reopens after years");
    row("nor at the beginning", "<title>The Post | Harbour reopens</title>" + meta("og:site_name", "The Post"), "", "title",
        "Harbour reopens");
    row("a known site leaves short titles", "<title>Floods | Post</title>" + meta("og:site_name", "The Post"), "", "title",
        "Floods");
    row("a dash within a headline", "<title>Ferry times – and why nobody was ever asked about them</title>", "", "title",
        "Ferry times – and why nobody was ever asked about them");
    row("a hyphen is no separator", "<title>Twenty-four-hour strike ends</title>", "", "title", "Twenty-four-hour strike ends");
    row("the heading decides", "<title>Harbour reopens - 04.05.2023 - POST</title>", "<h1>Harbour reopens</h1>", "title",
        "Harbour reopens");
    row("a heading of the site does not", "<title>Harbour reopens after years</title>", "<h1>The Post</h1>", "title",
        "Harbour reopens after years");
    row("two words of an article's heading", "<title>Dam opens - Post</title>", "<article><h1>The speech</h1>", "title", "The speech");
    row("a section's name within the page", "<title>Harbour reopens after years - Post</title>", "<main><h1>Latest news</h1>", "title",
        "Harbour reopens after years");
    row("signs without blanks", "<title>港の話 - 新聞</title>", "<article><h1>港がついに開いた</h1>", "title", "港がついに開いた");
    row("a link to the first page is the outlet's name", "<title>Harbour reopens after years</title>",
        "<h1><a href=/>The Harbour Post</a></h1><h2>Harbour reopens after nine years</h2>", "title", "Harbour reopens after nine years");
    row("linked data", linked(R"({"@type":"NewsArticle","headline":"Q&amp;A: the harbour"})"), "", "title", "Q&A: the harbour");

    row("an author in linked data", linked(R"({"@type":["Article","X"],"author":{"name":"Ann Lee"}})"), "", "authors", "Ann Lee");
    row("several", linked(R"([{"@type":"WebPage"},{"@type":"Report","author":["Ann Lee",{"name":"Bo Kim"}]}])"), "", "authors",
        "Ann Lee; Bo Kim");
    row("by name elsewhere",
        linked(R"({"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#a"}}]})")
            + linked(R"({"@type":"Person","@id":"#a","name":"Ann Lee"})"),
        "", "authors", "Ann Lee");
    row("line ends in strings", linked("{\"@type\":\"Article\",\"headline\":\"A\nB\",\"author\":\"Ann Lee\"}"), "", "authors",
        "Ann Lee");
    row("by", meta("author", "By Ann Lee"), "", "authors", "Ann Lee");
    row("von", meta("author", "Von Ann Lee"), "", "authors", "Ann Lee");
    row("a name that begins so", meta("author", "Byron Vance"), "", "authors", "Byron Vance");
    row("an address is nobody", meta("article:author", "https://post.example/lee"), "<p class=byline>By Ann Lee</p>", "authors",
        "Ann Lee");
    row("mail and office", "", "<div class=byline>By Ann Lee, Staff Writer | ann@post.example</div>", "authors", "Ann Lee");
    row("date", "", "<div class=byline>By Ann Lee | May 4, 2023 at 6:01 am</div>", "authors", "Ann Lee");
    row("a date alone", "", "<div class=byline>April 28, 2019 at 6:01 am</div>", "authors", "");
    row("marked", "", "<span itemprop=author>Ann Lee</span><span class=byline>BO KIM</span>", "authors", "Ann Lee");
    row("linked", "", "<a rel=author href=x>Ann Lee</a>", "authors", "Ann Lee");
}

void HtmlMetadataTest::titlesAndAuthors()
{
    check();
}

void HtmlMetadataTest::datesAndTheRest_data()
{
    addColumns();
    row("linked data's date before meta's",
        linked(R"({"@type":"Article","datePublished":"2024-12-06T22:00:40.000Z"})")
            + meta("article:published_time", "2024-12-07T12:43:39Z"),
        "", "published", "2024-12-06T22:00:40Z");
    row("meta", meta("article:published_time", "2019-04-28 06:01:07"), "", "published", "2019-04-28T06:01:07");
    row("time of publication", "", "<time datetime=2020-01-01>x</time><time itemprop=datePublished datetime=2020-02-02>",
        "published", "2020-02-02");
    row("any time", "", "<time datetime=\"2020-01-01T10:00+01:00\">x</time>", "published", "2020-01-01T10:00+01:00");
    row("the address", "<link rel=canonical href=https://post.example/2019/11/09/harbour>", "", "published", "2019-11-09");
    row("no date in the address", "<link rel=canonical href=https://post.example/2019/31/19/harbour>", "", "published", "");
    row("modified", meta("article:modified_time", "2019-04-29"), "", "modified", "2019-04-29");

    row("language of the locale", meta("og:locale", "en_GB"), "", "language", "en-GB");
    row("of linked data", linked(R"({"@type":"Article","inLanguage":"cs"})"), "", "language", "cs");
    row("of a header", "<meta http-equiv=content-language content=\"fr, en\">", "", "language", "fr");
    row("none", meta("og:locale", "{{ locale }}"), "", "language", "");

    row("outlet", meta("og:site_name", "The Post"), "", "outlet", "The Post");
    row("publisher", linked(R"({"@type":"Article","publisher":{"name":"The Post"}})"), "", "outlet", "The Post");
    row("url", meta("og:url", "https://post.example/a") + "<link rel=canonical href=/a>", "", "url", "https://post.example/a");
}

void HtmlMetadataTest::datesAndTheRest()
{
    check();
}

GALLEY_TEST(HtmlMetadataTest)
#include "tst_htmlmetadata.moc"
