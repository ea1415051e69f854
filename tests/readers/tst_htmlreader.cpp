// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <shownarticle.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class HtmlReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void pages_data();
    void pages();
    void whiteSpaceCollapsesAsHtmlSays_data();
    void whiteSpaceCollapsesAsHtmlSays();
    void theDeclaredCharsetIsUsed();
    void aPageWithoutAnArticleIsAProblem();
    void hostilePagesAreRefusedQuickly_data();
    void hostilePagesAreRefusedQuickly();
    void deepButBearableNestingIsRead();
    void realPagesComeInWell();
};

namespace {

QString bodyOf(const QByteArray &inside)
{
    const auto articles = reading("<!doctype html><title>T</title><body>" + inside, u"a.html"_s).all<ReadArticle>();
    return articles.size() == 1 ? articles[0].text.section(u"\n\n"_s, 1) : QString();
}

} // namespace

void HtmlReaderTest::pages_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(GALLEY_TEST_DATA "/readers"));
    for (const QString &file : folder.entryList({u"*.html"_s}))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void HtmlReaderTest::pages()
{
    QFETCH(QString, name);
    const auto result = reading(contents(name), name);
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QVERIFY(isGolden(shown(articles[0]), name.chopped(5) + u".article"_s));
}

void HtmlReaderTest::whiteSpaceCollapsesAsHtmlSays_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("text");

    QTest::newRow("runs") << "<p> a \n\t b<b> c</b> </p>"_ba << u"a b c"_s;
    QTest::newRow("nbsp") << "<p>a&nbsp; b\xC2\xA0</p>"_ba << u"a\u00A0 b\u00A0"_s;
    QTest::newRow("entities") << "<p>Q&amp;A &ldquo;x&rdquo; &#8364; &lt;b&gt; &eacute;</p>"_ba << u"Q&A “x” € <b> é"_s;
    QTest::newRow("line break") << "<p>a <br> b</p>"_ba << u"a\nb"_s;
    QTest::newRow("two line breaks") << "<div>a<br><br>b<br/> <br/>c</div>"_ba << u"a\n\nb\n\nc"_s;
    QTest::newRow("pre") << "<pre>a\n  b</pre>"_ba << u"a\n  b"_s;
    QTest::newRow("words in inline elements stay whole") << "<p>un<i>do</i>ne<span>!</span></p>"_ba << u"undone!"_s;
    QTest::newRow("blocks in a line") << "<div>a<div>b</div>c</div>"_ba << u"a\n\nb\n\nc"_s;
    QTest::newRow("emoji and soft hyphen") << "<p>\xF0\x9F\x98\x80 soft&shy;ly</p>"_ba << u"😀 soft\u00ADly"_s;
    QTest::newRow("unseen")
        << "<p>a<script>b</script><style>c</style><span hidden>d</span><span style='display: none'>e</span></p>"_ba << u"a"_s;
    QTest::newRow("empty paragraphs") << "<p>a</p><p>&nbsp;</p><p> </p><p>b</p>"_ba << u"a\n\nb"_s;
}

void HtmlReaderTest::whiteSpaceCollapsesAsHtmlSays()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, text);
    QCOMPARE(bodyOf(inside), text);
}

void HtmlReaderTest::theDeclaredCharsetIsUsed()
{
    const auto result = reading(
        "<html><meta charset=windows-1251><title>\xCC\xE8\xF0</title><p>\xCC\xE8\xF0 \xE8 \xF2\xF0\xF3\xE4"_ba, u"a.html"_s);
    QCOMPARE(result.info->encoding, u"windows-1251"_s);
    QCOMPARE(result.all<ReadArticle>().at(0).text, u"Мир\n\nМир и труд"_s);
}

void HtmlReaderTest::aPageWithoutAnArticleIsAProblem()
{
    const auto result
        = reading("<html><head><title>Nothing</title></head><body><nav><a href=x>Home</a></nav></body></html>"_ba, u"a.html"_s);
    QVERIFY(result.info);
    QCOMPARE(result.problems(), QStringList{u"1: No article was found on the page."_s});
}

void HtmlReaderTest::hostilePagesAreRefusedQuickly_data()
{
    QTest::addColumn<QByteArray>("page");

    for (const QByteArray &tag : {"<div>"_ba, "<b>"_ba, "<svg>"_ba, "<table><tr><td>"_ba, "<font size=1>"_ba,
             "<blockquote></p>"_ba, "<ul><li>"_ba, "<g/><div></g>"_ba})
        QTest::newRow(tag.constData()) << "<html><body>" + tag.repeated(100'000) + "x";
    QByteArray attributes = "<html><p ";
    for (int at = 0; at < 100'000; ++at)
        attributes += "a" + QByteArray::number(at) + "=1 ";
    QTest::newRow("attributes") << attributes + ">x";
    QTest::newRow("formatting before paragraphs") << "<html>" + "<b><i><u>"_ba.repeated(300) + "<p>x"_ba.repeated(100'000);
}

void HtmlReaderTest::hostilePagesAreRefusedQuickly()
{
    QFETCH(QByteArray, page);
    const auto result = reading(page, u"a.html"_s);
    QVERIFY(!result.info);
    QVERIFY(result.info.error().message.contains(u"nested"_s));
}

void HtmlReaderTest::deepButBearableNestingIsRead()
{
    QCOMPARE(bodyOf("<div>"_ba.repeated(1500) + "Down here."), u"Down here."_s);
    QCOMPARE(bodyOf("<p>Unclosed paragraphs are no nesting."_ba.repeated(5000)).count(u"\n\n"_s), 4999);
}

void HtmlReaderTest::realPagesComeInWell()
{
    const QString folder = QStringLiteral(GALLEY_SHARED "/news/reuters_pages/");
    SKIP_WITHOUT(folder);
    const QJsonObject facts = QJsonDocument::fromJson(contents(QStringLiteral(GALLEY_SHARED "/news/FACTS_dev.json")))
                                  .object()
                                  .value("reuters_pages"_L1)
                                  .toObject();
    for (auto entry = facts.begin(); entry != facts.end(); ++entry) {
        const QJsonObject fact = entry.value().toObject();
        const QString cleaned = QString::fromUtf8(contents(folder + entry.key()));
        const auto articles = reading(contents(folder + entry.key().chopped(4) + u".html"_s), u"page.html"_s).all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        const ReadArticle &read = articles[0];
        if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
            qInfo().noquote() << shown(read);
        QCOMPARE(read.article.title, fact.value("html_title"_L1).toString().section(u'\n', 0, 0));
        QVERIFY(read.article.published.startsWith(u"2014-12-30T"_s));
        QVERIFY(read.article.url.startsWith(u"http://in.reuters.com/article/2014/12/30/"_s));
        const QStringList zones = zoneLines(read.text, read.zones);
        QVERIFY(zones.contains(u"headline: "_s + read.article.title));
        QVERIFY(zones.contains(
            u"dateline: %1 (%2) - "_s.arg(fact.value("dateline"_L1).toString(), fact.value("agency"_L1).toString())));
        QVERIFY(zones.contains(u"credit: "_s + fact.value("credit_line"_L1).toString()));
        // Every paragraph of the report, word for word, and nothing else but headline, captions and credits.
        const QStringList report = cleaned.sliced(cleaned.indexOf(fact.value("dateline"_L1).toString() + u" ("_s))
                                       .split(u"\n\n"_s, Qt::SkipEmptyParts);
        QStringList paragraphs = read.text.split(u"\n\n"_s);
        for (QString &paragraph : paragraphs)
            paragraph = paragraph.trimmed(); // some are indented with NBSP, which the text keeps
        for (const QString &paragraph : report)
            QVERIFY2(paragraphs.removeOne(paragraph.trimmed()), qPrintable(paragraph));
        QCOMPARE(paragraphs.takeFirst(), read.article.title);
        for (const QString &paragraph : paragraphs)
            QVERIFY2(zones.contains(u"caption: "_s + paragraph) || zones.contains(u"photo credit: "_s + paragraph),
                qPrintable(paragraph));
    }
}

GALLEY_TEST(HtmlReaderTest)
#include "tst_htmlreader.moc"
