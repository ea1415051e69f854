// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The codebook changed piece by piece.
#include "sampleproject.h"

#include <project/codebookedits.h>
#include <project/codeedits.h>
#include <project/partedits.h>

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr VariableId frame{1};
constexpr CodeId security{1}, defence{2}, economic{3};

Code codeAs(CodeId id, const std::function<void(Code &)> &alter)
{
    Code code = *codebook().code(id);
    alter(code);
    return code;
}

QStringList pathsAfter(const Codebook &before, const Change &change)
{
    const Codebook after = withChange(before, change);
    QStringList paths;
    for (const Code *code : after.codes(frame))
        paths << after.path(code->id);
    return paths;
}

} // namespace

class CodeEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCodeIsRenamedAndDescribed()
    {
        const Change renamed = taken(editCode(codebook(), codeAs(defence, [](Code &code) { code.name = u"  Armed   forces "_s; })));
        QCOMPARE(renamed.text, u"Rename code “Security/Defence” to “Armed forces”"_s);
        QCOMPARE(pathsAfter(codebook(), renamed), (QStringList{u"Security"_s, u"Security/Armed forces"_s, u"Economic"_s}));
        QCOMPARE(taken(editCode(codebook(), codeAs(defence, [](Code &code) { code.definition = u"Arms"_s; }))).text, u"Edit code “Security/Defence”"_s);
        QVERIFY(taken(editCode(codebook(), *codebook().code(defence))).isEmpty());
    }
    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<QString>("why");
        QTest::newRow("no name") << codeAs(economic, [](Code &code) { code.name = u" "_s; }) << u"A name is missing."_s;
        QTest::newRow("a sibling's") << codeAs(economic, [](Code &code) { code.name = u"Security"_s; }) << u"There is already “Security” in the same place."_s;
        QTest::newRow("two letters") << codeAs(economic, [](Code &code) { code.key = u"ec"_s; }) << u"A key is one letter, digit or sign."_s;
        QTest::newRow("no colour") << codeAs(economic, [](Code &code) { code.color = u"red"_s; }) << u"A colour is written #rrggbb."_s;
        QTest::newRow("gone") << codeAs(economic, [](Code &code) { code.id = {99}; }) << u"The code is not in the codebook any more."_s;
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(Code, code);
        QFETCH(QString, why);
        QCOMPARE(editCode(codebook(), code).error().message, why);
    }
    void passagesBecomeExamples()
    {
        const Change change = taken(addExamples(codebook(), {{defence, u"“Arms\nagain” (Times)"_s}, {economic, u"Money"_s}, {defence, u"“Arms again” (Times)"_s}}, ExampleKind::Example));
        QCOMPARE(change.edits.size(), size_t(2));
        const Codebook after = withChange(codebook(), change);
        QCOMPARE(after.code(defence)->examples.last(), u"“Arms again” (Times)"_s);
        QCOMPARE(after.code(defence)->examples.size(), codebook().code(defence)->examples.size() + 1);
        QVERIFY(taken(addExamples(after, {{economic, u" Money "_s}}, ExampleKind::Example)).isEmpty());
        QCOMPARE(withChange(after, taken(addExamples(after, {{economic, u"Money"_s}}, ExampleKind::CounterExample))).code(economic)->counterExamples, QStringList{u"Money"_s});
        QVERIFY(!addExamples(codebook(), {{{99}, u"Money"_s}}, ExampleKind::Example));
    }
    void aKeyHasOneUse()
    {
        const Codebook keyed = withChange(codebook(), taken(editCode(codebook(), codeAs(economic, [](Code &code) { code.key = u"e"_s; }))));
        Code other = *keyed.code(security);
        other.key = u"E"_s;
        QCOMPARE(editCode(keyed, other).error().message, u"The key “E” is that of “Economic”."_s);
    }
    void codesAreAddedWhereTheyAreWanted()
    {
        QCOMPARE(pathsAfter(codebook(), taken(addCodeBelow(codebook(), frame, {}, u"War/Peace"_s))), (QStringList{u"Security"_s, u"Security/Defence"_s, u"Economic"_s, u"War\\/Peace"_s}));
        QCOMPARE(pathsAfter(codebook(), taken(addCodeBelow(codebook(), frame, security, u"Border"_s))),
                 (QStringList{u"Security"_s, u"Security/Defence"_s, u"Security/Border"_s, u"Economic"_s}));
        QVERIFY(!addCodeBelow(codebook(), frame, security, u"Defence"_s));
        QVERIFY(!addCodeBelow(codebook(), frame, security, u" "_s));
    }
    void whatIsUsedStays()
    {
        QCOMPARE(removeCode(codebook(), security, {{}, {}, {defence}}).error().message, u"“Security/Defence” is used by annotations. Give them another code first."_s);
        const Change removed = taken(removeCode(codebook(), security, {{}, {}, {economic}}));
        QCOMPARE(removed.edits.size(), size_t(2));
        QCOMPARE(pathsAfter(codebook(), removed), QStringList(u"Economic"_s));
    }
    void codesMoveAmongTheirSiblings()
    {
        const Change down = moveCode(codebook(), security, 1);
        QCOMPARE(pathsAfter(codebook(), down), (QStringList{u"Economic"_s, u"Security"_s, u"Security/Defence"_s}));
        QVERIFY(moveCode(codebook(), security, -1).isEmpty());
        QVERIFY(moveCode(codebook(), economic, 1).isEmpty());
    }
    void codesMoveBelowOthers()
    {
        QCOMPARE(pathsAfter(codebook(), taken(moveCodeBelow(codebook(), economic, security))), (QStringList{u"Security"_s, u"Security/Defence"_s, u"Security/Economic"_s}));
        QCOMPARE(pathsAfter(codebook(), taken(moveCodeBelow(codebook(), defence, {}))), (QStringList{u"Security"_s, u"Economic"_s, u"Defence"_s}));
        QVERIFY(!moveCodeBelow(codebook(), security, defence));
        QVERIFY(!moveCodeBelow(codebook(), security, {4})); // of another variable
    }
    void variablesAndLayersAreDescribed()
    {
        Variable strength = *codebook().variable(VariableId{4});
        strength.required = true;
        QCOMPARE(taken(editVariable(codebook(), strength, {})).text, u"Edit variable “strength”"_s);
        strength.name = u"sure"_s;
        QVERIFY(!editVariable(codebook(), strength, {}));
        Layer framing = *codebook().layer(LayerId{1});
        framing.description = u"What is made of it"_s;
        QCOMPARE(taken(editLayer(codebook(), framing, {})).text, u"Edit layer “Framing”"_s);
        framing.name = u"Stance"_s;
        QVERIFY(!editLayer(codebook(), framing, {}));
    }
    /// Whatever is done, and taken back, the codebook stays one that can be written and read again.
    void everyEditIsTakenBackWhole()
    {
        QRandomGenerator random(7);
        Codebook now = codebook();
        for (int step = 0; step < 300; ++step) {
            const auto &codes = now.codes();
            const Code &any = codes[random.bounded(quint32(codes.size()))];
            Result<Change> change = Change();
            switch (random.bounded(5)) {
            case 0:
                change = addCodeBelow(now, any.variable, random.bounded(2) ? any.id : CodeId(), u"Code %1"_s.arg(step));
                break;
            case 1:
                change = moveCode(now, any.id, random.bounded(2) ? 1 : -1);
                break;
            case 2:
                change = moveCodeBelow(now, any.id, codes[random.bounded(quint32(codes.size()))].id);
                break;
            case 3:
                change = codes.size() > 6 ? removeCode(now, any.id, {}) : Result<Change>(Change());
                break;
            default: {
                Code renamed = any;
                renamed.name = u"Name %1"_s.arg(random.bounded(9));
                change = editCode(now, renamed);
            }
            }
            if (!change)
                continue;
            const Codebook after = withChange(now, *change);
            QVERIFY(withChange(after, inverse(*change)).codes() == now.codes());
            for (const Code &code : after.codes())
                QVERIFY(after.code(code.variable, after.path(code.id)) && (!code.parent || after.code(code.parent)));
            now = after;
        }
    }
};

GALLEY_TEST(CodeEditsTest)
#include "tst_codeedits.moc"
