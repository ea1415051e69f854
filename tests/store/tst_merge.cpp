// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomcopy.h"

#include <domain/coder.h>

#include <testing.h>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// Whole project files merge as their sets of entries do. Random studies of five copies that code, alter, remove, import, undo,
/// rename codes and merge among themselves; GALLEY_MERGE_STUDIES says how many (each takes a third of a second), GALLEY_MERGE_FROM
/// with which to begin.
class MergeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void inWhateverOrderOneProjectComesOfIt();
    void mergingAgainBringsNothing();
    void whatOnlyOneAlteredComesIn();
    void anAnnotationAlteredTwiceIsTwo();
    void aRowAlteredTwiceStandsAsTheLaterSays();
    void versionsThatSomebodyMakesTheSameAreOne();
    void anUndoTravelsAndTakesBackNothingElse();
    void aMergeIsTakenBackAsAWhole();
    void whatWasDoneOnTopOfAMergeStays();
    void whatWasDoneOnTopOfAMergeTravelsWithoutIt();
    void aMergeTakenBackLeavesTheCodebookAsItBegan();
    void aDryRunOnlySays();
    void anotherProjectIsRefused();
    void anAlteredTextIsRefusedAndTheRestComesIn();
    void aDamagedCopyDoesNoHarm();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString copyOf(const QString &name, const QString &as) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int copies = 5;

int studies()
{
    const int wanted = qEnvironmentVariableIntValue("GALLEY_MERGE_STUDIES");
    return wanted > 0 ? wanted : 12;
}

int firstStudy()
{
    return std::max(1, qEnvironmentVariableIntValue("GALLEY_MERGE_FROM"));
}

} // namespace

void MergeTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    project(path(u"a.galley"_s));
}

QString MergeTest::copyOf(const QString &name, const QString &as) const
{
    QFile::remove(path(as));
    if (!QFile::copy(path(name), path(as)))
        qFatal("no copy");
    return path(as);
}

void MergeTest::inWhateverOrderOneProjectComesOfIt()
{
    for (int seed = firstStudy(); seed < firstStudy() + studies(); ++seed) {
        Random random(quint64(seed), 77);
        std::vector<QString> names;
        std::vector<Copy> study;
        for (int at = 0; at < copies; ++at) {
            names.push_back(u"copy%1.galley"_s.arg(at));
            study.emplace_back(copyOf(u"a.galley"_s, names.back()), CoderId{at % 2 + 1}, quint64(seed), quint64(at));
        }
        for (int step = 0; step < 14; ++step) {
            Copy &copy = study[random.below(copies)];
            if (random.below(4) == 0) {
                Copy &other = study[random.below(copies)];
                if (&other != &copy)
                    copy.merge(other);
            } else {
                copy.act(int(random.below(4)) + 1);
            }
        }
        std::optional<QStringList> one;
        for (int round = 0; round < 3; ++round) {
            std::vector<Copy> parts;
            std::vector<QString> paths;
            for (const QString &name : names) {
                paths.push_back(copyOf(name, u"round-"_s + name));
                parts.emplace_back(paths.back(), CoderId{1}, 1, 1);
            }
            while (parts.size() > 1) { // merged pair by pair, in a random grouping
                const size_t from = random.below(quint32(parts.size()));
                const Copy taken = parts[from];
                parts.erase(parts.begin() + qsizetype(from));
                paths.erase(paths.begin() + qsizetype(from));
                parts[random.below(quint32(parts.size()))].merge(taken);
            }
            const QStringList content = contentOf(paths.front());
            if (!one)
                one = content;
            if (content != *one) {
                for (const QString &line : content) {
                    if (!one->contains(line))
                        qWarning("only now: %s", qPrintable(line.left(300)));
                }
                for (const QString &line : *one) {
                    if (!content.contains(line))
                        qWarning("only first: %s", qPrintable(line.left(300)));
                }
            }
            QVERIFY2(content == *one, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
            const auto problems = taken(taken(ProjectStore::open(paths.front(), ProjectStore::Mode::ReadOnly)).check());
            QVERIFY2(problems.empty(), qPrintable(problems.empty() ? QString() : problems.front().where + u": "_s + problems.front().what));
        }
    }
}

void MergeTest::mergingAgainBringsNothing()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    Copy(path(u"a.galley"_s), {1}, 5, 1).act(10);
    Copy(path(u"b.galley"_s), {2}, 5, 2).act(10);
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.merge(path(u"b.galley"_s), stamp())).operations > 0);
    const QStringList once = contentOf(path(u"a.galley"_s));
    QVERIFY(taken(store.merge(path(u"b.galley"_s), stamp())).isEmpty());
    QCOMPARE(contentOf(path(u"a.galley"_s)), once);
    QCOMPARE(store.merge(path(u"a.galley"_s), stamp()).error().message, u"A project cannot be merged with itself."_s);
}

void MergeTest::whatOnlyOneAlteredComesIn()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
    const ArticleId article{idOf(uuidOf(1))};
    taken(ours.apply({u"Code"_s, {added(annotation(ours.allot<AnnotationTag>(), article, firstText, {{0, 9}}))}}, stamp()));
    Annotation made = annotation(theirs.allot<AnnotationTag>(), article, firstText, {{0, 9}});
    made.coder = {2};
    taken(theirs.apply({u"Code"_s, {added(made)}}, {{2}, time()}));
    const MergeReport report = taken(ours.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(report.operations, 1);
    QCOMPARE(report.added[RowKinds::index<Annotation>()], 1);
    QVERIFY(report.conflicts.empty() && report.refused.isEmpty());
    QCOMPARE(annotationsIn(ours).size(), size_t(2));
    QVERIFY(taken(ours.annotation(made.id)) == made);
    const auto entries = taken(ours.history(1));
    QCOMPARE(entries.front().kind, OperationKind::Merge);
    QCOMPARE(entries.front().text, u"Merge “b.galley”"_s);
}

void MergeTest::anAnnotationAlteredTwiceIsTwo()
{
    {
        ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
        taken(store.apply({u"Code"_s, {added(annotation({50}, {idOf(uuidOf(1))}, firstText, {{0, 9}}))}}, stamp()));
    }
    copyOf(u"a.galley"_s, u"b.galley"_s);
    const auto recode = [&](const QString &name, CodeId code) {
        ProjectStore store = taken(ProjectStore::open(path(name), ProjectStore::Mode::ReadWrite));
        const Annotation before = *taken(store.annotation({50}));
        Annotation after = before;
        after.code = code;
        taken(store.apply({u"Recode"_s, {modified(before, after)}}, stamp()));
    };
    recode(u"a.galley"_s, {2});
    recode(u"b.galley"_s, {3});
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    const MergeReport report = taken(store.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(report.conflicts.size(), size_t(1));
    QCOMPARE(report.conflicts.front().id, 50);
    std::vector<qint64> codes;
    for (const Annotation &row : annotationsIn(store))
        codes.push_back(row.code.value);
    std::ranges::sort(codes);
    QCOMPARE(codes, (std::vector<qint64>{2, 3}));
    QCOMPARE(taken(store.lookedAt()).size(), size_t(1));
    const Annotation standing = *taken(store.annotation({50}));
    taken(store.apply({u"Delete"_s, {removed(standing)}}, stamp())); // the lead has seen both
    QVERIFY(taken(store.lookedAt()).empty());
    QCOMPARE(annotationsIn(store).size(), size_t(1));
}

void MergeTest::aRowAlteredTwiceStandsAsTheLaterSays()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    const auto rename = [&](const QString &name, const QString &to, int times) {
        ProjectStore store = taken(ProjectStore::open(path(name), ProjectStore::Mode::ReadWrite));
        for (int at = 0; at < times; ++at) {
            const Code before = taken(store.codebook()).codes().front();
            Code after = before;
            after.name = to + QString::number(at);
            taken(store.apply({u"Rename"_s, {modified(before, after)}}, stamp()));
        }
    };
    rename(u"a.galley"_s, u"ours"_s, 1);
    rename(u"b.galley"_s, u"theirs"_s, 2); // later in the order of all copies
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    const MergeReport report = taken(store.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(taken(store.codebook()).codes().front().name, u"theirs1"_s);
    QCOMPARE(report.conflicts.size(), size_t(1));
    const auto *other = std::get_if<Edit<Code>>(&report.conflicts.front().others.front());
    QVERIFY(other && other->after && other->after->name == u"ours0"_s);
    taken(store.apply({u"Take the other"_s, report.conflicts.front().others}, stamp()));
    QCOMPARE(taken(store.codebook()).codes().front().name, u"ours0"_s);
    QVERIFY(taken(store.lookedAt()).empty());
}

/// Whoever sees what stands and makes it what the other version is has settled the matter, in their copy as in every other.
void MergeTest::versionsThatSomebodyMakesTheSameAreOne()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    const auto rename = [](ProjectStore &store, const QString &name) {
        const Codebook codebook = taken(store.codebook());
        const Code before = *codebook.code(CodeId{3});
        Code after = before;
        after.name = name;
        taken(store.apply({u"Rename"_s, {modified(before, after)}}, stamp()));
        return before.name;
    };
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    rename(ours, u"Economy"_s);
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        rename(theirs, u"Economics"_s);
    }
    taken(ours.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(taken(ours.lookedAt()).size(), size_t(1));
    const QString standing = taken(ours.codebook()).code(CodeId{3})->name;
    const QString other = standing == u"Economy"_s ? u"Economics"_s : u"Economy"_s;
    rename(ours, other);
    QVERIFY(taken(ours.lookedAt()).empty());
    const QByteArray kept = "SELECT count(*) FROM collision";
    QCOMPARE(raw::Database(path(u"a.galley"_s)).rows(kept), QStringList{u"0"_s});
    taken(ours.undo(stamp()));
    QCOMPARE(raw::Database(path(u"a.galley"_s)).rows(kept), QStringList{u"0"_s}); // which went back together
    QVERIFY(taken(ours.lookedAt()).empty());
    ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(theirs.merge(path(u"a.galley"_s), stamp()));
    QCOMPARE(contentOf(path(u"b.galley"_s)), contentOf(path(u"a.galley"_s)));
}

void MergeTest::anUndoTravelsAndTakesBackNothingElse()
{
    const ArticleId article{idOf(uuidOf(1))};
    {
        ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
        taken(store.apply({u"Code"_s, {added(annotation({50}, article, firstText, {{0, 9}}))}}, stamp()));
    }
    copyOf(u"a.galley"_s, u"b.galley"_s);
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        Annotation made = annotation({60}, article, firstText, {{0, 9}});
        made.coder = {2};
        taken(theirs.apply({u"Code"_s, {added(made)}}, {{2}, time()}));
    }
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(ours.undo(stamp(), CoderId{1}));
    taken(ours.merge(path(u"b.galley"_s), stamp()));
    QVERIFY(!taken(ours.annotation({50})));
    QVERIFY(taken(ours.annotation({60})));
    QVERIFY(!taken(ours.nextUndo(CoderId{2}))); // it was made elsewhere
    ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(theirs.merge(path(u"a.galley"_s), {{2}, time()}));
    QVERIFY(!taken(theirs.annotation({50})));
    QVERIFY(taken(theirs.annotation({60})));
}

void MergeTest::aMergeIsTakenBackAsAWhole()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    Copy(path(u"a.galley"_s), {1}, 8, 1).act(12);
    Copy(path(u"b.galley"_s), {2}, 8, 2).act(12);
    const QStringList before = contentOf(path(u"a.galley"_s));
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(store.merge(path(u"b.galley"_s), stamp()));
    const QStringList merged = contentOf(path(u"a.galley"_s));
    QVERIFY(merged != before);
    QCOMPARE(taken(store.nextUndo(CoderId{1}))->kind, OperationKind::Merge);
    taken(store.undo(stamp(), CoderId{1}));
    QCOMPARE(contentOf(path(u"a.galley"_s)), before);
    taken(store.redo(stamp(), CoderId{1}));
    QCOMPARE(contentOf(path(u"a.galley"_s)), merged);
    taken(store.undo(stamp(), CoderId{1}));
    QVERIFY(taken(store.merge(path(u"b.galley"_s), stamp())).operations > 0); // it can come again
    QCOMPARE(contentOf(path(u"a.galley"_s)), merged);
    QVERIFY(taken(store.check()).empty());
}

void MergeTest::whatWasDoneOnTopOfAMergeStays()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    const ArticleId article{idOf(uuidOf(1))};
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        Annotation made = annotation({60}, article, firstText, {{0, 9}});
        made.coder = {2};
        taken(theirs.apply({u"Code"_s, {added(made)}}, {{2}, time()}));
    }
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(ours.merge(path(u"b.galley"_s), stamp()));
    taken(ours.apply({u"Code"_s, {added(annotation({70}, article, firstText, {{0, 9}}))}}, stamp()));
    const auto entries = taken(ours.history(10));
    const auto merge = std::ranges::find(entries, OperationKind::Merge, &Operation::kind);
    taken(ours.undo(merge->id, stamp()));
    QVERIFY(!taken(ours.annotation({60})));
    QVERIFY(taken(ours.annotation({70})));
    QCOMPARE(taken(ours.nextUndo(CoderId{1}))->text, u"Code"_s);
}

void MergeTest::whatWasDoneOnTopOfAMergeTravelsWithoutIt()
{
    for (const char *name : {"b.galley", "c.galley"})
        copyOf(u"a.galley"_s, QString::fromLatin1(name));
    const QByteArray text = "An article that only came to the second copy.";
    Article made = article(u"Late"_s);
    made.uuid = uuidOf(1234);
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        ImportSession session = taken(theirs.beginImport());
        taken(session.add(made, text, {}));
        taken(session.commit(u"Import"_s, stamp()));
    }
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(ours.merge(path(u"b.galley"_s), stamp()));
    const Annotation coded = annotation({90}, {idOf(made.uuid)}, QString::fromUtf8(text), {{0, 8}});
    taken(ours.apply({u"Code"_s, {added(coded)}}, {{2}, time()}));
    const auto entries = taken(ours.history(10));
    taken(ours.undo(std::ranges::find(entries, OperationKind::Merge, &Operation::kind)->id, stamp()));
    ProjectStore third = taken(ProjectStore::open(path(u"c.galley"_s), ProjectStore::Mode::ReadWrite));
    QCOMPARE(taken(third.merge(path(u"a.galley"_s), stamp())).operations, 1);
    QVERIFY(taken(third.check()).empty());
    taken(third.merge(path(u"b.galley"_s), stamp()));
    QVERIFY(taken(third.annotation({90})));
    QCOMPARE(taken(third.text({idOf(made.uuid)})).toUtf8(), text);
    QVERIFY(taken(third.check()).empty());
}

/// No entry says how the codebook began: it was there before the first.
void MergeTest::aMergeTakenBackLeavesTheCodebookAsItBegan()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    const QStringList before = contentOf(path(u"a.galley"_s));
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        const Codebook known = taken(theirs.codebook());
        Code renamed = *known.code(CodeId{3});
        renamed.name = u"Economy"_s;
        Change change{u"Rename"_s, {Edit<Code>{*known.code(CodeId{3}), renamed}, removed(*known.code(CodeId{5}))}};
        change.codebookName = Edit<QString>{known.name(), u"Another name"_s};
        taken(theirs.apply(change, stamp()));
    }
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    taken(store.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(taken(store.codebook()).name(), u"Another name"_s);
    QVERIFY(!taken(store.codebook()).code(CodeId{5}));
    taken(store.undo(stamp()));
    QCOMPARE(contentOf(path(u"a.galley"_s)), before);
    QVERIFY(taken(store.codebook()).name() != u"Another name"_s);
    QVERIFY(taken(store.check()).empty());
}

void MergeTest::aDryRunOnlySays()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    Copy(path(u"b.galley"_s), {2}, 9, 2).act(10);
    const QStringList before = contentOf(path(u"a.galley"_s));
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    const MergeReport said = taken(store.merge(path(u"b.galley"_s), stamp(), true));
    QVERIFY(said.operations > 0);
    QCOMPARE(contentOf(path(u"a.galley"_s)), before);
    const MergeReport done = taken(store.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(done.operations, said.operations);
    QVERIFY(done.added == said.added && done.changed == said.changed && done.removed == said.removed);
}

void MergeTest::anotherProjectIsRefused()
{
    project(path(u"other.galley"_s));
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    const QStringList before = contentOf(path(u"a.galley"_s));
    QVERIFY(store.merge(path(u"other.galley"_s), stamp()).error().message.contains(u"another project"_s));
    QVERIFY(!store.merge(path(u"missing.galley"_s), stamp()));
    QCOMPARE(contentOf(path(u"a.galley"_s)), before);
}

void MergeTest::anAlteredTextIsRefusedAndTheRestComesIn()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    {
        ProjectStore theirs = taken(ProjectStore::open(path(u"b.galley"_s), ProjectStore::Mode::ReadWrite));
        for (const auto &[id, article, text] : {std::tuple(60, 1, firstText), std::tuple(61, 2, secondText)})
            taken(theirs.apply({u"Code"_s, {added(annotation({id}, {idOf(uuidOf(article))}, text, {{0, 8}}))}}, {{2}, time()}));
    }
    raw::Database(path(u"b.galley"_s)).rows("UPDATE article SET text_sha256 = printf('%064d', 1) WHERE title = 'First'");
    ProjectStore ours = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    const MergeReport report = taken(ours.merge(path(u"b.galley"_s), stamp()));
    QCOMPARE(report.refused.size(), 1);
    QVERIFY2(report.refused.front().contains(u"“First”: its text is another one there"_s), qPrintable(report.refused.front()));
    QVERIFY(!taken(ours.annotation({60})));
    QVERIFY(taken(ours.annotation({61})));
}

void MergeTest::aDamagedCopyDoesNoHarm()
{
    copyOf(u"a.galley"_s, u"b.galley"_s);
    Copy(path(u"b.galley"_s), {2}, 9, 2).act(10);
    QFile file(path(u"b.galley"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    Random random(4, 4);
    ProjectStore store = taken(ProjectStore::open(path(u"a.galley"_s), ProjectStore::Mode::ReadWrite));
    for (int turn = 0; turn < 60; ++turn) {
        QByteArray damaged = whole;
        for (quint32 at = 0; at < random.below(8) + 1; ++at)
            damaged[qsizetype(random.below(quint32(damaged.size())))] = char(random.below(256));
        QFile copy(path(u"damaged.galley"_s));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(damaged) == damaged.size());
        copy.close();
        if (const auto report = store.merge(copy.fileName(), stamp()); report && !report->isEmpty())
            taken(store.undo(stamp(), CoderId{1}));
        QVERIFY(taken(store.check()).empty());
    }
}

GALLEY_TEST(MergeTest)
#include "tst_merge.moc"
