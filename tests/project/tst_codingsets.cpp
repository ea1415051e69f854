// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <project/codingsets.h>

#include <testing.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

using namespace galley;
using namespace Qt::StringLiterals;

/// Sets and who codes what of them.
class CodingSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void aSetKeepsItsArticlesInTheOrderOfItsSeed();
    void aNameIsTakenOnce();
    void loadsAndPairsAreInBalance();
    void whatIsAssignedStaysAndIsCounted();
    void tooFewCodersAreAnError();
    void whoIsNamedByHandIsPutAtTheEndOfTheirQueue();
    void whoLeavesHandsOnWhatIsOpen();
    void whatEverybodyCodesAlreadyIsKept();
    void blindnessIsLiftedAndSet();
    void aSetGoesOnlyWhileNobodyIsAssigned();
    void aQueueGoesOnWhereItEnded();
};

namespace {

std::vector<QUuid> uuids(int count)
{
    std::vector<QUuid> result;
    for (int at = 1; at <= count; ++at)
        result.push_back(QUuid(uint(at), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    return result;
}

template<typename Tag>
std::vector<Id<Tag>> ids(int count)
{
    std::vector<Id<Tag>> result;
    for (int at = 1; at <= count; ++at)
        result.push_back({at});
    return result;
}

CodingSet made(const Change &change)
{
    return *std::get<Edit<CodingSet>>(change.edits.front()).after;
}

} // namespace

void CodingSetsTest::aSetKeepsItsArticlesInTheOrderOfItsSeed()
{
    const auto articles = uuids(20);
    const auto one = made(*makeSet({}, u"Pilot"_s, SetKind::Reliability, true, articles, u"all"_s, 4));
    const auto same = made(*makeSet({}, u"pilot "_s, SetKind::Reliability, true, articles, u"all"_s, 4));
    QCOMPARE(one.record, same.record);
    QCOMPARE(one.id, same.id); // made on two copies, it is one set
    const auto other = made(*makeSet({}, u"Pilot"_s, SetKind::Reliability, true, articles, u"all"_s, 5));
    QVERIFY(articlesOf(one) != articlesOf(other));
    auto sorted = articlesOf(one);
    QVERIFY(sorted != articles);
    std::ranges::sort(sorted);
    QVERIFY(sorted == articles);
}

void CodingSetsTest::aNameIsTakenOnce()
{
    const auto one = made(*makeSet({}, u"Pilot"_s, SetKind::Main, false, uuids(2), u"all"_s, 1));
    QVERIFY(makeSet({one}, u"  PILOT"_s, SetKind::Main, false, uuids(2), u"all"_s, 1).error().message.contains(u"already"_s));
    QVERIFY(!makeSet({}, u" "_s, SetKind::Main, false, uuids(2), u"all"_s, 1));
    QVERIFY(!makeSet({}, u"Empty"_s, SetKind::Main, false, {}, u"all"_s, 1));
}

void CodingSetsTest::loadsAndPairsAreInBalance()
{
    for (quint64 seed = 1; seed <= 200; ++seed) {
        Random random(seed, 1);
        const int coders = 2 + int(random.below(6)), perArticle = 1 + int(random.below(quint32(coders))), count = 1 + int(random.below(80));
        const auto plan = plannedAssignments({1}, ids<ArticleTag>(count), ids<CoderTag>(coders), perArticle, seed);
        QVERIFY(plan);
        QCOMPARE(plan->size(), size_t(count * perArticle));
        QVERIFY(std::ranges::equal(*plan, *plannedAssignments({1}, ids<ArticleTag>(count), ids<CoderTag>(coders), perArticle, seed)));
        std::map<ArticleId, std::set<CoderId>> has;
        std::map<CoderId, int> load;
        for (const Assignment &one : *plan) {
            QVERIFY(has[one.article].insert(one.coder).second);
            QCOMPARE(one.position, ++load[one.coder]);
        }
        const auto [least, most] = std::ranges::minmax(load | std::views::values);
        QVERIFY2(most - (std::ssize(load) < coders ? 0 : least) <= 1, qPrintable(u"seed %1: %2 to %3"_s.arg(seed).arg(least).arg(most)));
        if (perArticle != 2 || coders < 3 || count < 30)
            continue;
        std::map<std::set<CoderId>, int> met;
        for (const auto &[article, chosen] : has)
            ++met[chosen];
        QCOMPARE(met.size(), size_t(coders * (coders - 1) / 2)); // everybody with everybody
    }
}

void CodingSetsTest::whatIsAssignedStaysAndIsCounted()
{
    const auto first = *plannedAssignments({1}, ids<ArticleTag>(10), ids<CoderTag>(2), 1, 3);
    const auto more = *plannedAssignments({1}, ids<ArticleTag>(10), ids<CoderTag>(3), 2, 3, first);
    QCOMPARE(more.size(), size_t(10));
    std::map<CoderId, int> load;
    for (const auto *list : {&first, &more}) {
        for (const Assignment &one : *list)
            ++load[one.coder];
    }
    QVERIFY(load[CoderId{3}] >= 6); // who came later takes most of what is new
    QVERIFY(plannedAssignments({1}, ids<ArticleTag>(10), ids<CoderTag>(2), 1, 3, first)->empty());
}

void CodingSetsTest::tooFewCodersAreAnError()
{
    QVERIFY(!plannedAssignments({1}, ids<ArticleTag>(3), ids<CoderTag>(2), 3, 1));
    QVERIFY(!plannedAssignments({1}, ids<ArticleTag>(3), {}, 1, 1));
}

void CodingSetsTest::whoIsNamedByHandIsPutAtTheEndOfTheirQueue()
{
    const auto assigned = *plannedAssignments({2}, ids<ArticleTag>(3), {{1}}, 1, 1);
    const auto plan = assignmentsOf({1}, {{{7}, {1}}, {{7}, {3}}, {{8}, {1}}}, assigned);
    QCOMPARE(plan.size(), size_t(3));
    QCOMPARE(plan[0], (Assignment{assignmentId({1}, {7}, {1}), {1}, {7}, {1}, 4}));
    QCOMPARE(plan[1].position, 1);
    QCOMPARE(plan[2].position, 5);
    const Loads loads = loadsOf(plan);
    QCOMPARE(loads.together.at({{1}, {3}}), 1);
    QCOMPARE(loads.articles.at({1}), 2);
}

/// Whatever was assigned and done: all that is open goes, in balance, to somebody who does not code the article yet.
void CodingSetsTest::whoLeavesHandsOnWhatIsOpen()
{
    const CodingSet set{{1}, u"Main"_s, SetKind::Main, false, {}};
    const Coder leaves{{1}, {}, u"Ada"_s, CoderRole::Coder};
    for (quint64 seed = 1; seed <= 200; ++seed) {
        Random random(seed, 7);
        const int count = 1 + int(random.below(40)), coders = 3 + int(random.below(4)), perArticle = 1 + int(random.below(2));
        const auto assigned = *plannedAssignments({1}, ids<ArticleTag>(count), ids<CoderTag>(coders), perArticle, seed);
        std::vector<ArticleId> done;
        size_t open = 0;
        for (const Assignment &one : assigned) {
            if (one.coder != leaves.id)
                continue;
            if (random.below(3) == 0)
                done.push_back(one.article);
            else
                ++open;
        }
        auto takers = ids<CoderTag>(coders);
        const auto handed = handedOn(set, leaves, takers, assigned, done, seed);
        QVERIFY(handed);
        QCOMPARE(size_t(handed->articles), open); // there are more takers than an article has coders
        QVERIFY(handed->kept.empty());
        auto now = assigned;
        for (const AnyEdit &any : handed->change.edits) {
            const auto &edit = std::get<Edit<Assignment>>(any);
            if (edit.before)
                std::erase(now, *edit.before);
            else
                now.push_back(*edit.after);
        }
        QCOMPARE(now.size(), assigned.size());
        std::map<ArticleId, std::set<CoderId>> has;
        std::map<CoderId, std::set<int>> places;
        for (const Assignment &one : now) {
            QVERIFY(has[one.article].insert(one.coder).second);
            QVERIFY(places[one.coder].insert(one.position).second);
            QVERIFY(one.coder != leaves.id || std::ranges::contains(done, one.article));
        }
        const Loads loads = loadsOf(now);
        std::vector<int> others;
        for (const CoderId coder : takers) {
            if (coder != leaves.id)
                others.push_back(loads.articles.contains(coder) ? loads.articles.at(coder) : 0);
        }
        QVERIFY(perArticle > 1 || std::ranges::max(others) - std::ranges::min(others) <= 1); // else who has an article already is passed over
    }
}

void CodingSetsTest::whatEverybodyCodesAlreadyIsKept()
{
    const CodingSet set{{1}, u"Main"_s, SetKind::Main, false, {}};
    const Coder ada{{1}, {}, u"Ada"_s, CoderRole::Coder};
    const auto assigned = *plannedAssignments({1}, ids<ArticleTag>(3), ids<CoderTag>(2), 2, 1);
    const auto handed = handedOn(set, ada, {{2}}, assigned, {}, 1);
    QVERIFY(handed && handed->change.isEmpty());
    QCOMPARE(handed->kept.size(), size_t(3));
    QVERIFY(!handedOn(set, ada, {{1}}, assigned, {}, 1)); // to themselves
}

void CodingSetsTest::blindnessIsLiftedAndSet()
{
    const CodingSet set{{1}, u"Pilot"_s, SetKind::Reliability, true, {}};
    const Change lifted = setBlind(set, false);
    QCOMPARE(lifted.text, u"Lift the blindness of the set “Pilot”"_s);
    QVERIFY(!std::get<Edit<CodingSet>>(lifted.edits.front()).after->blind);
    QVERIFY(setBlind(set, true).isEmpty());
}

void CodingSetsTest::aSetGoesOnlyWhileNobodyIsAssigned()
{
    const CodingSet set{{1}, u"Pilot"_s, SetKind::Reliability, true, {}};
    QCOMPARE(removeSet(set, {})->edits.size(), size_t(1));
    QVERIFY(removeSet(set, *plannedAssignments({2}, ids<ArticleTag>(1), ids<CoderTag>(1), 1, 1))); // another's
    QVERIFY(!removeSet(set, *plannedAssignments({1}, ids<ArticleTag>(1), ids<CoderTag>(1), 1, 1)));
}

void CodingSetsTest::aQueueGoesOnWhereItEnded()
{
    auto assigned = *plannedAssignments({1}, {{5}, {3}}, {{1}}, 1, 1);
    const auto more = *plannedAssignments({2}, {{9}, {3}, {4}}, {{1}}, 1, 1, assigned);
    assigned.insert(assigned.begin(), more.begin(), more.end()); // in whatever order they are read
    QCOMPARE(queueOf({1}, assigned), (std::vector<ArticleId>{{5}, {3}, {9}, {4}}));
    QVERIFY(queueOf({2}, assigned).empty());
}

GALLEY_PURE_TEST(CodingSetsTest)
#include "tst_codingsets.moc"
