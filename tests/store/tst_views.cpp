// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsql.h"
#include "sampleproject.h"

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::sample;

/// What pandas, R and the sqlite3 shell see, and what the streams give in the same order.
class ViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theAnnotationViewIsADataset();
    void everyQuoteIsTheTextAtItsPlace();
    void theArticleViewHasTextAndSource();
    void removedRowsAreNotSeen();
    void whatIsSettledIsNoCodersRow();
    void theFileExplainsItself();
    void theStreamGivesTheSameRowsInReadingOrder();
    void theStreamIsInReadingOrderWhereverRowsLie();
    void theStreamIsFiltered();
    void aReaderCanStopTheStream();
    void articlesAreStreamedWithTheirParts();
    void theHistoryKeepsNoArticleText();

private:
    QStringList rows(const QByteArray &sql) { return raw::Database(m_store->path()).rows(sql); }
    QStringList streamed(const ExportFilter &filter) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::vector<Annotation> m_rows;
    AnnotationId m_first; ///< ids are given away in a row
};

void ViewsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
    const Actor nato = sample::actor(m_store->allot<ActorTag>(), u"NATO"_s);
    const Actor bloc = sample::actor(m_store->allot<ActorTag>(), u"The \"Union\""_s);
    Annotation stance = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{22, 34}, {38, 44}}, {6});
    m_first = stance.id;
    stance.layer = {2};
    stance.coder = {2};
    stance.memo = u"a, \"b\""_s;
    stance.values = {{{3}, nato.id}, {{3}, bloc.id}, {{4}, 2.5}, {{5}, false}, {{6}, u"x/y"_s}};
    const Annotation frame = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{35, 37}}, {2});
    const Annotation headline = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}}, {3});
    Annotation whole = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {});
    whole.layer = {3};
    whole.code = {};
    whole.values = {{{8}, CodeId{7}}};
    m_rows = {stance, frame, headline, whole};
    Change change{u"Code"_s, {added(nato), added(bloc)}};
    for (const Annotation &row : m_rows)
        change.edits.emplace_back(added(row));
    taken(m_store->apply(change, stamp()));
}

void ViewsTest::theAnnotationViewIsADataset()
{
    QCOMPARE(rows("SELECT group_concat(name, ' ') FROM pragma_table_info('annotation_view')"),
             QStringList{u"annotation_id article_id title outlet published url layer code start end ranges quote coder status memo created modified family_id weight values"_s});
    QCOMPARE(rows("SELECT title, outlet, layer, code, start, end, ranges, quote, coder, status, memo, created, \"values\" "
                  "FROM annotation_view ORDER BY start, layer"),
             QStringList({u"First|The Paper|Article||||||Ada|coded||2026-01-02T03:04:05.006Z|{\"tone\":\"bad\"}"_s,
                          u"First|The Paper|Framing|Economic|0|9|[[0,9]]|Ministers|Ada|coded||2026-01-02T03:04:05.006Z|{}"_s,
                          u"First|The Paper|Stance|in favour|22|44|[[22,34],[38,44]]|The alliance … raised|Ben|coded|a, \"b\"|2026-01-02T03:04:05.006Z|"
                          "{\"target\":[\"NATO\",\"The \\\"Union\\\"\"],\"strength\":2.5,\"sure\":false,\"note\":\"x/y\"}"_s,
                          u"First|The Paper|Framing|Security/Defence|35|37|[[35,37]]|🛡️|Ada|coded||2026-01-02T03:04:05.006Z|{}"_s}));
    QCOMPARE(rows("SELECT annotation_id FROM annotation_view WHERE quote = 'Ministers'"), QStringList{m_rows[2].uuid.toString(QUuid::WithoutBraces)});
}

void ViewsTest::everyQuoteIsTheTextAtItsPlace()
{
    QCOMPARE(rows("SELECT count(*), sum(substr(body, start+1, end-start) = quote) FROM annotation_view JOIN article_view USING (article_id) "
                  "WHERE json_array_length(ranges) = 1"),
             QStringList{u"2|2"_s});
}

void ViewsTest::theArticleViewHasTextAndSource()
{
    QCOMPARE(rows("SELECT title, outlet, published, length, length(body), source_path, source_encoding, json_extract(fields, '$.byline') FROM article_view ORDER BY title"),
             QStringList({u"First|The Paper|2026-01-01|%1|%1|/articles/a.txt|UTF-8|A. Reporter"_s.arg(TextPositions(firstText).codePoints()),
                          u"Second||2026-01-01|%1|%1|||A. Reporter"_s.arg(secondText.size())}));
}

void ViewsTest::removedRowsAreNotSeen()
{
    taken(m_store->apply({u"remove"_s, {removed(m_rows[1])}}, stamp()));
    QCOMPARE(rows("SELECT count(*) FROM annotation_view"), QStringList{u"3"_s});
    while (taken(m_store->nextUndo())->text != u"Add coders"_s)
        taken(m_store->undo(stamp()));
    QCOMPARE(rows("SELECT (SELECT count(*) FROM annotation_view), (SELECT count(*) FROM article_view)"), QStringList{u"0|0"_s});
}

void ViewsTest::whatIsSettledIsNoCodersRow()
{
    Annotation settled = m_rows[1];
    settled.id = m_store->allot<AnnotationTag>();
    settled.uuid = uuidOf(settled.id.value);
    settled.coder = consensusCoder().id;
    const Ruling ruling{rulingId({m_rows[1].id}), {1}, {1}, {m_rows[1].id}, {settled.id}, RulingHow::Accepted, {}, {}, {}, {}, time()};
    taken(m_store->apply({u"Settle"_s, {added(consensusCoder()), added(settled), added(ruling)}}, stamp()));
    QCOMPARE(rows("SELECT count(*) FROM annotation_view"), QStringList{u"4"_s});
    QCOMPARE(streamed({}).size(), 4);
    QCOMPARE(streamed({false, {consensusCoder().id}, {}}).size(), 1);
    // As the table says that it is to be asked:
    QCOMPARE(rows("SELECT annotation.quote, how FROM ruling, json_each(results) JOIN annotation ON annotation.id = value"), QStringList{u"🛡️|accepted"_s});
    QCOMPARE(rows("SELECT count(*) FROM ruling, json_each(about) JOIN annotation ON annotation.id = value"), QStringList{u"1"_s});
    QVERIFY(taken(m_store->check()).empty());
}

void ViewsTest::theFileExplainsItself()
{
    const QString schema = rows("SELECT sql FROM sqlite_schema").join(u'\n');
    QVERIFY(schema.contains(u"-- One row per annotation, ready for analysis"_s));
    for (const QString &table : rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
        QVERIFY2(schema.contains(u"CREATE TABLE "_s + table + u" (\n"_s), qPrintable(table));
}

QStringList ViewsTest::streamed(const ExportFilter &filter) const
{
    QStringList lines;
    taken(m_store->forEachAnnotation(filter, [&](const AnnotationRow &row) -> Result<> {
        const auto text = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
        lines += u"%1 %2 %3 %4–%5 %6 “%7” %8"_s.arg(row.id ? row.id.value - m_first.value + 1 : 0).arg(text(row.title)).arg(row.layer.value).arg(row.start).arg(row.end)
                     .arg(text(row.ranges), text(row.quote)).arg(row.values.size());
        return {};
    }));
    return lines;
}

void ViewsTest::theStreamGivesTheSameRowsInReadingOrder()
{
    QCOMPARE(streamed({true, {}, {}}),
             QStringList({u"4 First 3 -1–-1  “” 1"_s, u"3 First 1 0–9 [[0,9]] “Ministers” 0"_s,
                          u"1 First 2 22–44 [[22,34],[38,44]] “The alliance … raised” 5"_s, u"2 First 1 35–37 [[35,37]] “🛡️” 0"_s,
                          u"0 Second 0 -1–-1  “” 0"_s}));
}

void ViewsTest::theStreamIsInReadingOrderWhereverRowsLie()
{
    QRandomGenerator random(20261130);
    Change change{u"Code"_s, {}};
    for (int number = 0; number < 300; ++number) { // ids by chance, places and times that several share, values with some
        const qsizetype begin = random.bounded(4);
        Annotation row = annotation({1 + qint64(random.generate64() >> 2)}, {1 + number % 2}, number % 2 ? secondText : firstText, {{begin, begin + 1 + random.bounded(4)}}, {6});
        row.layer = {2};
        row.created = row.modified = number % 5 ? time(random.bounded(3)) : QDateTime();
        for (int value = random.bounded(3); value > 0; --value)
            row.values.push_back({{4}, double(number + value)});
        change.edits.push_back(added(row));
    }
    taken(m_store->apply(change, stamp()));
    std::vector<std::pair<AnnotationId, std::vector<VariableValue>>> expected, found;
    for (const ArticleId article : {ArticleId{1}, ArticleId{2}}) {
        for (const Annotation &annotation : taken(m_store->annotations(article))) {
            if (!annotation.ranges.empty()) // of the whole: the window has them elsewhere
                expected.emplace_back(annotation.id, annotation.values);
        }
    }
    taken(m_store->forEachAnnotation({false, {}, {LayerId{1}, LayerId{2}}}, [&](const AnnotationRow &row) -> Result<> {
        found.emplace_back(row.id, row.values);
        return {};
    }));
    QCOMPARE(found.size(), 303u);
    QVERIFY(found == expected);
}

void ViewsTest::theStreamIsFiltered()
{
    QCOMPARE(streamed({false, {CoderId{2}}, {}}).size(), 1);
    QCOMPARE(streamed({false, {}, {LayerId{1}, LayerId{3}}}).size(), 3);
    QCOMPARE(streamed({true, {CoderId{2}}, {LayerId{1}}}), QStringList({u"0 First 0 -1–-1  “” 0"_s, u"0 Second 0 -1–-1  “” 0"_s}));
}

void ViewsTest::aReaderCanStopTheStream()
{
    int rowsTaken = 0;
    const auto stopped = m_store->forEachAnnotation({}, [&](const AnnotationRow &) -> Result<> {
        ++rowsTaken;
        return failed(u"enough"_s);
    });
    QCOMPARE(stopped.error().message, u"enough"_s);
    QCOMPARE(rowsTaken, 1);
    taken(m_store->undo(stamp()));
}

void ViewsTest::articlesAreStreamedWithTheirParts()
{
    taken(m_store->apply({u"done"_s, {added(Progress{progressId({2}, {1}), {2}, {1}, ProgressState::Done})}}, stamp()));
    QStringList lines;
    taken(m_store->forEachArticle([&](const ArticleRow &row) -> Result<> {
        lines += u"%1 %2 %3 %4 %5"_s.arg(row.article.title, row.source.path).arg(row.text.size()).arg(row.zones.size()).arg(row.progress.size());
        return {};
    }));
    QCOMPARE(lines, QStringList({u"First /articles/a.txt %1 1 0"_s.arg(firstText.toUtf8().size()), u"Second  %1 0 1"_s.arg(secondText.size())}));
}

void ViewsTest::theHistoryKeepsNoArticleText()
{
    const QString history = rows("SELECT coalesce(payload, '') FROM operation").join(u'\n');
    QVERIFY(history.contains(u"NATO"_s));
    QVERIFY(!history.contains(u"guard; taxes"_s));
    QVERIFY(!history.contains(u"It says little"_s));
    QCOMPARE(rows("SELECT payload FROM operation WHERE text LIKE 'Import%'"),
             QStringList{u"{\"edits\":[{\"added\":true,\"rows\":\"article\",\"runs\":[[1,2]]},{\"added\":true,\"rows\":\"zone\",\"runs\":[[%1,1]]}]}"_s
                             .arg(taken(m_store->zones({1})).front().id.value)});
}

GALLEY_TEST(ViewsTest)
#include "tst_views.moc"
