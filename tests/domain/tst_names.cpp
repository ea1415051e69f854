// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/coder.h>
#include <domain/nameduuid.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class NamesTest : public QObject
{
    Q_OBJECT

private slots:
    void rolesAndStatesAreFoundByTheirOwnNames();
    void aNamedUuidFollowsFromItsPartsAlone();
};

void NamesTest::rolesAndStatesAreFoundByTheirOwnNames()
{
    for (const CoderRole role : {CoderRole::Coder, CoderRole::Lead})
        QCOMPARE(coderRoleNamed(nameOf(role)), role);
    for (const ProgressState state : {ProgressState::InProgress, ProgressState::Done})
        QCOMPARE(progressStateNamed(nameOf(state)), state);
    QVERIFY(!coderRoleNamed(u"Lead"));
    QVERIFY(!progressStateNamed(u""));
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

GALLEY_TEST(NamesTest)
#include "tst_names.moc"
