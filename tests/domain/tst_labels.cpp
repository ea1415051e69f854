// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ids, values and ranges are called outside.
#include <dataset.h>
#include <domain/labels.h>
#include <domain/rangetext.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;

class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsWrittenByItsKind();
    void aCodeIsCalledByItsPathAsTheCodebookSaysIt();
    void codersOfOneNameAreCalledByTheirIds();
    void rangesComeBack();
    void brokenRangesEndWhereTheyBreak();
};

void LabelsTest::aValueIsWrittenByItsKind()
{
    const Dataset data = Dataset::small();
    const Labels labels(data.codebook, data.coders, data.actors);
    QCOMPARE(labels.text(CodeId{2}), std::string("Security/Defence\\/arms"));
    QCOMPARE(labels.text(ActorId{1}), std::string("Town council"));
    QCOMPARE(labels.text(-0.25), std::string("-0.25"));
    QCOMPARE(labels.text(true), std::string("true"));
    QCOMPARE(labels.text(QString(u"2023-05")), std::string("2023-05"));
    QCOMPARE(labels.text(CodeId{99}), std::string());
}

void LabelsTest::aCodeIsCalledByItsPathAsTheCodebookSaysIt()
{
    const Dataset data = Dataset::small();
    const Labels labels(data.codebook, data.coders, data.actors);
    for (const Code &code : data.codebook.codes())
        QCOMPARE(QString::fromUtf8(labels.code(code.id)), data.codebook.path(code.id));
}

void LabelsTest::codersOfOneNameAreCalledByTheirIds()
{
    const std::vector<Coder> coders{{{1}, numberedUuid(1), QStringLiteral("Ann"), CoderRole::Coder},
                                    {{2}, numberedUuid(2), QStringLiteral("Ann"), CoderRole::Coder},
                                    {{3}, numberedUuid(3), QStringLiteral("Bo"), CoderRole::Coder}};
    const Labels labels(Codebook(), coders, {});
    QCOMPARE(labels.coder({2}), std::string_view("00000000-0000-4000-8000-000000000002"));
    QCOMPARE(labels.coder({3}), std::string_view("Bo"));
}

void LabelsTest::rangesComeBack()
{
    const std::vector<std::vector<Range>> samples{{}, {{0, 1}}, {{0, 7}, {8, 10}}, {{123456789012, 123456789013}, {223456789012, 323456789012}}};
    for (const auto &ranges : samples)
        QCOMPARE(rangesIn(rangesText(ranges)), ranges);
    QCOMPARE(rangesText({{0, 7}, {8, 10}}), std::string("[[0,7],[8,10]]"));
    const std::vector<Range> spaced{{0, 7}, {8, 10}};
    QCOMPARE(rangesIn(" [ [0, 7],\n[8 ,10] ] "), spaced);
}

void LabelsTest::brokenRangesEndWhereTheyBreak()
{
    const std::vector<Range> first{{0, 7}};
    for (const char *text : {"[[0,7],[8", "[[0,7],[8,", "[[0,7],[-]]", "[[0,7]", "[[0,7],[8,99999999999999999999999]]"})
        QCOMPARE(rangesIn(text), first);
    QVERIFY(rangesIn("").empty());
    QVERIFY(rangesIn("none").empty());
}

GALLEY_PURE_TEST(LabelsTest)
#include "tst_labels.moc"
