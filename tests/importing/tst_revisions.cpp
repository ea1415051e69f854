// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// An article that comes in again with a corrected text: what was coded moves along, and nothing is dropped.
class RevisionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCorrectedTextTakesItsAnnotationsAlong();
    void itIsKnownByWhatItStates_data();
    void itIsKnownByWhatItStates();
    void anotherStoryUnderTheSameAddressIsNoRevision();
    void theSameBatchAgainChangesNothing();
    void undoBringsBackTheTextBefore();

private:
    ImportReport imported(const std::vector<ReadValue> &values, const QString &file = u"page.html"_s);
    ArticleId coded(const ReadArticle &read, const QStringList &quotes);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

namespace {

const QString before = u"Harbour opens 😀\n\nThe harbour opened on Monday after the storm had closed it for a week.\n\n"
                       "“We are glad,” the mayor said. Ferries were full by noon, and the queue reached the church.\n\n"
                       "The repair cost two million crowns, the council said, and was paid from reserves."_s;
const QString after = u"Correction: an earlier version gave the wrong cost.\n\n"_s
    + QString(before).replace(u"two million crowns"_s, u"three million crowns"_s).remove(u" Ferries were full by noon, and the queue reached the church."_s);

ReadArticle harbourStory(const QString &text)
{
    ReadArticle read;
    read.article.title = u"Harbour opens"_s;
    read.article.outlet = u"Gazette"_s;
    read.text = text;
    return read;
}

} // namespace

void RevisionsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
}

ImportReport RevisionsTest::imported(const std::vector<ReadValue> &values, const QString &file)
{
    Importer importer = taken(Importer::begin(*m_store, {CoderId{1}}));
    importer.beginFile(file);
    int line = 0;
    for (const ReadValue &value : values)
        taken(importer.take({++line, value}));
    taken(importer.endFile(ReadInfo{u"UTF-8"_s, "5ha"}));
    return taken(importer.finish(stamp()));
}

/// The article with an annotation by coder 1 on each of these quotes.
ArticleId RevisionsTest::coded(const ReadArticle &read, const QStringList &quotes)
{
    imported({read});
    const ArticleId id = taken(m_store->articleSummaries({})).back().id;
    const TextPositions positions(read.text);
    for (const QString &quote : quotes) {
        const qsizetype at = read.text.indexOf(quote);
        const Range range = positions.toCodePoints(Utf16Range{at, at + quote.size()});
        taken(m_store->apply({u"Code"_s, {added(annotation(m_store->allot<AnnotationTag>(), id, read.text, {range}))}}, stamp()));
    }
    return id;
}

void RevisionsTest::aCorrectedTextTakesItsAnnotationsAlong()
{
    ReadArticle read = harbourStory(before);
    read.article.url = u"https://gazette.example/harbour"_s;
    const ArticleId old = coded(read, {u"the mayor said"_s, u"Ferries were full by noon"_s, u"cost two million crowns"_s});
    read.text = after;
    const ImportReport report = imported({read});
    QCOMPARE(report.articles, 1);
    QCOMPARE(report.revisions.size(), size_t(1));
    const ImportRevision &revision = report.revisions.front();
    QVERIFY(revision.before == old);
    QCOMPARE(revision.moved, 2);
    QCOMPARE(revision.gone, std::vector<QString>{u"Ferries were full by noon"_s});
    const auto moved = taken(m_store->annotations(revision.after));
    QCOMPARE(moved.size(), size_t(2));
    const TextPositions positions(after);
    for (const Annotation &annotation : moved) {
        QCOMPARE(quoteOf(after, positions, annotation.ranges), annotation.quote);
        QVERIFY(annotation.quote.contains(u"the mayor said"_s) || annotation.quote.contains(u"three million crowns"_s));
    }
    QCOMPARE(taken(m_store->annotations(old)).size(), size_t(1));
    QVERIFY(taken(m_store->article(revision.after)).revises == old);
    // The text before stays in the list as long as something of it is to be looked at.
    const auto shown = [&](ArticleId id) {
        return std::ranges::contains(taken(m_store->articleSummaries({})), id, &ArticleSummary::id);
    };
    QVERIFY(shown(old) && shown(revision.after));
    taken(m_store->apply({u"Delete"_s, {removed(taken(m_store->annotations(old)).front())}}, stamp()));
    QVERIFY(!shown(old));
    QVERIFY(taken(m_store->check()).empty());
}

void RevisionsTest::itIsKnownByWhatItStates_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("known");

    QTest::newRow("uuid") << u"uuid"_s << u"other.jsonl"_s << true;
    QTest::newRow("address") << u"url"_s << u"other.html"_s << true;
    QTest::newRow("number in a file of the same name") << u"id"_s << u"page.html"_s << true;
    QTest::newRow("number in another file") << u"id"_s << u"other.csv"_s << false;
    QTest::newRow("headline in a file of the same name") << u"title"_s << u"page.html"_s << true;
    QTest::newRow("headline alone") << u"title"_s << u"other.html"_s << false;
}

void RevisionsTest::itIsKnownByWhatItStates()
{
    QFETCH(QString, what);
    QFETCH(QString, file);
    QFETCH(bool, known);
    ReadArticle read = harbourStory(before);
    if (what == u"uuid")
        read.article.uuid = QUuid::createUuid();
    if (what == u"url")
        read.article.url = u"https://gazette.example/harbour"_s;
    if (what == u"id")
        read.article.fields.insert(u"id"_s, u"17"_s);
    coded(read, {u"the mayor said"_s});
    read.text = after;
    const ImportReport report = imported({read}, file);
    QCOMPARE(report.articles, 1);
    QCOMPARE(report.revisions.size(), size_t(known));
}

void RevisionsTest::anotherStoryUnderTheSameAddressIsNoRevision()
{
    ReadArticle read = harbourStory(before);
    read.article.url = u"https://gazette.example/"_s;
    coded(read, {u"the mayor said"_s});
    read.text = u"Bridge closes\n\nEngineers found cracks in both towers, and lorries take the old road until autumn comes."_s;
    QVERIFY(imported({read}).revisions.empty());
}

void RevisionsTest::theSameBatchAgainChangesNothing()
{
    ReadArticle read = harbourStory(before);
    read.article.uuid = QUuid::createUuid();
    coded(read, {u"the mayor said"_s});
    ReadArticle corrected = read;
    corrected.text = after;
    QCOMPARE(imported({corrected}).articles, 1);
    for (const ReadArticle &again : {read, corrected}) {
        const ImportReport report = imported({again});
        QCOMPARE(report.articles, 0);
        QVERIFY(report.revisions.empty());
        QVERIFY(report.change.isEmpty());
    }
}

void RevisionsTest::undoBringsBackTheTextBefore()
{
    ReadArticle read = harbourStory(before);
    read.article.url = u"https://gazette.example/harbour"_s;
    const ArticleId old = coded(read, {u"the mayor said"_s, u"Ferries were full by noon"_s});
    const auto annotations = taken(m_store->annotations(old));
    const qint64 articles = taken(m_store->counts()).articles;
    read.text = after;
    imported({read});
    taken(m_store->undo(stamp()));
    QVERIFY(taken(m_store->annotations(old)) == annotations);
    QCOMPARE(taken(m_store->counts()).articles, articles);
    taken(m_store->redo(stamp()));
    QCOMPARE(taken(m_store->annotations(old)).size(), size_t(1));
    QVERIFY(taken(m_store->check()).empty());
}

GALLEY_PURE_TEST(RevisionsTest)
#include "tst_revisions.moc"
