// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"

#include <thread>

#include <testing.h>

#include <set>

using namespace galley;
using namespace galley::sample;

/// Records from readers become rows; what is wrong is named and the rest comes in.
class ImportingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void articlesComeInWithTheirSource();
    void whatIsSkippedIsListed();
    void annotationsAreTakenInEveryUnit_data();
    void annotationsAreTakenInEveryUnit();
    void allKindsOfValuesAreRead();
    void aFailingAnnotationIsNamedAndTheRestComesIn_data();
    void aFailingAnnotationIsNamedAndTheRestComesIn();
    void anAnnotationMayStandBeforeItsArticle();
    void annotationsOfADuplicateGoToTheArticleThatIsThere();
    void importingAgainChangesNothing();
    void unknownCodersAndActorsAreMade();
    void unknownCodesAreMadeWhereAskedFor();
    void aCodebookReplacesAnUntouchedOneOnly();
    void progressIsTaken();
    void aFileThatCannotBeReadIsAFailure();
    void itRunsOnAnotherThreadAndIsUndoneInOneStep();
    void aCancelledImportLeavesNothing();

private:
    ImportReport imported(const std::vector<ReadValue> &values, ImportOptions options = {CoderId{1}});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

namespace {

const QString text = u"🙂 Taxes rose. The 🛡️ alliance met; taxes rose again."_s;

} // namespace

void ImportingTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
}

ImportReport ImportingTest::imported(const std::vector<ReadValue> &values, ImportOptions options)
{
    Importer importer = taken(Importer::begin(*m_store, options));
    importer.beginFile(u"in.jsonl"_s);
    int line = 0;
    for (const ReadValue &value : values)
        taken(importer.take({++line, value}));
    taken(importer.endFile(ReadInfo{u"UTF-8"_s, "5ha"}));
    return taken(importer.finish(stamp()));
}

void ImportingTest::articlesComeInWithTheirSource()
{
    ReadArticle read = readArticle(u"a"_s, text, u"The Paper"_s);
    read.zones = {{{}, {}, ZoneKind::Headline, {0, 13}}, {{}, {}, ZoneKind::Body, {13, 999}}};
    const ImportReport report = imported({read});
    QCOMPARE(report.articles, 1);
    QCOMPARE(lines(report), QStringList{u"in.jsonl:1: A zone of “Title of a” is outside its text and was left out."_s});
    const ArticleId id = taken(m_store->articleSummaries({})).back().id;
    const Article article = taken(m_store->article(id));
    QCOMPARE(article.title, u"Title of a"_s);
    QCOMPARE(article.length, TextPositions(text).codePoints());
    QCOMPARE(taken(m_store->text(id)), text);
    QCOMPARE(taken(m_store->zones(id)).size(), size_t(1));
    QVERIFY(taken(m_store->source(article.source)) == (Source{article.source, u"in.jsonl"_s, "5ha", u"UTF-8"_s}));
    QCOMPARE(taken(m_store->nextUndo())->text, u"Import 1 articles"_s);
}

void ImportingTest::whatIsSkippedIsListed()
{
    const ImportReport report = imported({readArticle(u"same"_s, firstText), readArticle(u"wire copy"_s, firstText, u"Another Paper"_s),
                                          readArticle(u"blank"_s, u" \n\u00A0"_s), readArticle(u"nul"_s, u"a\0b"_s),
                                          ReadProblem{u"not JSON"_s}, readArticle(u"again"_s, firstText, u"Another Paper"_s)});
    QCOMPARE(lines(report), QStringList({u"in.jsonl:1: Title of same: the project has an article with the same text"_s,
                                         u"in.jsonl:3: Title of blank: it has no text"_s,
                                         u"in.jsonl:6: Title of again: the project has an article with the same text"_s,
                                         u"in.jsonl:4: The text of “Title of nul” contains the character U+0000; it is no plain text."_s,
                                         u"in.jsonl:5: not JSON"_s}));
    QCOMPARE(report.articles, 1);
}

void ImportingTest::annotationsAreTakenInEveryUnit_data()
{
    QTest::addColumn<OffsetUnit>("unit");
    QTest::newRow("code points") << OffsetUnit::CodePoint;
    QTest::newRow("UTF-16") << OffsetUnit::Utf16;
    QTest::newRow("UTF-8") << OffsetUnit::Utf8;
}

void ImportingTest::annotationsAreTakenInEveryUnit()
{
    QFETCH(OffsetUnit, unit);
    const QString quote = u"alliance met"_s;
    const qsizetype at = text.indexOf(quote);
    qsizetype begin = at;
    if (unit == OffsetUnit::CodePoint)
        begin = TextPositions(text).toCodePoint(at);
    else if (unit == OffsetUnit::Utf8)
        begin = text.left(at).toUtf8().size();
    ReadAnnotation read = readAnnotation(u"a"_s, {{begin, begin + quote.size()}}, quote);
    read.unit = unit;
    const ImportReport report = imported({readArticle(u"a"_s, text), read});
    QCOMPARE(lines(report), QStringList());
    const auto annotations = taken(m_store->annotations(taken(m_store->articleSummaries({})).back().id));
    QCOMPARE(annotations.front().quote, quote);
    QCOMPARE(annotations.front().ranges.front().begin, TextPositions(text).toCodePoint(at));
    QCOMPARE(annotations.front().code, CodeId{3});
    QVERIFY(taken(m_store->check()).empty());
}

/// As exports state them, in their order.
static QList<int> revisionsOf(const ProjectStore &store)
{
    QList<int> numbers;
    taken(store.forEachAnnotation({}, [&](const AnnotationRow &row) -> Result<> {
        numbers += row.revision;
        return {};
    }));
    return numbers;
}

void ImportingTest::allKindsOfValuesAreRead()
{
    ReadAnnotation read = readAnnotation(u"a"_s, {{8, 12}, {2, 7}}, u"Taxes … rose"_s);
    read.layer = u"Stance"_s;
    read.code = u"in favour"_s;
    read.values = {{u"since"_s, {u"2023-05"_s}}, {u"note"_s, {u"so"_s}}, {u"sure"_s, {u"Yes"_s}}, {u"strength"_s, {u"2.5"_s}}, {u"target"_s, {u"NATO"_s, u"the EU"_s, u"nato"_s}}};
    read.memo = u"memo"_s;
    read.status = AnnotationStatus::Flagged;
    read.created = time(1);
    read.revision = 7;
    ReadAnnotation whole = readAnnotation(u"a"_s, {});
    whole.layer = u"Article"_s;
    whole.code.clear();
    whole.values = {{u"tone"_s, {u"good"_s}}};
    const ImportReport report = imported({readArticle(u"a"_s, text), read, whole});
    QCOMPARE(lines(report), QStringList());
    QCOMPARE(report.actors, 2);
    const auto annotations = taken(m_store->annotations(taken(m_store->articleSummaries({})).back().id));
    QCOMPARE(annotations.size(), size_t(2));
    QVERIFY(annotations[0].values == (std::vector<VariableValue>{{{8}, CodeId{8}}}));
    const Annotation &stance = annotations[1];
    QVERIFY(stance.values == (std::vector<VariableValue>{{{3}, actorId(u"NATO")}, {{3}, actorId(u"the EU")}, {{3}, actorId(u"NATO")}, {{4}, 2.5}, {{5}, true}, {{6}, u"so"_s}, {{7}, u"2023-05"_s}}));
    QCOMPARE(stance.created, time(1));
    QCOMPARE(stance.modified, time(1));
    QCOMPARE(revisionsOf(*m_store), (QList<int>{1, 7}));
    QVERIFY(stance.ranges == (std::vector<Range>{{2, 7}, {8, 12}}));
}

void ImportingTest::aFailingAnnotationIsNamedAndTheRestComesIn_data()
{
    QTest::addColumn<ReadAnnotation>("annotation");
    QTest::addColumn<QString>("reason");

    const auto base = [] { return readAnnotation(u"a"_s, {{2, 7}}); };
    const auto row = [](const char *name, const ReadAnnotation &read, const QString &reason) { QTest::newRow(name) << read << reason; };
    ReadAnnotation read = base();
    read.layer = u"framing"_s;
    row("layer", read, u"There is no layer “framing”. Did you mean “Framing”?"_s);
    read = base();
    read.code = u"Economics"_s;
    row("code", read, u"There is no code “Economics” in the layer “Framing”. Did you mean “Economic”?"_s);
    read = base();
    read.code = u"defense"_s;
    row("nested code", read, u"There is no code “defense” in the layer “Framing”. Did you mean “Security/Defence”?"_s);
    read = base();
    read.code = u"something else entirely"_s;
    row("far code", read, u"There is no code “something else entirely” in the layer “Framing”."_s);
    read = base();
    read.article = u"zzz"_s;
    row("article", read, u"There is no article “zzz” in the file or in the project."_s);
    row("outside", readAnnotation(u"a"_s, {{2, 700}}), u"The range 2–700 is outside the article, which has 52."_s);
    row("negative", readAnnotation(u"a"_s, {{-2, 7}}), u"The range -2–7 is outside the article, which has 52."_s);
    row("empty", readAnnotation(u"a"_s, {{7, 7}}), u"The range 7–7 is empty or ends before it begins."_s);
    row("overlap", readAnnotation(u"a"_s, {{2, 7}, {6, 9}}), u"Its ranges overlap."_s);
    row("moved quote", readAnnotation(u"a"_s, {{30, 40}}, u"taxes rose"_s),
        u"The quote “taxes rose” is not the text at its place, which is “met; taxes”. The quote stands at 35–45."_s);
    row("foreign quote", readAnnotation(u"a"_s, {{2, 7}}, u"Tariffs"_s),
        u"The quote “Tariffs” is not the text at its place, which is “Taxes”. The quote is nowhere in the article."_s);
    row("no range", readAnnotation(u"a"_s, {}), u"The layer “Framing” is coded on passages, and no range is given."_s);
    read = base();
    read.layer = u"Article"_s;
    row("ranges", read, u"The layer “Article” is coded for the whole article, and ranges are given."_s);
    read = base();
    read.values = {{u"tone"_s, {u"good"_s}}};
    row("variable", read, u"There is no variable “tone” in the layer “Framing”."_s);
    read = base();
    read.coder = fixedId(9).toString(QUuid::WithoutBraces);
    row("coder", read, u"There is no coder “%1”."_s.arg(read.coder));

    const auto stance = [&](const QString &name, const QStringList &values) {
        ReadAnnotation stated = base();
        stated.layer = u"Stance"_s;
        stated.code = u"against"_s;
        stated.values = {{name, {values.begin(), values.end()}}};
        return stated;
    };
    row("number", stance(u"strength"_s, {u"much"_s}), u"“much” is no number for “strength”."_s);
    row("boolean", stance(u"sure"_s, {u"perhaps"_s}), u"“perhaps” is neither true nor false for “sure”."_s);
    row("date", stance(u"since"_s, {u"2023-13"_s}), u"“2023-13” is no date for “since”: write it as 2023, 2023-05 or 2023-05-04."_s);
    row("several", stance(u"note"_s, {u"a"_s, u"b"_s}), u"“note” takes one value."_s);
    row("actor", stance(u"target"_s, {u" "_s}), u"“target” takes the name of an actor."_s);
}

void ImportingTest::aFailingAnnotationIsNamedAndTheRestComesIn()
{
    QFETCH(ReadAnnotation, annotation);
    QFETCH(QString, reason);
    const ImportReport report = imported({readArticle(u"a"_s, text), annotation, readAnnotation(u"a"_s, {{2, 7}}, u"Taxes"_s)});
    QCOMPARE(lines(report), QStringList{u"in.jsonl:2: "_s + reason});
    QCOMPARE(report.annotations, 1);
    QCOMPARE(report.articles, 1);
}

void ImportingTest::anAnnotationMayStandBeforeItsArticle()
{
    const ImportReport report = imported({readAnnotation(u"a"_s, {{2, 7}}), readArticle(u"a"_s, text)});
    QCOMPARE(lines(report), QStringList());
    QCOMPARE(report.annotations, 1);
}

void ImportingTest::annotationsOfADuplicateGoToTheArticleThatIsThere()
{
    const ImportReport report = imported({readArticle(u"copy"_s, firstText, {}, fixedId(1)), readAnnotation(u"copy"_s, {{0, 9}}, u"Ministers"_s)});
    QCOMPARE(report.articles, 0);
    QCOMPARE(report.annotations, 1);
    QCOMPARE(taken(m_store->annotations({1})).front().quote, u"Ministers"_s);
}

void ImportingTest::importingAgainChangesNothing()
{
    ReadAnnotation read = readAnnotation(fixedId(1).toString(QUuid::WithoutBraces), {{2, 7}});
    read.uuid = fixedId(2);
    const std::vector<ReadValue> values{readArticle(read.article, text, {}, fixedId(1)), ReadCoder{coder(0, u"Cleo"_s)}, read};
    QCOMPARE(imported(values).annotations, 1);
    const auto before = taken(m_store->history(100));
    const ImportReport report = imported(values);
    QVERIFY(report.change.isEmpty());
    QCOMPARE(report.annotationsAlreadyThere, 1);
    QCOMPARE(lines(report), QStringList{u"in.jsonl:1: Title of %1: it is in the project already"_s.arg(read.article)});
    QVERIFY(taken(m_store->history(100)) == before);
}

void ImportingTest::unknownCodersAndActorsAreMade()
{
    ReadAnnotation byName = readAnnotation(u"a"_s, {{2, 7}});
    byName.coder = u"Dora"_s;
    ReadAnnotation byKey = readAnnotation(u"a"_s, {{2, 7}});
    byKey.coder = fixedId(3).toString(QUuid::WithoutBraces);
    Coder ada = coder(0, u"ada"_s); // there already, under another uuid
    ada.uuid = fixedId(3);
    const ImportReport report = imported({readArticle(u"a"_s, text), ReadCoder{ada}, byName, byKey});
    QCOMPARE(lines(report), QStringList());
    QCOMPARE(report.coders, 1);
    const auto coders = taken(m_store->coders());
    QCOMPARE(coders.size(), size_t(3));
    QCOMPARE(coders.back().name, u"Dora"_s);
    const auto annotations = taken(m_store->annotations(taken(m_store->articleSummaries({})).back().id));
    QCOMPARE(std::set({annotations[0].coder, annotations[1].coder}), std::set({coders.back().id, CoderId{1}}));
    QCOMPARE(imported({readArticle(u"b"_s, u"other"_s), readAnnotation(u"b"_s, {{0, 5}})}, {}).failures.front().reason,
             u"It does not say who coded, and no coder was chosen for the import."_s);
}

void ImportingTest::unknownCodesAreMadeWhereAskedFor()
{
    ReadAnnotation nested = readAnnotation(u"a"_s, {{2, 7}});
    nested.code = u"Security/Cyber/Law\\/order"_s;
    const ImportReport report = imported({readArticle(u"a"_s, text), nested, nested}, {CoderId{1}, true});
    QCOMPARE(lines(report), QStringList());
    QCOMPARE(report.codes, 2);
    const Codebook book = taken(m_store->codebook());
    QCOMPARE(book.revision(), 2);
    const Code *made = book.code(VariableId{1}, nested.code);
    QVERIFY(made);
    QCOMPARE(made->name, u"Law/order"_s);
    QCOMPARE(taken(m_store->annotations(taken(m_store->articleSummaries({})).back().id)).front().code, made->id);
    taken(m_store->undo(stamp()));
    QVERIFY(!taken(m_store->codebook()).code(VariableId{1}, nested.code));
}

void ImportingTest::aCodebookReplacesAnUntouchedOneOnly()
{
    const Codebook other = foreign(Codebook(u"Other"_s, 5, {layer(1, u"Framing"_s, LayerUnit::Span)}, {variable(1, 1, u"frame"_s, VariableType::Code)},
                         {code(1, 1, 0, u"Economic"_s), code(2, 1, 0, u"Health"_s)}));
    imported({ReadCodebook{other}, readArticle(u"a"_s, text), readAnnotation(u"a"_s, {{2, 7}})});
    const Codebook replaced = taken(m_store->codebook());
    QCOMPARE(replaced.name(), u"Other"_s);
    QCOMPARE(replaced.revision(), 5);
    QCOMPARE(replaced.layers().size(), size_t(1));
    QCOMPARE(replaced.codes().size(), size_t(2));
    QCOMPARE(replaced.codes()[0].uuid, other.codes()[0].uuid);
    QCOMPARE(replaced.code(CodeId{idOf(other.codes()[0].uuid)})->name, u"Economic"_s);

    imported({ReadCodebook{foreign(codebook())}});
    const Codebook merged = taken(m_store->codebook());
    QCOMPARE(merged.name(), u"Other"_s);
    QCOMPARE(merged.revision(), 6);
    QCOMPARE(merged.layers().size(), size_t(3));
    QCOMPARE(merged.codes(merged.variable(merged.layer(u"Framing"_s)->id, u"frame"_s)->id).size(), size_t(4));

    taken(m_store->undo(stamp()));
    taken(m_store->undo(stamp()));
    const Codebook original = taken(m_store->codebook());
    QCOMPARE(original.name(), u"Sample"_s);
    QCOMPARE(original.layers().size(), size_t(3));
    QCOMPARE(original.codes().size(), size_t(8));
}

void ImportingTest::progressIsTaken()
{
    const ReadProgress begun{u"a"_s, u"Ada"_s, ProgressState::InProgress};
    const ReadProgress done{u"a"_s, u"Ada"_s, ProgressState::Done};
    QCOMPARE(lines(imported({done, readArticle(u"a"_s, text), begun, done})), QStringList());
    const ArticleId id = taken(m_store->articleSummaries({})).back().id;
    QCOMPARE(taken(m_store->progress(id)).front().state, ProgressState::Done);
    QCOMPARE(taken(m_store->progress(id)).size(), size_t(1));
    taken(m_store->undo(stamp()));
    QVERIFY(taken(m_store->progress(id)).empty());
    taken(m_store->redo(stamp()));
    QCOMPARE(taken(m_store->progress(id)).front().state, ProgressState::Done);
}

void ImportingTest::aFileThatCannotBeReadIsAFailure()
{
    Importer importer = taken(Importer::begin(*m_store, {}));
    importer.beginFile(u"in.html"_s);
    taken(importer.endFile(failed(u"It is no HTML."_s)));
    const ImportReport report = taken(importer.finish(stamp()));
    QCOMPARE(lines(report), QStringList{u"in.html:0: It is no HTML."_s});
    QVERIFY(report.change.isEmpty());
}

void ImportingTest::itRunsOnAnotherThreadAndIsUndoneInOneStep()
{
    std::optional<Importer> importer = taken(Importer::begin(*m_store, {CoderId{1}}));
    ImportReport report;
    {
        std::jthread worker([&] {
            importer->beginFile(u"in.txt"_s);
            for (int i = 0; i < 200; ++i) {
                taken(importer->take({i, readArticle(QString::number(i), text + QString::number(i))}));
                taken(importer->take({i, readAnnotation(QString::number(i), {{2, 7}})}));
            }
            taken(importer->endFile(ReadInfo{}));
            report = taken(importer->finish(stamp()));
        });
        for (int i = 0; i < 20; ++i)
            QVERIFY(taken(m_store->articleSummaries({})).size() >= 2);
    }
    QCOMPARE(report.annotations, 200);
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(202));
    taken(m_store->undo(stamp()));
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(2));
    QCOMPARE(taken(m_store->counts()).annotations, 0);
}

void ImportingTest::aCancelledImportLeavesNothing()
{
    const auto before = taken(m_store->history(100));
    {
        Importer importer = taken(Importer::begin(*m_store, {CoderId{1}}));
        importer.beginFile(u"in.txt"_s);
        taken(importer.take({1, readArticle(u"a"_s, text)}));
    }
    QVERIFY(taken(m_store->history(100)) == before);
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(2));
    QCOMPARE(imported({readArticle(u"a"_s, text)}).articles, 1);
}

GALLEY_TEST(ImportingTest)
#include "tst_importing.moc"
