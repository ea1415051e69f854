// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ualpha.h"

#include "comparedspans.h"
#include "reliabilitytext.h"
#include "textbootstrap.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace galley {

namespace {

long double squared(long double number)
{
    return number * number;
}

/// Lengths of one category. Long doubles hold whole numbers to 2^64, and so the squares of what texts are long.
struct Lengths
{
    long double marked = 0;        ///< l_c
    long double shared = 0;        ///< l*_c
    long double agreed = 0;        ///< l_cc
    long double squares = 0;       ///< S_c
    long double sharedSquares = 0; ///< T_c
};

struct Coincidences
{
    std::vector<Lengths> categories;
    long double gaps = 0; ///< l_φ and S_φ
    bool overlap = false; ///< of spans of one coder; then nothing else holds

    long double sum(long double Lengths::*length) const
    {
        return std::accumulate(categories.begin(), categories.end(), 0.0L,
                               [=](long double sum, const Lengths &category) { return sum + category.*length; });
    }
    long double total() const { return gaps + sum(&Lengths::marked); }
    long double squares() const { return gaps + sum(&Lengths::squares); }
    bool has(qsizetype count, long double Lengths::*length) const
    {
        return std::ranges::count_if(categories, [=](const Lengths &category) { return category.*length > 0; }) >= count;
    }
};

/// The gaps between spans that do not overlap; exactly 0 where they touch from end to end.
long double gapsIn(const Continuum &document, const std::vector<CodedSpan> &spans)
{
    long double gaps = 0;
    double at = document.begin;
    for (const CodedSpan &span : spans) {
        gaps += span.begin - at;
        at = span.end;
    }
    return gaps + document.end() - at;
}

/// Adds what the spans of one coder share with those of another, in one merge of the two.
void addShared(std::vector<Lengths> &categories, const std::vector<CodedSpan> &ours, const std::vector<CodedSpan> &theirs,
               long double others)
{
    auto first = theirs.begin();
    for (const CodedSpan &our : ours) {
        while (first != theirs.end() && first->end <= our.begin)
            ++first;
        long double shared = 0, agreed = 0;
        for (auto their = first; their != theirs.end() && their->begin < our.end; ++their) {
            const double length = std::min(our.end, their->end) - std::max(our.begin, their->begin);
            shared += length;
            if (their->category == our.category)
                agreed += length;
        }
        Lengths &lengths = categories[size_t(our.category)];
        lengths.shared += shared / others;
        lengths.agreed += agreed / others;
        lengths.sharedSquares += squared(shared) / others;
    }
}

/// Adds what one text has; nothing but `overlap` where spans of one coder do.
void add(Coincidences &coincidences, const Continuum &document)
{
    const auto byCoder = spansByCoder(document);
    coincidences.overlap = coincidences.overlap || std::ranges::any_of(byCoder, overlapsItself);
    if (coincidences.overlap)
        return;
    for (const auto &ours : byCoder) {
        coincidences.gaps += gapsIn(document, ours);
        for (const CodedSpan &span : ours) {
            Lengths &lengths = coincidences.categories[size_t(span.category)];
            lengths.marked += span.end - span.begin;
            lengths.squares += squared(span.end - span.begin);
        }
        for (const auto &theirs : byCoder) {
            if (&ours != &theirs && !ours.empty() && !theirs.empty())
                addShared(coincidences.categories, ours, theirs, static_cast<long double>(document.coders.size() - 1));
        }
    }
}

Coincidences coincidencesOf(const SpanCodings &codings)
{
    Coincidences coincidences{std::vector<Lengths>(size_t(codings.categories.size()))};
    for (const Continuum *document : comparedDocuments(codings)) {
        add(coincidences, *document);
        if (coincidences.overlap)
            return coincidences;
    }
    return coincidences;
}

/// Observed and expected disagreement.
using LengthDisagreement = std::pair<long double, long double>;

/// Of where spans are and what they are; nothing where none could be expected.
std::optional<LengthDisagreement> disagreementIn(const Coincidences &all)
{
    const long double total = all.total(), squares = all.squares(), marked = all.sum(&Lengths::marked),
                      shared = all.sum(&Lengths::shared);
    if (!(all.has(all.gaps > 0 ? 1 : 2, &Lengths::marked) && squared(total) > squares))
        return std::nullopt;
    // l² − Σ l_c², term by term so that rare categories in a long text are not lost in the difference.
    long double unlike = all.gaps * marked;
    for (const Lengths &category : all.categories)
        unlike += category.marked * (total - category.marked);
    return LengthDisagreement{2 * (marked - shared) + (shared - all.sum(&Lengths::agreed)), total * unlike / (squared(total) - squares)};
}

/// What every coefficient of the family starts with, and what its methods section says.
struct Start
{
    Coefficient result;
    Coincidences coincidences;
    bool isDefined = false;
};

Start startOn(const SpanCodings &codings, const QString &formula)
{
    Start start{countedOver(codings), {}};
    start.result.conventions += formula;
    start.result.conventions += Reliability::tr(
        "Ends are exclusive; touching spans stay separate units; a coder without a span counts as one who found none.");
    if (codings.documents.size() > 1)
        start.result.conventions
            += Reliability::tr("Lengths and their squares are added over the texts that at least two coders coded, intersections "
                               "divided by the text’s coders less one; the paper treats one continuum.");
    if (start.result.coders == 0)
        return start;
    start.coincidences = coincidencesOf(codings);
    if (start.coincidences.overlap)
        start.result.value = std::unexpected(Undefined::OverlappingUnits);
    else
        start.isDefined = true;
    return start;
}

/// 1 − observed / expected, both kept as figures.
void conclude(Coefficient &result, long double observed, long double expected)
{
    result.value = double(1 - observed / expected);
    result.figures.emplace_back(QStringLiteral("observed_disagreement"), double(observed));
    result.figures.emplace_back(QStringLiteral("expected_disagreement"), double(expected));
}

QString source()
{
    return Reliability::tr("Krippendorff, Mathet, Bouvry & Widlöcher (2016)");
}

QString coverageSentence()
{
    return Reliability::tr(
        "It speaks only of the intersections of spans of different coders and is to be read with their share of the "
        "continuum (coverage).");
}

QString squaresSentence()
{
    return Reliability::tr(
        "Self-pairings are corrected by the squared length of each intersection of a span with each other coder, which "
        "reproduces the printed example; with more than two coders the paper’s rule could not be checked otherwise.");
}

/// |u-α from the coincidences: φ against the rest.
void concludeBinary(Start &start)
{
    const Coincidences &all = start.coincidences;
    const long double total = all.total(), squares = all.squares(), marked = all.sum(&Lengths::marked);
    if (!(all.gaps > 0 && marked > 0 && squared(total) > squares)) {
        start.result.value = std::unexpected(Undefined::NoExpectedDisagreement);
        return;
    }
    conclude(start.result, marked - all.sum(&Lengths::shared), total * all.gaps * marked / (squared(total) - squares));
}

} // namespace

Coefficient uAlpha(const SpanCodings &codings)
{
    Start start = startOn(codings,
                          Reliability::tr("u-α after %1: nominal over all categories and the gaps between spans.").arg(source()));
    if (!start.isDefined)
        return start.result;
    if (const auto disagreement = disagreementIn(start.coincidences))
        conclude(start.result, disagreement->first, disagreement->second);
    else
        start.result.value = std::unexpected(Undefined::NoExpectedDisagreement);
    return start.result;
}

TextSums uAlphaSums(const SpanCodings &codings)
{
    constexpr std::array parts{&Lengths::marked, &Lengths::shared, &Lengths::agreed, &Lengths::squares};
    const size_t categories = size_t(codings.categories.size());
    TextSums sums{1 + parts.size() * categories, {}, {}};
    for (const Continuum *document : comparedDocuments(codings)) {
        Coincidences own{std::vector<Lengths>(categories)};
        add(own, *document);
        sums.texts.push_back({{0, double(own.gaps)}});
        for (size_t category = 0; category < categories; ++category) {
            for (size_t part = 0; part < parts.size(); ++part) {
                if (const long double length = own.categories[category].*parts[part]; length > 0)
                    sums.texts.back().emplace_back(1 + category * parts.size() + part, double(length));
            }
        }
    }
    sums.coefficient = [=](std::span<const double> drawn) -> std::optional<double> {
        Coincidences all{std::vector<Lengths>(categories), drawn[0]};
        for (size_t category = 0; category < categories; ++category) {
            for (size_t part = 0; part < parts.size(); ++part)
                all.categories[category].*parts[part] = drawn[1 + category * parts.size() + part];
        }
        const auto disagreement = disagreementIn(all);
        return disagreement ? std::optional(double(1 - disagreement->first / disagreement->second)) : std::nullopt;
    };
    return sums;
}

Coefficient binaryUAlpha(const SpanCodings &codings)
{
    Start start = startOn(codings, Reliability::tr("|u-α after %1: spans of whatever category against gaps.").arg(source()));
    if (start.isDefined)
        concludeBinary(start);
    return start.result;
}

Coefficient cuAlpha(const SpanCodings &codings)
{
    Start start = startOn(
        codings,
        Reliability::tr("cu-α after %1: nominal over the categories of intersecting spans, gaps left out.").arg(source()));
    start.result.conventions << coverageSentence() << squaresSentence();
    if (!start.isDefined)
        return start.result;
    const Coincidences &all = start.coincidences;
    const long double shared = all.sum(&Lengths::shared), squares = all.sum(&Lengths::sharedSquares), total = all.total();
    if (total > 0)
        start.result.figures.emplace_back(QStringLiteral("coverage"), double(shared / total));
    if (!(all.has(2, &Lengths::shared) && squared(shared) > squares)) {
        start.result.value = std::unexpected(Undefined::NoIntersection);
        return start.result;
    }
    long double unlike = 0;
    for (const Lengths &category : all.categories)
        unlike += category.shared * (shared - category.shared);
    conclude(start.result, shared - all.sum(&Lengths::agreed), shared * unlike / (squared(shared) - squares));
    return start.result;
}

Coefficient cuAlphaCoverage(const SpanCodings &codings)
{
    const QString formula = Reliability::tr(
        "Coverage of cu-α after %1: the share of the continuum, summed over coders, on which spans of different "
        "coders intersect. It is no coefficient of agreement.");
    Start start = startOn(codings, formula.arg(source()));
    if (!start.isDefined)
        return start.result;
    const long double total = start.coincidences.total();
    if (total > 0)
        start.result.value = double(start.coincidences.sum(&Lengths::shared) / total);
    else
        start.result.value = std::unexpected(Undefined::NoData);
    return start.result;
}

Coefficient kuAlpha(const SpanCodings &codings, qint32 category)
{
    const QString formula = Reliability::tr("(k)u-α after %1: the category “%2” among the intersecting spans, gaps left out.");
    Start start = startOn(codings, formula.arg(source(), codings.categories[category]));
    start.result.conventions << coverageSentence() << squaresSentence();
    if (!start.isDefined)
        return start.result;
    const Coincidences &all = start.coincidences;
    const Lengths &own = all.categories[size_t(category)];
    const long double shared = all.sum(&Lengths::shared), correction = squared(shared) - all.sum(&Lengths::sharedSquares);
    if (own.marked > 0)
        start.result.figures.emplace_back(QStringLiteral("coverage"), double(own.shared / own.marked));
    const long double pairs = own.shared * shared - own.sharedSquares; // e*_k, and below e*_k − e*_kk, both times correction / l*
    if (!(own.shared > 0 && all.has(2, &Lengths::shared) && correction > 0 && pairs > 0)) {
        start.result.value = std::unexpected(Undefined::CategoryNotInIntersection);
        return start.result;
    }
    conclude(start.result, (own.shared - own.agreed) / own.shared, own.shared * (shared - own.shared) / pairs);
    return start.result;
}

Coefficient uAlphaOfLayer(const SpanCodings &codings, qint32 category)
{
    SpanCodings layer{codings.coders, codings.categories, {}};
    for (const Continuum &document : codings.documents) {
        layer.documents.push_back({document.document, document.begin, document.length, document.coders, {}});
        std::ranges::copy_if(document.spans, std::back_inserter(layer.documents.back().spans),
                             [=](const CodedSpan &span) { return span.category == category; });
        layer.documents.back().spans = united(std::move(layer.documents.back().spans));
    }
    const QString formula = Reliability::tr("|u-α after %1 of the category “%2” against everything else.");
    Start start = startOn(layer, formula.arg(source(), codings.categories[category]));
    start.result.conventions += Reliability::tr("Spans of this category by one coder that overlap are united first.");
    if (start.isDefined)
        concludeBinary(start);
    return start.result;
}

} // namespace galley
