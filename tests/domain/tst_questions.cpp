// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/questions.h>

#include <testing.h>

#include <QRandomGenerator>

#include <algorithm>

using namespace galley;
using namespace Qt::StringLiterals;

/// Questions that depend on others.
class QuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatDependsIsAskedWhereItsValueIsGiven();
    void aCodeBelowTheOneAskedForCounts();
    void whatDependsOnWhatIsNotAskedIsNotAskedEither();
    void requiredIsRequiredWhereItIsAsked();
    void standardsAreGivenWhereTheyAreAskedFor();
    void askingAgainChangesNothing();
};

namespace {

constexpr LayerId stance{1};
constexpr VariableId polarity{1}, target{2}, sure{3}, voice{4}, note{5};
constexpr CodeId against{1}, sharply{2}, neutral{3}, quoted{4}, own{5};

Variable asked(VariableId id, const QString &name, VariableType type, Condition shownWhen = {})
{
    Variable variable;
    variable.id = id;
    variable.layer = stance;
    variable.name = name;
    variable.type = type;
    variable.position = int(id.value);
    variable.shownWhen = std::move(shownWhen);
    return variable;
}

Code code(CodeId id, VariableId variable, CodeId parent, const QString &name)
{
    Code made;
    made.id = id;
    made.variable = variable;
    made.parent = parent;
    made.name = name;
    made.position = int(id.value);
    return made;
}

/// polarity (against > sharply, neutral); target where it is against; sure where there is a target and it is against; voice where one
/// is sure; note always.
Codebook codebook(const std::function<void(std::vector<Variable> &)> &alter = [](auto &) {})
{
    std::vector<Variable> variables{asked(polarity, u"polarity"_s, VariableType::Code), asked(target, u"target"_s, VariableType::Text, {{{polarity, against}}}),
                                    asked(sure, u"sure"_s, VariableType::Boolean, {{{polarity, against}}}),
                                    asked(voice, u"voice"_s, VariableType::Code, {{{sure, true}}}), asked(note, u"note"_s, VariableType::Text)};
    alter(variables);
    Layer layer;
    layer.id = stance;
    layer.name = u"Stance"_s;
    return Codebook(u"B"_s, 1, {layer}, variables,
                    {code(against, polarity, {}, u"against"_s), code(sharply, polarity, against, u"sharply"_s), code(neutral, polarity, {}, u"neutral"_s),
                     code(quoted, voice, {}, u"quoted"_s), code(own, voice, {}, u"own"_s)});
}

std::vector<VariableId> idsOf(const std::vector<const Variable *> &variables)
{
    std::vector<VariableId> ids;
    for (const Variable *variable : variables)
        ids.push_back(variable->id);
    return ids;
}

} // namespace

void QuestionsTest::whatDependsIsAskedWhereItsValueIsGiven()
{
    const Codebook book = codebook();
    QCOMPARE(idsOf(askedVariables(book, stance, {neutral, {}})), std::vector{note});
    QCOMPARE(idsOf(askedVariables(book, stance, {{}, {}})), std::vector{note});
    QCOMPARE(idsOf(askedVariables(book, stance, {against, {}})), (std::vector{target, sure, note}));
    QCOMPARE(idsOf(askedVariables(book, stance, {against, {{sure, true}}})), (std::vector{target, sure, voice, note}));
    QCOMPARE(idsOf(askedVariables(book, stance, {against, {{sure, false}}})), (std::vector{target, sure, note}));
}

void QuestionsTest::aCodeBelowTheOneAskedForCounts()
{
    QCOMPARE(idsOf(askedVariables(codebook(), stance, {sharply, {}})), (std::vector{target, sure, note}));
}

void QuestionsTest::whatDependsOnWhatIsNotAskedIsNotAskedEither()
{
    const std::vector<VariableValue> values{{voice, quoted}, {note, u"n"_s}, {sure, true}, {target, u"the toll"_s}};
    QCOMPARE(askedFor(codebook(), stance, against, values), (std::vector<VariableValue>{{target, u"the toll"_s}, {sure, true}, {voice, quoted}, {note, u"n"_s}}));
    QCOMPARE(askedFor(codebook(), stance, neutral, values), (std::vector<VariableValue>{{note, u"n"_s}}));
}

void QuestionsTest::requiredIsRequiredWhereItIsAsked()
{
    const Codebook book = codebook([](std::vector<Variable> &variables) {
        variables[1].required = true;
        variables[4].required = true;
        variables[4].requiredWhen = {{{sure, true}}};
    });
    const auto required = [&](VariableId id, CodeId code, const std::vector<VariableValue> &values) { return isRequired(book, *book.variable(id), {code, values}); };
    QVERIFY(required(target, against, {}) && !required(target, neutral, {}));
    QVERIFY(!required(note, against, {}) && required(note, against, {{sure, true}}));
    QVERIFY(!required(voice, against, {{sure, true}})); // it never is
}

void QuestionsTest::standardsAreGivenWhereTheyAreAskedFor()
{
    const Codebook book = codebook([](std::vector<Variable> &variables) {
        variables[2].standard = true;
        variables[3].standard = quoted;
    });
    QCOMPARE(withStandards(book, stance, neutral, {}), std::vector<VariableValue>());
    QCOMPARE(withStandards(book, stance, against, {}), (std::vector<VariableValue>{{sure, true}, {voice, quoted}}));
    QCOMPARE(withStandards(book, stance, against, {{sure, false}}), (std::vector<VariableValue>{{sure, false}}));
    QCOMPARE(withStandards(book, stance, against, {{voice, own}}), (std::vector<VariableValue>{{sure, true}, {voice, own}}));
}

/// Of random answers to random codebooks: what is kept is asked for, what is not asked for is not kept, and that twice is the same.
void QuestionsTest::askingAgainChangesNothing()
{
    for (quint32 seed = 1; seed <= 500; ++seed) {
        QRandomGenerator random(seed);
        const Codebook book = codebook([&](std::vector<Variable> &variables) {
            for (Variable &variable : variables) {
                variable.shownWhen = {};
                const VariableId before{random.bounded(1, 6)};
                if (before.value < variable.position && (before == polarity || before == sure || before == voice))
                    variable.shownWhen = before == sure ? Condition{{{sure, random.bounded(2) == 0}}}
                        : before == voice               ? Condition{{{voice, quoted}, {voice, own}}}
                                                        : Condition{{{polarity, random.bounded(2) ? against : neutral}}};
            }
        });
        const CodeId given = std::array{CodeId(), against, sharply, neutral}[size_t(random.bounded(4))];
        std::vector<VariableValue> values;
        for (const VariableValue &value : {VariableValue{note, u"n"_s}, {voice, own}, {sure, true}, {target, u"t"_s}}) {
            if (random.bounded(3))
                values.push_back(value);
        }
        const auto kept = askedFor(book, stance, given, values);
        QCOMPARE(askedFor(book, stance, given, kept), kept);
        const auto open = idsOf(askedVariables(book, stance, {given, values}));
        for (const VariableValue &value : values)
            QCOMPARE(std::ranges::contains(kept, value), std::ranges::contains(open, value.variable));
    }
}

GALLEY_PURE_TEST(QuestionsTest)
#include "tst_questions.moc"
