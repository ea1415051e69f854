// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reliability of a project's layers and variables, worst first, and what stands behind each.
#include "sampleproject.h"

#include <agreement/comparedwork.h>
#include <agreement/projectagreement.h>
#include <agreement/reliabilitysummary.h>
#include <agreement/wordunits.h>
#include <domain/givenunit.h>
#include <project/annotationedits.h>
#include <project/unitedits.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr CoderId ann{1}, bob{2}; // as the sample project has them
constexpr LayerId framingLayer{1}, stanceLayer{2}, articleLayer{3};
constexpr ArticleId firstArticle{1}, secondArticle{2};

const ReliabilityRow &rowOf(const ReliabilitySummary &summary, const QString &name)
{
    const auto row = std::ranges::find(summary.rows, name, &ReliabilityRow::name);
    if (row == summary.rows.end())
        qFatal("there is no row %s", qPrintable(name));
    return *row;
}

RowDetails detailsOfRow(const ReliabilitySummary &summary, const QString &name, const DetailsRequest &request = {})
{
    const auto row = std::ranges::find(summary.rows, name, &ReliabilityRow::name);
    return taken(detailsOf(*summary.data[size_t(row - summary.rows.begin())], request));
}

const MeasuredPart &partOf(const std::vector<MeasuredPart> &parts, const QString &name)
{
    const auto part = std::ranges::find(parts, name, &MeasuredPart::name);
    if (part == parts.end())
        qFatal("there is no part %s", qPrintable(name));
    return *part;
}

} // namespace

class ReliabilitySummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theWorstComesFirstAndWhatIsUndefinedLast();
    void theCoefficientsAreThoseOfTheCommand();
    void whereSpansOverlapAnotherCoefficientStandsForThem();
    void theStudyMayChooseTheCoefficientOfSpans();
    void textsAreMeasuredInWords();
    void aWordBelongsToTheSpansThatHoldItsFirstCharacter();
    void aPairHasItsKappaOfCharacters();
    void wordsSayWhatIsCompared();
    void withoutTwoCodersOfAnArticleThereAreNoRows();
    void theConsensusIsNoPartOfIt();
    void eachPairValueAndArticleIsMeasured();
    void whatOneMarkedAndTheOtherDidNotIsInTheTable();
    void articlesAreMeasuredInTheOrderInWhichTheyWereCoded();
    void unitsThatWereGivenAreCompared();
    void whatALayerLeavesOutIsNotCompared();
    void numbersAreComparedByRatiosWhereTheCodebookSaysSo();
    void whatSomebodyCodedOnceMoreStandsForItself();
    void itCanBeStopped();

private:
    void code(CoderId coder, ArticleId article, LayerId layer, CodeId code, std::vector<Range> ranges, std::vector<VariableValue> values = {}, int minute = 0);
    ReliabilitySummary summed(const SummaryRequest &request = {.replicates = 200}) { return taken(reliabilitySummary(*m_store, taken(comparedParts(*m_store)), request)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
};

void ReliabilitySummaryTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = project(m_folder->filePath(u"p.galley"_s));
}

void ReliabilitySummaryTest::code(CoderId coder, ArticleId article, LayerId layer, CodeId code, std::vector<Range> ranges, std::vector<VariableValue> values, int minute)
{
    const QString text = taken(m_store->text(article));
    Annotation row = annotation(m_store->allot<AnnotationTag>(), article, text, std::move(ranges), code);
    row.coder = coder;
    row.layer = layer;
    row.values = std::move(values);
    row.modified = row.created = galley::sample::time(minute);
    taken(m_store->apply({u"Annotate"_s, {added(row)}}, stamp(minute)));
}

void ReliabilitySummaryTest::theWorstComesFirstAndWhatIsUndefinedLast()
{
    for (const ArticleId article : {firstArticle, secondArticle}) {
        code(ann, article, framingLayer, {1}, {{0, 9}});
        code(bob, article, framingLayer, {1}, {{1, 9}});
        code(ann, article, articleLayer, {}, {}, {{{8}, CodeId{7}}});
        code(bob, article, articleLayer, {}, {}, {{{8}, CodeId{7}}});
        code(ann, article, stanceLayer, {4}, {{2, 8}}, {{{4}, 1.0 + double(article.value)}});
        code(bob, article, stanceLayer, {5}, {{2, 8}}, {{{4}, 3.0 - double(article.value)}});
    }
    const ReliabilitySummary summary = summed();
    QStringList names;
    std::vector<double> values;
    for (const ReliabilityRow &row : summary.rows) {
        names += row.name();
        values.push_back(row.measure.coefficient.value.value_or(2));
    }
    QCOMPARE(names.size(), 4);
    QVERIFY(std::ranges::is_sorted(values));
    QCOMPARE(names.last(), u"Article: tone"_s);
    QVERIFY(summary.rows.back().measure.coefficient.value.error() == Undefined::NoVariation);
    QCOMPARE(*summary.rows.back().measure.percent, 1.0);
    QCOMPARE(summary.rows.size(), summary.data.size());
    QCOMPARE(rowOf(summary, u"Framing (spans)"_s).articles, 2);
    QCOMPARE(rowOf(summary, u"Framing (spans)"_s).units, 4);
    QCOMPARE(rowOf(summary, u"Stance: strength"_s).units, 2);
    QVERIFY(rowOf(summary, u"Stance: strength"_s).unit == MeasuredUnit::Match);
    QCOMPARE(rowOf(summary, u"Stance: strength"_s).title, u"α (interval)"_s);
    QCOMPARE(rowOf(summary, u"Stance: strength"_s).cases.layer, stanceLayer);
}

void ReliabilitySummaryTest::theCoefficientsAreThoseOfTheCommand()
{
    for (const ArticleId article : {firstArticle, secondArticle}) {
        code(ann, article, framingLayer, {1}, {{0, 9}});
        code(bob, article, framingLayer, {article == firstArticle ? CodeId{1} : CodeId{3}}, {{2, 9}});
        code(ann, article, articleLayer, {}, {}, {{{8}, CodeId{7}}});
        code(bob, article, articleLayer, {}, {}, {{{8}, article == firstArticle ? CodeId{8} : CodeId{7}}});
    }
    const auto report = taken(agreementOf(*m_store, taken(comparedParts(*m_store)), {}));
    const ReliabilitySummary summary = summed({});
    const auto valueIn = [&](const QString &metric, LayerId layer) {
        for (const AgreementResult &result : report.results) {
            if (result.coefficient.metric == metric && result.about.layer == layer)
                return result.coefficient;
        }
        qFatal("no %s", qPrintable(metric));
    };
    QCOMPARE(*rowOf(summary, u"Framing (spans)"_s).measure.coefficient.value, *valueIn(u"ualpha"_s, framingLayer).value);
    const Coefficient tone = rowOf(summary, u"Article: tone"_s).measure.coefficient, wanted = valueIn(u"krippendorff_alpha_bootstrap"_s, articleLayer);
    QCOMPARE(*tone.value, *wanted.value);
    QVERIFY(tone.interval == wanted.interval);
    QCOMPARE(*rowOf(summary, u"Article: tone"_s).measure.percent, *valueIn(u"percent_agreement"_s, articleLayer).value);
}

void ReliabilitySummaryTest::whereSpansOverlapAnotherCoefficientStandsForThem()
{
    for (const CoderId coder : {ann, bob}) {
        code(coder, firstArticle, framingLayer, {1}, {{0, 9}});
        code(coder, firstArticle, framingLayer, {3}, {{4, 12}});
    }
    const ReliabilitySummary summary = summed();
    const ReliabilityRow row = rowOf(summary, u"Framing (spans)"_s);
    QCOMPARE(row.measure.coefficient.metric, u"token_alpha"_s);
    QCOMPARE(*row.measure.coefficient.value, 1.0);
    QVERIFY(summary.statements.join(u' ').contains(u"a coder’s spans overlap, which u-α does not know"_s));
    const auto details = detailsOfRow(summary, u"Framing (spans)"_s);
    QVERIFY(partOf(details.coefficients, u"Krippendorff’s u-α"_s).measure.coefficient.value.error() == Undefined::OverlappingUnits);
}

void ReliabilitySummaryTest::theStudyMayChooseTheCoefficientOfSpans()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, firstArticle, framingLayer, {1}, {{4, 9}});
    const auto report = taken(agreementOf(*m_store, taken(comparedParts(*m_store)), {.metrics = {u"token_alpha"_s}}));
    QCOMPARE(*summed({.spans = SpanCoefficient::Characters, .replicates = 10}).rows.front().measure.coefficient.value, *report.results.front().coefficient.value);
    QCOMPARE(summed({.spans = SpanCoefficient::UAlpha, .replicates = 10}).rows.front().measure.coefficient.metric, u"ualpha"_s);
    for (const SpanCoefficient coefficient : {SpanCoefficient::Fit, SpanCoefficient::UAlpha, SpanCoefficient::Characters, SpanCoefficient::Words})
        QVERIFY(spanCoefficientNamed(nameOf(coefficient)) == coefficient);
}

void ReliabilitySummaryTest::textsAreMeasuredInWords()
{
    QCOMPARE(wordsAndSigns(u"It’s 3.5 °C, said_she — 😀 là"), (std::vector<Range>{{0, 2}, {2, 3}, {3, 4}, {5, 6}, {6, 7}, {7, 8}, {9, 10}, {10, 11}, {11, 12}, {13, 21}, {22, 23}, {24, 25}, {26, 28}}));
    QCOMPARE(wordsAndSigns(u""), std::vector<Range>());
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, firstArticle, framingLayer, {1}, {{4, 9}});
    const auto summary = summed({.spans = SpanCoefficient::Words, .replicates = 10});
    QCOMPARE(rowOf(summary, u"Framing (spans)"_s).title, u"α of words"_s);
    QVERIFY(summary.statements.join(u' ').contains(u"words (runs of letters and digits)"_s));
}

void ReliabilitySummaryTest::aWordBelongsToTheSpansThatHoldItsFirstCharacter()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 11}}); // “Ministers m”
    code(ann, firstArticle, framingLayer, {3}, {{11, 19}}); // “et today”
    code(bob, firstArticle, framingLayer, {1}, {{3, 9}}); // no word begins in it
    code(bob, firstArticle, framingLayer, {3}, {{10, 19}}); // “met today”
    const ReliabilitySummary summary = summed({.spans = SpanCoefficient::Words, .replicates = 10});
    const Continuum document = std::get<SpanCodings>(summary.data.front()->codings).documents.front();
    QCOMPARE(document.length, double(wordsAndSigns(firstText).size()));
    QCOMPARE(document.spans, (std::vector<CodedSpan>{{0, 0, 0, 2}, {1, 2, 1, 3}, {0, 2, 2, 3}}));
}

void ReliabilitySummaryTest::aPairHasItsKappaOfCharacters()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 4}});
    code(ann, firstArticle, framingLayer, {3}, {{4, 6}});
    code(bob, firstArticle, framingLayer, {1}, {{1, 5}});
    const double all = double(firstText.toUcs4().size());
    const double observed = (all - 3) / all, expected = (4 * 4 + (all - 6) * (all - 4)) / (all * all); // 0, 4 and 5 differ
    const auto summary = summed({.spans = SpanCoefficient::Characters, .replicates = 10});
    QCOMPARE(detailsOfRow(summary, u"Framing (spans)"_s).pairs.front().note, u"Cohen’s κ "_s + QString::number((observed - expected) / (1 - expected), 'f', 3));
    QCOMPARE(detailsOfRow(summed({.spans = SpanCoefficient::UAlpha, .replicates = 10}), u"Framing (spans)"_s).pairs.front().note, QString());
}

void ReliabilitySummaryTest::wordsSayWhatIsCompared()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, firstArticle, framingLayer, {1}, {{0, 9}});
    auto parts = taken(comparedParts(*m_store, {.excludedZones = {u"headline"_s}}));
    parts.sight = Sight(ann, {secondArticle});
    const QString words = taken(reliabilitySummary(*m_store, parts, {.replicates = 10})).statements.join(u'\n');
    QVERIFY2(words.contains(u"at least two of these coded (of 2): Ada, Ben"_s), qPrintable(words));
    QVERIFY(words.contains(u"the consensus) is never part of it"_s));
    QVERIFY(words.contains(u"Parts of articles left out: headline."_s));
    QVERIFY(words.contains(u"blind sets, which only a lead may compare."_s));
    QVERIFY(words.contains(u"Not measured, since these coders coded nothing there: Framing, Stance, Article: tone."_s));
}

/// The first article has a headline of 20 characters.
void ReliabilitySummaryTest::whatALayerLeavesOutIsNotCompared()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}}); // in the headline alone
    code(ann, firstArticle, framingLayer, {1}, {{15, 34}});
    code(bob, firstArticle, framingLayer, {1}, {{22, 34}}); // the same but for what is of the headline, and the line break after it
    const auto kinds = [&] {
        QStringList names;
        for (const ComparedGroup &group : taken(comparedWork(*m_store, taken(comparedParts(*m_store)), {})))
            names += nameOf(group.kind);
        return names;
    };
    QCOMPARE(kinds(), (QStringList{u"missing"_s, u"extent"_s}));
    const Layer before = *taken(m_store->codebook()).layer(framingLayer);
    Layer after = before;
    after.leaveOut = {u"headline"_s};
    taken(m_store->apply({u"Leave out"_s, {modified(before, after)}}, stamp()));
    QCOMPARE(kinds(), QStringList{u"extent"_s});
    code(bob, firstArticle, framingLayer, {3}, {{40, 50}});
    code(ann, firstArticle, framingLayer, {3}, {{2, 5}, {40, 50}});
    QCOMPARE(kinds(), (QStringList{u"extent"_s, u"agreement"_s}));
    const auto groups = taken(comparedWork(*m_store, taken(comparedParts(*m_store)), {}));
    QCOMPARE(groups[1].annotations.front().ranges.size(), size_t(2)); // they are shown as they are
}

void ReliabilitySummaryTest::numbersAreComparedByRatiosWhereTheCodebookSaysSo()
{
    for (const auto &[article, one, other] : {std::tuple(firstArticle, 1.0, 2.0), std::tuple(secondArticle, 3.0, 4.0)}) {
        code(ann, article, stanceLayer, {4}, {{2, 8}}, {{{4}, one}});
        code(bob, article, stanceLayer, {4}, {{2, 8}}, {{{4}, other}});
    }
    const Variable before = *taken(m_store->codebook()).variable({4});
    Variable strength = before;
    strength.minimum = 0;
    strength.ratio = true;
    taken(m_store->apply({u"Ratio"_s, {modified(before, strength)}}, stamp()));
    const ReliabilityRow row = rowOf(summed({.replicates = 10}), u"Stance: strength"_s);
    QCOMPARE(row.title, u"α (ratio)"_s);
    QVERIFY(std::abs(*row.measure.coefficient.value - 0.557983) < 1e-6); // by hand: δ = ((x − y)/(x + y))²
    taken(m_store->apply({u"Interval"_s, {modified(strength, before)}}, stamp()));
    QCOMPARE(rowOf(summed({.replicates = 10}), u"Stance: strength"_s).title, u"α (interval)"_s);
}

/// Ann codes again, blind to what she did; Bob codes as she did first.
void ReliabilitySummaryTest::whatSomebodyCodedOnceMoreStandsForItself()
{
    const std::vector<Coder> coders = taken(m_store->coders());
    const Coder self = secondSelf(*std::ranges::find(coders, ann, &Coder::id), setId(u"R"), u"R"_s);
    taken(m_store->apply({u"Again"_s, {added(self)}}, stamp()));
    for (const CoderId coder : {ann, bob}) {
        code(coder, firstArticle, framingLayer, {1}, {{0, 9}});
        code(coder, firstArticle, framingLayer, {1}, {{22, 34}});
    }
    code(self.id, firstArticle, framingLayer, {1}, {{0, 9}});
    code(self.id, firstArticle, framingLayer, {3}, {{22, 34}});
    const ReliabilitySummary summary = summed();
    QCOMPARE(*rowOf(summary, u"Framing (spans)"_s).measure.coefficient.value, 1.0); // of Ann and Bob alone
    const ReliabilityRow again = rowOf(summary, u"Framing (spans) · Ada again"_s);
    QVERIFY(*again.measure.coefficient.value < 1);
    QVERIFY((again.cases.coders == std::vector<CoderId>{ann, self.id}));
    QVERIFY(summary.statements.join(u'\n').contains(u"Intracoder reliability: Ada coded 1"_s));
    QCOMPARE(taken(comparedParts(*m_store)).coders.size(), size_t(2));
    QCOMPARE(taken(comparedParts(*m_store, {.coders = {u"Ada"_s, self.name}})).coders.size(), size_t(2));
    const ReliabilitySummary alone = taken(reliabilitySummary(*m_store, taken(comparedParts(*m_store, {.coders = {u"Ada"_s}})), {.replicates = 10}));
    QVERIFY(std::ranges::all_of(alone.rows, [](const ReliabilityRow &row) { return row.again == u"Ada"_s; }) && !alone.rows.empty());
}

void ReliabilitySummaryTest::withoutTwoCodersOfAnArticleThereAreNoRows()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, secondArticle, framingLayer, {1}, {{0, 9}});
    const ReliabilitySummary summary = summed();
    QVERIFY(summary.rows.empty());
    QCOMPARE(summary.articles, 0);
}

void ReliabilitySummaryTest::theConsensusIsNoPartOfIt()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, firstArticle, framingLayer, {3}, {{0, 9}});
    const double before = *summed().rows.front().measure.coefficient.value;
    taken(m_store->apply({u"Settle"_s, {added(consensusCoder())}}, stamp()));
    code(consensusCoder().id, firstArticle, framingLayer, {3}, {{0, 9}});
    QCOMPARE(*summed().rows.front().measure.coefficient.value, before);
    QCOMPARE(summed().rows.front().measure.coefficient.coders, 2);
}

void ReliabilitySummaryTest::eachPairValueAndArticleIsMeasured()
{
    for (const ArticleId article : {firstArticle, secondArticle}) {
        code(ann, article, articleLayer, {}, {}, {{{8}, CodeId{7}}});
        code(bob, article, articleLayer, {}, {}, {{{8}, article == firstArticle ? CodeId{8} : CodeId{7}}});
        code(ann, article, framingLayer, {1}, {{0, 9}});
        code(bob, article, framingLayer, {article == firstArticle ? CodeId{1} : CodeId{3}}, {{2, 9}});
    }
    const ReliabilitySummary summary = summed();
    const RowDetails tone = detailsOfRow(summary, u"Article: tone"_s, {.replicates = 50});
    QCOMPARE(tone.pairs.size(), 1u);
    QCOMPARE(tone.pairs.front().name, u"Ada, Ben"_s);
    QCOMPARE(tone.pairs.front().cases.coders, (std::vector{ann, bob}));
    QCOMPARE(*tone.pairs.front().measure.coefficient.value, *rowOf(summary, u"Article: tone"_s).measure.coefficient.value);
    QCOMPARE(tone.values.size(), 2u);
    QCOMPARE(partOf(tone.values, u"good"_s).units, 1);
    QCOMPARE(*partOf(tone.values, u"good"_s).measure.percent, 0.0);
    QCOMPARE(tone.articles.front().name, u"First"_s); // where they differ comes first
    QCOMPARE(tone.articles.front().note, u"Ada: bad, Ben: good"_s);
    QCOMPARE(tone.articles.front().cases.article, firstArticle);
    QCOMPARE(*tone.articles.back().measure.percent, 1.0);

    const RowDetails framing = detailsOfRow(summary, u"Framing (spans)"_s, {.replicates = 50});
    QCOMPARE(framing.values.size(), 2u);
    QCOMPARE(partOf(framing.values, u"Economic"_s).cases.code, CodeId{3});
    QCOMPARE(framing.articles.size(), 2u);
    QCOMPARE(framing.articles.front().name, u"Second"_s);
}

void ReliabilitySummaryTest::whatOneMarkedAndTheOtherDidNotIsInTheTable()
{
    code(ann, firstArticle, framingLayer, {1}, {{0, 9}});
    code(bob, firstArticle, framingLayer, {3}, {{0, 9}});
    code(ann, firstArticle, framingLayer, {1}, {{30, 40}});
    const RowDetails details = detailsOfRow(summed(), u"Framing (spans)"_s, {.replicates = 50});
    QCOMPARE(details.confusions.size(), 1u);
    const ConfusionTable &table = details.confusions.front();
    QCOMPARE(table.values, QStringList({u"Security"_s, u"Economic"_s, u"nothing marked"_s}));
    QCOMPARE(table.at(0, 1), 1);
    QCOMPARE(table.at(0, 2), 1);
    QCOMPARE(table.at(0, 0), 0);
    QCOMPARE(table.casesAt(0, 2).code, CodeId{1});
}

void ReliabilitySummaryTest::articlesAreMeasuredInTheOrderInWhichTheyWereCoded()
{
    for (const CoderId coder : {ann, bob}) {
        code(coder, firstArticle, framingLayer, {1}, {{0, 9}}, {}, 5000);
        code(coder, secondArticle, framingLayer, {coder == ann ? CodeId{1} : CodeId{3}}, {{0, 9}}, {}, 3);
    }
    const RowDetails details = detailsOfRow(summed(), u"Framing (spans)"_s, {.window = 1, .replicates = 50});
    QCOMPARE(details.windows.size(), 2u);
    QCOMPARE(details.windows.front().name, u"1–1"_s);
    QVERIFY(*details.windows.front().measure.coefficient.value < 0.5); // the second article was coded first
    QCOMPARE(*details.windows.back().measure.coefficient.value, 1.0);
    QVERIFY(!details.timeNote.isEmpty());
}

void ReliabilitySummaryTest::unitsThatWereGivenAreCompared()
{
    for (const Range &range : {Range{0, 9}, Range{10, 13}, Range{22, 25}})
        code(ann, firstArticle, framingLayer, {1}, {range});
    const GivenUnits given = taken(giveUnits(*m_store, {framingLayer, ann, {ann, bob}, {}}, galley::sample::time(1)));
    taken(m_store->apply(given.change, stamp(1)));
    const auto say = [&](CoderId coder, Range range, CodeId code) {
        const Annotation unit = *taken(m_store->annotation(givenUnitId(firstArticle, framingLayer, {range}, coder)));
        taken(m_store->apply(taken(recode(taken(m_store->codebook()), unit, code, galley::sample::time(2))), stamp(2)));
    };
    say(ann, {0, 9}, {1});
    say(bob, {0, 9}, {1});
    say(ann, {10, 13}, {3});
    say(bob, {10, 13}, {1});
    say(ann, {22, 25}, {3}); // and Bob has not come to it
    const ReliabilitySummary summary = summed();
    const ReliabilityRow row = rowOf(summary, u"Framing: frame"_s);
    QVERIFY(row.unit == MeasuredUnit::Unit);
    QCOMPARE(row.units, 2);
    QCOMPARE(*row.measure.percent, 0.5);
    QCOMPARE(*row.measure.coefficient.value, 0.0); // of the values 1 1 3 1: 1 − 3 · 2 / (3 · 1 · 2)
    QVERIFY2(row.measure.coefficient.conventions.contains(u"The unit is a stretch of text that was settled before it was coded."_s), qPrintable(row.measure.coefficient.conventions.join(u' ')));
    const auto report = taken(agreementOf(*m_store, taken(comparedParts(*m_store)), {}));
    QVERIFY(std::ranges::any_of(report.results, [](const AgreementResult &result) { return result.about.variableName == u"frame" && result.coefficient.value && *result.coefficient.value == 0; }));
}

void ReliabilitySummaryTest::itCanBeStopped()
{
    for (const CoderId coder : {ann, bob})
        code(coder, firstArticle, framingLayer, {1}, {{0, 9}});
    const auto stopped = reliabilitySummary(*m_store, taken(comparedParts(*m_store)), {.proceed = [](double) { return false; }});
    QVERIFY(!stopped);
    const ReliabilitySummary summary = summed();
    QVERIFY(!detailsOf(*summary.data.front(), {.proceed = [](double) { return false; }}));
}

GALLEY_TEST(ReliabilitySummaryTest)
#include "tst_reliabilitysummary.moc"
