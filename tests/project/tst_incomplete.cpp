// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <base/random.h>
#include <project/incomplete.h>

#include <testing.h>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// What required answers are missing.
class IncompleteTest : public QObject
{
    Q_OBJECT

private slots:
    void theCodeCountsAsTheAnswerOfItsVariable();
    void whiteSpaceIsNoAnswer();
    void gapsComeInReadingOrderAndTheArticlesOwnLast();
    void questionsThatWereNotAnsweredAtAllAreAGap();
    void onlyOnesOwnGapsAreTold();
    void answeringEverythingLeavesNoGap();
};

namespace {

constexpr ArticleId first{1};
constexpr CoderId ada{1}, ben{2};

/// The sample's codebook with these variables required.
Codebook requiring(const std::vector<qint64> &ids)
{
    const Codebook plain = codebook();
    std::vector<Variable> variables = plain.variables();
    for (Variable &variable : variables)
        variable.required = std::ranges::contains(ids, variable.id.value);
    return Codebook(plain.name(), 1, plain.layers(), variables, plain.codes());
}

Annotation stance(qint64 id, Range range, CodeId code, std::vector<VariableValue> values)
{
    Annotation made = annotation({id}, first, firstText, {range}, code);
    made.layer = {2};
    made.values = std::move(values);
    return made;
}

Annotation whole(qint64 id, std::vector<VariableValue> values)
{
    Annotation made = stance(id, {0, 1}, {}, std::move(values));
    made.layer = {3};
    made.ranges.clear();
    return made;
}

std::vector<VariableId> ids(std::initializer_list<qint64> values)
{
    std::vector<VariableId> result;
    for (const qint64 value : values)
        result.push_back({value});
    return result;
}

} // namespace

void IncompleteTest::theCodeCountsAsTheAnswerOfItsVariable()
{
    const Codebook book = requiring({2, 3});
    QCOMPARE(missingIn(book, stance(1, {0, 9}, {}, {})), ids({2, 3}));
    QCOMPARE(missingIn(book, stance(1, {0, 9}, {4}, {})), ids({3}));
    QCOMPARE(missingIn(book, stance(1, {0, 9}, {4}, {{{3}, ActorId{1}}})), ids({}));
    QCOMPARE(missingIn(requiring({}), stance(1, {0, 9}, {}, {})), ids({}));
}

void IncompleteTest::whiteSpaceIsNoAnswer()
{
    const Codebook book = requiring({5, 6});
    QCOMPARE(missingIn(book, stance(1, {0, 9}, {4}, {{{6}, u" \n"_s}})), ids({5, 6}));
    QCOMPARE(missingIn(book, stance(1, {0, 9}, {4}, {{{5}, false}, {{6}, u"no"_s}})), ids({})); // “no” is an answer
}

void IncompleteTest::gapsComeInReadingOrderAndTheArticlesOwnLast()
{
    const auto gaps = incompleteIn(requiring({3, 8}), first, ada, {whole(5, {}), stance(2, {20, 30}, {4}, {}), stance(1, {0, 9}, {4}, {})});
    QCOMPARE(gaps.size(), size_t(3));
    QCOMPARE(gaps[0], (Incomplete{{1}, first, {2}, ada, ids({3})}));
    QCOMPARE(gaps[1].annotation, AnnotationId{2});
    QCOMPARE(gaps[2], (Incomplete{{5}, first, {3}, ada, ids({8})}));
}

void IncompleteTest::questionsThatWereNotAnsweredAtAllAreAGap()
{
    const auto gaps = incompleteIn(requiring({8}), first, ada, {});
    QCOMPARE(gaps.size(), size_t(1));
    QCOMPARE(gaps[0], (Incomplete{{}, first, {3}, ada, ids({8})}));
    QVERIFY(incompleteIn(requiring({3}), first, ada, {}).empty()); // of a span layer there need be nothing
}

void IncompleteTest::onlyOnesOwnGapsAreTold()
{
    Annotation bens = stance(1, {0, 9}, {4}, {});
    bens.coder = ben;
    QVERIFY(incompleteIn(requiring({3}), first, ada, {bens}).empty());
    QCOMPARE(incompleteIn(requiring({3}), first, ben, {bens}).size(), size_t(1));
}

/// Whatever is missing at random: what is told is what is not answered, and once it is, nothing is told.
void IncompleteTest::answeringEverythingLeavesNoGap()
{
    const std::map<qint64, Value> answers{{3, ActorId{1}}, {4, 0.0}, {5, false}, {6, u"x"_s}, {7, u"2026"_s}, {8, CodeId{7}}};
    for (quint64 seed = 1; seed <= 300; ++seed) {
        Random random(seed, 0);
        std::vector<qint64> required;
        for (qint64 id = 1; id <= 8; ++id) {
            if (random.below(2) == 0)
                required.push_back(id);
        }
        const Codebook book = requiring(required);
        Annotation made = stance(1, {0, 9}, random.below(2) == 0 ? CodeId{4} : CodeId{}, {});
        std::vector<VariableId> expected;
        for (qint64 id = 2; id <= 7; ++id) {
            const bool answered = id == 2 ? bool(made.code) : random.below(2) == 0;
            if (answered && id != 2)
                made.values.push_back({{id}, answers.at(id)});
            if (!answered && std::ranges::contains(required, id))
                expected.push_back({id});
        }
        QCOMPARE(missingIn(book, made), expected);
        for (const VariableId id : expected) {
            if (id.value == 2)
                made.code = {5};
            else
                made.values.push_back({id, answers.at(id.value)});
        }
        QVERIFY(missingIn(book, made).empty());
    }
}

GALLEY_PURE_TEST(IncompleteTest)
#include "tst_incomplete.moc"
