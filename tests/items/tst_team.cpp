// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <items/planmodel.h>
#include <items/team.h>
#include <items/valuetable.h>

#include <testing.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace galley;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the place Team is made of: what is next, the plan, the tables.
class TeamTest : public QObject
{
    Q_OBJECT

private slots:
    void eachStepFollowsTheOneBefore();
    void aPlanShowsWhoCodesWhatAndIsChanged();
    void countsAreThoseOfThePlan();
    void aTableKeepsItsRowsWhileFiguresChange();
    void timesAreForPeople();
};

namespace {

Coder coder(qint64 id, const QString &name, CoderRole role = CoderRole::Coder)
{
    return {{id}, {}, name, role};
}

TeamSet set(qint64 id, const QString &name, int assigned = 0)
{
    return {{{id}, name, SetKind::Main, false, {}}, 10, {}, assigned, assigned > 0};
}

TeamWork work(qint64 coder, qint64 set, int assigned, int done)
{
    TeamWork made;
    made.coder = {coder};
    made.set = {set};
    made.assigned = assigned;
    made.done = done;
    return made;
}

} // namespace

void TeamTest::eachStepFollowsTheOneBefore()
{
    Team team;
    QCOMPARE(nextStep(team), TeamStep::ChooseCoder);
    team.you = {1};
    team.coders = {coder(1, u"Lea"_s)};
    QCOMPARE(nextStep(team), TeamStep::TakeTheLead);
    team.coders[0].role = CoderRole::Lead;
    team.isCounted = true;
    QCOMPARE(nextStep(team), TeamStep::ImportArticles);
    team.articles = 10;
    QCOMPARE(nextStep(team), TeamStep::AddCoders);
    team.coders.push_back(coder(2, u"Ada"_s));
    QCOMPARE(nextStep(team), TeamStep::MakeSet);
    team.sets = {set(1, u"Pilot"_s, 10), set(2, u"Main"_s)};
    QCOMPARE(nextStep(team), TeamStep::Assign);
    QCOMPARE(setToAssign(team)->set.name, u"Main"_s);
    team.sets[1] = set(2, u"Main"_s, 10);
    team.isCounted = false;
    QCOMPARE(nextStep(team), TeamStep::Nothing); // it is not known yet how far it is
    team.isCounted = true;
    team.work = {work(2, 1, 10, 0), work(2, 2, 10, 0), work(2, 0, 0, 7)}; // what is coded beyond the sets is no answer to them
    QCOMPARE(nextStep(team), TeamStep::WritePackets);
    team.work[0].done = 10;
    QCOMPARE(nextStep(team), TeamStep::Merge);
    team.work[1].done = 10;
    QCOMPARE(nextStep(team), TeamStep::Compare);
    team.compared = {{.disagreements = 5, .open = 2, .unruled = 7}};
    QCOMPARE(nextStep(team), TeamStep::Compare);
    team.compared->open = 0;
    QCOMPARE(nextStep(team), TeamStep::Compare); // what all agree on is not in the consensus
    team.compared->unruled = 0;
    QCOMPARE(nextStep(team), TeamStep::Export);
    team.packets[{2}] = {QDateTime::currentDateTimeUtc(), u"Ada.galley"_s, false}; // who may still bring something
    QCOMPARE(team.notBack(), QStringList{u"Ada"_s});
    QCOMPARE(nextStep(team), TeamStep::Compare);
    team.packets[{2}].isBack = true;
    QCOMPARE(nextStep(team), TeamStep::Export);
    team.you = {2};
    QCOMPARE(nextStep(team), TeamStep::Code); // who does not lead
    team.isWritable = false;
    QCOMPARE(nextStep(team), TeamStep::Nothing);
}

void TeamTest::aPlanShowsWhoCodesWhatAndIsChanged()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setUp({{{1}, u"One"_s}, {{2}, u"Two"_s}}, {coder(1, u"Ada"_s), coder(2, u"Ben"_s)}, {{{1}, {1}}}, {{{1}, {2}}, {{2}, {1}}});
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Ben"_s);
    const auto isTicked = [&](int row, int column) { return model.index(row, column).data(Qt::CheckStateRole).toInt() == Qt::Checked; };
    QVERIFY(isTicked(0, 1) && isTicked(0, 2) && isTicked(1, 1) && !isTicked(1, 2));
    QVERIFY(!model.setData(model.index(0, 1), Qt::Unchecked, Qt::CheckStateRole)); // assigned already
    QVERIFY(!(model.flags(model.index(0, 1)) & Qt::ItemIsEnabled));
    QVERIFY(model.setData(model.index(1, 2), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(1, 1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.planned(), (std::vector<PlanModel::Pair>{{{1}, {2}}, {{2}, {2}}}));
    QVERIFY(model.index(1, 2).data(Qt::AccessibleTextRole).toString().contains(u"Ben is to code “Two”"_s));
}

void TeamTest::countsAreThoseOfThePlan()
{
    for (quint64 seed = 1; seed <= 50; ++seed) {
        Random random(seed, 0);
        std::vector<PlanModel::PlannedArticle> articles;
        for (int at = 1; at <= 20; ++at)
            articles.push_back({{at}, QString::number(at)});
        std::map<CoderId, int> load;
        std::map<std::pair<CoderId, CoderId>, int> together;
        std::vector<PlanModel::Pair> assigned, planned;
        for (const auto &article : articles) {
            std::vector<CoderId> who;
            for (qint64 id = 1; id <= 4; ++id) {
                if (random.below(2) == 0)
                    continue;
                (random.below(3) == 0 ? assigned : planned).emplace_back(article.id, CoderId{id});
                ++load[{id}];
                for (const CoderId other : who)
                    ++together[{other, {id}}];
                who.push_back({id});
            }
        }
        PlanModel model;
        model.setUp(articles, {coder(1, u"A"_s), coder(2, u"B"_s), coder(3, u"C"_s), coder(4, u"D"_s)}, assigned, planned);
        QCOMPARE(model.counts().articles, load);
        QCOMPARE(model.counts().together, together);
        std::ranges::sort(planned);
        QCOMPARE(model.planned(), planned);
    }
}

void TeamTest::aTableKeepsItsRowsWhileFiguresChange()
{
    ValueTable table({u"Name"_s, u"Done"_s});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset), changes(&table, &QAbstractItemModel::dataChanged);
    table.setRows({{1, {{u"Ada"_s}, numberCell(1)}}, {2, {{u"Ben"_s}, numberCell(2)}}});
    QCOMPARE(resets.size(), 1);
    table.setRows({{1, {{u"Ada"_s}, numberCell(1)}}, {2, {{u"Ben"_s}, numberCell(3)}}});
    QCOMPARE(resets.size(), 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(table.index(1, 1).data(ValueTable::KeyRole).toInt(), 3);
    QCOMPARE(table.index(1, 1).data(Qt::AccessibleTextRole).toString(), u"Done: 3"_s);
    table.setRows({{2, {{u"Ben"_s}, numberCell(3)}}});
    QCOMPARE(resets.size(), 2);
}

void TeamTest::timesAreForPeople()
{
    QCOMPARE(timeForPeople(42s), u"42 s"_s);
    QCOMPARE(timeForPeople(260s), u"4 min 20 s"_s);
    QCOMPARE(timeForPeople(12min + 31s), u"12 min"_s);
}

GALLEY_TEST(TeamTest)
#include "tst_team.moc"
