// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of several coders' work is compared with what, and how it differs.
#include "codings.h"

#include <testing.h>

#include <base/random.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <iterator>
#include <map>
#include <set>

using namespace galley;
using namespace galley::testing;

class ComparingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatDiffersHasAKind_data();
    void whatDiffersHasAKind();
    void theFirstDifferenceThatAppliesIsTheKind();
    void theMostAlikeInTotalGoTogether();
    void whatIsTheSameGoesTogetherThoughThatLeavesFewerPairs();
    void stackedAnnotationsAreToldApartByCodeAndValues();
    void aThingMarkedTwiceIsTwoThings();
    void partsJoinTheWhole_data();
    void partsJoinTheWhole();
    void aGapIsNoTextOfAnAnnotation();
    void articlesAreOnePlace();
    void theRuleSaysWhatMayBeOneThing();
    void everyTwoInAGroupMatch();
    void rulesHaveNames();

    void everyAnnotationIsInOneGroup();
    void orderMeansNothing();
    void identicalCodersAgreeOnEverything();
    void nothingIsLeftThatCouldBeJoined();
    void aPairIsMatchedAsWellAsCanBe();
    void documentsOfSixCodersAreCompared();
};

namespace {

QStringList compared(const std::vector<Annotation> &annotations, const std::vector<CoderId> &coders = {{1}, {2}}, const MatchingRule &rule = {})
{
    return printed(comparedGroups(annotations, coders, rule));
}

/// Of a text of `length`, short and long, stacked and in two parts.
std::vector<Annotation> drawn(quint64 seed, int coders, int each, int length = 200)
{
    Random random(seed, 0);
    std::vector<Annotation> annotations;
    for (int coder = 1; coder <= coders; ++coder) {
        for (int at = 0; at < each; ++at) {
            const auto begin = qsizetype(random.below(quint32(length)));
            const auto end = begin + 1 + qsizetype(random.below(random.below(4) ? 12 : 60));
            std::vector<Range> ranges{{begin, end}};
            if (random.below(8) == 0)
                ranges.push_back({end + 3, end + 9});
            if (!annotations.empty() && random.below(3) == 0)
                ranges = annotations[random.below(quint32(annotations.size()))].ranges;
            annotations.push_back(coded(coder, 1 + random.below(3), ranges, {{{9}, double(random.below(2))}}));
        }
    }
    return annotations;
}

const std::vector<MatchingRule> rules{{}, {1}, {0.5}, {0, true}, {0.3, true}};

} // namespace

void ComparingTest::whatDiffersHasAKind_data()
{
    QTest::addColumn<std::vector<Annotation>>("annotations");
    QTest::addColumn<QStringList>("groups");
    const auto row = [](const char *name, const std::vector<Annotation> &annotations, const QStringList &groups) {
        QTest::newRow(name) << annotations << groups;
    };
    row("nothing", {}, {});
    row("the same", {coded(1, 7, {{2, 9}}), coded(2, 7, {{2, 9}})}, {u"agreement 1:7@2-9 2:7@2-9"_s});
    row("one alone", {coded(1, 7, {{2, 9}})}, {u"missing 1:7@2-9"_s});
    row("touching is not sharing", {coded(1, 7, {{2, 9}}), coded(2, 7, {{9, 12}})}, {u"missing 1:7@2-9"_s, u"missing 2:7@9-12"_s});
    row("another stretch", {coded(1, 7, {{2, 9}}), coded(2, 7, {{3, 9}})}, {u"extent 1:7@2-9 2:7@3-9"_s});
    row("another code", {coded(1, 7, {{2, 9}}), coded(2, 8, {{2, 9}})}, {u"code 1:7@2-9 2:8@2-9"_s});
    row("other values", {coded(1, 7, {{2, 9}}, {{{3}, true}}), coded(2, 7, {{2, 9}}, {{{3}, false}})}, {u"values 1:7@2-9 2:7@2-9"_s});
    row("values in another order", {coded(1, 7, {{2, 9}}, {{{3}, CodeId{1}}, {{3}, CodeId{2}}}), coded(2, 7, {{2, 9}}, {{{3}, CodeId{2}}, {{3}, CodeId{1}}})},
        {u"agreement 1:7@2-9 2:7@2-9"_s});
    row("stretches that touch are one", {coded(1, 7, {{2, 5}, {5, 9}}), coded(2, 7, {{2, 9}})}, {u"agreement 1:7@2-5,5-9 2:7@2-9"_s});
}

void ComparingTest::whatDiffersHasAKind()
{
    QFETCH(std::vector<Annotation>, annotations);
    QFETCH(QStringList, groups);
    QCOMPARE(compared(annotations), groups);
}

void ComparingTest::theFirstDifferenceThatAppliesIsTheKind()
{
    const std::vector<Annotation> all{coded(1, 7, {{2, 9}}, {{{3}, true}}), coded(2, 8, {{3, 9}}, {{{3}, false}})};
    QCOMPARE(compared(all), QStringList{u"extent 1:7@2-9 2:8@3-9"_s});
    QCOMPARE(compared(all, {{1}, {2}, {3}}), QStringList{u"missing 1:7@2-9 2:8@3-9"_s});
    QCOMPARE(compared(all, {{1}}), QStringList{u"agreement 1:7@2-9"_s}); // of one coder alone, who is asked for
}

void ComparingTest::theMostAlikeInTotalGoTogether()
{
    const std::vector<Annotation> annotations{coded(1, 7, {{0, 11}}), coded(1, 7, {{12, 22}}), coded(2, 7, {{0, 13}}), coded(2, 7, {{10, 24}})};
    QCOMPARE(compared(annotations), (QStringList{u"extent 1:7@0-11 2:7@0-13"_s, u"extent 1:7@12-22 2:7@10-24"_s}));
    // 4-12 and 3-11 are the best pair (7/9), and would leave two that share nothing. In total 5/11 and 4/12 are more.
    const std::vector<Annotation> chain{coded(1, 7, {{0, 8}}), coded(1, 7, {{4, 12}}), coded(2, 7, {{3, 11}}), coded(2, 7, {{8, 16}})};
    QCOMPARE(compared(chain), (QStringList{u"extent 1:7@0-8 2:7@3-11"_s, u"extent 1:7@4-12 2:7@8-16"_s}));
}

void ComparingTest::whatIsTheSameGoesTogetherThoughThatLeavesFewerPairs()
{
    const std::vector<Annotation> annotations{coded(1, 7, {{0, 10}}), coded(2, 7, {{0, 10}}), coded(1, 8, {{5, 14}}), coded(2, 8, {{0, 5}})};
    QCOMPARE(compared(annotations), (QStringList{u"agreement 1:7@0-10 2:7@0-10"_s, u"missing 2:8@0-5"_s, u"missing 1:8@5-14"_s}));
}

void ComparingTest::stackedAnnotationsAreToldApartByCodeAndValues()
{
    const std::vector<Annotation> annotations{coded(1, 7, {{2, 9}}), coded(1, 8, {{2, 9}}), coded(1, 8, {{2, 9}}, {{{3}, true}}),
                                              coded(2, 8, {{2, 9}}, {{{3}, true}}), coded(2, 8, {{2, 9}}), coded(2, 7, {{2, 9}})};
    QCOMPARE(compared(annotations), (QStringList{u"agreement 1:7@2-9 2:7@2-9"_s, u"agreement 1:8@2-9 2:8@2-9"_s, u"agreement 1:8@2-9 2:8@2-9"_s}));
    // Who has one of two codes agrees on that one.
    QCOMPARE(compared({coded(1, 7, {{2, 9}}), coded(1, 8, {{2, 9}}), coded(2, 8, {{2, 9}})}), (QStringList{u"missing 1:7@2-9"_s, u"agreement 1:8@2-9 2:8@2-9"_s}));
    // Nearly the same place, and the code tells.
    QCOMPARE(compared({coded(1, 7, {{0, 100}}), coded(2, 8, {{0, 100}}), coded(2, 7, {{0, 99}})}), (QStringList{u"extent 1:7@0-100 2:7@0-99"_s, u"missing 2:8@0-100"_s}));
}

void ComparingTest::aThingMarkedTwiceIsTwoThings()
{
    const std::vector<Annotation> annotations{coded(1, 7, {{2, 9}}), coded(1, 7, {{2, 9}}), coded(2, 7, {{2, 9}}), coded(3, 7, {{2, 9}}), coded(3, 7, {{2, 9}})};
    QCOMPARE(compared(annotations, {{1}, {2}, {3}}), (QStringList{u"agreement 1:7@2-9 2:7@2-9 3:7@2-9"_s, u"missing 1:7@2-9 3:7@2-9"_s}));
}

void ComparingTest::partsJoinTheWhole_data()
{
    QTest::addColumn<std::vector<Annotation>>("annotations");
    QTest::addColumn<QStringList>("groups");
    const Annotation whole = coded(1, 7, {{0, 30}});
    QTest::newRow("one as two") << std::vector{whole, coded(2, 7, {{0, 12}}), coded(2, 7, {{13, 30}})}
                                << QStringList{u"extent 1:7@0-30 2:7@0-12 2:7@13-30"_s};
    QTest::newRow("one as three") << std::vector{whole, coded(2, 7, {{0, 8}}), coded(2, 7, {{8, 12}}), coded(2, 7, {{13, 30}})}
                                  << QStringList{u"extent 1:7@0-30 2:7@0-8 2:7@8-12 2:7@13-30"_s};
    QTest::newRow("a part of another code is another thing") << std::vector{whole, coded(2, 8, {{0, 12}}), coded(2, 7, {{13, 30}})}
                                                             << QStringList{u"extent 1:7@0-30 2:7@13-30"_s, u"missing 2:8@0-12"_s};
    QTest::newRow("less than half within") << std::vector{whole, coded(2, 7, {{0, 20}}), coded(2, 7, {{25, 40}})}
                                           << QStringList{u"extent 1:7@0-30 2:7@0-20"_s, u"missing 2:7@25-40"_s};
    QTest::newRow("stacked is not in parts") << std::vector{whole, coded(2, 7, {{0, 28}}), coded(2, 7, {{5, 20}})}
                                             << QStringList{u"extent 1:7@0-30 2:7@0-28"_s, u"missing 2:7@5-20"_s};
}

void ComparingTest::partsJoinTheWhole()
{
    QFETCH(std::vector<Annotation>, annotations);
    QFETCH(QStringList, groups);
    QCOMPARE(compared(annotations), groups);
    // A third who has the parts as the second has stands with them.
    std::vector<CoderId> coders{{1}, {2}};
    if (groups.size() == 1) {
        for (const Annotation &annotation : std::vector(annotations)) {
            if (annotation.coder == CoderId{2})
                annotations.push_back(coded(3, annotation.code.value, annotation.ranges));
        }
        coders.push_back({3});
        const auto three = comparedGroups(annotations, coders);
        QCOMPARE(three.size(), 1u);
        QCOMPARE(nameOf(three.front().kind), u"extent"_s);
        const auto readings = readingsOf(three.front());
        QCOMPARE(readings.size(), 2u);
        QCOMPARE(readings.front().coders, (std::vector<CoderId>{{2}, {3}}));
    }
}

void ComparingTest::aGapIsNoTextOfAnAnnotation()
{
    const Annotation around = coded(1, 7, {{0, 10}, {20, 30}});
    QCOMPARE(compared({around, coded(2, 7, {{12, 18}})}), (QStringList{u"missing 1:7@0-10,20-30"_s, u"missing 2:7@12-18"_s}));
    QCOMPARE(compared({around, coded(2, 7, {{20, 30}, {0, 10}})}), QStringList{u"agreement 1:7@0-10,20-30 2:7@20-30,0-10"_s});
    QCOMPARE(compared({around, coded(2, 7, {{0, 30}})}, {{1}, {2}}, {0.6}), QStringList{u"extent 1:7@0-10,20-30 2:7@0-30"_s});
    QCOMPARE(compared({around, coded(2, 7, {{0, 30}})}, {{1}, {2}}, {0.7}).size(), 2); // 20 of 30 characters
}

void ComparingTest::articlesAreOnePlace()
{
    const auto tone = [](qint64 coder, qint64 code) { return coded(coder, 0, {}, {{{8}, CodeId{code}}}); };
    QCOMPARE(compared({tone(1, 7), tone(2, 7)}), QStringList{u"agreement 1:0@ 2:0@"_s});
    QCOMPARE(compared({tone(1, 7), tone(2, 8)}), QStringList{u"values 1:0@ 2:0@"_s});
    QCOMPARE(compared({tone(1, 7)}), QStringList{u"missing 1:0@"_s});
    QCOMPARE(compared({tone(1, 7), tone(1, 8), tone(2, 8)}), (QStringList{u"missing 1:0@"_s, u"agreement 1:0@ 2:0@"_s}));
    QCOMPARE(compared({tone(1, 7), coded(2, 7, {{0, 4}})}).size(), 2);
    for (const MatchingRule &rule : rules)
        QCOMPARE(compared({tone(1, 7), tone(2, 7)}, {{1}, {2}}, rule).size(), 1);
}

void ComparingTest::theRuleSaysWhatMayBeOneThing()
{
    const std::vector<Annotation> annotations{coded(1, 7, {{0, 10}}), coded(2, 8, {{5, 15}})};
    QCOMPARE(compared(annotations), QStringList{u"extent 1:7@0-10 2:8@5-15"_s});
    for (const MatchingRule &rule : {MatchingRule{1}, MatchingRule{0.34}, MatchingRule{0, true}})
        QCOMPARE(compared(annotations, {{1}, {2}}, rule).size(), 2);
    QCOMPARE(compared(annotations, {{1}, {2}}, {5.0 / 15}).size(), 1);
}

void ComparingTest::everyTwoInAGroupMatch()
{
    const std::vector<Annotation> chain{coded(1, 7, {{0, 10}}), coded(2, 7, {{6, 16}}), coded(3, 7, {{14, 24}})};
    QCOMPARE(compared(chain, {{1}, {2}, {3}}), (QStringList{u"missing 1:7@0-10 2:7@6-16"_s, u"missing 3:7@14-24"_s}));
}

void ComparingTest::rulesHaveNames()
{
    QCOMPARE(matchingRuleNamed(u"overlap"_s)->leastIou, 0.0);
    QCOMPARE(matchingRuleNamed(u"exact"_s)->leastIou, 1.0);
    QCOMPARE(matchingRuleNamed(u"iou=0.5"_s)->leastIou, 0.5);
    for (const QString &wrong : {u""_s, u"iou"_s, u"iou=0"_s, u"iou=2"_s, u"iou=half"_s, u"near"_s, u"iou=nan"_s})
        QVERIFY2(!matchingRuleNamed(wrong), qPrintable(wrong));
}

void ComparingTest::everyAnnotationIsInOneGroup()
{
    for (quint64 seed = 0; seed < 8; ++seed) {
        const auto annotations = drawn(seed, 2 + int(seed % 4), 14);
        for (const MatchingRule &rule : rules) {
            std::map<AnnotationId, int> times;
            for (const ComparedGroup &group : comparedGroups(annotations, {{1}, {2}, {3}, {4}, {5}}, rule)) {
                for (const Annotation &annotation : group.annotations)
                    ++times[annotation.id];
            }
            QCOMPARE(times.size(), annotations.size());
            QVERIFY(std::ranges::all_of(times, [](const auto &time) { return time.second == 1; }));
        }
    }
}

void ComparingTest::orderMeansNothing()
{
    for (quint64 seed = 0; seed < 8; ++seed) {
        auto annotations = drawn(seed, 4, 12);
        std::vector<CoderId> coders{{1}, {2}, {3}, {4}};
        Random random(seed, 1);
        for (const MatchingRule &rule : rules) {
            const auto groups = comparedGroups(annotations, coders, rule);
            for (int turn = 0; turn < 2; ++turn) {
                for (size_t at = annotations.size(); at > 1; --at)
                    std::swap(annotations[at - 1], annotations[random.below(quint32(at))]);
                std::swap(coders[random.below(4)], coders[random.below(4)]);
                const auto again = comparedGroups(annotations, coders, rule);
                QCOMPARE(printed(again), printed(groups));
                QVERIFY(again == groups);
            }
        }
    }
}

void ComparingTest::identicalCodersAgreeOnEverything()
{
    for (quint64 seed = 0; seed < 8; ++seed) {
        auto annotations = drawn(seed, 1, 12, 60);
        for (const Annotation &annotation : std::vector(annotations)) {
            for (qint64 coder = 2; coder <= 5; ++coder)
                annotations.push_back(coded(coder, annotation.code.value, annotation.ranges, annotation.values));
        }
        for (const MatchingRule &rule : rules) {
            const auto groups = comparedGroups(annotations, {{1}, {2}, {3}, {4}, {5}}, rule);
            QCOMPARE(groups.size(), 12u);
            for (const ComparedGroup &group : groups)
                QVERIFY2(group.kind == Difference::Agreement && group.annotations.size() == 5, qPrintable(printed(group)));
        }
    }
}

void ComparingTest::nothingIsLeftThatCouldBeJoined()
{
    for (quint64 seed = 0; seed < 4; ++seed) {
        const std::vector<CoderId> coders{{1}, {2}, {3}, {4}};
        for (const MatchingRule &rule : rules) {
            const auto groups = comparedGroups(drawn(seed, 4, 6), coders, rule);
            for (const ComparedGroup &one : groups) {
                for (const ComparedGroup &other : groups) {
                    if (&one == &other)
                        continue;
                    std::vector<Annotation> both = one.annotations;
                    std::ranges::copy(other.annotations, std::back_inserter(both));
                    std::set<CoderId> theirs;
                    for (const Annotation &annotation : both)
                        theirs.insert(annotation.coder);
                    // By themselves and with a coder each, they would be one group where every two match.
                    if (theirs.size() == both.size())
                        QVERIFY2(comparedGroups(both, coders, rule).size() > 1, qPrintable(printed(one) + u" | "_s + printed(other)));
                }
            }
        }
    }
}

namespace {

double alikeness(const Annotation &a, const Annotation &b)
{
    const auto covers = [](const Annotation &annotation, qsizetype at) {
        return std::ranges::any_of(annotation.ranges, [=](const Range &range) { return range.contains(at); });
    };
    int both = 0, either = 0;
    for (qsizetype at = 0; at < 50; ++at) {
        both += covers(a, at) && covers(b, at);
        either += covers(a, at) || covers(b, at);
    }
    return both == 0 ? 0 : double(both) / either * (1 + (a.code == b.code ? 0.25 : 0) + (a.values == b.values ? 0.0625 : 0));
}

/// The best total over all one-to-one matchings, by trying them all. `alike`: of each of ours with each of theirs.
double bestTotal(const std::vector<std::vector<double>> &alike, size_t at = 0, quint32 taken = 0)
{
    if (at == alike.size())
        return 0;
    double best = bestTotal(alike, at + 1, taken);
    for (size_t other = 0; other < alike[at].size(); ++other) {
        if (!(taken >> other & 1) && alike[at][other] > 0)
            best = std::max(best, alike[at][other] + bestTotal(alike, at + 1, taken | 1u << other));
    }
    return best;
}

} // namespace

/// Two coders whose annotations are of different codes, so that nothing is the same beforehand and no part joins a whole.
void ComparingTest::aPairIsMatchedAsWellAsCanBe()
{
    for (quint64 seed = 0; seed < 20; ++seed) {
        Random random(seed, 2);
        std::vector<Annotation> ours, theirs;
        for (int at = 0; at < 5; ++at) {
            for (auto *side : {&ours, &theirs}) {
                const auto begin = qsizetype(random.below(30));
                side->push_back(coded(side == &ours ? 1 : 2, side == &ours ? 5 : 6, {{begin, begin + 1 + random.below(15)}}));
            }
        }
        std::vector<Annotation> all = ours;
        std::ranges::copy(theirs, std::back_inserter(all));
        double total = 0;
        for (const ComparedGroup &group : comparedGroups(all, {{1}, {2}})) {
            QVERIFY(group.annotations.size() <= 2);
            if (group.annotations.size() == 2)
                total += alikeness(group.annotations[0], group.annotations[1]);
        }
        std::vector<std::vector<double>> alike;
        for (const Annotation &one : ours) {
            auto &row = alike.emplace_back();
            for (const Annotation &other : theirs)
                row.push_back(alikeness(one, other));
        }
        const double best = bestTotal(alike);
        QVERIFY2(std::abs(total - best) < 1e-9, qPrintable(u"seed %1: %2 instead of %3"_s.arg(seed).arg(total).arg(best)));
    }
}

namespace {

/// The spans of a standoff file: "T1<TAB>Source 90 111<TAB>text", several stretches with ";" between.
std::vector<Annotation> spansOf(const QString &path, qint64 coder)
{
    std::vector<Annotation> annotations;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return annotations;
    const QStringList names{u"Source"_s, u"Cue"_s, u"Content"_s, u"Attribution"_s};
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'T'))
            continue;
        const QString what = line.section(u'\t', 1, 1);
        std::vector<Range> ranges;
        for (const QString &range : what.section(u' ', 1).split(u';'))
            ranges.push_back({range.section(u' ', 0, 0).toLongLong(), range.section(u' ', 1, 1).toLongLong()});
        annotations.push_back(coded(coder, 1 + names.indexOf(what.section(u' ', 0, 0)), ranges));
    }
    return annotations;
}

} // namespace

void ComparingTest::documentsOfSixCodersAreCompared()
{
    const QDir folder(QStringLiteral(GALLEY_SHARED) + u"/news/polnear/attributions"_s);
    std::map<QString, QStringList> files;
    for (const QString &name : folder.entryList({u"*.ann"_s}, QDir::Files))
        files[name.section(u'_', 0, -2)] += name;
    if (files.empty())
        QSKIP("The folder of news with attributions is not there.");
    std::map<QString, int> kinds;
    int documents = 0, annotations = 0, groups = 0;
    for (const auto &[document, names] : files) {
        if (names.size() < 2)
            continue;
        ++documents;
        std::vector<Annotation> all;
        std::vector<CoderId> coders;
        for (qsizetype at = 0; at < names.size(); ++at) {
            std::ranges::copy(spansOf(folder.filePath(names[at]), at + 1), std::back_inserter(all));
            coders.push_back({at + 1});
        }
        const auto compared = comparedGroups(all, coders);
        size_t inGroups = 0;
        for (const ComparedGroup &group : compared) {
            ++kinds[nameOf(group.kind)];
            inGroups += group.annotations.size();
            std::set<CoderId> theirs;
            for (const Annotation &annotation : group.annotations)
                theirs.insert(annotation.coder);
            QVERIFY2(group.kind == Difference::Missing || theirs.size() == coders.size(), qPrintable(printed(group)));
        }
        QCOMPARE(inGroups, all.size());
        std::ranges::reverse(all);
        std::ranges::reverse(coders);
        QVERIFY2(comparedGroups(all, coders) == compared, qPrintable(document));
        annotations += int(all.size());
        groups += int(compared.size());
    }
    QStringList found;
    for (const auto &[kind, count] : kinds)
        found += u"%1 %2"_s.arg(kind).arg(count);
    qInfo("%d documents, %d annotations, %d groups: %s", documents, annotations, groups, qPrintable(found.join(u", "_s)));
    QVERIFY(documents > 0 && kinds[u"agreement"_s] > 0 && kinds[u"missing"_s] > 0 && kinds[u"extent"_s] > 0);
}

GALLEY_PURE_TEST(ComparingTest)
#include "tst_comparing.moc"
