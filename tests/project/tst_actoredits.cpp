// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The register of actors.
#include "sampleproject.h"

#include <project/actoredits.h>
#include <readers/tables/actorstable.h>
#include <writers/actorswriter.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

namespace {

Actor actor(qint64 id, const QString &name, const QStringList &aliases = {}, std::vector<ActorAttribute> attributes = {})
{
    return {{id}, uuidOf(id), name, ActorKind::Unstated, aliases, std::move(attributes)};
}

QString why(const Result<Change> &change)
{
    return change ? u"done"_s : change.error().message;
}

} // namespace

class ActorEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsOneActors()
    {
        const Actor nato = actor(1, u"NATO"_s, {u"The alliance"_s});
        QCOMPARE(taken(addActor({}, u"NATO"_s)).text, u"Add actor “NATO”"_s);
        QCOMPARE(why(addActor({nato}, u"nato"_s)), u"There is already “NATO”."_s);
        QCOMPARE(why(addActor({nato}, u"the  alliance"_s)), u"There is already “NATO”."_s);
        QCOMPARE(why(addActor({nato}, u" "_s)), u"A name is missing."_s);
        const Actor union_ = actor(2, u"Union"_s);
        QCOMPARE(why(editActor({nato, union_}, actor(2, u"Union"_s, {u"NATO"_s}))), u"“NATO” is an actor of their own. Merge the two."_s);
        QCOMPARE(taken(editActor({nato}, actor(1, u"Atlantic alliance"_s))).text, u"Rename “NATO” to “Atlantic alliance”"_s);
        const Change tidy = taken(editActor({nato}, actor(1, u"NATO"_s, {u" OTAN "_s, u"otan"_s, u"Nato"_s, QString()})));
        QCOMPARE(actorIn(tidy).aliases, QStringList{u"OTAN"_s});
    }
    void anActorIsFoundByEachName()
    {
        const std::vector<Actor> actors{actor(1, u"NATO"_s, {u"OTAN"_s, u"The alliance"_s}), actor(2, u"Union"_s, {u"The alliance"_s}), actor(3, u"Otan bank"_s)};
        QCOMPARE(actorNamed(actors, u"otan"_s)->id, ActorId{1});
        QCOMPARE(actorNamed(actors, u"UNION"_s)->id, ActorId{2});
        QVERIFY(!actorNamed(actors, u"the alliance"_s)); // of two
        QVERIFY(!actorNamed(actors, u"alliance"_s));
    }
    void whatTheyWereHoldsForItsTime_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("role");
        QTest::newRow("before") << u"2018-12-31"_s << u"Harbour List"_s;
        QTest::newRow("the first day") << u"2019-01-01"_s << u"speaker · Harbour List"_s;
        QTest::newRow("the last month") << u"2021-05-31T10:00:00Z"_s << u"speaker · Harbour List"_s;
        QTest::newRow("after") << u"2021-06-01"_s << u"minister · Harbour List"_s;
        QTest::newRow("a year of both") << u"2021"_s << u"speaker · minister · Harbour List"_s;
        QTest::newRow("no date") << QString() << u"Harbour List"_s;
        QTest::newRow("as found") << u"last Tuesday"_s << u"Harbour List"_s;
    }
    void whatTheyWereHoldsForItsTime()
    {
        QFETCH(QString, date);
        QFETCH(QString, role);
        const Actor ada = actor(1, u"Ada"_s, {}, {{u"role"_s, u"speaker"_s, u"2019"_s, u"2021-05"_s}, {u"role"_s, u"minister"_s, u"2021-06"_s}, {u"party"_s, u"Harbour List"_s}});
        QCOMPARE(roleAt(ada, date), role);
    }
    void datesAreInOrder()
    {
        const auto with = [](const QString &from, const QString &to) { return why(editActor({actor(1, u"Ada"_s)}, actor(1, u"Ada"_s, {}, {{u"role"_s, u"speaker"_s, from, to}}))); };
        QCOMPARE(with(u"2019"_s, u"2019-05"_s), u"done"_s);
        QCOMPARE(with(u"2019-05"_s, u"2019"_s), u"done"_s); // to the end of the year
        QCOMPARE(with(u"2020"_s, u"2019"_s), u"“speaker” of “Ada” ends before it begins."_s);
        QCOMPARE(with(u"May"_s, QString()), u"“May” is no date: write it as 2023, 2023-05 or 2023-05-04."_s);
    }
    void aListComesInAndGoesOut()
    {
        const QByteArray csv = "name;kind;aliases;attribute;value;from;to\r\nAda Lund;person;A. Lund; ;;;\r\nAda Lund;person;\"Lund; Minister Lund\";role;speaker;2019;2021-05\r\n"
                               "\"Harbour; List\";organisation;;;;;\r\n";
        const auto read = actorsFromCsv("\xEF\xBB\xBF" + csv, u"a.csv"_s);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->size(), size_t(2));
        QCOMPARE(read->front().aliases, (QStringList{u"A. Lund"_s, u"Lund"_s, u"Minister Lund"_s}));
        QCOMPARE(read->front().attributes, (std::vector<ActorAttribute>{{u"role"_s, u"speaker"_s, u"2019"_s, u"2021-05"_s}}));
        QCOMPARE(read->back().kind, ActorKind::Organisation);
        const auto again = actorsFromCsv(actorsToCsv(*read), u"b.csv"_s);
        QVERIFY(again && *again == *read);
        const Change change = taken(adoptActors({actor(5, u"Lund"_s)}, *read));
        QCOMPARE(change.edits.size(), size_t(2));
        QCOMPARE(actorIn(change).id, ActorId{5});
        QCOMPARE(actorIn(change).aliases, (QStringList{u"Ada Lund"_s, u"A. Lund"_s, u"Minister Lund"_s}));
        QCOMPARE(why(adoptActors({actor(5, u"A. Lund"_s), actor(6, u"Lund"_s)}, *read)), u"“Lund” is an actor of their own. Merge the two."_s);
        QVERIFY(taken(adoptActors({}, {})).isEmpty());
    }
    void whatIsNoListIsTold_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << u"“a.csv” has no lines."_s;
        QTest::newRow("no name") << QByteArray("kind\nperson\n") << u"a.csv:1: a column “name” is missing"_s;
        QTest::newRow("an empty name") << QByteArray("name,kind\nAda,person\n,person\n") << u"a.csv:3: the name is missing"_s;
        QTest::newRow("another kind") << QByteArray("name,kind\nAda,robot\n") << u"a.csv:2: “robot” is no kind; there are person, organisation, country, group and other"_s;
    }
    void whatIsNoListIsTold()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, reason);
        const auto read = actorsFromCsv(csv, u"a.csv"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().message, reason);
    }
    void twoBecomeOne()
    {
        QTemporaryDir folder(folderPattern());
        ProjectStore store = project(folder.filePath(u"p.galley"_s));
        taken(store.apply({{}, {added(actor(901, u"Ministry"_s, {u"The ministry"_s})), added(actor(902, u"Min. of Ports"_s))}}, stamp()));
        Annotation stance = annotation({903}, {1}, firstText, {{0, 9}}, {4});
        stance.layer = {2};
        stance.values = {{{3}, ActorId{902}}, {{3}, ActorId{901}}};
        taken(store.apply({{}, {added(stance)}}, stamp()));
        const Change merge = taken(mergeActors(store, {902}, {901}, time()));
        taken(store.apply(merge, stamp()));
        QCOMPARE(taken(store.annotation({903}))->values, (std::vector<VariableValue>{{{3}, ActorId{901}}})); // once, not twice
        const Actor stands = *actorNamed(taken(store.actors()), u"min. of ports"_s);
        QCOMPARE(stands.id, ActorId{901});
        QCOMPARE(stands.aliases, (QStringList{u"The ministry"_s, u"Min. of Ports"_s}));
        QCOMPARE(taken(actorUses(store)).at({901}), 1);
        taken(store.apply(inverse(merge), stamp()));
        QCOMPARE(taken(store.annotation({903}))->values, stance.values);
        QVERIFY(!mergeActors(store, {901}, {901}, time()));
        QVERIFY(!mergeActors(store, {901}, {99}, time()));
        QVERIFY(taken(store.check()).empty());
    }
};

GALLEY_TEST(ActorEditsTest)
#include "tst_actoredits.moc"
