// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// Writing, undoing and reading back through the one door.
class ProjectStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNewProjectHasItsCodebookAndNoHistory();
    void whatVariablesDependOnComesAlongIntoANewProject();
    void everyKindOfRowIsReadBackAsItWasWritten();
    void undoAndRedoMoveEverythingAndSurviveReopening();
    void aNewChangeEndsRedoing();
    void aRefusedChangeLeavesNothingBehind();
    void aStaleEditIsRefused();
    void anImportIsOneStep();
    void anAbandonedImportLeavesNothing();
    void whileAnImportGoesOnOnlyReadingIsPossible();
    void anUndoneImportCanBeImportedAgain();
    void whatAnnotationsUseOfTheCodebookIsKnown();
    void everythingIsSound();

private:
    QString path() const { return m_folder->filePath(u"p.galley"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

namespace {

Annotation stance(AnnotationId id, ActorId actor)
{
    Annotation row = annotation(id, {1}, firstText, {{22, 34}, {37, 50}}, {4});
    row.layer = {2};
    row.coder = {2};
    row.memo = u"see “guard”"_s;
    row.status = AnnotationStatus::Flagged;
    row.values = {{{3}, actor}, {{3}, actor}, {{4}, 2.5}, {{5}, false}, {{6}, u"a note"_s}, {{7}, u"2023-05"_s}};
    return row;
}

} // namespace

void ProjectStoreTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(path()));
}

void ProjectStoreTest::aNewProjectHasItsCodebookAndNoHistory()
{
    const Codebook given = codebook();
    const ProjectStore store = taken(ProjectStore::create(m_folder->filePath(u"new.galley"_s), given, stamp()));
    const Codebook found = taken(store.codebook());
    QCOMPARE(found.name(), u"Sample"_s);
    QCOMPARE(found.revision(), 1);
    QVERIFY(found.layers() == given.layers());
    QVERIFY(found.variables() == given.variables());
    QVERIFY(found.codes() == given.codes());
    QVERIFY(taken(store.history(10)).empty());
    QVERIFY(!taken(store.nextUndo()));
}

/// The codebook of a file numbers its parts by itself; in a project they have other ids.
void ProjectStoreTest::whatVariablesDependOnComesAlongIntoANewProject()
{
    std::vector<Variable> variables = codebook().variables();
    const auto named = [](auto &rows, const QString &name) { return std::ranges::find_if(rows, [&](const auto &row) { return row.name == name; }); };
    Variable &strength = *named(variables, u"strength"_s);
    strength.shownWhen = {{{{2}, CodeId{6}}}};
    strength.requiredWhen = {{{{5}, true}}};
    Variable &tone = *named(variables, u"tone"_s);
    tone.standard = CodeId{8};
    const QString path = m_folder->filePath(u"depending.galley"_s);
    const ProjectStore store = taken(ProjectStore::create(path, Codebook(u"Depending"_s, 1, codebook().layers(), variables, codebook().codes()), {{}, time()}));
    const Codebook there = taken(store.codebook());
    const LayerId stance = there.layer(u"Stance")->id;
    const Variable *asked = there.variable(stance, u"strength");
    const VariableId polarity = there.variable(stance, u"polarity")->id;
    QVERIFY(asked->shownWhen == (Condition{{{polarity, there.code(polarity, u"in favour")->id}}}));
    QVERIFY(asked->requiredWhen == (Condition{{{there.variable(stance, u"sure")->id, true}}}));
    const Variable *begins = there.variable(there.layer(u"Article")->id, u"tone");
    QVERIFY(begins->standard == Value(there.code(begins->id, u"good")->id));
}

void ProjectStoreTest::everyKindOfRowIsReadBackAsItWasWritten()
{
    const Actor actor = sample::actor(m_store->allot<ActorTag>(), u"NATO"_s);
    const Annotation row = stance(m_store->allot<AnnotationTag>(), actor.id);
    const Progress progress{progressId({1}, {2}), {1}, {2}, ProgressState::Done};
    Annotation whole = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {});
    whole.layer = {3};
    whole.code = {};
    whole.values = {{{8}, CodeId{7}}};
    const Ruling ruling{rulingId({row.id, whole.id}), {1}, {2}, {row.id, whole.id}, {}, RulingHow::Nobody, u"why"_s, u"what kind"_s, {2}, {}, time(3)};
    taken(m_store->apply({u"Code"_s, {added(actor), added(row), added(progress), added(whole), added(ruling)}}, stamp()));

    QVERIFY(taken(m_store->annotation(row.id)) == row);
    QVERIFY(taken(m_store->annotations({1})) == std::vector({whole, row}));
    QVERIFY(taken(m_store->progress({1})) == std::vector({progress}));
    QVERIFY(taken(m_store->actors()) == std::vector({actor}));
    QVERIFY(taken(m_store->rulings()) == std::vector({ruling}));
    QCOMPARE(taken(m_store->text({1})), firstText);
    const Article article = taken(m_store->article({1}));
    QCOMPARE(article.length, TextPositions(firstText).codePoints());
    QCOMPARE(article.fields.value(u"byline"_s), u"A. Reporter"_s);
    QCOMPARE(taken(m_store->source(article.source)).path, u"/articles/a.txt"_s);
    QCOMPARE(taken(m_store->zones({1})).front().kind, ZoneKind::Headline);

    const auto summaries = taken(m_store->articleSummaries({2}));
    QCOMPARE(summaries.size(), size_t(2));
    QCOMPARE(summaries[0].annotations, 1);
    QVERIFY(summaries[0].progress == ProgressState::Done);
    QVERIFY(!summaries[1].progress);
    const Counts counts = taken(m_store->counts());
    QCOMPARE(counts.annotations, 2);
    QVERIFY(counts.byLayer == (std::vector<std::pair<LayerId, qint64>>{{{2}, 1}, {{3}, 1}}));
}

void ProjectStoreTest::undoAndRedoMoveEverythingAndSurviveReopening()
{
    const Actor actor = sample::actor(m_store->allot<ActorTag>(), u"NATO"_s);
    const Annotation row = stance(m_store->allot<AnnotationTag>(), actor.id);
    taken(m_store->apply({u"Code it"_s, {added(actor), added(row)}}, stamp(1)));
    Annotation recoded = row;
    recoded.code = {6};
    recoded.values.clear();
    recoded.modified = time(2);
    taken(m_store->apply({u"Recode it"_s, {modified(row, recoded)}}, stamp(2)));

    m_store.reset();
    m_store = std::make_unique<ProjectStore>(taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite)));
    QCOMPARE(taken(m_store->nextUndo())->text, u"Recode it"_s);
    const Change back = taken(m_store->undo(stamp(3)));
    QVERIFY(back == (Change{u"Recode it"_s, {modified(recoded, row)}}));
    QVERIFY(taken(m_store->annotation(row.id)) == row);
    taken(m_store->undo(stamp(4)));
    QVERIFY(!taken(m_store->annotation(row.id)));

    m_store.reset();
    m_store = std::make_unique<ProjectStore>(taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite)));
    QCOMPARE(taken(m_store->nextRedo())->text, u"Code it"_s);
    taken(m_store->redo(stamp(5)));
    taken(m_store->redo(stamp(6)));
    QVERIFY(taken(m_store->annotation(row.id)) == recoded);
    QVERIFY(!taken(m_store->nextRedo()));

    const auto history = taken(m_store->history(4));
    QCOMPARE(history[0].kind, OperationKind::Redo);
    QCOMPARE(history[0].at, time(6));
    QCOMPARE(history[3].kind, OperationKind::Undo);
    QCOMPARE(taken(m_store->history(100, history[3].id)).front().text, u"Recode it"_s);
}

void ProjectStoreTest::aNewChangeEndsRedoing()
{
    const Annotation first = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    taken(m_store->apply({u"first"_s, {added(first)}}, stamp()));
    taken(m_store->undo(stamp()));
    taken(m_store->apply({u"second"_s, {added(annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 4}}))}}, stamp()));
    QVERIFY(!taken(m_store->nextRedo()));
    QCOMPARE(m_store->redo(stamp()).error().message, u"There is nothing to redo."_s);
    QCOMPARE(taken(m_store->history(1, taken(m_store->history(2)).back().id)).front().state, OperationState::Discarded);
}

void ProjectStoreTest::aRefusedChangeLeavesNothingBehind()
{
    const auto before = taken(m_store->history(100));
    const Annotation good = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    Annotation bad = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{4, 4}});
    QVERIFY(!m_store->apply({u"bad"_s, {added(good), added(bad)}}, stamp()));
    bad.ranges = {{4, 9}};
    bad.article = {77};
    QVERIFY(!m_store->apply({u"bad"_s, {added(good), added(bad)}}, stamp()));
    bad.article = {1};
    bad.values = {{{4}, qInf()}};
    QVERIFY(!m_store->apply({u"bad"_s, {added(good), added(bad)}}, stamp()));
    QVERIFY(!m_store->apply({u"bad"_s, {added(good), added(Annotation())}}, stamp()));
    QVERIFY(!m_store->apply({u"bad"_s, {added(good), added(article(u"No text"_s))}}, stamp()));
    QVERIFY(taken(m_store->annotations({1})).empty());
    QVERIFY(taken(m_store->history(100)) == before);
}

void ProjectStoreTest::aStaleEditIsRefused()
{
    const Annotation row = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    taken(m_store->apply({u"code"_s, {added(row)}}, stamp()));
    Annotation other = row;
    other.memo = u"x"_s;
    QVERIFY(!m_store->apply({u"again"_s, {added(row)}}, stamp()));
    QVERIFY(!m_store->apply({u"stale"_s, {modified(other, row)}}, stamp()));
    QVERIFY(!m_store->apply({u"stale"_s, {removed(other)}}, stamp()));
    taken(m_store->apply({u"remove"_s, {removed(row)}}, stamp()));
    QVERIFY(!m_store->apply({u"gone"_s, {removed(row)}}, stamp()));
    taken(m_store->apply({u"back"_s, {added(row)}}, stamp()));
    QVERIFY(taken(m_store->annotation(row.id)) == row);
}

void ProjectStoreTest::anImportIsOneStep()
{
    QCOMPARE(taken(m_store->nextUndo())->text, u"Import 2 articles"_s);
    QCOMPARE(taken(m_store->nextUndo())->edits, 3);
    taken(m_store->undo(stamp()));
    QVERIFY(taken(m_store->articleSummaries({1})).empty());
    QVERIFY(!m_store->article({1}));
    const Change again = taken(m_store->redo(stamp()));
    const ZoneId zone = taken(m_store->zones({1})).front().id;
    QVERIFY(again.edits == (std::vector<AnyEdit>{bulkAdded<Article>({{1, 2}}), bulkAdded<Zone>({{zone.value, 1}})}));
    QCOMPARE(taken(m_store->articleSummaries({1})).size(), size_t(2));
    QCOMPARE(taken(m_store->zones({1})).size(), size_t(1));
}

void ProjectStoreTest::anAbandonedImportLeavesNothing()
{
    {
        ImportSession session = taken(m_store->beginImport());
        taken(session.add(article(u"Third"_s), "text", {}));
    }
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(2));
    ImportSession empty = taken(m_store->beginImport());
    QVERIFY(taken(empty.commit(u"nothing"_s, stamp())).isEmpty());
    QCOMPARE(taken(m_store->nextUndo())->text, u"Import 2 articles"_s);
    QVERIFY(!empty.add(article(u"late"_s), "text", {}));
}

void ProjectStoreTest::whileAnImportGoesOnOnlyReadingIsPossible()
{
    ImportSession session = taken(m_store->beginImport());
    taken(session.add(article(u"Third"_s), "text", {}));
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(2));
    QVERIFY(!m_store->undo(stamp()));
    QVERIFY(!m_store->beginImport());
    const Annotation row = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    QVERIFY(!m_store->apply({u"code"_s, {added(row)}}, stamp()));
    taken(session.commit(u"Import"_s, stamp()));
    taken(m_store->apply({u"code"_s, {added(row)}}, stamp()));
    QCOMPARE(taken(m_store->articleSummaries({})).size(), size_t(3));
}

void ProjectStoreTest::anUndoneImportCanBeImportedAgain()
{
    const Article third = [] {
        Article row = article(u"Third"_s);
        row.uuid = QUuid::createUuid();
        return row;
    }();
    for (int round = 0; round < 3; ++round) {
        ImportSession session = taken(m_store->beginImport());
        QVERIFY(!taken(session.articleWith(third.uuid)));
        taken(session.add(third, "text", {}));
        taken(session.commit(u"Import"_s, stamp()));
        taken(m_store->undo(stamp()));
    }
    taken(m_store->redo(stamp()));
    QCOMPARE(taken(m_store->articleSummaries({})).back().title, u"Third"_s);
}

void ProjectStoreTest::whatAnnotationsUseOfTheCodebookIsKnown()
{
    QVERIFY(taken(m_store->codebookUse()).isEmpty());
    const Actor actor = sample::actor(m_store->allot<ActorTag>(), u"NATO"_s);
    Annotation whole = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {});
    whole.layer = {3};
    whole.code = {};
    whole.values = {{{8}, CodeId{7}}};
    const Annotation other = stance(m_store->allot<AnnotationTag>(), actor.id);
    taken(m_store->apply({u"Code"_s, {added(actor), added(other), added(whole)}}, stamp()));
    taken(m_store->apply({u"Remove"_s, {removed(other)}}, stamp()));
    const CodebookUse use = taken(m_store->codebookUse());
    QVERIFY(use.layers == std::vector{LayerId{3}});
    QVERIFY(use.variables == std::vector{VariableId{8}});
    QVERIFY(use.codes == std::vector{CodeId{7}});
}

void ProjectStoreTest::everythingIsSound()
{
    const Actor actor = sample::actor(m_store->allot<ActorTag>(), u"NATO"_s);
    taken(m_store->apply({u"Code"_s, {added(actor), added(stance(m_store->allot<AnnotationTag>(), actor.id))}}, stamp()));
    QStringList problems;
    for (const Problem &problem : taken(m_store->check()))
        problems += problem.where + u": "_s + problem.what;
    QCOMPARE(problems, QStringList());
}

GALLEY_TEST(ProjectStoreTest)
#include "tst_projectstore.moc"
