// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/codebook/builtincodebooks.h>
#include <readers/codebook/codebookfile.h>
#include <reading.h>
#include <writers/codebookwriter.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class BuiltInCodebooksTest : public QObject
{
    Q_OBJECT

private slots:
    void allOfThemRead_data();
    void allOfThemRead();
    void theDefaultHasFramingStanceAndArticle();
    void keysAreSingleAndEachFrameHasItsOwnColour();
    void genericFramesAreTwentyQuestions();
    void entmanHasFourFunctions();
    void anAttributionPointsToSourceCueAndContent();
    void aStatementHasActorConceptAndAgreement();
    void thePolicyFramesAreTheFactsFifteen();
    void unknownNamesListTheKnown();
};

namespace {

QStringList names(const std::vector<const Code *> &codes)
{
    QStringList result;
    for (const Code *code : codes)
        result.push_back(code->name);
    return result;
}

const QStringList frames{u"Economic"_s, u"Capacity and resources"_s, u"Morality"_s, u"Fairness and equality"_s,
    u"Legality, constitutionality and jurisprudence"_s, u"Policy prescription and evaluation"_s, u"Crime and punishment"_s,
    u"Security and defense"_s, u"Health and safety"_s, u"Quality of life"_s, u"Cultural identity"_s, u"Public opinion"_s,
    u"Political"_s, u"External regulation and reputation"_s, u"Other"_s};

} // namespace

void BuiltInCodebooksTest::allOfThemRead_data()
{
    QTest::addColumn<QString>("name");
    for (const BuiltInCodebook &one : builtInCodebooks())
        QTest::newRow(qPrintable(one.name)) << one.name;
}

void BuiltInCodebooksTest::allOfThemRead()
{
    QFETCH(QString, name);
    const auto book = builtInCodebook(name);
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
    const auto all = builtInCodebooks();
    const auto entry = std::ranges::find(all, name, &BuiltInCodebook::name);
    QCOMPARE(book->name(), entry->title);
    QVERIFY(!entry->description.isEmpty());
    QCOMPARE(codebookFromYaml(codebookToYaml(*book), u"again.yaml").value(), *book);
    for (const Layer &layer : book->layers())
        QVERIFY(!layer.description.isEmpty());
    for (const Code &code : book->codes())
        QVERIFY2(!code.definition.isEmpty(), qPrintable(code.name));
}

void BuiltInCodebooksTest::theDefaultHasFramingStanceAndArticle()
{
    const Codebook book = builtInCodebook(u"default").value();
    QCOMPARE(book.layers().size(), size_t(3));
    const Layer *framing = book.layer(u"Framing");
    const Layer *stance = book.layer(u"Stance");
    const Layer *article = book.layer(u"Article");
    QCOMPARE(names(book.codes(book.principalVariable(framing->id)->id)), frames);
    QCOMPARE(book.principalVariable(stance->id)->name, u"polarity"_s);
    QCOMPARE(book.principalVariable(stance->id)->type, VariableType::Ordinal);
    QCOMPARE(
        names(book.codes(book.principalVariable(stance->id)->id)), (QStringList{u"against"_s, u"neutral"_s, u"in favour"_s}));
    QCOMPARE(names(book.codes(book.variable(stance->id, u"voice")->id)),
        (QStringList{u"journalist"_s, u"direct quote"_s, u"paraphrase"_s}));
    QCOMPARE(book.variable(stance->id, u"holder")->type, VariableType::Actor);
    QVERIFY(book.variable(stance->id, u"target")->required);
    QCOMPARE(article->unit, LayerUnit::Article);
    QCOMPARE(names(book.codes(book.variable(article->id, u"dominant frame")->id)), frames);
    QCOMPARE(
        names(book.codes(book.variable(article->id, u"tone")->id)), (QStringList{u"negative"_s, u"neutral"_s, u"positive"_s}));
    QVERIFY(book.variable(article->id, u"relevance")->required);
}

void BuiltInCodebooksTest::keysAreSingleAndEachFrameHasItsOwnColour()
{
    const Codebook book = builtInCodebook(u"default").value();
    QSet<QString> keys;
    QSet<QString> colours;
    for (const Code *code : book.codes(book.principalVariable(book.layer(u"Framing")->id)->id)) {
        QVERIFY2(code->key.size() == 1 && code->key[0].isLetterOrNumber(), qPrintable(code->name));
        keys.insert(code->key);
        colours.insert(code->color);
        QVERIFY(!code->include.isEmpty() && !code->exclude.isEmpty() && !code->examples.isEmpty());
    }
    QCOMPARE(keys.size(), 15);
    QCOMPARE(colours.size(), 15);
    for (const Code *code : book.codes(book.principalVariable(book.layer(u"Stance")->id)->id))
        QVERIFY(!code->key.isEmpty());
}

void BuiltInCodebooksTest::genericFramesAreTwentyQuestions()
{
    const Codebook book = builtInCodebook(u"generic-frames").value();
    QCOMPARE(book.layers().at(0).unit, LayerUnit::Article);
    QMap<QString, int> questions;
    for (const Variable &variable : book.variables()) {
        QCOMPARE(variable.type, VariableType::Boolean);
        QVERIFY(variable.description.endsWith(u'?'));
        ++questions[variable.name.section(u": "_s, 0, 0).chopped(2)];
    }
    QCOMPARE(questions,
        (QMap<QString, int>{{u"Conflict"_s, 4}, {u"Economic consequences"_s, 3}, {u"Human interest"_s, 5}, {u"Morality"_s, 3},
            {u"Responsibility"_s, 5}}));
}

void BuiltInCodebooksTest::anAttributionPointsToSourceCueAndContent()
{
    const Codebook book = builtInCodebook(u"attribution").value();
    const LayerId layer = book.layer(u"Attribution")->id;
    for (const QString &role : {u"source"_s, u"cue"_s, u"content"_s})
        QCOMPARE(book.variable(layer, role)->type, VariableType::Passage);
    QVERIFY(book.variable(layer, u"content")->required && !book.variable(layer, u"cue")->required);
    QVERIFY(!book.variable(layer, u"source")->shownWhen.isEmpty()); // what has no source is not asked for one
}

void BuiltInCodebooksTest::aStatementHasActorConceptAndAgreement()
{
    const Codebook book = builtInCodebook(u"statements").value();
    const LayerId layer = book.layer(u"Statement")->id;
    QCOMPARE(book.principalVariable(layer)->name, u"agreement"_s);
    QCOMPARE(names(book.codes(book.principalVariable(layer)->id)), (QStringList{u"yes"_s, u"no"_s}));
    QCOMPARE(book.variable(layer, u"person")->type, VariableType::Actor);
    QCOMPARE(book.variable(layer, u"organisation")->type, VariableType::Actor);
    QVERIFY(book.codes(book.variable(layer, u"concept")->id).size() > 1);
}

void BuiltInCodebooksTest::entmanHasFourFunctions()
{
    const Codebook book = builtInCodebook(u"entman").value();
    QCOMPARE(names(book.codes(book.principalVariable(book.layers().at(0).id)->id)),
        (QStringList{u"Problem definition"_s, u"Causal interpretation"_s, u"Moral evaluation"_s, u"Treatment recommendation"_s}));
}

void BuiltInCodebooksTest::thePolicyFramesAreTheFactsFifteen()
{
    const QString path = QStringLiteral(GALLEY_SHARED "/FRAME_CODEBOOKS.json");
    SKIP_WITHOUT(path);
    QStringList facts;
    for (const QJsonValue &frame :
        QJsonDocument::fromJson(contents(path)).object().value("policy_frames_15"_L1).toObject().value("frames"_L1).toArray())
        facts.push_back(frame.toArray().at(1).toString());
    const Codebook book = builtInCodebook(u"policy-frames").value();
    QCOMPARE(names(book.codes(book.variables().at(0).id)), facts);
}

void BuiltInCodebooksTest::unknownNamesListTheKnown()
{
    for (const QString &name : {u"nothing"_s, u"../codebooks/default"_s, QString()}) {
        const auto book = builtInCodebook(name);
        QVERIFY(!book);
        QVERIFY(book.error().message.contains(u"generic-frames"_s));
    }
}

GALLEY_TEST(BuiltInCodebooksTest)
#include "tst_builtincodebooks.moc"
