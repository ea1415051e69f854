// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <history/order.h>
#include <history/standing.h>

#include <testing.h>

using namespace galley;
using namespace Qt::StringLiterals;

/// What a row is after edits of several copies, and what is to be looked at.
class StandingTest : public QObject
{
    Q_OBJECT

private slots:
    void theOrderIsTimeThenCopy();
    void editsThatKnowOfEachOtherLeaveOneVersion();
    void theLastOfTwoApartStandsAndTheOtherIsKept();
    void editsApartThatLeaveTheSameAreNoCollision();
    void aBranchGoesOnWhereItsEditsBelong();
    void bringingEachVersionToOneSettlesIt();
    void removedHereAndAlteredThereAreTwoVersions();
};

namespace {

Actor named(const QString &name)
{
    return {ActorId{7}, QUuid(), name};
}

/// From one name to another, by the operation of that time; an empty name: no row.
RowEdit<Actor> at(LogicalTime time, const QString &before, const QString &after)
{
    const auto row = [](const QString &name) { return name.isEmpty() ? std::nullopt : std::optional(named(name)); };
    return {operationId(time, 1), {row(before), row(after)}};
}

QStringList namesOf(std::vector<Version<Actor>> versions)
{
    std::ranges::sort(versions, std::ranges::greater(), &Version<Actor>::last);
    QStringList names;
    for (const Version<Actor> &version : versions)
        names += version.row ? version.row->name : u"-"_s;
    return names;
}

} // namespace

void StandingTest::theOrderIsTimeThenCopy()
{
    QVERIFY(operationId(1, 9) < operationId(2, 1));
    QVERIFY(operationId(2, 1) < operationId(2, 9));
    const CopyNumber copy = drawnCopy();
    QCOMPARE(timeOf(operationId(lastTime, copy)), lastTime);
    QCOMPARE(copyOf(operationId(lastTime, copy)), copy);
    QVERIFY(operationId(lastTime, copy).value > 0);
}

void StandingTest::editsThatKnowOfEachOtherLeaveOneVersion()
{
    const auto versions = versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"b"_s, {}), at(4, {}, u"b"_s)});
    QCOMPARE(namesOf(versions), QStringList{u"b"_s});
    QCOMPARE(standing(versions).last, operationId(4, 1));
}

void StandingTest::theLastOfTwoApartStandsAndTheOtherIsKept()
{
    const auto versions = versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, u"c"_s)});
    QCOMPARE(namesOf(versions), (QStringList{u"c"_s, u"b"_s}));
    QCOMPARE(standing(versions).branchedOff, operationId(3, 1));
}

void StandingTest::editsApartThatLeaveTheSameAreNoCollision()
{
    QCOMPARE(namesOf(versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, u"b"_s)})), QStringList{u"b"_s});
    QCOMPARE(namesOf(versionsOf<Actor>({at(1, {}, u"a"_s), at(1, {}, u"a"_s)})), QStringList{u"a"_s});
    QCOMPARE(namesOf(versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, u"c"_s), at(4, u"c"_s, u"b"_s)})), QStringList{u"b"_s});
}

void StandingTest::aBranchGoesOnWhereItsEditsBelong()
{
    const auto versions = versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, u"c"_s), at(4, u"b"_s, u"d"_s)});
    QCOMPARE(namesOf(versions), (QStringList{u"d"_s, u"c"_s}));
}

void StandingTest::bringingEachVersionToOneSettlesIt()
{
    std::vector<RowEdit<Actor>> edits{at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, u"c"_s)};
    for (const QString &chosen : {u"b"_s, u"c"_s, u"e"_s}) {
        auto settled = edits;
        settled.push_back(at(4, u"b"_s, chosen));
        settled.push_back(at(4, u"c"_s, chosen));
        QCOMPARE(namesOf(versionsOf(settled)), QStringList{chosen});
    }
}

void StandingTest::removedHereAndAlteredThereAreTwoVersions()
{
    QCOMPARE(namesOf(versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, {}), at(3, u"a"_s, u"b"_s)})), (QStringList{u"b"_s, u"-"_s}));
    QCOMPARE(namesOf(versionsOf<Actor>({at(1, {}, u"a"_s), at(2, u"a"_s, u"b"_s), at(3, u"a"_s, {})})), (QStringList{u"-"_s, u"b"_s}));
}

GALLEY_PURE_TEST(StandingTest)
#include "tst_standing.moc"
