// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Layers and variables of the codebook changed one by one.
#include "sampleproject.h"

#include <project/codebookedits.h>
#include <project/partedits.h>

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr LayerId framing{1}, stance{2}, whole{3};
constexpr VariableId frame{1}, polarity{2}, strength{4}, sure{5}, note{6};

const CodebookUse none, stanceUsed{{stance}, {strength}, {CodeId{4}}};

Variable variableAs(VariableId id, const std::function<void(Variable &)> &alter)
{
    Variable variable = *codebook().variable(id);
    alter(variable);
    return variable;
}

Layer layerAs(LayerId id, const std::function<void(Layer &)> &alter)
{
    Layer layer = *codebook().layer(id);
    alter(layer);
    return layer;
}

QStringList namesIn(const Codebook &book, LayerId layer)
{
    QStringList names;
    for (const Variable *variable : book.variables(layer))
        names << variable->name;
    return names;
}

QString why(const Result<Change> &change)
{
    return change ? u"done"_s : change.error().message;
}

} // namespace

class PartEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCodebookIsMadeFromNothing()
    {
        Codebook book(u"Mine"_s, 1, {}, {}, {});
        const auto apply = [&](const Result<Change> &change) {
            QVERIFY2(change, qPrintable(why(change)));
            book = withChange(book, *change);
        };
        apply(addLayer(book, u" Framing "_s, LayerUnit::Span));
        const LayerId layer = book.layers().front().id;
        QCOMPARE(book.layers().front().name, u"Framing"_s);
        QVERIFY(book.principalVariable(layer) && book.principalVariable(layer)->name == u"code"_s);
        apply(addVariable(book, layer, u"weight"_s, VariableType::Number));
        apply(addLayer(book, u"Article"_s, LayerUnit::Span));
        Layer article = *book.layer(u"Article");
        article.unit = LayerUnit::Article;
        apply(editLayer(book, article, none));
        QVERIFY(book.variables(book.layer(u"Article")->id).empty());
        QCOMPARE(why(addLayer(book, u"Framing"_s, LayerUnit::Span)), u"There is already “Framing” in the same place."_s);
        QCOMPARE(why(addVariable(book, layer, u"weight"_s, VariableType::Text)), u"There is already “weight” in the same place."_s);
        QCOMPARE(why(addVariable(book, {99}, u"x"_s, VariableType::Text)), u"The layer is not in the codebook any more."_s);
        // Two leads who add the same apart add one thing.
        QCOMPARE(std::get<Edit<Layer>>(addLayer(Codebook(), u"FRAMING"_s, LayerUnit::Span)->edits.front()).after->id, layer);
    }
    void whatIsUsedKeepsItsKind()
    {
        QCOMPARE(why(editLayer(codebook(), layerAs(stance, [](Layer &layer) { layer.unit = LayerUnit::Article; }), stanceUsed)),
                 u"“Stance” is used by annotations. What it is coded on stays."_s);
        QVERIFY(editLayer(codebook(), layerAs(framing, [](Layer &layer) { layer.unit = LayerUnit::Article; }), stanceUsed));
        QVERIFY(editLayer(codebook(), layerAs(stance, [](Layer &layer) { layer.overlap = Overlap::None; }), stanceUsed));
        QCOMPARE(why(editVariable(codebook(), variableAs(strength, [](Variable &variable) { variable.type = VariableType::Text; }), stanceUsed)),
                 u"“strength” is used by annotations. Its type stays."_s);
        QCOMPARE(why(editVariable(codebook(), variableAs(polarity, [](Variable &variable) { variable.multiple = true; }), stanceUsed)),
                 u"The layer is used, and what it is coded by cannot change."_s);
        QVERIFY(editVariable(codebook(), variableAs(polarity, [](Variable &variable) { variable.multiple = true; }), none));
        QCOMPARE(why(removeVariable(codebook(), strength, stanceUsed)), u"“strength” is used by annotations."_s);
        QCOMPARE(why(removeLayer(codebook(), stance, stanceUsed)), u"“Stance” is used by annotations."_s);
    }
    void aTypeWithoutCodesLosesThem()
    {
        const Change change = taken(editVariable(codebook(), variableAs(frame, [](Variable &variable) { variable.type = VariableType::Text; }), none));
        const Codebook after = withChange(codebook(), change);
        QVERIFY(after.codes(frame).empty());
        QVERIFY(withChange(after, inverse(change)) == codebook());
    }
    void questionsDependOnThoseBeforeThem()
    {
        const auto depending = [](VariableId id, VariableId on, Value value) {
            return variableAs(id, [=](Variable &variable) { variable.shownWhen = {{{on, value}}}; });
        };
        const Change shown = taken(editVariable(codebook(), depending(note, sure, true), none));
        const Codebook book = withChange(codebook(), shown);
        QCOMPARE(why(editVariable(codebook(), depending(sure, note, true), none)), u"“sure” depends on a variable that does not stand in front of it."_s);
        QCOMPARE(why(editVariable(codebook(), depending(sure, sure, true), none)), u"“sure” depends on a variable that does not stand in front of it."_s);
        QCOMPARE(why(moveVariable(book, sure, 1, none)), u"“note” depends on a variable that does not stand in front of it."_s);
        QCOMPARE(why(removeVariable(book, sure, none)), u"“note” depends on “sure”. Change that first."_s);
        QCOMPARE(why(moveVariable(codebook(), sure, 1, none)), u"done"_s);
    }
    void standardsAreValues()
    {
        const auto begins = [](VariableId id, Value value) { return variableAs(id, [=](Variable &variable) { variable.standard = value; }); };
        QVERIFY(editVariable(codebook(), begins(strength, 2.0), none));
        QCOMPARE(why(editVariable(codebook(), begins(strength, u"two"_s), none)), u"“strength” takes another kind of value."_s);
        QCOMPARE(why(editVariable(codebook(), begins(polarity, CodeId{4}), none)), u"“polarity” is what the layer is coded by. It begins with nothing."_s);
        QVERIFY(!editVariable(codebook(), begins({8}, CodeId{4}), none)); // a code of another variable
        QVERIFY(editVariable(codebook(), begins({8}, CodeId{7}), none));
    }
    void aUsedLayerKeepsWhatItIsCodedBy()
    {
        const Change moved = taken(moveVariable(codebook(), strength, -1, none));
        QCOMPARE(namesIn(withChange(codebook(), moved), stance).mid(0, 3), (QStringList{u"polarity"_s, u"strength"_s, u"target"_s}));
        QVERIFY(taken(moveVariable(codebook(), polarity, -1, none)).isEmpty());
        QVERIFY(taken(moveVariable(codebook(), polarity, 1, stanceUsed)).edits.size() > 0); // the next one has no codes
        QCOMPARE(withChange(codebook(), moveLayer(codebook(), whole, -1)).layers()[1].name, u"Article"_s);
        QVERIFY(moveLayer(codebook(), whole, 1).isEmpty());
    }
    void eachStepIsTakenBackWhole()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            QRandomGenerator random(seed);
            Codebook book = codebook();
            for (int step = 0; step < 12; ++step) {
                const auto layers = book.layers();
                const auto variables = book.variables();
                const LayerId layer = layers.empty() ? LayerId() : layers[size_t(random.bounded(int(layers.size())))].id;
                const VariableId variable = variables.empty() ? VariableId() : variables[size_t(random.bounded(int(variables.size())))].id;
                Result<Change> change = Change();
                switch (random.bounded(6)) {
                case 0:
                    change = addLayer(book, u"L%1"_s.arg(random.bounded(4)), LayerUnit(random.bounded(2)));
                    break;
                case 1:
                    change = addVariable(book, layer, u"v%1"_s.arg(random.bounded(4)), VariableType(random.bounded(7)));
                    break;
                case 2:
                    change = removeLayer(book, layer, none);
                    break;
                case 3:
                    change = removeVariable(book, variable, none);
                    break;
                case 4:
                    change = moveVariable(book, variable, random.bounded(2) ? 1 : -1, none);
                    break;
                default:
                    if (const Variable *known = book.variable(variable)) {
                        Variable after = *known;
                        after.type = VariableType(random.bounded(7));
                        after.required = random.bounded(2);
                        change = editVariable(book, after, none);
                    }
                }
                if (!change)
                    continue;
                const Codebook after = withChange(book, *change);
                QVERIFY2(withChange(after, inverse(*change)) == book, qPrintable(u"seed %1: %2"_s.arg(seed).arg(change->text)));
                book = after;
            }
        }
    }
};

GALLEY_TEST(PartEditsTest)
#include "tst_partedits.moc"
