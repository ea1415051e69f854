// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <reading.h>
#include <zipped.h>

#include <testing.h>

#include <QDirIterator>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class EpubReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void documentsWithTextAreArticlesInReadingOrder();
    void whatTheBookSaysAboutItselfIsKept();
    void shortTagsOfXhtmlSwallowNothing();
    void aDamagedChapterIsAProblemAndTheRestIsRead();
    void unreadableBooksEndInASentence_data();
    void unreadableBooksEndInASentence();
    void everyRealBookIsRead();
};

namespace {

/// A book with its documents in the given order: name (which is its id too) and what stands in its body.
QByteArray epub(const std::vector<std::pair<QString, QByteArray>> &documents, const QByteArray &metadata = {}, ZipParts more = {})
{
    QByteArray items, places;
    ZipParts parts{
        {u"mimetype"_s, "application/epub+zip"},
        {u"META-INF/container.xml"_s,
         "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OPS/book.opf'/>"
         "</rootfiles></container>"}};
    for (const auto &[name, body] : documents) {
        const QByteArray id = name.toUtf8();
        items.prepend("<item id='" + id + "' href='text/" + QByteArray(id).replace(" ", "%20")
                      + "' media-type='application/xhtml+xml'" + (name == "nav.xhtml"_L1 ? " properties='nav'" : "") + "/>");
        places += "<itemref idref='" + id + "'/>";
        parts.emplace_back(u"OPS/text/"_s + name,
                           "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>" + body
                               + "</body></html>");
    }
    parts.emplace_back(u"OPS/book.opf"_s,
                       "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
                           + metadata + "</metadata><manifest>" + items
                           + "<item id='img' href='a.png' media-type='image/png'/></manifest><spine>" + places
                           + "<itemref idref='img'/><itemref idref='none'/></spine></package>");
    std::ranges::move(more, std::back_inserter(parts));
    return zipped(parts);
}

} // namespace

void EpubReaderTest::documentsWithTextAreArticlesInReadingOrder()
{
    const auto result
        = reading(epub({{u"cover.xhtml"_s, "<img src='a.png'/>"},
                        {u"nav.xhtml"_s, "<p>Contents</p>"},
                        {u"b.xhtml"_s, "<h1>Harbour opens</h1><p>It did so.</p><h2>Later</h2><p>And <i>so</i> on.</p>"},
                        {u"a b.xhtml"_s, "<p>A text that has no heading.</p>"}}));
    QVERIFY2(result.info, result.info ? "" : qPrintable(result.info.error().message));
    const auto articles = result.all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(articles[0].text, u"Harbour opens\n\nIt did so.\n\nLater\n\nAnd so on."_s);
    QCOMPARE(zoneLines(articles[0].text, articles[0].zones), (QStringList{u"headline: Harbour opens"_s, u"subheading: Later"_s}));
    QCOMPARE(articles[1].article.title, u"A text that has no heading."_s);
}

void EpubReaderTest::whatTheBookSaysAboutItselfIsKept()
{
    const auto articles
        = reading(epub({{u"a.xhtml"_s, "<p>Text of the day.</p>"}},
                       "<dc:title>The Exampleton Post</dc:title><dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator>"
                       "<dc:language>en-GB</dc:language><dc:date>2021-02-03T04:05:06+00:00</dc:date><dc:publisher>Press"
                       "</dc:publisher><meta property='dcterms:modified'>2021-02-04</meta><meta name='cover' content='x'/>"
                       "<meta refines='#a' property='role'>aut</meta>"))
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    const Article &article = articles[0].article;
    QCOMPARE(article.outlet, u"The Exampleton Post"_s);
    QCOMPARE(article.authors, u"Ann; Bo"_s);
    QCOMPARE(article.language, u"en-GB"_s);
    QCOMPARE(article.published, u"2021-02-03T04:05:06+00:00"_s);
    QCOMPARE(article.fields, (QMap<QString, QString>{{u"publisher"_s, u"Press"_s}, {u"dcterms:modified"_s, u"2021-02-04"_s}}));
}

void EpubReaderTest::shortTagsOfXhtmlSwallowNothing()
{
    const auto articles
        = reading(epub({{u"a.xhtml"_s,
                         "<script src='x'/><a id='p1'/><h1>Harbour<br/>opens</h1><div/><p>One<span/> and <b/>two.</p><p/>"
                         "<p>Three &lt;b/&gt;.</p>"}}))
              .all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QCOMPARE(articles[0].article.title, u"Harbour opens"_s);
    QCOMPARE(articles[0].text, u"Harbour\nopens\n\nOne and two.\n\nThree <b/>."_s);
}

void EpubReaderTest::aDamagedChapterIsAProblemAndTheRestIsRead()
{
    const auto result = reading(epub({{u"deep.xhtml"_s, "<div>"_ba.repeated(100'000)}, {u"b.xhtml"_s, "<p>It did so.</p>"}}));
    QVERIFY(result.info);
    QCOMPARE(result.all<ReadArticle>().size(), size_t(1));
    QCOMPARE(result.problems().size(), 1);
    QVERIFY2(result.problems().front().contains(u"deep.xhtml: "_s), qPrintable(result.problems().front()));
}

void EpubReaderTest::unreadableBooksEndInASentence_data()
{
    QTest::addColumn<QByteArray>("book");
    QTest::addColumn<QString>("word");

    QTest::newRow("cut off") << epub({{u"a.xhtml"_s, "<p>a</p>"}}).chopped(40) << u"breaks off"_s;
    QTest::newRow("protected") << epub(
        {{u"a.xhtml"_s, "<p>a</p>"}}, {},
        {{u"META-INF/encryption.xml"_s,
          "<encryption xmlns:e='e'><e:EncryptedData><e:EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/>"
          "</e:EncryptedData></encryption>"}})
                               << u"protected against copying"_s;
    QTest::newRow("no list of documents") << zipped({{u"mimetype"_s, "application/epub+zip"}}) << u"container.xml"_s;
    QTest::newRow("nothing in it") << epub({}) << u"no text"_s;
}

void EpubReaderTest::unreadableBooksEndInASentence()
{
    QFETCH(QByteArray, book);
    QFETCH(QString, word);
    const auto result = reading(book, u"a"_s);
    const QString said = result.info ? result.problems().join(u' ') : result.info.error().message;
    QVERIFY2(said.contains(word), qPrintable(said));
}

void EpubReaderTest::everyRealBookIsRead()
{
    SKIP_WITHOUT(newsFolder());
    QDirIterator files(newsFolder(), {u"*.epub"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto result = reading(contents(path), path);
        const bool explained = result.info ? !result.problems().isEmpty() : !result.info.error().message.isEmpty();
        QVERIFY2(!result.all<ReadArticle>().empty() || explained, qPrintable(path));
    }
}

GALLEY_TEST(EpubReaderTest)
#include "tst_epubreader.moc"
