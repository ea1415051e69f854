// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/coderedits.h>
#include <base/nearest.h>
#include <project/didyoumean.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

class CoderEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCoderIsAddedOnce();
    void renamingKeepsNamesApart();
    void somebodyAlwaysLeads();
    void aMistypedWordIsRecognised_data();
    void aMistypedWordIsRecognised();
};

void CoderEditsTest::aCoderIsAddedOnce()
{
    const Change change = taken(addCoder({}, u"  Ada   Lovelace "_s, CoderRole::Lead));
    QCOMPARE(change.text, u"Add coder “Ada Lovelace”"_s);
    const Coder ada = *std::get<Edit<Coder>>(change.edits.front()).after;
    QCOMPARE(ada.role, CoderRole::Lead);
    QCOMPARE(addCoder({ada}, u"ada lovelace"_s).error().message, u"There is already “Ada Lovelace”."_s);
    QCOMPARE(addCoder({ada}, u" "_s).error().message, u"A name is missing."_s);
    QCOMPARE(coderNamed({ada}, u"ADA LOVELACE"_s) != nullptr, true);
}

void CoderEditsTest::renamingKeepsNamesApart()
{
    const Coder ada = coder(1, u"Ada"_s);
    const Coder ben = coder(2, u"Ben"_s);
    QCOMPARE(taken(renameCoder({ada, ben}, ada, u"Cleo"_s)).text, u"Rename “Ada” to “Cleo”"_s);
    QVERIFY(!renameCoder({ada, ben}, ada, u"ben"_s));
    QCOMPARE(taken(renameCoder({ada, ben}, ada, u"ADA"_s)).edits.size(), size_t(1));
    QVERIFY(taken(renameCoder({ada, ben}, ada, u"Ada"_s)).isEmpty());
}

void CoderEditsTest::somebodyAlwaysLeads()
{
    Coder ada = coder(1, u"Ada"_s);
    const Coder ben = coder(2, u"Ben"_s);
    const Change led = taken(setRole({ada, ben}, ada, CoderRole::Lead));
    QCOMPARE(led.text, u"Make “Ada” a lead"_s);
    ada = *std::get<Edit<Coder>>(led.edits.front()).after;
    QVERIFY(taken(setRole({ada, ben}, ada, CoderRole::Lead)).isEmpty());
    QCOMPARE(setRole({ada, ben}, ada, CoderRole::Coder).error().message, u"“Ada” is the only lead. Make somebody else a lead first."_s);
    Coder lead = ben;
    lead.role = CoderRole::Lead;
    QCOMPARE(taken(setRole({ada, lead}, ada, CoderRole::Coder)).text, u"Make “Ada” a coder"_s);
    QVERIFY(!setRole({ada}, ada, CoderRole::Consensus));
}

void CoderEditsTest::aMistypedWordIsRecognised_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("meant");
    QTest::newRow("case") << u"economic"_s << u"Economic"_s;
    QTest::newRow("a letter") << u"Econmic"_s << u"Economic"_s;
    QTest::newRow("last part") << u"Defense"_s << u"Security/Defence"_s;
    QTest::newRow("far away") << u"Weather forecast"_s << QString();
    QTest::newRow("very long") << QString(100000, u'x') << QString();
}

void CoderEditsTest::aMistypedWordIsRecognised()
{
    QFETCH(QString, written);
    QFETCH(QString, meant);
    QCOMPARE(nearest(written, {u"Security/Defence"_s, u"Economic"_s, u"Political"_s}), meant);
}

GALLEY_TEST(CoderEditsTest)
#include "tst_coderedits.moc"
