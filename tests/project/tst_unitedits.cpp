// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Units are given to coders, who say what each is and cannot move it.
#include "sampleproject.h"

#include <domain/givenunit.h>
#include <project/annotationedits.h>
#include <project/incomplete.h>
#include <project/unitedits.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr CoderId ann{1}, bob{2};
constexpr LayerId framing{1}, wholeArticles{3};

} // namespace

class UnitEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>(folderPattern());
        m_store = project(m_folder->filePath(u"p.galley"_s));
        for (const std::vector<Range> &ranges : {std::vector<Range>{{0, 9}}, {{10, 13}, {22, 25}}, {{0, 9}}}) // one of them twice
            mark({1}, ranges);
        mark({2}, {{2, 8}});
    }
    void everyStretchIsGivenOnceToEach()
    {
        const GivenUnits given = taken(giveUnits(*m_store, {framing, ann, {ann, bob}, {}}, time(1)));
        QCOMPARE(given.units, 3);
        QCOMPARE(given.before, 0);
        QCOMPARE(given.change.text, u"Give 3 units of “Framing” to be coded"_s);
        QCOMPARE(given.change.edits.size(), size_t(6));
        for (const AnyEdit &edit : given.change.edits) {
            const Annotation &unit = *std::get<Edit<Annotation>>(edit).after;
            QVERIFY(isGivenUnit(unit) && !unit.code && unit.inherited && unit.values.empty());
        }
        taken(m_store->apply(given.change, stamp(1)));
        QVERIFY(taken(m_store->check()).empty());
        const GivenUnits again = taken(giveUnits(*m_store, {framing, ann, {ann, bob}, {}}, time(2)));
        QVERIFY(again.change.isEmpty());
        QCOMPARE(again.before, 6);
    }
    void onlyWhatIsWantedIsGiven()
    {
        QCOMPARE(taken(giveUnits(*m_store, {framing, ann, {bob}, {{2}}}, time())).change.edits.size(), size_t(1));
        QVERIFY(!giveUnits(*m_store, {framing, bob, {ann}, {}}, time()));          // who marked nothing
        QVERIFY(!giveUnits(*m_store, {wholeArticles, ann, {bob}, {}}, time()));          // whole articles are no units
        QVERIFY(!giveUnits(*m_store, {framing, ann, {bob}, {}, true}, time()));    // beside the code nothing is asked
    }
    void twoWhoGiveTheSameGiveOne()
    {
        const auto idsOf = [](const GivenUnits &given) {
            std::vector<AnnotationId> ids;
            for (const AnyEdit &edit : given.change.edits)
                ids.push_back(std::get<Edit<Annotation>>(edit).after->id);
            return ids;
        };
        QVERIFY(idsOf(taken(giveUnits(*m_store, {framing, ann, {bob}, {}}, time()))) == idsOf(taken(giveUnits(*m_store, {framing, ann, {bob}, {}}, time(7)))));
    }
    void itsCoderCodesItAndCannotMoveIt()
    {
        taken(m_store->apply(taken(giveUnits(*m_store, {framing, ann, {bob}, {{1}}}, time(1))).change, stamp(1)));
        const Annotation unit = *taken(m_store->annotation(givenUnitId({1}, framing, {{0, 9}}, bob)));
        const MeasuredText text{firstText, TextPositions(firstText)};
        QCOMPARE(setRanges(codebook(), text, unit, {{0, 13}}, time()).error().message, u"Where this unit is was settled before it was given to be coded."_s);
        QVERIFY(!addRange(codebook(), text, unit, {22, 25}, time()));
        QVERIFY(!removeAnnotations(codebook(), {unit}));
        const Annotation coded = *std::get<Edit<Annotation>>(taken(recode(codebook(), unit, {3}, time(2))).edits.front()).after;
        QVERIFY(isGivenUnit(coded) && !coded.inherited && coded.code == CodeId{3});
    }

private:
    void mark(ArticleId in, std::vector<Range> ranges)
    {
        taken(m_store->apply({u"Mark"_s, {added(annotation(m_store->allot<AnnotationTag>(), in, taken(m_store->text(in)), std::move(ranges)))}}, stamp()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
};

GALLEY_TEST(UnitEditsTest)
#include "tst_unitedits.moc"
