// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which reading of several is accepted, and what is settled.
#include "codings.h"

#include <review/acceptance.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;

class AcceptanceTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadingIsAcceptedWhereEnoughHaveIt_data();
    void aReadingIsAcceptedWhereEnoughHaveIt();
    void anUnknownRuleIsRefused_data();
    void anUnknownRuleIsRefused();
    void aGroupIsSettledWhereAnyOfItWasRuledOn();
};

namespace {

const std::vector<Coder> coders{{{1}, {}, u"Ada"_s}, {{2}, {}, u"Ben"_s}, {{3}, {}, u"Cleo"_s}, {{4}, {}, u"Dan"_s}};

/// Each coder's code for the passage; 0 for one who marked nothing.
ComparedGroup passage(const std::vector<qint64> &codes)
{
    ComparedGroup group{{1}, {1}, {}, {}};
    for (size_t at = 0; at < codes.size(); ++at) {
        group.coders.push_back({qint64(at) + 1});
        if (codes[at])
            group.annotations.push_back(coded(qint64(at) + 1, codes[at], {{2, 9}}));
    }
    group.kind = differenceIn(group);
    return group;
}

} // namespace

void AcceptanceTest::aReadingIsAcceptedWhereEnoughHaveIt_data()
{
    QTest::addColumn<std::vector<qint64>>("codes");
    QTest::addColumn<QString>("accept");
    QTest::addColumn<qint64>("accepted"); // 0: none
    const auto row = [](const char *name, const std::vector<qint64> &codes, const QString &accept, qint64 accepted) {
        QTest::newRow(name) << codes << accept << accepted;
    };
    row("all", {7, 7, 7}, u"all"_s, 7);
    row("all but one", {7, 7, 8}, u"all"_s, 0);
    row("all who marked something", {7, 7, 0}, u"all"_s, 0);
    row("two of three", {7, 8, 8}, u"majority"_s, 8);
    row("two of four are no majority", {7, 7, 8, 9}, u"majority"_s, 0);
    row("two of three, and one marked nothing", {7, 7, 0}, u"majority"_s, 7);
    row("most marked nothing, and that rules nothing out", {7, 0, 0}, u"majority"_s, 0);
    row("at least two", {7, 7, 8, 9}, u"atleast=2"_s, 7);
    row("two against two", {7, 7, 8, 8}, u"atleast=2"_s, 0);
    row("at least one, and they differ", {7, 8}, u"atleast=1"_s, 0);
    row("at least one alone", {0, 8}, u"atleast=1"_s, 8);
    row("of one coder", {7, 8, 8}, u"coder=Ada"_s, 7);
    row("of one coder who marked nothing", {0, 8, 8}, u"coder=ada"_s, 0);
}

void AcceptanceTest::aReadingIsAcceptedWhereEnoughHaveIt()
{
    QFETCH(std::vector<qint64>, codes);
    QFETCH(QString, accept);
    QFETCH(qint64, accepted);
    const ComparedGroup group = passage(codes);
    const auto acceptance = acceptanceNamed(accept, coders);
    QVERIFY(acceptance);
    const auto reading = acceptedReading(group, *acceptance);
    QCOMPARE(reading ? reading->annotations.front().code.value : 0, accepted);
}

void AcceptanceTest::anUnknownRuleIsRefused_data()
{
    QTest::addColumn<QString>("accept");
    for (const char *accept : {"", "most", "atleast=0", "atleast=x", "atleast", "coder=Eve", "coder="})
        QTest::newRow(accept) << QString::fromLatin1(accept);
}

void AcceptanceTest::anUnknownRuleIsRefused()
{
    QFETCH(QString, accept);
    const auto acceptance = acceptanceNamed(accept, coders);
    QVERIFY(!acceptance && !acceptance.error().message.isEmpty());
}

void AcceptanceTest::aGroupIsSettledWhereAnyOfItWasRuledOn()
{
    const ComparedGroup group = passage({7, 8, 0}), other = passage({7, 7, 7});
    Ruling ruling;
    ruling.about = {group.annotations.back().id};
    QVERIFY(Settled({ruling}).contains(group));
    QVERIFY(!Settled({ruling}).contains(other));
    QVERIFY(!Settled({}).contains(group));
}

GALLEY_PURE_TEST(AcceptanceTest)
#include "tst_acceptance.moc"
