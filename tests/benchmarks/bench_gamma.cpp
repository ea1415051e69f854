// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long γ takes with 30 samples of chance, and how that grows with the spans; medians.
#include "timing.h"

#include <base/random.h>
#include <reliability/metrics.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// Each coder's spans near where the others have theirs, one in eight of another category, one in ten left out; perCoder of
/// them on average.
SpanCodings text(int coders, int perCoder)
{
    const int places = (10 * perCoder + 8) / 9;
    Random random(20261125, quint64(perCoder) * 16 + quint64(coders));
    SpanCodings codings{{}, {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}, {Continuum{{}, 0, 40.0 * places + 40, {}, {}}}};
    Continuum &document = codings.documents.front();
    for (qint32 coder = 0; coder < coders; ++coder) {
        codings.coders += u"coder %1"_s.arg(coder);
        document.coders.push_back(coder);
        for (int i = 0; i < places; ++i) {
            if (random.below(10) == 0)
                continue;
            const double begin = 40.0 * i + random.below(20), end = begin + 10 + random.below(25);
            document.spans.push_back({coder, random.below(8) ? i % 5 : qint32(random.below(5)), begin, end});
        }
    }
    return codings;
}

/// Spans anywhere, so that each overlaps two of every coder's and nothing agrees: as hard as alignment gets.
SpanCodings chaos(int coders, int perCoder)
{
    Random random(20261126, quint64(perCoder) * 16 + quint64(coders));
    SpanCodings codings = text(coders, 0);
    Continuum &document = codings.documents.front();
    document.length = 40.0 * perCoder;
    for (qint32 coder = 0; coder < coders; ++coder) {
        for (int i = 0; i < perCoder; ++i) {
            const double length = 20 + random.below(40), begin = std::floor(random.uniform() * (document.length - length));
            document.spans.push_back({coder, qint32(random.below(4)), begin, begin + length});
        }
    }
    return codings;
}

double figure(const Coefficient &coefficient, const QString &name)
{
    const auto found = std::ranges::find(coefficient.figures, name, &std::pair<QString, double>::first);
    return found == coefficient.figures.end() ? 0 : found->second;
}

void report(const char *what, const SpanCodings &codings, int rounds, const char *goal = "")
{
    std::vector<double> times;
    Result<Coefficient> result;
    while (int(times.size()) < rounds) {
        times.push_back(milliseconds([&] {
            result = compute(u"gamma"_s, codings, {{u"n_samples"_s, u"30"_s}, {u"precision"_s, u"none"_s}});
        }));
        if (!result || !result->value)
            qFatal("γ has no value");
    }
    const double ofData = figure(*result, u"observed_gap"_s), ofSamples = figure(*result, u"expected_gap"_s);
    const bool exact = ofData == 0 && ofSamples == 0;
    std::printf("γ: %-42s %8.1f ms%s  γ = %.3f  %s", what, median(times), goal, *result->value, exact ? "exact\n" : "");
    if (!exact)
        std::printf("proven to %.2g %% (data), %.2g %% (samples)\n", 100 * ofData, 100 * ofSamples);
    std::fflush(stdout);
}

} // namespace

int main()
{
    report("3 coders × 41 spans", text(3, 41), 5, " (goal 500)");
    report("3 coders × 124", text(3, 124), 5, " (goal 500)");
    report("3 coders × 1,240", text(3, 1'240), 3);
    report("3 coders × 12,400", text(3, 12'400), 1);
    report("2 coders × 1,000", text(2, 1'000), 5, " (goal 1000)");
    report("2 coders × 10,000", text(2, 10'000), 3);
    report("2 coders × 100,000", text(2, 100'000), 1);
    report("5 coders × 20", text(5, 20), 5);
    report("5 coders × 100", text(5, 100), 5, " (goal 2000)");
    report("5 coders × 1,000", text(5, 1'000), 1);
    report("2 coders × 1,000, overlapping at random", chaos(2, 1'000), 3);
    report("3 coders × 124, overlapping at random", chaos(3, 124), 3);
    report("5 coders × 100, overlapping at random", chaos(5, 100), 3);
    return 0;
}
