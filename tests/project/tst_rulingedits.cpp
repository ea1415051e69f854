// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/coderedits.h>
#include <project/exporting.h>
#include <project/rulingedits.h>
#include <review/comparing.h>

#include <testing.h>

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace galley;
using namespace galley::sample;

/// What coders did differently is settled, on a project: what is in the consensus, what is in the history, what undo brings back.
class RulingEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneCodersWorkIsAccepted();
    void allTheirTextIsTaken();
    void theTextOfAllIsTaken();
    void whatHasNoAnswerIsSaid();
    void whichCodeHoldsIsSaid();
    void itIsWrittenAnew();
    void nobodyWasRight();
    void anotherRulingReplacesTheFirst();
    void aRulingOnPartOfAGroupGivesWayToOneOnAll();
    void partsAreAcceptedAsParts();
    void manyAreSettledInOneStep();
    void settlingAgainAltersNothing();
    void undoAndRedoBringBackEverything();
    void originalsStayAsTheyAre();
    void twoCopiesRuleTheSame();
    void whatTwoCopiesRuledMerges();
    void theConsensusIsNoCoder();
    void itGoesOutWhereItIsNamed();
    void itsNameIsTaken();

private:
    std::vector<ComparedGroup> groups(const MatchingRule &rule = {}) const
    {
        std::vector<Annotation> annotations = taken(m_store->annotations({1}));
        std::erase_if(annotations, [](const Annotation &annotation) { return annotation.layer != LayerId{1}; });
        return comparedGroups(annotations, {{1}, {2}}, rule);
    }
    StandingRulings standing() const { return taken(standingRulings(*m_store)); }
    RulingNote note(int minute = 9) const { return {{1}, time(minute), u"the definition says so"_s, u"oversight"_s}; }
    void settle(const ComparedGroup &group, const Decision &decision)
    {
        taken(m_store->apply(galley::settle(codebook(), group, decision, note(), standing()), stamp(9)));
    }
    std::vector<Annotation> consensus() const
    {
        std::vector<Annotation> annotations = taken(m_store->annotations({1}));
        std::erase_if(annotations, [](const Annotation &annotation) { return annotation.coder != consensusCoder().id; });
        return annotations;
    }
    QStringList places() const
    {
        QStringList lines;
        for (const Annotation &annotation : consensus())
            lines += u"%1 “%2”"_s.arg(annotation.code.value).arg(annotation.quote);
        return lines;
    }
    Annotation code(CoderId coder, std::vector<Range> ranges, CodeId code)
    {
        Annotation row = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, std::move(ranges), code);
        row.coder = coder;
        row.memo = u"a note of their own"_s;
        row.modified = time(int(coder.value));
        taken(m_store->apply({u"Code"_s, {added(row)}}, {coder, time()}));
        return row;
    }
    QByteArray exported(const QStringList &coders, const QStringList &layers = {}, const QString &format = u"csv"_s) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        taken(exportTo(*m_store, buffer, format, {}, taken(filterNamed(*m_store, coders, layers))));
        return buffer.data();
    }

    const TextPositions m_positions{firstText};
    const MeasuredText m_text{firstText, m_positions};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::vector<Annotation> m_work;
};

/// “Ministers met” and “Ministers”; “The alliance” by both; “taxes rose” with two codes; “guard” by one.
void RulingEditsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
    m_work = {code({1}, {{0, 13}}, {1}), code({2}, {{0, 9}}, {1}), code({1}, {{22, 34}}, {2}), code({2}, {{22, 34}}, {2}),
              code({1}, {{56, 66}}, {3}), code({2}, {{56, 66}}, {1}), code({2}, {{49, 54}}, {1})};
    QCOMPARE(groups().size(), 4u);
}

void RulingEditsTest::oneCodersWorkIsAccepted()
{
    const ComparedGroup group = groups().front();
    QCOMPARE(group.kind, Difference::Extent);
    const Change change = galley::settle(codebook(), group, taken(accepted(group, {2})), note(), standing());
    QCOMPARE(change.text, u"Settle “Ministers” as Framing / Security"_s);
    taken(m_store->apply(change, stamp(9)));
    QCOMPARE(places(), QStringList{u"1 “Ministers”"_s});
    QVERIFY(consensus().front().memo.isEmpty());
    const Ruling ruling = taken(m_store->rulings()).front();
    std::vector<AnnotationId> about{m_work[0].id, m_work[1].id};
    std::ranges::sort(about);
    QVERIFY(ruling.about == about);
    QVERIFY(ruling.results == std::vector{consensus().front().id});
    QVERIFY(ruling == (Ruling{rulingId(about), {1}, {1}, about, ruling.results, RulingHow::Accepted, u"the definition says so"_s, u"oversight"_s, {1},
                              codebook().content(), time(9)}));
    QVERIFY(Settled(taken(m_store->rulings())).contains(group));
    QVERIFY(taken(m_store->check()).empty());
}

void RulingEditsTest::allTheirTextIsTaken()
{
    settle(groups().front(), taken(unionOf(codebook(), m_text, groups().front(), groups().front().annotations.front())));
    QCOMPARE(places(), QStringList{u"1 “Ministers met”"_s});
    QCOMPARE(taken(m_store->rulings()).front().how, RulingHow::Union);
}

void RulingEditsTest::theTextOfAllIsTaken()
{
    settle(groups().front(), taken(intersectionOf(codebook(), m_text, groups().front(), groups().front().annotations.front())));
    QCOMPARE(places(), QStringList{u"1 “Ministers”"_s});
    QCOMPARE(taken(m_store->rulings()).front().how, RulingHow::Intersection);
}

void RulingEditsTest::whatHasNoAnswerIsSaid()
{
    const auto all = groups();
    const auto byKind = [&](Difference kind) { return *std::ranges::find(all, kind, &ComparedGroup::kind); };
    QVERIFY(accepted(byKind(Difference::Missing), {1}).error().message.contains(u"marked nothing"_s));
    QVERIFY(!edited(codebook(), m_text, byKind(Difference::Code), {}));
    Annotation foreign = m_work.front();
    foreign.code = {7}; // of another layer
    QVERIFY(edited(codebook(), m_text, byKind(Difference::Code), {foreign}).error().message.contains(u"not one of the layer"_s));
    ComparedGroup apart = all.front();
    apart.annotations.back().ranges = {{22, 34}};
    QVERIFY(intersectionOf(codebook(), m_text, apart, apart.annotations.front()).error().message.contains(u"no text that all"_s));
}

/// Most is no reason: somebody says which code the whole of it is to have.
void RulingEditsTest::whichCodeHoldsIsSaid()
{
    ComparedGroup group = groups().front();
    QCOMPARE(givenIn(group).size(), 1u); // both coded it alike
    Annotation third = group.annotations.back();
    third.coder = {3};
    third.code = {3};
    group.coders.push_back({3});
    group.annotations.push_back(third);
    const std::vector<GivenCode> given = givenIn(group);
    QCOMPARE(given.size(), 2u);
    QVERIFY(given[0].coders == (std::vector<CoderId>{{1}, {2}}) && given[1].coders == std::vector<CoderId>{{3}});
    settle(group, taken(unionOf(codebook(), m_text, group, given[1].annotation)));
    QCOMPARE(places(), QStringList{u"3 “Ministers met”"_s});
    QVERIFY(consensus().front().memo.isEmpty()); // of the coder whose code it is
}

void RulingEditsTest::itIsWrittenAnew()
{
    Annotation first = m_work[0], second = m_work[0];
    first.ranges = {{10, 13}};
    second.ranges = {{0, 9}, {14, 19}};
    second.code = {2};
    settle(groups().front(), taken(edited(codebook(), m_text, groups().front(), {first, second})));
    QCOMPARE(places(), (QStringList{u"2 “Ministers … today”"_s, u"1 “met”"_s}));
    QVERIFY(taken(m_store->check()).empty());
}

void RulingEditsTest::nobodyWasRight()
{
    const Change change = galley::settle(codebook(), groups().front(), nobody(), note(), standing());
    QCOMPARE(change.text, u"Rule out “Ministers met” as Framing / Security"_s);
    taken(m_store->apply(change, stamp()));
    QVERIFY(consensus().empty());
    QVERIFY(taken(m_store->rulings()).front().results.empty());
    QVERIFY(Settled(taken(m_store->rulings())).contains(groups().front()));
}

void RulingEditsTest::anotherRulingReplacesTheFirst()
{
    settle(groups().front(), taken(accepted(groups().front(), {1})));
    settle(groups().front(), taken(accepted(groups().front(), {2})));
    QCOMPARE(places(), QStringList{u"1 “Ministers”"_s});
    QCOMPARE(taken(m_store->rulings()).size(), 1u);
    settle(groups().front(), nobody());
    QVERIFY(consensus().empty());
    QCOMPARE(taken(m_store->rulings()).front().how, RulingHow::Nobody);
    taken(m_store->undo(stamp()));
    QCOMPARE(places(), QStringList{u"1 “Ministers”"_s});
    taken(m_store->undo(stamp()));
    QCOMPARE(places(), QStringList{u"1 “Ministers met”"_s});
}

void RulingEditsTest::aRulingOnPartOfAGroupGivesWayToOneOnAll()
{
    for (const ComparedGroup &group : groups({1})) { // to the letter: the two are apart
        if (group.annotations.front().id == m_work[0].id || group.annotations.front().id == m_work[1].id)
            settle(group, taken(accepted(group, group.annotations.front().coder)));
    }
    QCOMPARE(places(), (QStringList{u"1 “Ministers met”"_s, u"1 “Ministers”"_s}));
    QVERIFY(Settled(taken(m_store->rulings())).contains(groups().front())); // by another rule as well
    settle(groups().front(), taken(accepted(groups().front(), {1})));
    QCOMPARE(places(), QStringList{u"1 “Ministers met”"_s});
    QCOMPARE(taken(m_store->rulings()).size(), 1u);
}

void RulingEditsTest::partsAreAcceptedAsParts()
{
    code({1}, {{22, 60}}, {3});
    code({2}, {{22, 34}}, {3});
    code({2}, {{38, 60}}, {3});
    const auto all = groups({0, true});
    const auto group = std::ranges::find_if(all, [](const ComparedGroup &one) { return one.annotations.size() == 3; });
    QVERIFY(group != all.end());
    settle(*group, taken(accepted(*group, {2})));
    QCOMPARE(places().size(), 2);
    settle(*group, taken(accepted(*group, {1})));
    QCOMPARE(places().size(), 1);
    QVERIFY(taken(m_store->check()).empty());
}

void RulingEditsTest::manyAreSettledInOneStep()
{
    const Settlement settlement = settleAll(codebook(), groups(), {Acceptance::Rule::All}, note(), standing());
    QCOMPARE(settlement.settled, 1);
    QCOMPARE(settlement.open, 3);
    QCOMPARE(settlement.before, 0);
    const Settlement ofBen = settleAll(codebook(), groups(), {Acceptance::Rule::Coder, 0, {2}}, note(), standing());
    QCOMPARE(ofBen.settled, 4);
    QCOMPARE(ofBen.open, 0);
    const auto entries = taken(m_store->history(100)).size();
    taken(m_store->apply(ofBen.change, stamp()));
    QCOMPARE(taken(m_store->history(100)).size(), entries + 1);
    QCOMPARE(places(), (QStringList{u"1 “Ministers”"_s, u"2 “The alliance”"_s, u"1 “guard”"_s, u"1 “taxes rose”"_s}));
    const Settlement ofAda = settleAll(codebook(), groups(), {Acceptance::Rule::Coder, 0, {1}}, note(), {});
    QCOMPARE(ofAda.open, 1); // where she has nothing, nothing is ruled out
}

void RulingEditsTest::settlingAgainAltersNothing()
{
    const auto first = groups();
    settle(first.front(), nobody());
    for (const Acceptance &acceptance : {Acceptance{Acceptance::Rule::All}, {Acceptance::Rule::Coder, 0, {1}}, {Acceptance::Rule::Majority}}) {
        const Settlement once = settleAll(codebook(), groups(), acceptance, note(), standing());
        if (!once.change.isEmpty())
            taken(m_store->apply(once.change, stamp()));
        const QStringList after = places();
        const Settlement twice = settleAll(codebook(), groups(), acceptance, note(), standing());
        QVERIFY(twice.change.isEmpty());
        QCOMPARE(twice.settled, 0);
        QCOMPARE(twice.open, once.open);
        QCOMPARE(twice.before, once.before + once.settled);
        QCOMPARE(places(), after);
    }
    QVERIFY(!places().contains(u"1 “Ministers met”"_s)); // which was ruled out first of all
    QCOMPARE(places().size(), 2);
}

void RulingEditsTest::undoAndRedoBringBackEverything()
{
    const auto before = taken(m_store->annotations({1}));
    taken(m_store->apply(settleAll(codebook(), groups(), {Acceptance::Rule::Coder, 0, {2}}, note(), standing()).change, stamp()));
    const auto after = taken(m_store->annotations({1}));
    const auto rulings = taken(m_store->rulings());
    QVERIFY(taken(m_store->hasConsensus()));
    taken(m_store->undo(stamp()));
    QVERIFY(taken(m_store->annotations({1})) == before);
    QVERIFY(taken(m_store->rulings()).empty());
    QVERIFY(!taken(m_store->hasConsensus()));
    taken(m_store->redo(stamp()));
    QVERIFY(taken(m_store->annotations({1})) == after);
    QVERIFY(taken(m_store->rulings()) == rulings);
    const QString path = m_store->path();
    m_store.reset();
    m_store = std::make_unique<ProjectStore>(taken(ProjectStore::open(path, ProjectStore::Mode::ReadWrite)));
    QVERIFY(taken(m_store->rulings()) == rulings);
    taken(m_store->undo(stamp()));
    QVERIFY(taken(m_store->annotations({1})) == before);
    QVERIFY(taken(m_store->check()).empty());
}

void RulingEditsTest::originalsStayAsTheyAre()
{
    const auto all = groups();
    settle(all[0], taken(unionOf(codebook(), m_text, all[0], all[0].annotations.front())));
    settle(all[1], nobody());
    settle(all[2], taken(accepted(all[2], all[2].annotations.front().coder)));
    for (const Annotation &row : m_work)
        QVERIFY(taken(m_store->annotation(row.id)) == row);
    QVERIFY(groups() == all); // the consensus is nobody's work to compare
}

void RulingEditsTest::twoCopiesRuleTheSame()
{
    const ComparedGroup group = groups().front();
    for (const Decision &decision : {taken(accepted(group, {2})), taken(unionOf(codebook(), m_text, group, group.annotations.front()))}) {
        const Change here = galley::settle(codebook(), group, decision, note(1), {});
        const Change there = galley::settle(codebook(), group, decision, {{2}, time(99), u"as I see it"_s, {}}, {});
        QCOMPARE(here.edits.size(), 3u);
        QVERIFY(here.edits[0] == there.edits[0] && here.edits[1] == there.edits[1]); // the consensus, and what is in it
        QVERIFY(std::get<Edit<Ruling>>(here.edits[2]).after->id == std::get<Edit<Ruling>>(there.edits[2]).after->id);
    }
}

void RulingEditsTest::whatTwoCopiesRuledMerges()
{
    const QString here = m_store->path(), there = m_folder->filePath(u"q.galley"_s);
    m_store.reset();
    QVERIFY(QFile::copy(here, there));
    m_store = std::make_unique<ProjectStore>(taken(ProjectStore::open(here, ProjectStore::Mode::ReadWrite)));
    const auto all = groups();
    settle(all[0], taken(accepted(all[0], {2})));
    settle(all[1], taken(accepted(all[1], {1})));
    {
        ProjectStore other = taken(ProjectStore::open(there, ProjectStore::Mode::ReadWrite));
        for (const size_t at : {size_t(0), size_t(2)}) {
            const Decision decision = taken(accepted(all[at], {2}));
            taken(other.apply(galley::settle(codebook(), all[at], decision, {{2}, time(20), {}, {}}, taken(standingRulings(other))), {CoderId{2}, time(20)}));
        }
    }
    const MergeReport report = taken(m_store->merge(there, stamp(30)));
    QCOMPARE(report.conflicts.size(), 1u); // who ruled on the first, and why: what they ruled is the same
    QCOMPARE(report.conflicts.front().kind, RowKinds::index<Ruling>());
    QCOMPARE(taken(m_store->rulings()).size(), 3u);
    QCOMPARE(places(), (QStringList{u"1 “Ministers”"_s, u"2 “The alliance”"_s, u"1 “guard”"_s}));
    QVERIFY(taken(m_store->check()).empty());
}

void RulingEditsTest::theConsensusIsNoCoder()
{
    settle(groups().front(), taken(accepted(groups().front(), {1})));
    QCOMPARE(taken(m_store->coders()).size(), 2u);
    QCOMPARE(taken(m_store->articleSummaries({})).front().annotations, int(m_work.size()));
    int rows = 0;
    taken(m_store->forEachAnnotation({}, [&](const AnnotationRow &row) -> Result<> {
        rows += row.coder == consensusCoder().id ? 100 : 1;
        return {};
    }));
    QCOMPARE(rows, int(m_work.size()));
}

void RulingEditsTest::itGoesOutWhereItIsNamed()
{
    settle(groups().front(), taken(accepted(groups().front(), {1})));
    const auto rows = [this](const QStringList &coders, const QStringList &layers = {}) { return exported(coders, layers).count("\r\n") - 1; };
    QCOMPARE(rows({}), 7);
    QVERIFY(!exported({}).contains("consensus"));
    QCOMPARE(rows({u"consensus"_s}), 1);
    QVERIFY(exported({u"consensus"_s}).contains(",Ministers met,consensus,coded,"));
    QCOMPARE(rows({u"all"_s}), 8);
    QCOMPARE(rows({u"Ada"_s}), 3);
    QCOMPARE(rows({u"ada"_s, u"Consensus"_s}), 4);
    QCOMPARE(rows({}, {u"Framing"_s}), 7);
    QCOMPARE(rows({}, {u"Stance"_s}), 0);
    const QByteArray plainHeader = exported({}).split('\r').front(), header = exported({u"consensus"_s}).split('\r').front();
    QCOMPARE(header, plainHeader + ",ruling,ruling_reason,ruling_category,ruled_by,ruled_at");
    QVERIFY2(exported({u"consensus"_s}).contains(",accepted,the definition says so,oversight,Ada,"), exported({u"consensus"_s}).constData());
    QVERIFY2(exported({u"all"_s}).contains(",,,,,\r\n"), exported({u"all"_s}).constData()); // of what coders did nothing is ruled
    const QByteArray lines = exported({u"all"_s}, {}, u"jsonl"_s);
    const auto line = [&] {
        for (const QByteArray &one : lines.split('\n')) {
            if (one.startsWith("{\"type\":\"ruling\""))
                return QJsonDocument::fromJson(one).object();
        }
        return QJsonObject();
    }();
    QCOMPARE(line["how"_L1].toString(), u"accepted"_s);
    QCOMPARE(line["reason"_L1].toString(), u"the definition says so"_s);
    QCOMPARE(line["by"_L1].toString(), u"Ada"_s);
    QCOMPARE(line["about"_L1].toArray().size(), 2);
    QCOMPARE(line["results"_L1].toArray(), QJsonArray{consensus().front().uuid.toString(QUuid::WithoutBraces)});
    QVERIFY(!exported({}, {}, u"jsonl"_s).contains("\"ruling\""));
    QVERIFY(filterNamed(*m_store, {u"Eve"_s}, {}).error().message.contains(u"Ada, Ben"_s));
    QVERIFY(filterNamed(*m_store, {}, {u"Tone"_s}).error().message.contains(u"Framing, Stance, Article"_s));
    taken(m_store->apply({u"done"_s, {added(Progress{progressId({1}, {1}), {1}, {1}, ProgressState::Done})}}, stamp()));
    const QByteArray ofBen = exported({u"Ben"_s}, {}, u"jsonl"_s);
    QVERIFY(ofBen.contains("\"Ben\"") && !ofBen.contains("\"Ada\"")); // neither work nor progress nor name
    QVERIFY(exported({}, {}, u"jsonl"_s).contains("\"done\""));
}

void RulingEditsTest::itsNameIsTaken()
{
    const auto coders = taken(m_store->coders());
    QVERIFY(addCoder(coders, u" Consensus "_s).error().message.contains(u"no name for one"_s));
    QVERIFY(!renameCoder(coders, coders.front(), u"consensus"_s));
}

GALLEY_TEST(RulingEditsTest)
#include "tst_rulingedits.moc"
