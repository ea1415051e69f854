// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement over a project: what is compared, and what it came to.
#include "sampleproject.h"

#include <agreement/projectagreement.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

class ProjectAgreementTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void eachLayerAndVariableHasItsResults();
    void onlyArticlesThatTwoCodedCount();
    void aCodeCountsByItsPath();
    void whereFramesOverlapTheTableHasWhatIsDefinedThere();
    void onlyArticlesOfASetAreCompared();
    void valuesOfMatchedAnnotationsAreCompared();
    void excludedPartsAreNoText();
    void namesStandForWhatIsCompared();
    void aWrongNameSaysWhatThereIs_data();
    void aWrongNameSaysWhatThereIs();
    void withoutTwoCodersThereIsNothingToCompare();

private:
    void code(CoderId coder, ArticleId article, LayerId layer, CodeId code, std::vector<Range> ranges,
              std::vector<VariableValue> values = {});
    AgreementReport measured(const AgreementRequest &request, const ComparedNames &names = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
};

namespace {

constexpr CoderId ada{1}, ben{2};
constexpr LayerId framing{1}, stance{2}, whole{3};
constexpr VariableId strength{4};

AgreementResult resultOf(const AgreementReport &report, const QString &metric, LayerId layer, VariableId variable = {})
{
    for (const AgreementResult &result : report.results) {
        if (result.coefficient.metric == metric && result.about.layer == layer && result.about.variable == variable)
            return result;
    }
    qFatal("no result of %s", qPrintable(metric));
}

} // namespace

void ProjectAgreementTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = project(m_folder->filePath(u"p.galley"_s));
}

void ProjectAgreementTest::code(CoderId coder, ArticleId article, LayerId layer, CodeId code, std::vector<Range> ranges,
                                std::vector<VariableValue> values)
{
    const QString text = taken(m_store->text(article));
    Annotation row = annotation(m_store->allot<AnnotationTag>(), article, text, std::move(ranges), code);
    row.coder = coder;
    row.layer = layer;
    row.values = std::move(values);
    taken(m_store->apply({u"Annotate"_s, {added(row)}}, stamp()));
}

AgreementReport ProjectAgreementTest::measured(const AgreementRequest &request, const ComparedNames &names)
{
    return taken(agreementOf(*m_store, taken(comparedParts(*m_store, names)), request));
}

void ProjectAgreementTest::eachLayerAndVariableHasItsResults()
{
    code(ada, {1}, framing, {2}, {{0, 9}});
    code(ben, {1}, framing, {2}, {{0, 9}});
    code(ada, {1}, whole, {}, {}, {{{8}, CodeId{7}}});
    code(ben, {1}, whole, {}, {}, {{{8}, CodeId{8}}});
    const auto report = measured({});
    const auto spans = resultOf(report, u"span_f1"_s, framing);
    QCOMPARE(*spans.coefficient.value, 1.0);
    QCOMPARE(spans.about.layerName, u"Framing"_s);
    const auto tone = resultOf(report, u"percent_agreement"_s, whole, {8});
    QCOMPARE(*tone.coefficient.value, 0.0);
    QCOMPARE(tone.coefficient.units, 1);
    QCOMPARE(tone.about.variableName, u"tone"_s);
    QCOMPARE(resultOf(report, u"krippendorff_alpha"_s, whole, {8}).options.value(u"level"_s), u"ordinal"_s);
}

void ProjectAgreementTest::onlyArticlesThatTwoCodedCount()
{
    code(ada, {1}, framing, {1}, {{0, 9}});
    code(ben, {1}, framing, {1}, {{0, 9}});
    code(ada, {2}, framing, {1}, {{2, 8}});
    const auto report = measured({.metrics = {u"span_f1"_s}, .byDocument = true}, {.layers = {u"Framing"_s}});
    QCOMPARE(report.results.size(), 2u); // of all, and of the first article
    QCOMPARE(report.results.back().about.document, u"First"_s);
    QCOMPARE(*report.results.front().coefficient.value, 1.0);
}

void ProjectAgreementTest::aCodeCountsByItsPath()
{
    code(ada, {1}, framing, {2}, {{0, 9}});
    code(ben, {1}, framing, {1}, {{0, 9}});
    const auto report
        = measured({.metrics = {u"span_f1"_s}, .byCategory = true}, {.layers = {u"Framing"_s}});
    QStringList categories;
    for (const AgreementResult &result : report.results) {
        if (result.about.category)
            categories += *result.about.category;
    }
    QCOMPARE(categories, QStringList({u"Security"_s, u"Security/Defence"_s, u"Economic"_s}));
}

void ProjectAgreementTest::whereFramesOverlapTheTableHasWhatIsDefinedThere()
{
    code(ada, {1}, framing, {1}, {{0, 9}});
    code(ada, {1}, framing, {3}, {{4, 13}});
    code(ben, {1}, framing, {1}, {{0, 9}});
    code(ben, {1}, framing, {3}, {{5, 13}});
    const auto report = measured({}, {.layers = {u"Framing"_s}});
    QVERIFY(resultOf(report, u"ualpha"_s, framing).coefficient.value.error() == Undefined::OverlappingUnits);
    const auto tokens = resultOf(report, u"token_alpha"_s, framing);
    QVERIFY(tokens.coefficient.value && *tokens.coefficient.value > 0.8 && *tokens.coefficient.value < 1);
    QCOMPARE(tokens.options.value(u"distance"_s), u"jaccard"_s);
    QStringList layers;
    for (const AgreementResult &result : report.results) {
        if (result.coefficient.metric == u"ualpha_layer"_s) {
            QVERIFY(result.coefficient.value);
            layers += result.options.value(u"category"_s);
        }
    }
    QCOMPARE(layers, QStringList({u"Security"_s, u"Economic"_s})); // a code that nobody gave has no row
}

void ProjectAgreementTest::onlyArticlesOfASetAreCompared()
{
    for (const ArticleId article : {ArticleId{1}, ArticleId{2}}) {
        code(ada, article, framing, {1}, {{2, 8}});
        code(ben, article, framing, {article == ArticleId{1} ? CodeId{1} : CodeId{3}}, {{2, 8}});
    }
    const QUuid first = taken(m_store->article({1})).uuid;
    const CodingSet set{setId(u"Pilot"), u"Pilot"_s, SetKind::Reliability, true,
        u"{\"articles\":[\"%1\"]}"_s.arg(first.toString(QUuid::WithoutBraces))};
    taken(m_store->apply({u"Make a set"_s, {added(set)}}, stamp()));
    const AgreementRequest request{.metrics = {u"span_f1"_s}};
    QCOMPARE(*measured(request, {.layers = {u"Framing"_s}}).results.front().coefficient.value, 0.5);
    QCOMPARE(*measured(request, {.layers = {u"Framing"_s}, .sets = {u"pilot"_s}}).results.front().coefficient.value, 1.0);
    auto parts = taken(comparedParts(*m_store));
    parts.sight = Sight(ben, {ArticleId{1}});
    QCOMPARE(*taken(agreementOf(*m_store, parts, request)).results.front().coefficient.value, 0.0);
    const auto unknown = comparedParts(*m_store, {.sets = {u"main"_s}});
    QCOMPARE(unknown.error().message, u"there is no set “main”; the sets are: Pilot"_s);
}

void ProjectAgreementTest::valuesOfMatchedAnnotationsAreCompared()
{
    code(ada, {1}, stance, {4}, {{0, 9}}, {{strength, 2.0}});
    code(ben, {1}, stance, {4}, {{4, 13}}, {{strength, 3.0}});
    code(ben, {1}, stance, {4}, {{24, 27}}, {{strength, 3.0}}); // without a match
    const auto report = measured({.metrics = {u"percent_agreement"_s}, .disagreements = 5},
                                 {.layers = {u"Stance"_s}, .variable = u"strength"_s});
    QCOMPARE(report.results.size(), 1u);
    QCOMPARE(report.results.front().coefficient.units, 1);
    QVERIFY(report.results.front().coefficient.conventions.last().contains(u"matched one to one"_s));
    const auto &disagreements = std::get<Disagreements>(report.details.front());
    QCOMPARE(disagreements.about.variable, strength);
    QCOMPARE(disagreements.units.front().values, QStringList({u"2"_s, u"3"_s}));
}

void ProjectAgreementTest::excludedPartsAreNoText()
{
    code(ada, {1}, framing, {1}, {{0, 9}});
    code(ben, {1}, framing, {1}, {{4, 9}});
    code(ada, {1}, framing, {1}, {{30, 40}});
    code(ben, {1}, framing, {1}, {{30, 40}});
    const AgreementRequest request{.metrics = {u"span_f1"_s}};
    const auto all = measured(request, {.layers = {u"Framing"_s}});
    const auto body = measured(request, {.layers = {u"Framing"_s}, .excludedZones = {u"headline"_s}});
    QVERIFY(*all.results.front().coefficient.value < 1.0);
    QCOMPARE(*body.results.front().coefficient.value, 1.0); // they differ in the headline alone
}

void ProjectAgreementTest::namesStandForWhatIsCompared()
{
    const auto all = taken(comparedParts(*m_store));
    QCOMPARE(all.coders.size(), 2u);
    QCOMPARE(all.layers.size(), 3u);
    QVERIFY(!all.variable);
    const auto some = taken(
        comparedParts(*m_store, {{u"Ben"_s, u"Ada"_s}, {}, u"tone"_s, {u"boilerplate"_s}}));
    QCOMPARE(some.coders.front().name, u"Ben"_s);
    QCOMPARE(some.layers.size(), 1u);
    QCOMPARE(some.layers.front().id, whole);
    QCOMPARE(some.variable, VariableId{8});
    QVERIFY(some.excluded.size() > 1);
}

void ProjectAgreementTest::aWrongNameSaysWhatThereIs_data()
{
    QTest::addColumn<QStringList>("coders");
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QStringList>("zones");
    QTest::addColumn<QString>("reason");

    const QStringList none;
    QTest::newRow("coder") << QStringList{u"Ada"_s, u"Zoe"_s} << none << QString() << none
                           << u"there is no coder “Zoe”; the coders are: Ada, Ben"_s;
    QTest::newRow("twice") << QStringList{u"Ada"_s, u"Ada"_s} << none << QString() << none << u"the coder “Ada” is named twice"_s;
    QTest::newRow("one coder") << QStringList{u"Ada"_s} << none << QString() << none << u"agreement takes at least two coders"_s;
    QTest::newRow("layer") << none << QStringList{u"Frames"_s} << QString() << none << u"there is no layer “Frames”"_s;
    QTest::newRow("variable") << none << none << u"mood"_s << none << u"there is no variable “mood”"_s;
    QTest::newRow("zone") << none << none << QString() << QStringList{u"adverts"_s}
                          << u"there is no zone “adverts”; “boilerplate” stands for chrome, caption, photo credit, credit and copyright"_s;
}

void ProjectAgreementTest::aWrongNameSaysWhatThereIs()
{
    QFETCH(QStringList, coders);
    QFETCH(QStringList, layers);
    QFETCH(QString, variable);
    QFETCH(QStringList, zones);
    QFETCH(QString, reason);
    const auto parts = comparedParts(*m_store, {coders, layers, variable, zones});
    QVERIFY(!parts);
    QCOMPARE(parts.error().message, reason);
}

void ProjectAgreementTest::withoutTwoCodersThereIsNothingToCompare()
{
    code(ada, {1}, framing, {1}, {{0, 9}});
    const auto report = agreementOf(*m_store, taken(comparedParts(*m_store)), {});
    QVERIFY(!report);
    QCOMPARE(report.error().message, u"no article was coded by two of these coders"_s);
}

GALLEY_TEST(ProjectAgreementTest)
#include "tst_projectagreement.moc"
