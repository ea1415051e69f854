// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <project/coderedits.h>
#include <project/progressedits.h>
#include <project/teamprogress.h>
#include <project/workspace.h>
#include <store/packet.h>

#include <testing.h>

#include <QSignalSpy>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// Somebody codes articles once more, in their queue like any others, and sees nothing of what they did there before.
class RetestTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSecondSelfFollowsFromCoderAndSet();
    void onlyWhoCodedAnArticleCodesItAgain();
    void itIsBlindAndOfOneHand();
    void firstWorkIsNotSeenByAnyWay();
    void theQueueHidesItAmongOthers();
    void undoStaysTheirsAndLeavesFirstWorkAlone();
    void theLeadSeesBoth();
    void progressCountsItApart();
    void aPacketLeavesFirstWorkBehindAndComesBack();
    void whoIsRenamedIsSoTwice();

private:
    AnnotationId code(ArticleId article, Range range, const QString &memo);
    void markDone(ArticleId article);
    const ProjectStore &store() const { return m_workspace->project()->store(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    ArticleId m_first, m_second;
    Coder m_ada, m_lea;
    CodingSet m_set;
    AnnotationId m_before; ///< her first work
};

/// Ada coded the first article; the second is still to be coded by her. Then Lea has the first coded once more.
void RetestTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    const QString path = m_folder->filePath(u"p.galley"_s);
    project(path);
    m_workspace = std::make_unique<Workspace>();
    taken(m_workspace->openProject(path));
    const auto articles = taken(store().articles());
    m_first = articles[0].id;
    m_second = articles[1].id;
    m_lea = *coderNamed((m_workspace->addCoder(u"Lea"_s, CoderRole::Lead), m_workspace->coders()), u"Lea"_s);
    m_ada = *coderNamed(m_workspace->coders(), u"Ada"_s);
    m_workspace->setCoder(m_lea.id);
    QVERIFY(m_workspace->commit(makeSet({}, u"Main"_s, SetKind::Main, false, {articles[0].uuid, articles[1].uuid}, u"all"_s, 1)));
    const CodingSet main = taken(store().codingSets()).front();
    QVERIFY(m_workspace->commit(assign(main, assignmentsOf(main.id, {{m_first, m_ada.id}, {m_second, m_ada.id}}))));
    m_workspace->setCoder(m_ada.id);
    m_before = code(m_first, {0, 13}, u"firstword"_s);
    markDone(m_first);
    m_workspace->setCoder(m_lea.id);
    QVERIFY(m_workspace->commit(makeSet(taken(store().codingSets()), u"R"_s, SetKind::Retest, false, {articles[0].uuid}, u"named"_s, 1)));
    m_set = *setNamed(taken(store().codingSets()), u"R"_s);
    const auto work = taken(earlierWork(store(), m_workspace->coders()));
    const auto plan = taken(plannedRetest(m_set, {m_first}, {m_ada.id}, 1, 1, work, m_workspace->everybody(), taken(store().assignments())));
    QVERIFY(m_workspace->commit(assignRetest(m_set, plan, 1, work, m_workspace->everybody(), taken(store().assignments()))));
    m_workspace->setCoder(m_ada.id);
}

AnnotationId RetestTest::code(ArticleId article, Range range, const QString &memo)
{
    taken(m_workspace->openArticle(article));
    const OpenArticle *open = m_workspace->article();
    const NewAnnotation what{m_workspace->allot<AnnotationTag>(), article, {1}, m_workspace->codingAs(), {1}, {range}, {}, memo};
    if (!m_workspace->commit(annotate(m_workspace->codebook(), {open->text, open->positions}, what, m_workspace->stamp().at)))
        qFatal("not coded");
    return what.id;
}

void RetestTest::markDone(ArticleId article)
{
    taken(m_workspace->openArticle(article));
    if (!m_workspace->commit(setProgress(taken(store().progress(article)), m_workspace->article()->article, m_workspace->codingAs(), ProgressState::Done)))
        qFatal("not done");
}

void RetestTest::aSecondSelfFollowsFromCoderAndSet()
{
    const Coder self = secondSelf(m_ada, m_set.id, u"R"_s);
    QCOMPARE(self, secondSelf(m_ada, m_set.id, u"R"_s));
    QCOMPARE(firstSelf(self), m_ada.id);
    QCOMPARE(firstSelf(m_ada), CoderId());
    QCOMPARE(firstSelf(consensusCoder()), CoderId());
    QCOMPARE(self.id.value, idOf(self.uuid));
    QVERIFY(self.id != secondSelf(m_ada, setId(u"other"), u"other"_s).id);
    QVERIFY(self.id != secondSelf(m_lea, m_set.id, u"R"_s).id);
    QCOMPARE(firstSelf(secondSelf(m_lea, m_set.id, u"R"_s)), m_lea.id);
    QCOMPARE(self.name, u"Ada (re-test R)"_s);
}

void RetestTest::onlyWhoCodedAnArticleCodesItAgain()
{
    const auto work = taken(earlierWork(store(), m_workspace->coders()));
    const auto known = taken(store().coders());
    const auto assigned = taken(store().assignments());
    QVERIFY(!plannedRetest(m_set, {m_second}, {m_ada.id}, 1, 1, work, known, {})); // she has not coded it
    QVERIFY(!plannedRetest(m_set, {m_first}, {m_lea.id}, 1, 1, work, known, {}));
    QVERIFY(!plannedRetest(m_set, {m_first}, {m_ada.id}, 1, 1, work, known, assigned)); // nobody codes it a third time
    QVERIFY(!assignRetest(m_set, {{m_first, m_lea.id}}, 1, work, known, assigned));
    const auto handed = handedOn(m_set, m_ada, {m_lea.id}, assigned, {}, 1);
    QVERIFY(!handed); // to whom it would be no re-test
}

void RetestTest::itIsBlindAndOfOneHand()
{
    QVERIFY(m_set.blind); // it was not asked for
    QCOMPARE(m_workspace->coders().size(), size_t(3));
    QCOMPARE(m_workspace->everybody().size(), size_t(4));
    taken(m_workspace->openArticle(m_first));
    QCOMPARE(m_workspace->codingAs(), secondSelf(m_ada, m_set.id, u"R"_s).id);
    taken(m_workspace->openArticle(m_second));
    QCOMPARE(m_workspace->codingAs(), m_ada.id);
    const AnnotationId again = code(m_first, {0, 9}, u"againword"_s);
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1));
    QCOMPARE(m_workspace->article()->annotations.begin()->first, again);
    QCOMPARE(m_workspace->nameOf(m_workspace->codingAs()), u"Ada"_s); // nothing tells her that it is again
    QCOMPARE(taken(store().history(1)).front().coder, secondSelf(m_ada, m_set.id, u"R"_s).id);
}

void RetestTest::firstWorkIsNotSeenByAnyWay()
{
    const Sight &sight = m_workspace->sight();
    QVERIFY(!sight.sees(*taken(store().annotation(m_before))));
    taken(m_workspace->openArticle(m_first));
    QVERIFY(m_workspace->article()->annotations.empty());
    m_workspace->setCurrent(m_before);
    QVERIFY(!m_workspace->current());
    for (const Operation &operation : taken(store().history(100, {}, sight)))
        QVERIFY2(!operation.text.contains(u"Ministers met"_s), qPrintable(operation.text));
    QVERIFY(std::ranges::any_of(taken(store().history(100)), [](const Operation &operation) { return operation.text.contains(u"Ministers met"_s); }));
    int rows = 0;
    taken(store().forEachAnnotation({false, {}, {}, sight}, [&](const AnnotationRow &) -> Result<> { ++rows; return {}; }));
    QCOMPARE(rows, 0);
    code(m_second, {0, 8}, {});
    QVERIFY(!sight.sees(m_ada.id, m_first));
    QVERIFY(sight.sees(m_ada.id, m_second));
}

void RetestTest::theQueueHidesItAmongOthers()
{
    const auto assigned = taken(store().assignments());
    const auto queue = queueOf(m_ada.id, assigned, m_workspace->sight().selves());
    QCOMPARE(queue.size(), size_t(2)); // once, for the re-test alone
    const auto self = std::ranges::find(assigned, m_workspace->codingAs(m_first), &Assignment::coder);
    const auto open = std::ranges::find_if(assigned, [&](const Assignment &one) { return one.coder == m_ada.id && one.article == m_second; });
    QCOMPARE(self->position, open->position); // beside the one that she has still to code
}

void RetestTest::undoStaysTheirsAndLeavesFirstWorkAlone()
{
    const AnnotationId inSecond = code(m_second, {0, 8}, {});
    const AnnotationId again = code(m_first, {0, 9}, {});
    QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    m_workspace->undo();
    QVERIFY(!taken(store().annotation(again)));
    m_workspace->undo();
    QVERIFY(!taken(store().annotation(inSecond)));
    m_workspace->redo();
    QVERIFY(taken(store().annotation(inSecond)));
    m_workspace->redo();
    QVERIFY(taken(store().annotation(again)));
    QVERIFY(failed.isEmpty());
    for (int times = 0; times < 10; ++times)
        m_workspace->undo();
    QVERIFY(taken(store().annotation(m_before)));
    QCOMPARE(failed.size(), 8);
    QCOMPARE(failed.front().front().value<Error>().message, u"There is nothing to undo."_s);
    QVERIFY(!taken(m_workspace->nextUndo()).has_value());
}

void RetestTest::theLeadSeesBoth()
{
    const AnnotationId again = code(m_first, {0, 9}, {});
    m_workspace->setCoder(m_lea.id);
    taken(m_workspace->openArticle(m_first));
    QVERIFY(m_workspace->article()->annotations.contains(again) && m_workspace->article()->annotations.contains(m_before));
    QCOMPARE(m_workspace->nameOf(m_workspace->article()->annotations.at(again).coder), u"Ada (re-test R)"_s);
    QVERIFY(m_workspace->commit(setBlind(*setNamed(taken(store().codingSets()), u"R"_s), false))); // it is over
    m_workspace->setCoder(m_ada.id);
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(2));
}

void RetestTest::progressCountsItApart()
{
    code(m_first, {0, 9}, {});
    markDone(m_first);
    const auto rows = *taken(progressOf(store()));
    const auto row = [&](CoderId coder) { return *std::ranges::find(rows, coder, &CoderProgress::coder); };
    QCOMPARE(row(m_ada.id).annotations, 1);
    QCOMPARE(row(m_ada.id).assigned, 2);
    const CoderProgress again = row(m_workspace->codingAs(m_first));
    QCOMPARE(again.set, m_set.id);
    QCOMPARE(again.assigned, 1);
    QCOMPARE(again.done, 1);
}

void RetestTest::aPacketLeavesFirstWorkBehindAndComesBack()
{
    const QString file = m_folder->filePath(u"ada.galley"_s);
    const PacketCounts counts = taken(writePacket(store().path(), file, m_ada.id));
    QCOMPARE(counts.articles, 2);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const QByteArray all = bytes.readAll();
    QVERIFY(!all.contains("firstword") && !all.contains("Ben"));
    AnnotationId again;
    {
        Workspace packet;
        taken(packet.openProject(file));
        QCOMPARE(packet.coders().size(), size_t(1));
        packet.setCoder(m_ada.id);
        taken(packet.openArticle(m_first));
        QCOMPARE(queueOf(m_ada.id, taken(packet.project()->store().assignments()), packet.sight().selves()).size(), size_t(2));
        QVERIFY(packet.article()->annotations.empty());
        const NewAnnotation what{packet.allot<AnnotationTag>(), m_first, {1}, packet.codingAs(), {1}, {{0, 9}}, {}, {}};
        QVERIFY(packet.commit(annotate(packet.codebook(), {packet.article()->text, packet.article()->positions}, what, packet.stamp().at)));
        again = what.id;
    }
    m_workspace->setCoder(m_lea.id);
    const MergeReport report = taken(m_workspace->project()->store().merge(file, m_workspace->stamp()));
    QCOMPARE(report.operations, 1);
    QVERIFY(report.conflicts.empty());
    QCOMPARE(taken(store().annotation(again))->coder, secondSelf(m_ada, m_set.id, u"R"_s).id);
    QVERIFY(taken(store().annotation(m_before))); // what was not sent is not gone
    QVERIFY(taken(writePacket(store().path(), file, m_ada.id)).renewed);
}

void RetestTest::whoIsRenamedIsSoTwice()
{
    const Change change = taken(renameCoder(taken(store().coders()), m_ada, u"Ada L."_s));
    QCOMPARE(change.edits.size(), size_t(2));
    QCOMPARE(std::get<Edit<Coder>>(change.edits[1]).after->name, u"Ada L. (re-test R)"_s);
}

GALLEY_TEST(RetestTest)
#include "tst_retest.moc"
