// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sampleproject.h>

#include <base/random.h>
#include <domain/passage.h>
#include <project/commentedits.h>
#include <project/searching.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// What a search tells is what the texts have, in code points.
class SearchingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyHitIsWhatTheTextHasThere();
    void wordsAndTheirRegularExpressionFindTheSame();
    void theHeadlineIsFoundWhereTheTextHasIt();
    void articlesAreCounted();
    void regularExpressions_data();
    void regularExpressions();
    void onlySoManyAreTold();
    void itStopsWhenNobodyWantsMore();
    void remarksAreFoundAsFarAsTheyAreSeen();

private:
    ArticleId add(const QString &text, const QString &title = u"Title"_s);
    std::vector<SearchHit> hits(const SearchRequest &request);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
    std::optional<ProjectLists> m_lists;
    std::optional<SearchIndex> m_index;
    std::vector<SearchedArticle> m_articles;
    SearchOutcome m_outcome;
};

void SearchingTest::init()
{
    m_index.reset();
    m_lists.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store.emplace(project(m_folder->filePath(u"p.galley"_s)));
    m_lists.emplace(taken(ProjectLists::open(m_store->path())));
    m_index.emplace(taken(SearchIndex::open(m_folder->filePath(u"cache"_s), *m_lists)));
}

ArticleId SearchingTest::add(const QString &text, const QString &title)
{
    ImportSession session = taken(m_store->beginImport());
    Article row = article(title, u"The Paper"_s);
    row.source = taken(session.add(Source{{}, u"b.txt"_s, QByteArray(64, 'b'), u"UTF-8"_s}));
    row.uuid = QUuid::createUuid();
    taken(session.add(row, text.toUtf8(), {}));
    taken(session.commit(u"Import"_s, stamp()));
    return {idOf(row.uuid)};
}

std::vector<SearchHit> SearchingTest::hits(const SearchRequest &request)
{
    std::vector<SearchHit> found;
    m_articles.clear();
    taken(m_index->catchUp(*m_lists));
    m_outcome = taken(search(*m_lists, *m_index, request, {.take = [&](std::vector<SearchHit> some, const std::vector<SearchedArticle> &articles) {
        found.insert(found.end(), some.begin(), some.end());
        m_articles.insert(m_articles.end(), articles.begin(), articles.end());
    }}));
    return found;
}

/// In texts of whatever scripts people write: with emoji, combining marks, without spaces.
void SearchingTest::everyHitIsWhatTheTextHasThere()
{
    const QStringList pieces{u"tax"_s, u"Tax"_s, u"tâx"_s, u"ta\u0302x"_s, u"taxes"_s, u"😀"_s, u"👩‍👧"_s, u"京都"_s, u"都"_s, u"东京"_s, u"รัฐ"_s, u"हिन्दी"_s, u"𝒳"_s, u"\u00a0"_s, u" "_s, u"\n"_s, u"\n\n"_s, u"-"_s, u"’"_s, u"reform"_s, u"№5"_s};
    Random random(20261130, 1);
    for (int made = 0; made < 60; ++made) {
        QString text;
        for (int words = 0; words < 40; ++words)
            text += pieces[qsizetype(random.below(quint32(pieces.size())))] + (random.below(3) == 0 ? QString() : u" "_s);
        add(text, u"Article %1"_s.arg(made));
    }
    qsizetype all = 0;
    for (const auto &[query, isRegex] : {std::pair(u"tax"_s, false), {u"tax*"_s, false}, {u"都"_s, false}, {u"京都"_s, false}, {u"รัฐ"_s, false}, {u"हिन्दी"_s, false}, {u"\"tax reform\""_s, false}, {u"NEAR(tax reform, 3)"_s, false},
                                         {u"tax OR 京"_s, false}, {u"𝒳"_s, false}, {u"[😀-😿]"_s, true}, {u"(?i)t.x"_s, true}, {u"\\w+"_s, true}, {u".{1,3}$"_s, true}}) {
        const auto found = hits({.query = query, .isRegex = isRegex, .width = 9});
        QVERIFY2(!found.empty(), qPrintable(query));
        for (const SearchHit &hit : found) {
            if (hit.in != FoundIn::Text)
                continue;
            const QString text = taken(m_store->text(hit.article));
            const QList<uint> points = text.toUcs4();
            const auto part = [&](qsizetype begin, qsizetype end) { return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + begin, end - begin); };
            QCOMPARE(hit.hit, part(hit.range.begin, hit.range.end));
            QCOMPARE(hit.left, part(std::max<qsizetype>(0, hit.range.begin - 9), hit.range.begin));
            QCOMPARE(hit.right, part(hit.range.end, std::min<qsizetype>(points.size(), hit.range.end + 9)));
            QVERIFY(!hit.range.isEmpty());
        }
        all += qsizetype(found.size());
    }
    QVERIFY(all > 1000);
}

void SearchingTest::wordsAndTheirRegularExpressionFindTheSame()
{
    Random random(7, 1);
    for (int made = 0; made < 20; ++made) {
        QStringList words;
        for (int at = 0; at < 60; ++at)
            words << QStringList{u"tax"_s, u"reform"_s, u"😀"_s, u"levy"_s, u"taxi"_s}[qsizetype(random.below(5))];
        add(words.join(u' '));
    }
    const auto places = [](const std::vector<SearchHit> &found) {
        std::vector<std::pair<qint64, Range>> result;
        for (const SearchHit &hit : found)
            result.emplace_back(hit.article.value, hit.range);
        std::ranges::sort(result);
        return result;
    };
    QCOMPARE(places(hits({.query = u"tax"_s})), places(hits({.query = u"\\btax\\b"_s, .isRegex = true})));
    QCOMPARE(places(hits({.query = u"\"tax reform\""_s})), places(hits({.query = u"\\btax( 😀)* reform\\b"_s, .isRegex = true}))); // a sign is no word
}

void SearchingTest::theHeadlineIsFoundWhereTheTextHasIt()
{
    const ArticleId inText = add(u"😀 Harbour vote\n\nThe council met."_s, u"Harbour vote"_s);
    const ArticleId apart = add(u"The council met."_s, u"Harbour vote"_s);
    const auto found = hits({.query = u"title:vote"_s});
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].article, inText);
    QVERIFY(found[0].in == FoundIn::Text);
    QCOMPARE(found[0].range, (Range{10, 14}));
    QCOMPARE(found[1].article, apart);
    QVERIFY(found[1].in == FoundIn::Title);
    QCOMPARE(found[1].range, (Range{8, 12}));
    QCOMPARE(hits({.query = u"vote"_s}).size(), size_t(2)); // and not a third time, as the headline of the first
}

void SearchingTest::articlesAreCounted()
{
    add(u"tax tax one two three four five six seven eight"_s);
    add(u"nothing"_s);
    (void)hits({.query = u"tax"_s});
    QCOMPARE(m_articles.size(), size_t(1));
    QCOMPARE(m_articles[0].hits, 2);
    QCOMPARE(m_articles[0].words, 10);
    QCOMPARE(m_articles[0].perThousand(), 200.0);
    (void)hits({.query = u"\\bta.\\b"_s, .isRegex = true});
    QCOMPARE(m_articles[0].perThousand(), 200.0);
}

void SearchingTest::regularExpressions_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("problem");
    QTest::newRow("as written") << u"[Tt]ax"_s << QStringList{u"Tax"_s, u"tax"_s} << QString();
    QTest::newRow("case counts") << u"tax"_s << QStringList{u"tax"_s} << QString();
    QTest::newRow("unless said") << u"(?i)tax"_s << QStringList{u"Tax"_s, u"tax"_s} << QString();
    QTest::newRow("lines") << u"^The \\w+"_s << QStringList{u"The straße"_s} << QString();
    QTest::newRow("letters of any language") << u"\\w+ße"_s << QStringList{u"straße"_s} << QString();
    QTest::newRow("nothing is no hit") << u"z*"_s << QStringList() << QString();
    QTest::newRow("a bracket missing") << u"(tax"_s << QStringList() << u"The regular expression cannot be read at its sign 5"_s;
    QTest::newRow("empty") << QString() << QStringList() << u"There is nothing in it to search for."_s;
}

void SearchingTest::regularExpressions()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, found);
    QFETCH(QString, problem);
    const ArticleId here = add(u"Tax and tax\nThe straße 😀"_s);
    if (const auto readable = checkQuery(pattern, true); !readable) {
        QVERIFY2(readable.error().message.startsWith(problem), qPrintable(readable.error().message));
        QVERIFY(!problem.isEmpty());
        return;
    }
    QStringList told;
    for (const SearchHit &hit : hits({.query = pattern, .isRegex = true})) {
        if (hit.article == here)
            told << hit.hit;
    }
    QCOMPARE(told, found);
}

void SearchingTest::onlySoManyAreTold()
{
    add(u"tax tax tax"_s);
    add(u"tax tax"_s);
    QCOMPARE(hits({.query = u"tax"_s, .mostHits = 2}).size(), size_t(2));
    QCOMPARE(m_outcome.hits, 5);
    QCOMPARE(m_outcome.articles, 2);
    QCOMPARE(m_articles.size(), size_t(2));
}

void SearchingTest::itStopsWhenNobodyWantsMore()
{
    for (int made = 0; made < 5; ++made)
        add(u"tax"_s);
    taken(m_index->catchUp(*m_lists));
    for (const bool isRegex : {false, true}) {
        const auto outcome = search(*m_lists, *m_index, {.query = u"tax"_s, .isRegex = isRegex}, {[] { return false; }, [](auto &&...) { }});
        QVERIFY(outcome);
        QCOMPARE(outcome->articles, 1);
    }
}

void SearchingTest::remarksAreFoundAsFarAsTheyAreSeen()
{
    Annotation adas = annotation({11}, {1}, firstText, {{0, 3}});
    adas.memo = u"I have my doubts"_s;
    Annotation bens = annotation({12}, {1}, firstText, {{0, 3}});
    bens.coder = {2};
    bens.memo = u"No doubts here"_s;
    Comment said;
    said.id = {21};
    said.article = {1};
    said.by = {2};
    said.text = u"Doubts, as ever"_s;
    said.created = time();
    Comment study = said;
    study.id = {22};
    study.article = {};
    study.by = {1};
    study.text = u"Doubts about the study"_s;
    taken(m_store->apply({u"Code"_s, {added(adas), added(bens), added(said), added(study)}}, stamp()));
    const auto found = hits({.query = u"doubts"_s});
    QCOMPARE(found.size(), size_t(4));
    QVERIFY(found[0].in == FoundIn::Memo && found[0].annotation == AnnotationId{11} && found[0].range == Range(10, 16));
    QVERIFY(found[3].in == FoundIn::Comment && !found[3].article);
    const auto seen = hits({.query = u"doubts"_s, .sight = Sight({1}, {{1}})});
    QCOMPARE(seen.size(), size_t(2)); // Ada's own memo, and what is about no article
    QVERIFY(seen[0].annotation == AnnotationId{11});
    QCOMPARE(hits({.query = u"doubts"_s, .withRemarks = false}).size(), size_t(0));
    QCOMPARE(hits({.query = u"d.ubts"_s, .isRegex = true}).size(), size_t(2));
}

GALLEY_TEST(SearchingTest)
#include "tst_searching.moc"
