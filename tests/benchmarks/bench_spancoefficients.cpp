// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the measures of spans take, with the growth when there is ten and a hundred times as much; medians.
#include "timing.h"

#include <base/random.h>
#include <reliability/metrics.h>
#include <reliability/spanmatching.h>

#include <cstdio>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

constexpr int coders = 3;
constexpr qint32 categories = 5;

/// Each coder's spans, `perCoder` of them, where the others have theirs or a few characters aside, one in ten of any category.
/// Nested ones have another span within every second one.
SpanCodings text(int perCoder, bool nested)
{
    Random random(20261124, quint64(perCoder));
    SpanCodings codings{{}, {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}, {Continuum{{}, 0, 40.0 * perCoder + 10, {}, {}}}};
    Continuum &document = codings.documents.front();
    for (qint32 coder = 0; coder < coders; ++coder) {
        codings.coders += u"coder %1"_s.arg(coder);
        document.coders.push_back(coder);
        for (int i = 0; i < perCoder; ++i) {
            const double begin = 40.0 * i + random.below(10), end = begin + 12 + random.below(15);
            const auto category = random.below(10) ? qint32(i % categories) : qint32(random.below(categories));
            document.spans.push_back({coder, category, begin, end});
            if (nested && i % 2)
                document.spans.push_back({coder, (category + 1) % categories, begin + 3, end - 2});
        }
    }
    return codings;
}

double median(const auto &work, int rounds)
{
    std::vector<double> times;
    while (int(times.size()) < rounds)
        times.push_back(milliseconds(work));
    return galley::median(times);
}

void measure(const char *metric, const SpanCodings &codings, const MetricOptions &options)
{
    const auto result = compute(QString::fromLatin1(metric), codings, options);
    if (!result || !result->value)
        qFatal("%s has no value", metric);
}

void uAlphaFamily(const SpanCodings &codings)
{
    for (const char *metric : {"ualpha", "ualpha_binary", "cualpha", "cualpha_coverage"})
        measure(metric, codings, {});
    for (const QString &category : codings.categories)
        measure("kualpha", codings, {{u"category"_s, category}});
}

void match(const SpanCodings &codings)
{
    if (const auto matching = matchedSpans(codings.documents.front(), 0, 1); !matching || !matching->hasLargestOverlap)
        qFatal("not matched");
}

/// The same for 1,000 spans by each coder, ten and a hundred times as many.
void report(const char *name, bool nested, auto &&work, const char *goal = "")
{
    double times[3];
    int perCoder = 1'000;
    for (int i = 0; i < 3; ++i, perCoder *= 10) {
        const SpanCodings codings = text(perCoder, nested);
        times[i] = median([&] { work(codings); }, i < 2 ? 11 : 5);
    }
    std::printf("spans: %-32s %6.2f ms%s; ×10: %6.1f ms, %4.1f times; ×100: %6.0f ms, %4.0f times\n", name, times[0], goal,
                times[1], times[1] / times[0], times[2], times[2] / times[0]);
}

} // namespace

int main()
{
    std::printf("spans: %d coders × 1,000 spans in one text of 40,000 characters\n", coders);
    report("u-α family, all of it", false, uAlphaFamily, " (goal 5 ms)");
    const auto single = [](const char *metric, const MetricOptions &options = {}) {
        return [=](const SpanCodings &codings) { measure(metric, codings, options); };
    };
    report("α_U of 1995", false, single("alphaU_1995"));
    report("F1, exact", true, single("span_f1"));
    report("F1, any overlap", true, single("span_f1", {{u"match"_s, u"overlap"_s}}));
    report("F1, half overlap", true, single("span_f1", {{u"match"_s, u"overlap"_s}, {u"min_iou"_s, u"0.5"_s}}));
    report("F1, characters", true, single("span_f1", {{u"match"_s, u"characters"_s}}));
    report("matching of largest overlap", true, match);
    report("α of characters, one category", true, single("token_alpha", {{u"category"_s, u"A"_s}}));
    report("α of characters, MASI", true, single("token_alpha", {{u"distance"_s, u"masi"_s}}));
    report("boundary similarity", true, single("boundary_similarity"));
    return 0;
}
