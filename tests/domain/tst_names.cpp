// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/coder.h>
#include <domain/identity.h>
#include <domain/nameduuid.h>
#include <domain/ruling.h>

#include <testing.h>

#include <QTest>

#include <limits>
#include <set>

using namespace galley;
using namespace Qt::StringLiterals;

class NamesTest : public QObject
{
    Q_OBJECT

private slots:
    void rolesAndStatesAreFoundByTheirOwnNames();
    void theConsensusIsTheSameEverywhere();
    void aNamedUuidFollowsFromItsPartsAlone();
    void idsWithinOneOwnerStandTogether();
    void anIdIsWrittenAsItsUuid();
};

void NamesTest::rolesAndStatesAreFoundByTheirOwnNames()
{
    for (const CoderRole role : {CoderRole::Coder, CoderRole::Lead, CoderRole::Consensus})
        QCOMPARE(coderRoleNamed(nameOf(role)), role);
    for (const ProgressState state : {ProgressState::InProgress, ProgressState::Done})
        QCOMPARE(progressStateNamed(nameOf(state)), state);
    QVERIFY(!coderRoleNamed(u"Lead"));
    QVERIFY(!progressStateNamed(u""));
}

void NamesTest::theConsensusIsTheSameEverywhere()
{
    QCOMPARE(consensusCoder().name, u"consensus"_s);
    QCOMPARE(consensusCoder().role, CoderRole::Consensus);
    QVERIFY(isConsensusName(u" Consensus") && !isConsensusName(u"consent"));
    QVERIFY(consensusCoder().id != coderId(u"consensus")); // which somebody of that name had before there was one
    // Files in the world hold what follows from these; they must never change.
    QCOMPARE(consensusCoder().uuid.toString(QUuid::WithoutBraces), u"67616c6c-6579-807c-80d5-cdf3ec24d937"_s);
    QCOMPARE(rulingId({{1}, {2}}).value, 6032214226760249107);
    QCOMPARE(resultId({1}, 0).value, 6888122951898418737);
}

void NamesTest::aNamedUuidFollowsFromItsPartsAlone()
{
    const QUuid id = namedUuid({u"Policy frames", u"Framing", u"frame"});
    QCOMPARE(id, namedUuid({u"Policy frames", u"Framing", u"frame"}));
    QCOMPARE(id.version(), QUuid::Sha1);
    QVERIFY(id != namedUuid({u"Policy frames", u"Framingf", u"rame"}));
    // Files in the world hold ids made with this; it must never change.
    QCOMPARE(namedUuid({u"a"}).toString(QUuid::WithoutBraces), u"b071b433-f560-5d05-b448-643d62f3731b"_s);
}

void NamesTest::idsWithinOneOwnerStandTogether()
{
    std::set<qint64> ids;
    for (int owner = 0; owner < 20; ++owner) {
        std::set<qint64> clusters;
        for (int thing = 0; thing < 500; ++thing) {
            const qint64 id = idWithin(idFrom({QString::number(owner)}), namedUuid({u"thing", QString::number(thing)}));
            QVERIFY(id > 0);
            QCOMPARE(idOf(uuidOf(id)), id);
            clusters.insert(id >> 40);
            ids.insert(id);
        }
        QCOMPARE(clusters.size(), size_t(1));
    }
    QCOMPARE(ids.size(), size_t(20 * 500));
}

void NamesTest::anIdIsWrittenAsItsUuid()
{
    for (const qint64 id : {qint64(1), qint64(0x0102'0304'0506'0708), qint64(0x00FF'FFFF'FFFF'FFFF), std::numeric_limits<qint64>::max(), drawnId()}) {
        const auto text = uuidTextOf(id);
        QCOMPARE(QByteArray(text.data(), qsizetype(text.size())), uuidOf(id).toByteArray(QUuid::WithoutBraces));
    }
}

GALLEY_TEST(NamesTest)
#include "tst_names.moc"
