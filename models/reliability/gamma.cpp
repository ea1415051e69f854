// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gamma.h"

#include "comparedspans.h"
#include "reliabilitytext.h"

#include <base/parallel.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>

namespace galley {

namespace {

/// Sums over texts, of which the disorder is a quotient.
struct Sums
{
    double disorder = 0; ///< of unitary alignments
    double spansPerCoder = 0;
    CategorialDisorder categorial;
    qint64 alignments = 0;
    double gap = 0; ///< disorder that may not be needed, as far as is proven
    bool unique = true;
};

std::optional<double> valueOf(const Sums &sums, GammaKind kind)
{
    if (kind != GammaKind::Whole)
        return sums.categorial.value();
    return sums.spansPerCoder > 0 ? std::optional(sums.disorder / sums.spansPerCoder) : std::nullopt;
}

Result<> add(Sums &sums, std::vector<CodedSpan> spans, int coders, const GammaOptions &options, const std::atomic<bool> &stopped)
{
    if (spans.empty())
        return {};
    const auto alignment = bestAlignment(std::move(spans), coders, options.measure, stopped);
    if (!alignment)
        return std::unexpected(alignment.error());
    sums.disorder += alignment->disorder;
    sums.gap += alignment->isProven() ? 0 : alignment->disorder - alignment->lowerBound;
    sums.spansPerCoder += double(alignment->units.size()) / coders;
    sums.alignments += alignment->count();
    sums.unique = sums.unique && alignment->unique && alignment->isProven();
    if (options.kind != GammaKind::Whole) {
        const auto category = options.kind == GammaKind::OneCategory ? std::optional(options.category) : std::nullopt;
        sums.categorial += categorialDisorder(*alignment, coders, options.measure, options.unaligned, category);
    }
    return {};
}

Result<Sums> observed(const SpanCodings &codings, const GammaOptions &options, const std::atomic<bool> &stopped)
{
    Sums sums;
    for (const Continuum *document : comparedDocuments(codings)) {
        // In the order in which chance sees them, so that which of several best alignments is taken does not depend on names.
        const ChanceSource source(*document);
        if (auto done = add(sums, observedSpans(source), source.coders, options, stopped); !done)
            return std::unexpected(done.error());
    }
    return sums;
}

/// The same on a thread of its own while `proceed` is asked.
Result<Sums> observedUnless(const SpanCodings &codings, const GammaOptions &options, const Proceed &proceed)
{
    std::atomic<bool> stopped = false;
    if (!proceed)
        return observed(codings, options, stopped);
    std::optional<Result<Sums>> sums;
    const Proceed ask = [&](double) {
        if (!proceed(0))
            stopped = true;
        return true; // to wait until the work has noticed
    };
    inParallel(
        1, [&](qsizetype) { sums = observed(codings, options, stopped); }, ask, 1);
    return *sums;
}

/// The disorders of chance continua, sample after sample.
class Chance
{
public:
    Chance(const SpanCodings &codings, const GammaOptions &options)
        : m_options(options)
    {
        for (const Continuum *document : comparedDocuments(codings)) {
            if (!document->spans.empty())
                m_sources.emplace_back(*document);
        }
    }

    /// Draws up to sample `count`; false where `proceed` said no.
    Result<bool> draw(qint64 count, const Proceed &proceed)
    {
        const qint64 first = qint64(m_samples.size());
        m_samples.resize(size_t(count));
        std::vector<std::optional<Error>> errors(size_t(count - first));
        std::atomic<bool> stopped = false;
        const Proceed ask = [&](double done) {
            if (!proceed(done))
                stopped = true;
            return !stopped;
        };
        const bool finished = inParallel(
            count - first,
            [&](qsizetype i) {
                if (auto sample = drawn(quint64(first + i), stopped))
                    m_samples[size_t(first + i)] = *sample;
                else
                    errors[size_t(i)] = sample.error();
            },
            proceed ? ask : Proceed(), m_options.threads);
        if (!finished)
            return false;
        const auto error = std::ranges::find_if(errors, [](const auto &found) { return found.has_value(); });
        if (error != errors.end())
            return std::unexpected(**error);
        return true;
    }

    /// Of samples that have a disorder: of γ-cat, those in which anything is aligned.
    std::vector<double> disorders() const
    {
        std::vector<double> values;
        for (const Sums &sample : m_samples) {
            if (const auto value = valueOf(sample, m_options.kind))
                values.push_back(*value);
        }
        return values;
    }

    double largestGap() const
    {
        double gap = 0;
        for (const Sums &sample : m_samples)
            gap = std::max(gap, sample.disorder > 0 ? sample.gap / sample.disorder : 0);
        return gap;
    }

private:
    Result<Sums> drawn(quint64 stream, const std::atomic<bool> &stopped) const
    {
        Sums sums;
        Random random(m_options.seed, stream);
        for (const ChanceSource &source : m_sources) {
            if (auto done = add(sums, chanceContinuum(source, m_options.chance, random), source.coders, m_options, stopped);
                !done)
                return std::unexpected(done.error());
        }
        return sums;
    }

    const GammaOptions &m_options;
    std::vector<ChanceSource> m_sources;
    std::vector<Sums> m_samples;
};

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / double(values.size());
}

double deviation(const std::vector<double> &values, double mean)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return values.size() < 2 ? 0 : std::sqrt(sum / double(values.size() - 1));
}

QString chanceText(ChanceModel model)
{
    switch (model) {
    case ChanceModel::Shuffle:
        return Reliability::tr("Chance: whole coders shifted around the text by any distance (Mathet et al. 2015).");
    case ChanceModel::ShuffleWhole:
        return Reliability::tr(
            "Chance: whole coders shifted around the text by whole positions (Mathet et al. 2015, as in its program).");
    case ChanceModel::Statistical:
        break;
    }
    return Reliability::tr(
        "Chance: spans drawn anew by number, gaps, lengths and categories, which cannot imitate nesting (pygamma-agreement).");
}

QStringList conventionsOf(const GammaOptions &options)
{
    const Dissimilarity &measure = options.measure;
    QStringList conventions{Reliability::tr("Dissimilarity: positions weighted by α = %1, categories by β = %2, a span without a "
                                            "counterpart Δ∅ = %3; best alignment of all "
                                            "coders (Mathet, Widlöcher & Métivier 2015).")
                                .arg(measure.alpha)
                                .arg(measure.beta)
                                .arg(measure.deltaEmpty)};
    if (options.kind != GammaKind::Whole) {
        conventions
            += Reliability::tr("Disorder of the categories of aligned spans, weighted by how near they lie (Mathet 2017).");
        conventions += options.unaligned == UnalignedTerm::None
            ? Reliability::tr("Spans without a counterpart do not enter it.")
            : Reliability::tr("Spans without a counterpart enter it with Δ∅, as in pygamma-agreement.");
    }
    return conventions;
}

void describe(Coefficient &result, const Sums &sums, const GammaOptions &options)
{
    result.conventions = conventionsOf(options);
    if (const auto disorder = valueOf(sums, options.kind))
        result.figures.emplace_back(QStringLiteral("observed_disorder"), *disorder);
    result.figures.emplace_back(QStringLiteral("unitary_alignments"), double(sums.alignments));
    result.figures.emplace_back(QStringLiteral("best_alignment_unique"), sums.unique ? 1 : 0);
    if (!sums.unique && options.kind != GammaKind::Whole) {
        result.conventions += Reliability::tr("The best alignment is not unique: of equally good ones that with the fewest "
                                              "unitary alignments was taken, then the first in the "
                                              "order of positions; another could give another value.");
    }
    if (sums.gap > 0) {
        result.figures.emplace_back(QStringLiteral("observed_gap"), sums.gap / sums.disorder);
        result.conventions += Reliability::tr("The best alignment is not proven: the disorder may be up to %1 % too high.")
                                  .arg(100 * sums.gap / sums.disorder, 0, 'g', 3);
    }
}

/// What has no disorder, or nothing to compare.
std::optional<Undefined> whyUndefined(const Coefficient &counted, const Sums &sums, GammaKind kind)
{
    if (counted.coders < 2)
        return Undefined::FewerThanTwoCoders;
    if (sums.alignments == 0)
        return Undefined::NoUnits;
    if (!valueOf(sums, kind))
        return Undefined::NoAlignedPair;
    return std::nullopt;
}

Result<> drawEnough(Chance &chance, const GammaOptions &options, const Proceed &proceed)
{
    for (qint64 wanted = options.samples, rounds = 0; rounds < 2; ++rounds) {
        const auto finished = chance.draw(wanted, proceed);
        if (!finished)
            return std::unexpected(finished.error());
        if (!*finished)
            return failed(Reliability::tr("the computation was stopped"));
        const std::vector<double> disorders = chance.disorders();
        const double expected = mean(disorders);
        if (options.precision <= 0 || expected <= 0)
            break;
        const double needed = std::pow(1.96 * deviation(disorders, expected) / expected / options.precision, 2);
        if (needed <= double(wanted))
            break;
        wanted = qint64(std::ceil(std::min(needed, 1e6)));
    }
    return {};
}

} // namespace

Result<Coefficient> observedDisorder(const SpanCodings &codings, const GammaOptions &options, const Proceed &proceed)
{
    Coefficient result = countedOver(codings);
    const auto sums = observedUnless(codings, options, proceed);
    if (!sums)
        return std::unexpected(sums.error());
    describe(result, *sums, options);
    if (const auto why = whyUndefined(result, *sums, options.kind))
        result.value = std::unexpected(*why);
    else
        result.value = *valueOf(*sums, options.kind);
    return result;
}

Result<Coefficient> gamma(const SpanCodings &codings, const GammaOptions &options, const Proceed &proceed)
{
    Coefficient result = countedOver(codings);
    const auto sums = observedUnless(codings, options, proceed);
    if (!sums)
        return std::unexpected(sums.error());
    describe(result, *sums, options);
    if (const auto why = whyUndefined(result, *sums, options.kind)) {
        result.value = std::unexpected(*why);
        return result;
    }
    Chance chance(codings, options);
    if (auto drawn = drawEnough(chance, options, proceed); !drawn)
        return std::unexpected(drawn.error());
    const std::vector<double> disorders = chance.disorders();
    const double found = *valueOf(*sums, options.kind), expected = mean(disorders), spread = deviation(disorders, expected);
    if (found == 0)
        result.value = 1;
    else if (expected > 0)
        result.value = 1 - found / expected;
    else
        result.value = std::unexpected(Undefined::NoExpectedDisagreement);
    result.figures.insert(result.figures.end(),
                          {{QStringLiteral("expected_disorder"), expected},
                           {QStringLiteral("expected_disorder_sd"), spread},
                           {QStringLiteral("n_samples"), double(disorders.size())},
                           {QStringLiteral("seed"), double(options.seed)}});
    result.conventions += chanceText(options.chance);
    result.conventions += Reliability::tr("Expected disorder: the mean of %1 samples of chance (seed %2).")
                              .arg(disorders.size())
                              .arg(options.seed);
    if (const double gap = chance.largestGap(); gap > 0) {
        result.figures.emplace_back(QStringLiteral("expected_gap"), gap);
        result.conventions
            += Reliability::tr("The best alignments of samples are proven to within %1 %.").arg(100 * gap, 0, 'g', 3);
    }
    return result;
}

} // namespace galley
