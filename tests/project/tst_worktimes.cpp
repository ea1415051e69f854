// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/coderedits.h>
#include <project/codingsets.h>
#include <project/progressedits.h>
#include <project/teamprogress.h>
#include <project/worktimes.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;
using namespace std::chrono_literals;

/// How long coders were at articles, as the history tells it.
class WorkTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void theTimeBeforeAnEntryIsItsArticles();
    void aLongGapIsNoCodingTime();
    void codersDoNotShareTheirTime();
    void whatIsAboutSeveralArticlesIsNoCodingOfOne();
    void theOrderOfTheStepsDoesNotMatter();
    void aProjectTellsPaceAndTime();
};

namespace {

constexpr CoderId ada{1}, ben{2};
constexpr ArticleId one{11}, two{12};

QDateTime at(std::chrono::milliseconds after)
{
    return QDateTime(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::UTC).addMSecs(after.count());
}

std::chrono::milliseconds spent(const WorkTimes &times, CoderId coder, ArticleId article)
{
    const auto found = times.find({coder, article});
    return found == times.end() ? -1ms : found->second.spent;
}

} // namespace

void WorkTimesTest::theTimeBeforeAnEntryIsItsArticles()
{
    const WorkTimes times = workTimes({{ada, at(0min), one}, {ada, at(2min), one}, {ada, at(5min), two}, {ada, at(6min), two}});
    QCOMPARE(spent(times, ada, one), 2min); // what came before the first entry nobody knows
    QCOMPARE(spent(times, ada, two), 4min);
    QCOMPARE(times.at({ada, one}).days.size(), size_t(1));
}

void WorkTimesTest::aLongGapIsNoCodingTime()
{
    const WorkTimes times = workTimes({{ada, at(0min), one}, {ada, at(longestPause), one}, {ada, at(longestPause * 2 + 1ms), one}, {ada, at(24h), one}});
    QCOMPARE(spent(times, ada, one), longestPause);
    QCOMPARE(times.at({ada, one}).days.size(), size_t(2));
    QCOMPARE(spent(workTimes({{ada, at(0min), one}, {ada, at(4min), one}}, 3min), ada, one), 0ms);
}

void WorkTimesTest::codersDoNotShareTheirTime()
{
    const WorkTimes times = workTimes({{ada, at(0min), one}, {ben, at(1min), one}, {ada, at(3min), one}, {ben, at(4min), one}});
    QCOMPARE(spent(times, ada, one), 3min);
    QCOMPARE(spent(times, ben, one), 3min);
}

void WorkTimesTest::whatIsAboutSeveralArticlesIsNoCodingOfOne()
{
    const WorkTimes times = workTimes({{ada, at(0min), one}, {ada, at(3min), {}}, {ada, at(5min), one}});
    QCOMPARE(spent(times, ada, one), 2min);
    QCOMPARE(times.size(), size_t(1));
}

void WorkTimesTest::theOrderOfTheStepsDoesNotMatter()
{
    std::vector<WorkStep> steps{{ada, at(0min), one}, {ben, at(1min), two}, {ada, at(3min), two}, {ben, at(4min), two}, {ada, at(9min), one}};
    const WorkTimes times = workTimes(steps);
    std::ranges::reverse(steps);
    for (const auto &[key, time] : workTimes(steps))
        QCOMPARE(time.spent, times.at(key).spent);
}

/// Ada codes both articles of a set on two days, Ben begins one; then it is what the lead reads.
void WorkTimesTest::aProjectTellsPaceAndTime()
{
    const QTemporaryDir folder(folderPattern());
    ProjectStore store = project(folder.filePath(u"p.galley"_s));
    const auto articles = taken(store.articles());
    const auto coders = taken(store.coders());
    const Coder &a = *coderNamed(coders, u"Ada"_s), &b = *coderNamed(coders, u"Ben"_s);
    taken(store.apply(taken(makeSet({}, u"Pilot"_s, SetKind::Main, false, {articles[0].uuid, articles[1].uuid}, u"all"_s, 1)), {{}, at(0min)}));
    const CodingSet set = taken(store.codingSets()).front();
    const auto plan = taken(plannedAssignments(set.id, taken(articlesThere(store, set)), {a.id, b.id}, 2, 1));
    taken(store.apply(assign(set, plan), {{}, at(0min)}));
    const auto code = [&](const Coder &coder, const Article &article, std::chrono::milliseconds when, int times) {
        for (int which = 0; which < times; ++which) {
            const QString text = taken(store.text(article.id));
            const NewAnnotation what{store.allot<AnnotationTag>(), article.id, {1}, coder.id, {1}, {{0, 8}}, {}, {}};
            const QDateTime moment = at(when + which * 1min);
            taken(store.apply(taken(annotate(taken(store.codebook()), {text, TextPositions(text)}, what, moment)), {coder.id, moment}));
        }
    };
    const auto finish = [&](const Coder &coder, const Article &article, std::chrono::milliseconds when) {
        taken(store.apply(setProgress(taken(store.progress(article.id)), article, coder.id, ProgressState::Done), {coder.id, at(when)}));
    };
    code(a, articles[0], 0min, 3);
    finish(a, articles[0], 4min);       // 4 minutes
    code(a, articles[1], 24h, 2);
    finish(a, articles[1], 24h + 2min); // 2 minutes, on the next day
    code(b, articles[0], 1h, 2);
    const auto rows = *taken(progressOf(store));
    QCOMPARE(rows.size(), size_t(2));
    const CoderProgress &ofAda = rows[0].coder == a.id ? rows[0] : rows[1], &ofBen = rows[0].coder == a.id ? rows[1] : rows[0];
    QCOMPARE(ofAda.assigned, 2);
    QCOMPARE(ofAda.done, 2);
    QCOMPARE(ofAda.annotations, 5);
    QCOMPARE(ofAda.timePerArticle(), 3min);
    QCOMPARE(ofAda.days, 2);
    QCOMPARE(ofAda.articlesPerDay(), 1.0);
    QCOMPARE(ofBen.inProgress, 1);
    QCOMPARE(ofBen.timePerArticle(), std::nullopt); // nothing is done
    QVERIFY(!taken(progressOf(store, [] { return false; })));
}

GALLEY_PURE_TEST(WorkTimesTest)
#include "tst_worktimes.moc"
