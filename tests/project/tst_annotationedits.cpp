// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/progressedits.h>
#include <project/values.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// The verbs of coding: values in, a change out.
class AnnotationEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void rangesAreFittedToTheText_data();
    void rangesAreFittedToTheText();
    void annotatingSaysWhatWasDone();
    void annotatingIsRefusedInWords_data();
    void annotatingIsRefusedInWords();
    void recodingKeepsEverythingElse();
    void anotherRangeMakesItDiscontinuous();
    void valuesStandInTheCodebooksOrder();
    void whatAltersNothingIsNoChange();
    void severalAreRemovedInOneStep();
    void progressIsMadeAlteredAndTakenBack();
    void datesMayBePartial_data();
    void datesMayBePartial();
};

namespace {

const TextPositions positions(firstText);
const MeasuredText opened{firstText, positions};

NewAnnotation framing(std::vector<Range> ranges)
{
    NewAnnotation what;
    what.id = {9};
    what.article = {1};
    what.layer = {1};
    what.coder = {1};
    what.code = {2};
    what.ranges = std::move(ranges);
    return what;
}

const Annotation &afterOf(const Change &change)
{
    return *std::get<Edit<Annotation>>(change.edits.front()).after;
}

Annotation coded()
{
    return afterOf(taken(annotate(codebook(), opened, framing({{0, 9}}), time(1))));
}

} // namespace

void AnnotationEditsTest::rangesAreFittedToTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<Range>>("ranges");
    QTest::addColumn<std::vector<Range>>("fitted");
    QTest::newRow("as it is") << u"abc def"_s << std::vector<Range>{{0, 3}} << std::vector<Range>{{0, 3}};
    QTest::newRow("white space") << u"abc  def \u00A0x"_s << std::vector<Range>{{3, 10}} << std::vector<Range>{{5, 8}};
    QTest::newRow("emoji with a selector") << u"a 🛡️ b"_s << std::vector<Range>{{2, 3}} << std::vector<Range>{{2, 4}};
    QTest::newRow("inside a family") << u"x👨‍👩‍👧y"_s << std::vector<Range>{{3, 4}} << std::vector<Range>{{1, 6}};
    QTest::newRow("combining accent") << u"cafe\u0301 x"_s << std::vector<Range>{{0, 4}} << std::vector<Range>{{0, 5}};
    QTest::newRow("nothing but blanks") << u"a   b"_s << std::vector<Range>{{1, 4}} << std::vector<Range>{};
    QTest::newRow("beyond the end") << u"abc"_s << std::vector<Range>{{1, 99}} << std::vector<Range>{{1, 3}};
    QTest::newRow("joined and ordered") << u"abcdefgh"_s << std::vector<Range>{{4, 6}, {0, 2}, {1, 3}} << std::vector<Range>{{0, 3}, {4, 6}};
    QTest::newRow("backwards") << u"abc"_s << std::vector<Range>{{2, 1}} << std::vector<Range>{};
}

void AnnotationEditsTest::rangesAreFittedToTheText()
{
    QFETCH(QString, text);
    QFETCH(std::vector<Range>, ranges);
    QFETCH(std::vector<Range>, fitted);
    QVERIFY(galley::fitted({text, TextPositions(text)}, ranges) == fitted);
}

void AnnotationEditsTest::annotatingSaysWhatWasDone()
{
    const Change change = taken(annotate(codebook(), opened, framing({{21, 36}}), time(1)));
    QCOMPARE(change.text, u"Code “The alliance 🛡️” as Framing / Security/Defence"_s);
    const Annotation &annotation = afterOf(change);
    QVERIFY(annotation.ranges == (std::vector<Range>{{22, 37}}));
    QCOMPARE(annotation.quote, quoteOf(firstText, TextPositions(firstText), annotation.ranges));
    QVERIFY(!annotation.uuid.isNull());
    QCOMPARE(annotation.created, time(1));

    NewAnnotation whole = framing({});
    whole.layer = {3};
    whole.code = {};
    whole.values = {{{8}, CodeId{7}}};
    QCOMPARE(taken(annotate(codebook(), opened, whole, time())).text, u"Code the article as Article"_s);
}

void AnnotationEditsTest::annotatingIsRefusedInWords_data()
{
    QTest::addColumn<NewAnnotation>("what");
    QTest::addColumn<QString>("why");
    NewAnnotation what = framing({{0, 9}});
    what.layer = {77};
    QTest::newRow("layer") << what << u"The layer is not in the codebook."_s;
    what = framing({{0, 9}});
    what.code = {5};
    QTest::newRow("code of another layer") << what << u"The code is not one of the layer “Framing”."_s;
    what = framing({{0, 9}});
    what.coder = {};
    QTest::newRow("nobody") << what << u"Choose who is coding first."_s;
    QTest::newRow("nothing selected") << framing({{20, 21}}) << u"Select some text first: “Framing” is coded on passages."_s;
    what = framing({{0, 9}});
    what.layer = {3};
    what.code = {};
    QTest::newRow("whole article") << what << u"“Article” is coded for the whole article, not for a passage."_s;
    what = framing({{0, 9}});
    what.layer = {2};
    what.code = {4};
    what.values = {{{4}, u"a"_s}};
    QTest::newRow("type") << what << u"“strength” takes another kind of value."_s;
    what.values = {{{5}, true}, {{5}, false}};
    QTest::newRow("two") << what << u"“sure” takes one value."_s;
    what.values = {{{1}, CodeId{1}}};
    QTest::newRow("foreign variable") << what << u"A value is of a variable that the layer does not have."_s;
}

void AnnotationEditsTest::annotatingIsRefusedInWords()
{
    QFETCH(NewAnnotation, what);
    QFETCH(QString, why);
    const Result<Change> change = annotate(codebook(), opened, what, time());
    QVERIFY(!change);
    QCOMPARE(change.error().message, why);
}

void AnnotationEditsTest::recodingKeepsEverythingElse()
{
    const Annotation before = coded();
    const Change change = taken(recode(codebook(), before, {3}, time(5)));
    Annotation expected = before;
    expected.code = {3};
    expected.modified = time(5);
    QVERIFY(change.edits == std::vector<AnyEdit>{modified(before, expected)});
    QCOMPARE(change.text, u"Recode “Ministers” as Framing / Economic"_s);
    QVERIFY(!recode(codebook(), before, {4}, time(5)));
}

void AnnotationEditsTest::anotherRangeMakesItDiscontinuous()
{
    const Annotation before = coded();
    const Annotation after = afterOf(taken(addRange(codebook(), opened, before, {14, 19}, time(2))));
    QVERIFY(after.ranges == (std::vector<Range>{{0, 9}, {14, 19}}));
    QCOMPARE(after.quote, u"Ministers … today"_s);
    const Annotation joined = afterOf(taken(addRange(codebook(), opened, after, {9, 14}, time(3))));
    QVERIFY(joined.ranges == (std::vector<Range>{{0, 19}}));
    QVERIFY(!setRanges(codebook(), opened, before, {}, time(2)));
}

void AnnotationEditsTest::valuesStandInTheCodebooksOrder()
{
    NewAnnotation what = framing({{0, 9}});
    what.layer = {2};
    what.code = {4};
    const Annotation before = afterOf(taken(annotate(codebook(), opened, what, time())));
    const Annotation after = afterOf(
        taken(setValues(codebook(), opened, before, {{{5}, true}, {{3}, ActorId{2}}, {{3}, ActorId{1}}}, time(1))));
    QVERIFY(after.values == (std::vector<VariableValue>{{{3}, ActorId{2}}, {{3}, ActorId{1}}, {{5}, true}}));
}

void AnnotationEditsTest::whatAltersNothingIsNoChange()
{
    const Annotation before = coded();
    QVERIFY(taken(recode(codebook(), before, before.code, time(9))).isEmpty());
    QVERIFY(taken(setRanges(codebook(), opened, before, before.ranges, time(9))).isEmpty());
    QVERIFY(taken(setValues(codebook(), opened, before, {}, time(9))).isEmpty());
    QVERIFY(setMemo(codebook(), before, {}, time(9)).isEmpty());
    QVERIFY(setStatus(codebook(), before, before.status, time(9)).isEmpty());
    QVERIFY(taken(removeAnnotations(codebook(), {})).isEmpty());
}

void AnnotationEditsTest::severalAreRemovedInOneStep()
{
    const Change change = taken(removeAnnotations(codebook(), {coded(), coded()}));
    QCOMPARE(change.edits.size(), size_t(2));
    QCOMPARE(change.text, u"Remove 2 annotations"_s);
    QCOMPARE(taken(removeAnnotations(codebook(), {coded()})).text, u"Remove “Ministers” as Framing / Security/Defence"_s);
}

void AnnotationEditsTest::progressIsMadeAlteredAndTakenBack()
{
    Article first = article(u"First"_s);
    first.id = {1};
    const Change begun = setProgress({}, first, {1}, ProgressState::InProgress);
    const Progress row{progressId({1}, {1}), {1}, {1}, ProgressState::InProgress};
    QVERIFY(begun.edits == std::vector<AnyEdit>{added(row)});
    const Change done = setProgress({row}, first, {1}, ProgressState::Done);
    QVERIFY(done.edits == std::vector<AnyEdit>{modified(row, Progress{row.id, {1}, {1}, ProgressState::Done})});
    QCOMPARE(done.text, u"Mark “First” as done"_s);
    QVERIFY(setProgress({row}, first, {1}, std::nullopt).edits == std::vector<AnyEdit>{removed(row)});
    QVERIFY(setProgress({row}, first, {2}, std::nullopt).isEmpty());
}

void AnnotationEditsTest::datesMayBePartial_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDate");
    for (const QString &date : {u"2023"_s, u"2023-05"_s, u"2024-02-29"_s, u"2023-05-04T09:30:00+02:00"_s})
        QTest::newRow(qPrintable(date)) << date << true;
    for (const QString &text : {u""_s, u"23"_s, u"2023-13"_s, u"2023-02-29"_s, u"2023-5"_s, u"May 2023"_s, u"2023-05-04 noon"_s})
        QTest::newRow(qPrintable(text)) << text << false;
}

void AnnotationEditsTest::datesMayBePartial()
{
    QFETCH(QString, text);
    QFETCH(bool, isDate);
    QCOMPARE(isPartialDate(text), isDate);
}

GALLEY_TEST(AnnotationEditsTest)
#include "tst_annotationedits.moc"
