// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sampleproject.h>

#include <project/manyedits.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// Many annotations are altered in one step.
class ManyEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void recodingIsOneChange();
    void layersAreNotMixed();
    void flagsAreSetWhereTheyAreNot();
    void whatIsStillRightIsOfTheCodebookAsItIs();
};

void ManyEditsTest::recodingIsOneChange()
{
    const QString text = u"one two three four"_s;
    const std::vector annotations{annotation({11}, {1}, text, {{0, 3}}, {1}), annotation({12}, {1}, text, {{4, 7}}, {2}), annotation({13}, {1}, text, {{8, 13}}, {1})};
    const Change change = taken(recodeAll(codebook(), annotations, {2}, time()));
    QCOMPARE(change.edits.size(), size_t(2)); // the second has the code
    QVERIFY2(change.text.startsWith(u"Recode 2 annotations"), qPrintable(change.text));
    for (const AnyEdit &any : change.edits)
        QCOMPARE(std::get<Edit<Annotation>>(any).after->code, CodeId{2});
    const Change one = taken(recodeAll(codebook(), {annotations[0]}, {2}, time()));
    QCOMPARE(one.text, taken(recode(codebook(), annotations[0], {2}, time())).text);
    QVERIFY(taken(recodeAll(codebook(), {annotations[1]}, {2}, time())).isEmpty());
    QVERIFY(taken(recodeAll(codebook(), {}, {2}, time())).isEmpty());
}

void ManyEditsTest::layersAreNotMixed()
{
    const QString text = u"one two three four"_s;
    Annotation other = annotation({12}, {1}, text, {{4, 7}});
    other.layer = {2};
    const auto refused = recodeAll(codebook(), {annotation({11}, {1}, text, {{0, 3}}), other}, {2}, time());
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"several layers"));
}

void ManyEditsTest::flagsAreSetWhereTheyAreNot()
{
    const QString text = u"one two three four"_s;
    Annotation flagged = annotation({12}, {1}, text, {{4, 7}});
    flagged.status = AnnotationStatus::Flagged;
    const std::vector annotations{annotation({11}, {1}, text, {{0, 3}}), flagged};
    const Change change = setStatusOfAll(codebook(), annotations, AnnotationStatus::Flagged, time());
    QCOMPARE(change.edits.size(), size_t(1));
    QCOMPARE(std::get<Edit<Annotation>>(change.edits[0]).after->id, AnnotationId{11});
    QVERIFY(setStatusOfAll(codebook(), {flagged}, AnnotationStatus::Flagged, time()).isEmpty());
}

void ManyEditsTest::whatIsStillRightIsOfTheCodebookAsItIs()
{
    const QString text = u"one two three four"_s;
    const Codebook now(codebook().name(), 7, codebook().layers(), codebook().variables(), codebook().codes(), RevisionId{77});
    Annotation earlier = annotation({11}, {1}, text, {{0, 3}}), recent = annotation({12}, {1}, text, {{4, 7}});
    earlier.revision = {5};
    recent.revision = {77};
    const Change change = confirmAll(now, {earlier, recent}, time());
    QCOMPARE(change.edits.size(), size_t(1));
    Annotation expected = earlier;
    expected.revision = {77};
    expected.modified = time();
    QCOMPARE(*std::get<Edit<Annotation>>(change.edits[0]).after, expected);
    QVERIFY(confirmAll(now, {recent}, time()).isEmpty());
}

GALLEY_TEST(ManyEditsTest)
#include "tst_manyedits.moc"
