// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast coefficients of units × coders are, how that grows with the data, and the memory they take beyond it.
#include "timing.h"

#include <base/random.h>
#include <reliability/alphabootstrap.h>
#include <reliability/krippendorffalpha.h>
#include <reliability/metrics.h>

#include <QFile>

#include <cstdio>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// Coders who see four in five of the same values, and guess or leave out the others; the values 1, 2 …
Codings codingsOf(qsizetype units, qsizetype coders, quint32 values)
{
    Random random(20261125, 0);
    Codings codings{QStringList(coders), {}, {}, false, {}};
    for (quint32 value = 1; value <= values; ++value)
        codings.categories.push_back({QString::number(value), double(value)});
    codings.cells.reserve(size_t(units * coders));
    for (qsizetype unit = 0; unit < units; ++unit) {
        const qint32 truth = qint32(random.below(values));
        for (qsizetype coder = 0; coder < coders; ++coder) {
            const quint32 chance = random.below(20);
            codings.cells.push_back(chance == 0 ? Codings::Missing : chance < 4 ? qint32(random.below(values)) : truth);
        }
    }
    return codings;
}

/// The median of several rounds; fewer where they are long.
double medianTime(const auto &work)
{
    std::vector<double> times;
    double all = 0;
    while (all <= 6000 && (times.size() < 3 || (times.size() < 15 && all < 1000))) {
        times.push_back(milliseconds(work));
        all += times.back();
    }
    return median(times);
}

/// Linux forgets the peak so far when it is told to.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

double peakMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf("VmHWM:") + 6).trimmed().split(' ').front().toDouble() / 1024;
}

void printTime(const char *what, qsizetype units, double time)
{
    std::printf("%-44s %9lld units %10.2f ms\n", what, static_cast<long long>(units), time);
    std::fflush(stdout);
}

void benchAlpha(const char *what, Level level, quint32 values, std::initializer_list<qsizetype> sizes)
{
    for (qsizetype units : sizes) {
        const Codings codings = codingsOf(units, 5, values);
        forgetPeak();
        const double before = peakMegabytes();
        printTime(what, units, medianTime([&] { (void)krippendorffAlpha(codings, level); }));
        std::printf("%56s %10.1f MB beyond the matrix of %.1f MB\n", "", peakMegabytes() - before,
                    double(codings.cells.size() * sizeof(qint32)) / 1e6);
    }
}

void benchBootstrap(const char *what, AlphaBootstrapOptions options, quint32 values, std::initializer_list<qsizetype> sizes)
{
    options.replicates = 1000;
    for (qsizetype units : sizes) {
        const Codings codings = codingsOf(units, 5, values);
        printTime(what, units, medianTime([&] { (void)krippendorffAlphaBootstrap(codings, options); }));
    }
}

void benchMetric(const char *what, const QString &metric, const MetricOptions &options, qsizetype coders,
                 std::initializer_list<qsizetype> sizes)
{
    for (qsizetype units : sizes) {
        const Codings codings = codingsOf(units, coders, 5);
        printTime(what, units, medianTime([&] { (void)compute(metric, codings, options); }));
    }
}

} // namespace

int main()
{
    std::printf("5 coders, or 2 where the coefficient has no more; 5 %% of values missing; medians\n");
    benchAlpha("nominal alpha, 5 values", Level::Nominal, 5, {10'000, 100'000, 1'000'000, 10'000'000});
    benchBootstrap("  1,000 replicates of units", {}, 5, {10'000, 100'000, 1'000'000});
    benchBootstrap("  1,000 replicates, Hayes & Krippendorff", {.method = AlphaBootstrapOptions::HayesKrippendorff2007}, 5,
                   {10'000, 100'000, 1'000'000});
    benchAlpha("interval alpha, 100 values", Level::Interval, 100, {10'000, 100'000, 1'000'000});
    benchBootstrap("  1,000 replicates of units", {.level = Level::Interval}, 100, {1000, 10'000});
    benchAlpha("ordinal alpha, 100 values", Level::Ordinal, 100, {100'000});
    benchAlpha("ratio alpha, 100 values", Level::Ratio, 100, {100'000});
    benchAlpha("ratio alpha, 100,000 values", Level::Ratio, 100'000, {100'000});
    benchAlpha("nominal alpha, 1,000,000 values", Level::Nominal, 1'000'000, {1'000'000});
    benchMetric("Fleiss' kappa, 5 values", u"fleiss_kappa"_s, {}, 5, {100'000, 1'000'000});
    benchMetric("Gwet's AC2, quadratic, 5 values", u"gwet_ac2"_s, {{u"weights"_s, u"quadratic"_s}}, 5, {1'000'000});
    benchMetric("Conger's kappa, 5 values", u"conger_kappa"_s, {}, 5, {1'000'000});
    benchMetric("Cohen's kappa, 5 values", u"cohen_kappa"_s, {}, 2, {100'000, 1'000'000});
    benchMetric("Light's kappa, 10 pairs, 5 values", u"cohen_kappa"_s, {{u"multi"_s, u"light_pairwise"_s}}, 5, {1'000'000});
    benchMetric("Holsti's CR, 10 pairs, 5 values", u"holsti_cr"_s, {}, 5, {1'000'000});
    return 0;
}
