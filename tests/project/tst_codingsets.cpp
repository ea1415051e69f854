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

GALLEY_PURE_TEST(CodingSetsTest)
#include "tst_codingsets.moc"
