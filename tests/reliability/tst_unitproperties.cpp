// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of coefficients whatever the data, with seeds.
#include "matrix.h"

#include <reliability/krippendorffalpha.h>

#include <testing.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

struct Named
{
    QString metric;
    MetricOptions options;
    bool ofNames = true; ///< does not depend on the order or the numbers of categories
    bool corrected = true;

    QString text() const { return metric + u' ' + QStringList(options.values()).join(u' '); }
};

std::vector<Named> everyMetric()
{
    const auto with = [](const QString &name, const QString &word) { return MetricOptions{{name, word}}; };
    std::vector<Named> all{
        {u"percent_agreement"_s, with(u"mode"_s, u"unit_mean"_s), true, false},
        {u"percent_agreement"_s, with(u"mode"_s, u"coder_pair_mean"_s), true, false},
        {u"percent_agreement"_s, with(u"mode"_s, u"all_agree_listwise"_s), true, false},
        {u"holsti_cr"_s, with(u"mode"_s, u"pair_mean"_s), true, false},
        {u"holsti_cr"_s, with(u"mode"_s, u"composite"_s), true, false},
        {u"fleiss_kappa"_s, {}},
        {u"conger_kappa"_s, {}},
        {u"gwet_ac1"_s, {}},
    };
    for (const char *word : {"light_pairwise", "light_listwise"})
        all.push_back({u"cohen_kappa"_s, with(u"multi"_s, QLatin1StringView(word))});
    for (const char *word : {"linear", "quadratic"})
        all.push_back({u"cohen_kappa"_s, {{u"multi"_s, u"light_pairwise"_s}, {u"weights"_s, QLatin1StringView(word)}}, false});
    for (const char *word : {"linear", "quadratic", "ordinal"})
        all.push_back({u"gwet_ac2"_s, with(u"weights"_s, QLatin1StringView(word)), false});
    for (const char *word : {"nominal", "ordinal", "interval", "ratio"})
        all.push_back({u"krippendorff_alpha"_s, with(u"level"_s, QLatin1StringView(word)), word == std::string_view("nominal")});
    return all;
}

double valueOf(const Named &named, const Codings &codings)
{
    const auto result = compute(named.metric, codings, named.options);
    return result && result->value ? *result->value : std::nan("");
}

template <typename T> void shuffle(std::vector<T> &items, Random &random)
{
    for (size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random.below(quint32(i))]);
}

std::vector<qint32> shuffled(qsizetype count, Random &random)
{
    std::vector<qint32> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    shuffle(order, random);
    return order;
}

Codings permuted(const Codings &codings, Random &random, bool names)
{
    const auto units = shuffled(codings.unitCount(), random), coders = shuffled(codings.coderCount(), random);
    auto categories = shuffled(qsizetype(codings.categories.size()), random);
    if (!names)
        std::ranges::sort(categories);
    Codings other{codings.coders, {}, codings.categories, codings.wholeCodebook, {}};
    for (qint32 unit : units) {
        for (qint32 coder : coders) {
            const qint32 cell = codings.unit(unit)[size_t(coder)];
            other.cells.push_back(cell == Codings::Missing ? cell : categories[size_t(cell)]);
        }
    }
    return other;
}

/// Coders who each give these values with these shares, whatever the unit.
Codings independent(qsizetype units, const std::vector<std::vector<double>> &shares, quint64 seed)
{
    Random random(seed, 0);
    Codings codings{coderNames(qsizetype(shares.size())), {}, {}, false, {}};
    for (size_t category = 0; category < shares.front().size(); ++category)
        codings.categories.push_back({QString::number(category), double(category)});
    for (qsizetype unit = 0; unit < units; ++unit) {
        for (const std::vector<double> &ofCoder : shares) {
            double left = random.uniform();
            qint32 value = 0;
            while (size_t(value) + 1 < ofCoder.size() && left >= ofCoder[size_t(value)])
                left -= ofCoder[size_t(value++)];
            codings.cells.push_back(value);
        }
    }
    return codings;
}

Codings resampled(const Codings &codings, Random &random)
{
    Codings drawn{codings.coders, {}, codings.categories, codings.wholeCodebook, {}};
    for (qsizetype i = 0; i < codings.unitCount(); ++i) {
        const auto unit = codings.unit(random.below(quint32(codings.unitCount())));
        drawn.cells.insert(drawn.cells.end(), unit.begin(), unit.end());
    }
    return drawn;
}

/// Two coders with half as many units as categories, which are numbers; three of four of them are used.
Codings ofManyCategories(qint32 count)
{
    Codings codings{coderNames(2), {}, {}, false, {}};
    for (qint32 value = 0; value < count; ++value)
        codings.categories.push_back({{}, double(value)});
    for (qint32 value = 0; value < count; value += 2)
        codings.cells.insert(codings.cells.end(), {value, value % 4 == 0 ? value : value + 1});
    return codings;
}

} // namespace

class UnitPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void orderOfUnitsCodersAndNamesChangesNothing();
    void everyCoefficientOfDuplicatedCodersIsOne();
    void alphaOfDuplicatedCodersIsOne();
    void chanceIsNearZero();
    void codersWhoMarkMostOfATextAgreeByChance();
    void standardErrorsAreTheSpreadOfResampledData();
    void largeNumbersKeepTheirDigits();
    void manyRatioValuesAreSummedLikeFew();
    void aMillionCategoriesFit();
    void likeUnitsAreCountedTogether();
};

void UnitPropertiesTest::orderOfUnitsCodersAndNamesChangesNothing()
{
    Random random(20261125, 0);
    for (quint64 seed = 1; seed <= 5; ++seed) {
        const Codings codings = simulated({.units = 60, .coders = 3, .categories = 2 + quint32(seed)}, seed);
        for (const Named &named : everyMetric()) {
            const double value = valueOf(named, codings);
            const double other = valueOf(named, permuted(codings, random, named.ofNames));
            QVERIFY2(near(value, other, 1e-12),
                     qPrintable(u"%1: %2 and %3"_s.arg(named.text()).arg(value, 0, 'g', 17).arg(other, 0, 'g', 17)));
        }
    }
}

void UnitPropertiesTest::everyCoefficientOfDuplicatedCodersIsOne()
{
    Codings codings = simulated({.units = 50, .coders = 4, .categories = 5, .missing = 0}, 4);
    for (qsizetype unit = 0; unit < codings.unitCount(); ++unit)
        std::fill_n(codings.cells.begin() + unit * 4 + 1, 3, codings.cells[size_t(unit) * 4]);
    for (const Named &named : everyMetric())
        QVERIFY2(near(valueOf(named, codings), 1, 1e-12), qPrintable(named.text()));
}

void UnitPropertiesTest::alphaOfDuplicatedCodersIsOne()
{
    const Codings once = simulated({.units = 40, .coders = 1, .categories = 6, .missing = 0.2}, 8);
    Codings twice{coderNames(2), {}, once.categories, false, {}};
    for (qint32 cell : once.cells)
        twice.cells.insert(twice.cells.end(), {cell, cell});
    for (Level level : {Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio}) {
        const auto alpha = krippendorffAlpha(twice, level);
        QCOMPARE(alpha->value.value_or(0), 1.0);
        QVERIFY(near(alpha->standardError.value_or(1), 0, 1e-12));
    }
}

void UnitPropertiesTest::chanceIsNearZero()
{
    const std::vector<double> even(4, 0.25), skewed{0.6, 0.2, 0.15, 0.05};
    const Codings alike = independent(20'000, {even, even, even}, 2), unlike = independent(20'000, {skewed, skewed, skewed}, 3);
    for (const Named &named : everyMetric()) {
        if (!named.corrected)
            continue;
        QVERIFY2(near(valueOf(named, alike), 0, 0.015), qPrintable(u"%1: %2"_s.arg(named.text()).arg(valueOf(named, alike))));
        // Gwet's chance is no product of what coders did, so skewed guessing is not at zero there.
        if (!named.metric.startsWith(u"gwet"_s))
            QVERIFY2(near(valueOf(named, unlike), 0, 0.015),
                     qPrintable(u"%1: %2"_s.arg(named.text()).arg(valueOf(named, unlike))));
    }
}

void UnitPropertiesTest::codersWhoMarkMostOfATextAgreeByChance()
{
    const Codings codings = independent(50'000, {{0.1, 0.9}, {0.1, 0.9}}, 90);
    QVERIFY(near(*compute(u"percent_agreement"_s, codings)->value, 0.82, 0.01));
    for (const char *metric : {"cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa", "krippendorff_alpha"})
        QVERIFY2(near(*compute(QLatin1StringView(metric), codings)->value, 0, 0.02), metric);
}

void UnitPropertiesTest::standardErrorsAreTheSpreadOfResampledData()
{
    const Codings many = simulated({.units = 150, .coders = 4, .noise = 0.5, .missing = 0.25}, 12);
    const Codings two = pairOf(many, 0, 1);
    std::vector<Named> metrics{{u"percent_agreement"_s, {}},
                               {u"fleiss_kappa"_s, {}},
                               {u"conger_kappa"_s, {}},
                               {u"gwet_ac1"_s, {}},
                               {u"gwet_ac2"_s, {{u"weights"_s, u"quadratic"_s}}}};
    for (const char *level : {"nominal", "ordinal", "interval", "ratio"})
        metrics.push_back({u"krippendorff_alpha"_s, {{u"level"_s, QLatin1StringView(level)}}});
    const size_t ofMany = metrics.size();
    metrics.push_back({u"scott_pi"_s, {}});
    for (const char *weights : {"none", "linear", "quadratic"})
        metrics.push_back({u"cohen_kappa"_s, {{u"weights"_s, QLatin1StringView(weights)}}});

    Random random(31, 0);
    constexpr int rounds = 300;
    std::vector<double> sums(metrics.size()), squares(metrics.size());
    for (int round = 0; round < rounds; ++round) {
        const Codings drawnMany = resampled(many, random), drawnTwo = resampled(two, random);
        for (size_t i = 0; i < metrics.size(); ++i) {
            const double value = valueOf(metrics[i], i < ofMany ? drawnMany : drawnTwo);
            sums[i] += value;
            squares[i] += value * value;
        }
    }
    for (size_t i = 0; i < metrics.size(); ++i) {
        const double spread = std::sqrt((squares[i] - sums[i] * sums[i] / rounds) / (rounds - 1));
        const auto result = compute(metrics[i].metric, i < ofMany ? many : two, metrics[i].options);
        QVERIFY2(near(*result->standardError / spread, 1, 0.15),
                 qPrintable(u"%1: %2, of resampled data %3"_s.arg(metrics[i].text()).arg(*result->standardError).arg(spread)));
    }
}

void UnitPropertiesTest::largeNumbersKeepTheirDigits()
{
    Codings codings = simulated({.units = 200, .coders = 3, .categories = 9}, 6);
    const auto byNumber = [&] {
        return std::vector{
            valueOf({u"krippendorff_alpha"_s, {{u"level"_s, u"interval"_s}}}, codings),
            valueOf({u"gwet_ac2"_s, {{u"weights"_s, u"quadratic"_s}}}, codings),
            valueOf(
                {u"cohen_kappa"_s, {{u"weights"_s, u"quadratic"_s}, {u"scale"_s, u"value"_s}, {u"multi"_s, u"light_pairwise"_s}}},
                codings),
            valueOf(
                {u"cohen_kappa"_s, {{u"weights"_s, u"linear"_s}, {u"scale"_s, u"value"_s}, {u"multi"_s, u"light_pairwise"_s}}},
                codings)};
    };
    const std::vector<double> small = byNumber();
    const double smallError = *krippendorffAlpha(codings, Level::Interval)->standardError;
    for (Category &category : codings.categories)
        *category.number += 1e9 - 5;
    const std::vector<double> large = byNumber();
    for (size_t i = 0; i < small.size(); ++i)
        QVERIFY2(near(small[i], large[i], 1e-12), qPrintable(u"%1 and %2"_s.arg(small[i], 0, 'g', 17).arg(large[i], 0, 'g', 17)));
    QVERIFY(near(*krippendorffAlpha(codings, Level::Interval)->standardError, smallError, 1e-12));
    // Ratio differences of such values are interval differences by a constant.
    QVERIFY(near(valueOf({u"krippendorff_alpha"_s, {{u"level"_s, u"ratio"_s}}}, codings), small[0], 1e-7));
}

void UnitPropertiesTest::manyRatioValuesAreSummedLikeFew()
{
    Random random(55, 0);
    const auto worst = [&](const std::vector<double> &values) {
        std::vector<double> weights;
        for (size_t i = 0; i < values.size(); ++i)
            weights.push_back(double(random.below(5)));
        const std::vector<double> sums = RatioSums(values)(weights);
        double most = 0;
        for (size_t c = 0; c < values.size(); ++c) {
            long double sum = 0;
            for (size_t k = 0; k < values.size(); ++k)
                sum += static_cast<long double>(weights[k]) * RatioSums::between(values[c], values[k]);
            most = std::max(most, std::abs(double(sums[c] / sum) - 1));
        }
        return most;
    };
    std::vector<double> wide{0}, narrow;
    for (int i = 0; i < 700; ++i) {
        wide.push_back(std::exp(20 * random.uniform() - 6));
        narrow.push_back(1e9 + 1e-3 * double(random.below(9000)));
    }
    QVERIFY2(worst(wide) < 1e-12, qPrintable(QString::number(worst(wide))));
    QVERIFY2(worst(narrow) < 1e-9, qPrintable(QString::number(worst(narrow))));
}

void UnitPropertiesTest::aMillionCategoriesFit()
{
    const Codings million = ofManyCategories(1'000'000);
    const double values = 1e6, observed = 500'000, same = 250'000 * 4 + 500'000;
    QVERIFY(near(valueOf({u"krippendorff_alpha"_s, {}}, million), 1 - (values - 1) * observed / (values * values - same), 1e-15));
    QVERIFY(near(valueOf({u"krippendorff_alpha"_s, {{u"level"_s, u"interval"_s}}}, million), 1, 1e-5));

    // The others do as much per category, only slower.
    const Codings many = ofManyCategories(100'000);
    for (const char *level : {"ordinal", "ratio"})
        QVERIFY2(near(valueOf({u"krippendorff_alpha"_s, {{u"level"_s, QLatin1StringView(level)}}}, many), 1, 1e-4), level);
    for (const char *metric : {"fleiss_kappa", "conger_kappa", "scott_pi", "cohen_kappa", "gwet_ac1", "percent_agreement"})
        QVERIFY2(near(valueOf({QLatin1StringView(metric), {}}, many), 0.5, 1e-4), metric);
    QVERIFY(near(valueOf({u"cohen_kappa"_s, {{u"weights"_s, u"linear"_s}}}, many), 1, 1e-4));
    QVERIFY(near(valueOf({u"gwet_ac2"_s, {{u"weights"_s, u"ordinal"_s}}}, many), 1, 1e-4));
}

void UnitPropertiesTest::likeUnitsAreCountedTogether()
{
    // Few enough categories for a table, and too many: the same patterns.
    const Codings codings = simulated({.units = 3000, .coders = 4, .categories = 4}, 21);
    const UnitPatterns byTable = patternsOf(codings);
    Codings padded = codings;
    padded.categories.resize(100);
    const UnitPatterns byHash = patternsOf(padded);
    const auto sorted = [](const UnitPatterns &patterns) {
        std::vector<std::pair<std::vector<qint32>, qint64>> all;
        for (size_t i = 0; i < patterns.size(); ++i)
            all.emplace_back(std::vector<qint32>(patterns[i].begin(), patterns[i].end()), patterns.units[i]);
        std::ranges::sort(all);
        return all;
    };
    QVERIFY(byTable.size() < 126);
    QVERIFY(sorted(byTable) == sorted(byHash));
    QVERIFY(near(*krippendorffAlpha(codings)->value, *krippendorffAlpha(padded)->value, 1e-15));
}

GALLEY_TEST(UnitPropertiesTest)
#include "tst_unitproperties.moc"
