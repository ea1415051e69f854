// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn at random for α: resampled units and pairs, and how well their intervals hold.
#include "matrix.h"

#include <reliability/alphabootstrap.h>
#include <reliability/krippendorffalpha.h>
#include <reliability/multinomial.h>

#include <testing.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class AlphaBootstrapTest : public QObject
{
    Q_OBJECT

private slots:
    void binomialDrawsFollowTheirDistribution();
    void aBootstrapIsTheSameOnAnyNumberOfThreads();
    void aBootstrapCanBeStopped();
    void droppedReplicatesWithholdTheInterval();
    void intervalsCoverTheTruth();
};

void AlphaBootstrapTest::binomialDrawsFollowTheirDistribution()
{
    struct Case
    {
        qint64 trials;
        double probability;
    };
    for (const Case &drawn : {Case{5, 0.3}, Case{40, 0.9}, Case{60, 0.4}, Case{1000, 0.02}, Case{1'000'000, 0.25}}) {
        Random random(17, quint64(drawn.trials));
        constexpr int draws = 20'000;
        const double mean = double(drawn.trials) * drawn.probability, variance = mean * (1 - drawn.probability);
        double sum = 0, squares = 0, cubes = 0;
        for (int i = 0; i < draws; ++i) {
            const double off = double(binomial(random, drawn.trials, drawn.probability)) - mean;
            sum += off;
            squares += off * off;
            cubes += off * off * off;
        }
        QVERIFY(near(sum / draws, 0, 4 * std::sqrt(variance / draws)));
        QVERIFY(near(squares / draws / variance, 1, 0.06));
        const double skewness = (1 - 2 * drawn.probability) / std::sqrt(variance);
        QVERIFY(near(cubes / draws / std::pow(variance, 1.5), skewness, 0.12));
    }
    const Multinomial sampler({1, 0, 3, 4});
    for (qint64 draws : {20, 8000}) {
        std::vector<qint64> counts(4), all(4);
        Random random(3, quint64(draws));
        for (qint64 round = 0; round < 160'000 / draws; ++round) {
            sampler.draw(random, draws, counts);
            QCOMPARE(std::accumulate(counts.begin(), counts.end(), qint64(0)), draws);
            std::ranges::transform(all, counts, all.begin(), std::plus());
        }
        QCOMPARE(all[1], 0);
        QVERIFY(near(double(all[0]), 20'000, 700) && near(double(all[2]), 60'000, 1000) && near(double(all[3]), 80'000, 1000));
    }
}

void AlphaBootstrapTest::aBootstrapIsTheSameOnAnyNumberOfThreads()
{
    const Codings codings = simulated({.units = 120, .coders = 4}, 14);
    for (const auto method :
         {AlphaBootstrapOptions::Units, AlphaBootstrapOptions::HayesKrippendorff2007, AlphaBootstrapOptions::Krippendorff2016}) {
        for (Level level : {Level::Nominal, Level::Ordinal, Level::Ratio}) {
            AlphaBootstrapOptions options{
                .method = method, .level = level, .replicates = 300, .seed = 99, .minimum = 0.3, .threads = 1};
            const auto one = krippendorffAlphaBootstrap(codings, options);
            options.threads = 4;
            const auto four = krippendorffAlphaBootstrap(codings, options, [](double) { return true; });
            options.seed = 100;
            const auto other = krippendorffAlphaBootstrap(codings, options);
            QVERIFY(one && four && other);
            QVERIFY(one->figures == four->figures);
            const auto share = std::ranges::find(one->figures, u"p_below_minimum"_s, &std::pair<QString, double>::first);
            QVERIFY(share != one->figures.end() && share->second >= 0 && share->second < 1);
            QVERIFY(one->figures != other->figures);
            QVERIFY(one->interval == four->interval);
            QCOMPARE(*one->value, *krippendorffAlpha(codings, level)->value);
            QVERIFY(one->interval->low < *one->value && *one->value < one->interval->high);
        }
    }
}

void AlphaBootstrapTest::aBootstrapCanBeStopped()
{
    const Codings codings = simulated({.units = 300, .coders = 5, .categories = 50}, 15);
    const auto stopped = krippendorffAlphaBootstrap(codings, {.replicates = 1'000'000}, [](double) { return false; });
    QVERIFY(!stopped);
    QVERIFY(stopped.error().message.contains(u"stopped"_s));
}

void AlphaBootstrapTest::droppedReplicatesWithholdTheInterval()
{
    // One unit of four differs, and a third of the samples leave it out: (3/4)^4.
    const auto alpha = krippendorffAlphaBootstrap(matrixOf(u"11 11 11 12"_s), {.replicates = 2000});
    QVERIFY(alpha && alpha->value);
    const auto figure = [&](const QString &name) {
        const auto found = std::ranges::find(alpha->figures, name, &std::pair<QString, double>::first);
        return found == alpha->figures.end() ? std::nan("") : found->second;
    };
    QVERIFY(near(figure(u"n_dropped"_s) / 2000, 0.3164, 0.04));
    QCOMPARE(figure(u"n_dropped"_s) + figure(u"n_replicates"_s), 2000.0);
    QVERIFY(!alpha->interval && std::isnan(figure(u"ci_low"_s)));
    QVERIFY(alpha->conventions.join(u' ').contains(u"no interval"_s));
}

void AlphaBootstrapTest::intervalsCoverTheTruth()
{
    // A coder who guesses evenly with probability p sees the truth else, so two agree beyond chance with (1 − p)².
    constexpr double noise = 0.3, truth = (1 - noise) * (1 - noise);
    constexpr int rounds = 120;
    int byUnits = 0, byPairs = 0, byError = 0;
    for (quint64 seed = 0; seed < rounds; ++seed) {
        const Codings codings
            = simulated({.units = 60, .coders = 4, .categories = 3, .noise = noise, .missing = 0.1}, 1000 + seed);
        AlphaBootstrapOptions options{.replicates = 400, .seed = qint64(seed)};
        const auto covers
            = [](const Result<Coefficient> &alpha) { return alpha->interval->low <= truth && truth <= alpha->interval->high; };
        byUnits += covers(krippendorffAlphaBootstrap(codings, options));
        options.method = AlphaBootstrapOptions::HayesKrippendorff2007;
        byPairs += covers(krippendorffAlphaBootstrap(codings, options));
        byError += covers(krippendorffAlpha(codings));
    }
    const auto percent = [](int covered) { return 100.0 * covered / rounds; };
    qInfo("95 %% intervals of α cover the truth: units resampled %.0f %%, Hayes & Krippendorff 2007 %.0f %%, standard error %.0f "
          "%% of %d data sets",
          percent(byUnits), percent(byPairs), percent(byError), rounds);
    QVERIFY(percent(byUnits) > 86);
    QVERIFY(percent(byError) > 86);
    QVERIFY(byPairs < byUnits);
}

GALLEY_TEST(AlphaBootstrapTest)
#include "tst_alphabootstrap.moc"
