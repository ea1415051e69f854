// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/relevance.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// An article is sifted out by one key.
class RelevanceTest : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerIsFoundInTheCodebook_data();
    void theAnswerIsFoundInTheCodebook();
    void itIsSaidAndDoneInOneStep();
    void whereTheCodebookDoesNotAskItIsDone();
};

namespace {

/// The sample's codebook, and a variable of whole articles with these codes; none: boolean.
Codebook asking(const QString &name, const QStringList &codes)
{
    const Codebook plain = codebook();
    std::vector<Variable> variables = plain.variables();
    std::vector<Code> all = plain.codes();
    variables.push_back(variable(9, 3, name, codes.isEmpty() ? VariableType::Boolean : VariableType::Code));
    for (const QString &known : codes)
        all.push_back(code(9 + codes.indexOf(known), 9, 0, known));
    return Codebook(plain.name(), 1, plain.layers(), variables, all);
}

const TextPositions positions(firstText);
const MeasuredText measured{firstText, positions, {}};

Article story()
{
    Article row = article(u"First"_s);
    row.id = {1};
    return row;
}

} // namespace

void RelevanceTest::theAnswerIsFoundInTheCodebook_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("answer");
    QTest::newRow("as ours has it") << u"relevance"_s << QStringList{u"relevant"_s, u"irrelevant"_s} << u"irrelevant"_s;
    QTest::newRow("two words") << u"Relevant?"_s << QStringList{u"Relevant"_s, u"Not relevant"_s} << u"Not relevant"_s;
    QTest::newRow("yes and no") << u"is relevant"_s << QStringList{u"Yes"_s, u"No"_s} << u"No"_s;
    QTest::newRow("German") << u"Relevanz"_s << QStringList{u"relevant"_s, u"nicht relevant"_s} << u"nicht relevant"_s;
    QTest::newRow("boolean") << u"relevant"_s << QStringList() << u"false"_s;
    QTest::newRow("only grades of it") << u"relevance"_s << QStringList{u"high"_s, u"low"_s} << QString();
    QTest::newRow("another question") << u"topic"_s << QStringList{u"irrelevant"_s} << QString();
}

void RelevanceTest::theAnswerIsFoundInTheCodebook()
{
    QFETCH(QString, variable);
    QFETCH(QStringList, codes);
    QFETCH(QString, answer);
    const Codebook book = asking(variable, codes);
    const auto found = irrelevantAnswer(book);
    QCOMPARE(found.has_value(), !answer.isEmpty());
    if (!found)
        return;
    QCOMPARE(found->layer, LayerId{3});
    const auto *chosen = std::get_if<CodeId>(&found->value.value);
    QCOMPARE(chosen ? book.code(*chosen)->name : u"false"_s, answer);
}

void RelevanceTest::itIsSaidAndDoneInOneStep()
{
    const Codebook book = asking(u"relevance"_s, {u"relevant"_s, u"irrelevant"_s});
    Annotation before = annotation({5}, {1}, firstText, {}, {});
    before.layer = {3};
    before.values = {{{8}, CodeId{7}}, {{9}, CodeId{9}}};
    const Change change = taken(markIrrelevant(book, measured, story(), {before}, {}, {1}, {6}, time()));
    QCOMPARE(change.edits.size(), size_t(2));
    const auto &said = std::get<Edit<Annotation>>(change.edits[0]);
    QVERIFY(said.before == before);
    QVERIFY((said.after->values == std::vector<VariableValue>{{{8}, CodeId{7}}, {{9}, CodeId{10}}})); // the tone stays
    QVERIFY(std::get<Edit<Progress>>(change.edits[1]).after->state == ProgressState::Done);
    const Change first = taken(markIrrelevant(book, measured, story(), {}, {}, {1}, {6}, time()));
    QCOMPARE(std::get<Edit<Annotation>>(first.edits[0]).after->id, AnnotationId{6});
    const Progress done{progressId({1}, {1}), {1}, {1}, ProgressState::Done};
    QVERIFY(taken(markIrrelevant(book, measured, story(), {*said.after}, {done}, {1}, {6}, time())).isEmpty()); // said already
}

void RelevanceTest::whereTheCodebookDoesNotAskItIsDone()
{
    const Change change = taken(markIrrelevant(codebook(), measured, story(), {}, {}, {1}, {6}, time()));
    QCOMPARE(change.edits.size(), size_t(1));
    QVERIFY(std::get<Edit<Progress>>(change.edits[0]).after->state == ProgressState::Done);
}

GALLEY_TEST(RelevanceTest)
#include "tst_relevance.moc"
