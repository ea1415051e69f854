// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <domain/passage.h>
#include <store/backup.h>
#include <store/searchexpression.h>
#include <store/searchindex.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// The index of words: what is found, where it stands, and that it keeps up with the project.
class SearchIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void queriesAreReadAsPeopleWriteThem_data();
    void queriesAreReadAsPeopleWriteThem();
    void whatIsWrongIsSaidInWords_data();
    void whatIsWrongIsSaidInWords();
    void wordsAreFoundInAnyCaseAndAccent_data();
    void wordsAreFoundInAnyCaseAndAccent();
    void fieldsAndCloseness_data();
    void fieldsAndCloseness();
    void itKeepsUpWithTheProject();
    void whatWasTakenInStaysWhenItIsCancelled();
    void anotherRunTakesNothingInAgain();
    void aDamagedFileIsMadeAnew();
    void withoutAFolderItIsOneForThisSession();
    void copiesShareIt();
    void whatIsTypedFindsBeginnings();
    void remarksAreSearchedByTheSameWords();

private:
    std::vector<ArticleId> add(const QStringList &texts, const QString &title = u"Title"_s, const QString &outlet = u"The Paper"_s);
    ProjectLists lists() { return taken(ProjectLists::open(m_store->path())); }
    SearchIndex index() { return taken(SearchIndex::open(m_folder->filePath(u"cache"_s), lists())); }
    QStringList found(const SearchIndex &index, const QString &query);
    QStringList found(const QString &query)
    {
        SearchIndex current = index();
        taken(current.catchUp(lists()));
        return found(current, query);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
};

void SearchIndexTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store.emplace(taken(ProjectStore::create(m_folder->filePath(u"p.galley"_s), codebook(), {{}, time()})));
}

std::vector<ArticleId> SearchIndexTest::add(const QStringList &texts, const QString &title, const QString &outlet)
{
    ImportSession session = taken(m_store->beginImport());
    const SourceId source = taken(session.add(Source{{}, u"a.txt"_s, QByteArray(64, 'a'), u"UTF-8"_s}));
    std::vector<ArticleId> ids;
    for (const QString &text : texts) {
        Article row = article(title, outlet);
        row.source = source;
        row.uuid = QUuid::createUuid();
        ids.push_back({idOf(row.uuid)});
        taken(session.add(row, text.toUtf8(), {}));
    }
    taken(session.commit(u"Import"_s, {{}, time()}));
    return ids;
}

/// The hits in texts, as the texts have them; "title" and "outlet" where only these have it.
QStringList SearchIndexTest::found(const SearchIndex &index, const QString &query)
{
    QStringList hits;
    const auto done = index.find(query, [&](const IndexedHits &one) {
        const QString text = taken(m_store->text(one.article));
        const QByteArray utf8 = text.toUtf8();
        const std::string_view bytes(utf8.constData(), size_t(utf8.size()));
        const TextPositions positions(text);
        for (const Range &range : toCodePoints(bytes, index.places(bytes, one.text)))
            hits << passageAt({text, positions}, range, 0).hit;
        if (one.text.empty())
            hits << (one.title.empty() ? u"(outlet)"_s : u"(title)"_s);
        return true;
    });
    return done ? hits : QStringList{done.error().message};
}

void SearchIndexTest::queriesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expression");
    QTest::newRow("words are all wanted") << u"tax reform"_s << u"\"tax\" AND \"reform\""_s;
    QTest::newRow("a phrase") << u"\"tax reform\""_s << u"\"tax reform\""_s;
    QTest::newRow("a beginning") << u"reform*"_s << u"\"reform\" *"_s;
    QTest::newRow("signs in words are of the word") << u"don't e-mail U.S."_s << u"\"don't\" AND \"e-mail\" AND \"U.S.\""_s;
    QTest::newRow("operators") << u"tax AND reform OR levy NOT toll"_s << u"\"tax\" AND \"reform\" OR \"levy\" NOT \"toll\""_s;
    QTest::newRow("brackets") << u"(tax OR levy) reform"_s << u"( \"tax\" OR \"levy\" ) AND \"reform\""_s;
    QTest::newRow("fields") << u"title:tax outlet:\"The Times\" HEADLINE:x"_s << u"title : \"tax\" AND outlet : \"The Times\" AND title : \"x\""_s;
    QTest::newRow("a colon in a word") << u"10:30"_s << u"\"10:30\""_s;
    QTest::newRow("closeness") << u"NEAR(tax reform, 5) levy"_s << u"NEAR( \"tax\" \"reform\" , 5 ) AND \"levy\""_s;
    QTest::newRow("near as a word") << u"NEAR"_s << u"\"NEAR\""_s;
    QTest::newRow("in this order") << u"tax + reform"_s << u"\"tax\" + \"reform\""_s;
    QTest::newRow("a lone star") << u"tax *"_s << u"\"tax\" AND \"*\""_s;
}

void SearchIndexTest::queriesAreReadAsPeopleWriteThem()
{
    QFETCH(QString, typed);
    QFETCH(QString, expression);
    const auto read = searchExpression(typed);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, expression);
    add({u"a text"_s});
    SearchIndex current = index();
    QVERIFY(current.catchUp(lists()));
    const auto runs = current.find(typed, [](const IndexedHits &) { return true; });
    QVERIFY2(runs, runs ? "" : qPrintable(runs.error().detail));
}

void SearchIndexTest::whatIsWrongIsSaidInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("quotation mark") << u"\"tax"_s << u"A quotation mark is open and not closed"_s;
    QTest::newRow("bracket open") << u"(tax"_s << u"A bracket is open and not closed"_s;
    QTest::newRow("bracket closed") << u"tax)"_s << u"A bracket is closed that was not opened"_s;
    QTest::newRow("no word") << u"?!"_s << u"There is no word in it"_s;
    QTest::newRow("nothing") << u""_s << u"There is no word in it"_s;
    QTest::newRow("operator without words") << u"tax AND"_s << u"The search is not complete."_s;
    QTest::newRow("operator first") << u"OR tax"_s << u"The search cannot be read at “OR”."_s;
    QTest::newRow("field of nothing") << u"tax title:"_s << u"The search is not complete."_s;
}

void SearchIndexTest::whatIsWrongIsSaidInWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    add({u"a text"_s});
    SearchIndex current = index();
    QVERIFY(current.catchUp(lists()));
    const auto done = current.find(typed, [](const IndexedHits &) { return true; });
    QVERIFY(!done);
    QVERIFY2(done.error().message.startsWith(said), qPrintable(done.error().message));
}

void SearchIndexTest::wordsAreFoundInAnyCaseAndAccent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("hits");
    QTest::newRow("case") << u"Tax and TAX, taxes"_s << u"tax"_s << QStringList{u"Tax"_s, u"TAX"_s};
    QTest::newRow("a beginning takes the whole word") << u"Taxes, tax, taxi"_s << u"tax*"_s << QStringList{u"Taxes"_s, u"tax"_s, u"taxi"_s};
    QTest::newRow("accents") << u"Zürich, Zurich"_s << u"zürich"_s << QStringList{u"Zürich"_s, u"Zurich"_s};
    QTest::newRow("combining marks are of the word") << u"Cafe\u0301s, café"_s << u"cafe*"_s << QStringList{u"Cafe\u0301s"_s, u"café"_s};
    QTest::newRow("after an emoji") << u"👩‍👧 😀 vote 😀 vote"_s << u"vote"_s << QStringList{u"vote"_s, u"vote"_s};
    QTest::newRow("Hindi") << u"हिन्दी और हिन्द"_s << u"हिन्दी"_s << QStringList{u"हिन्दी"_s};
    QTest::newRow("Chinese, any part of it") << u"东京都知事选举,京都"_s << u"京都"_s << QStringList{u"京都"_s, u"京都"_s};
    QTest::newRow("Japanese with Latin letters") << u"新しいAI技術とAI規制"_s << u"AI技術"_s << QStringList{u"AI技術"_s};
    QTest::newRow("Thai") << u"นายกรัฐมนตรีไทย"_s << u"รัฐมนตรี"_s << QStringList{u"รัฐมนตรี"_s};
    QTest::newRow("Russian") << u"Выборы, выборы"_s << u"ВЫБОРЫ"_s << QStringList{u"Выборы"_s, u"выборы"_s};
    QTest::newRow("across a line end") << u"tax\nreform"_s << u"\"tax reform\""_s << QStringList{u"tax\nreform"_s};
    QTest::newRow("the longer of two") << u"climate change"_s << u"climate OR \"climate change\""_s << QStringList{u"climate change"_s};
}

void SearchIndexTest::wordsAreFoundInAnyCaseAndAccent()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QStringList, hits);
    add({text});
    QCOMPARE(found(query), hits);
}

void SearchIndexTest::fieldsAndCloseness_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("hits");
    QTest::newRow("in a headline alone") << u"harbour"_s << QStringList{u"(title)"_s};
    QTest::newRow("title") << u"title:harbour"_s << QStringList{u"(title)"_s};
    QTest::newRow("not in the text") << u"text:harbour"_s << QStringList();
    QTest::newRow("outlet") << u"outlet:post"_s << QStringList{u"(outlet)"_s};
    QTest::newRow("outlet and words") << u"outlet:post toll"_s << QStringList{u"toll"_s};
    QTest::newRow("near enough") << u"NEAR(council toll, 3)"_s << QStringList{u"council"_s, u"toll"_s};
    QTest::newRow("too far") << u"NEAR(council toll, 1)"_s << QStringList();
    QTest::newRow("without") << u"council NOT toll"_s << QStringList();
}

void SearchIndexTest::fieldsAndCloseness()
{
    QFETCH(QString, query);
    QFETCH(QStringList, hits);
    add({u"The council fears the new toll."_s}, u"Harbour vote"_s, u"Morning Post"_s);
    QCOMPARE(found(query), hits);
}

void SearchIndexTest::itKeepsUpWithTheProject()
{
    const auto first = add({u"one fish"_s, u"two fish"_s});
    SearchIndex current = index();
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(found(current, u"fish"_s).size(), 2);
    add({u"three fish"_s});
    QCOMPARE(found(current, u"fish"_s).size(), 2);
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(found(current, u"fish"_s).size(), 3);
    Article corrected = taken(m_store->article(first[0]));
    const Article before = corrected;
    corrected.title = u"Herring"_s;
    taken(m_store->apply({u"Correct"_s, {modified(before, corrected)}}, {{}, time()}));
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(found(current, u"herring"_s), QStringList{u"(title)"_s});
    QCOMPARE(found(current, u"title:title"_s).size(), 2);
    taken(m_store->apply({u"Retire"_s, {removed(corrected)}}, {{}, time()}));
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(found(current, u"fish"_s), (QStringList{u"fish"_s, u"fish"_s}));
    taken(m_store->undo({{}, time()}));
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(found(current, u"fish"_s).size(), 3);
}

void SearchIndexTest::whatWasTakenInStaysWhenItIsCancelled()
{
    QStringList texts;
    for (int at = 0; at < 1200; ++at)
        texts << u"fish %1"_s.arg(at);
    add(texts);
    {
        SearchIndex current = index();
        QVERIFY(!*current.catchUp(lists(), [](qint64 done, qint64) { return done == 0; }));
        QCOMPARE(found(current, u"fish"_s).size(), 500);
    }
    qint64 wanted = 0;
    SearchIndex current = index();
    QVERIFY(*current.catchUp(lists(), [&](qint64, qint64 inAll) {
        wanted = std::max(wanted, inAll);
        return true;
    }));
    QCOMPARE(wanted, 700);
    QCOMPARE(found(current, u"fish"_s).size(), 1200);
}

/// Another run of the program hashes otherwise, and still finds what is there.
void SearchIndexTest::anotherRunTakesNothingInAgain()
{
    add({u"one fish"_s, u"two fish"_s});
    QCOMPARE(found(u"fish"_s).size(), 2);
    QHashSeed::resetRandomGlobalSeed();
    SearchIndex current = index();
    qint64 wanted = 0;
    QVERIFY(*current.catchUp(lists(), [&](qint64, qint64 inAll) { return wanted = inAll; }));
    QCOMPARE(wanted, 0);
}

void SearchIndexTest::aDamagedFileIsMadeAnew()
{
    add({u"one fish"_s});
    QCOMPARE(found(u"fish"_s).size(), 1);
    const QDir cache(m_folder->filePath(u"cache"_s));
    const QStringList files = cache.entryList({u"*.search"_s}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(cache.filePath(files.front()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QCOMPARE(found(u"fish"_s).size(), 1);
}

void SearchIndexTest::withoutAFolderItIsOneForThisSession()
{
    add({u"one fish"_s});
    QFile file(m_folder->filePath(u"cache"_s)); // where the folder would be
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(found(u"fish"_s).size(), 1);
}

/// A copy with a part of the articles finds those alone, and spares itself what the other one took in.
void SearchIndexTest::copiesShareIt()
{
    add({u"one fish"_s});
    const QString copy = m_folder->filePath(u"copy.galley"_s);
    taken(saveCopy(m_store->path(), copy));
    add({u"two fish"_s});
    QCOMPARE(found(u"fish"_s).size(), 2);
    const ProjectLists other = taken(ProjectLists::open(copy));
    SearchIndex current = taken(SearchIndex::open(m_folder->filePath(u"cache"_s), other));
    bool asked = false;
    QVERIFY(*current.catchUp(other, [&](qint64, qint64) { return asked = true; }));
    QVERIFY(!asked);
    int articles = 0;
    QVERIFY(current.find(u"fish"_s, [&](const IndexedHits &) { return ++articles; }));
    QCOMPARE(articles, 1);
}

void SearchIndexTest::whatIsTypedFindsBeginnings()
{
    const auto ids = add({u"the strait"_s, u"the street"_s});
    SearchIndex current = index();
    QVERIFY(*current.catchUp(lists()));
    QCOMPARE(*current.articlesWith(u"str"_s), ids);
    QCOMPARE(*current.articlesWith(u"the stra"_s), std::vector{ids[0]});
    QCOMPARE(*current.articlesWith(u"str the"_s), std::vector<ArticleId>()); // only the last word is being typed
    QVERIFY(!current.articlesWith(u"\"stra"_s));
}

void SearchIndexTest::remarksAreSearchedByTheSameWords()
{
    const auto search = taken(RemarkSearch::open(u"doubt*"_s));
    QCOMPARE(search.hitsIn(u"😀 I doubt it; doubtful"_s), (std::vector<Range>{{4, 9}, {14, 22}}));
    QCOMPARE(search.hitsIn(u"Certain."_s), std::vector<Range>());
}

GALLEY_TEST(SearchIndexTest)
#include "tst_searchindex.moc"
