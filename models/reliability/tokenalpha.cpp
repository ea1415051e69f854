// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenalpha.h"

#include "comparedspans.h"
#include "reliabilitytext.h"
#include "textbootstrap.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <numeric>

namespace galley {

namespace {

using Labels = std::vector<qint32>; ///< categories, sorted

double distanceOf(LabelDistance kind, const Labels &a, const Labels &b)
{
    if (a == b)
        return 0;
    if (kind == LabelDistance::Nominal)
        return 1;
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            ++common, ++i, ++j;
        else
            ++(a[i] < b[j] ? i : j);
    }
    const double jaccard = double(common) / double(a.size() + b.size() - common);
    if (kind == LabelDistance::Jaccard)
        return 1 - jaccard;
    const bool oneHoldsTheOther = common == std::min(a.size(), b.size());
    return 1 - jaccard * (oneHoldsTheOther ? 2.0 / 3 : 1.0 / 3); // nothing common: J is 0
}

/// The label sets that occur, each with the number of tokens that have it.
class LabelSets
{
public:
    explicit LabelSets(qsizetype categories)
        : m_ofOne(size_t(categories), unknown)
    {
        add({}); // no label is set 0
    }

    size_t indexOf(const Labels &labels)
    {
        if (labels.empty())
            return 0;
        if (labels.size() > 1)
            return add(labels);
        size_t &index = m_ofOne[size_t(labels.front())]; // mostly
        if (index == unknown)
            index = add(labels);
        return index;
    }
    const Labels &operator[](size_t index) const { return *m_sets[index]; }
    size_t size() const { return m_sets.size(); }
    void count(size_t index, long double tokens) { m_counts[index] += tokens; }
    long double countOf(size_t index) const { return m_counts[index]; }
    long double total() const { return std::accumulate(m_counts.begin(), m_counts.end(), 0.0L); }

private:
    static constexpr size_t unknown = std::numeric_limits<size_t>::max();

    size_t add(const Labels &labels)
    {
        const auto [found, isNew] = m_indices.try_emplace(labels, m_sets.size());
        if (isNew) {
            m_sets.push_back(&found->first);
            m_counts.push_back(0);
        }
        return found->second;
    }

    std::map<Labels, size_t> m_indices;
    std::vector<size_t> m_ofOne;        ///< the index of each category's own set
    std::vector<const Labels *> m_sets; ///< into the map, whose nodes stay
    std::vector<long double> m_counts;
};

struct End
{
    double position;
    qint32 coder; ///< its place in the document
    qint32 category;
    bool begins;
};

/// What ends goes before what begins, so that touching spans of one category never hold it twice.
bool comesBefore(const End &a, const End &b)
{
    if (a.position != b.position)
        return a.position < b.position;
    return a.coder != b.coder ? a.coder < b.coder : a.begins < b.begins;
}

/// Walks a text from one span end to the next. Between two of them the labels are constant.
class Sweep
{
public:
    Sweep(const Continuum &document, LabelDistance distance, LabelSets &sets)
        : m_document(document)
        , m_distance(distance)
        , m_sets(sets)
        , m_labels(document.coders.size())
        , m_current(document.coders.size(), 0)
        , m_since(document.coders.size(), document.begin)
    {
    }

    /// The distances of all ordered pairs of coders, summed over the tokens; less than 0 where a token has two labels though it
    /// must not.
    long double distances()
    {
        long double sum = 0;
        double at = m_document.begin;
        const std::vector<End> ends = endsOf(m_document);
        for (auto end = ends.begin(); end != ends.end();) {
            sum += m_pairs * static_cast<long double>(end->position - at);
            at = end->position;
            m_changed.clear();
            for (; end != ends.end() && end->position == at; ++end) {
                Labels &labels = m_labels[size_t(end->coder)];
                const auto place = std::ranges::lower_bound(labels, end->category);
                end->begins ? void(labels.insert(place, end->category)) : void(labels.erase(place));
                if (m_changed.empty() || m_changed.back() != end->coder)
                    m_changed.push_back(end->coder);
            }
            for (qint32 coder : m_changed) {
                if (m_distance == LabelDistance::Nominal && m_labels[size_t(coder)].size() > 1)
                    return -1;
                relabel(size_t(coder), at);
            }
        }
        sum += m_pairs * static_cast<long double>(m_document.end() - at);
        for (size_t coder = 0; coder < m_current.size(); ++coder)
            m_sets.count(m_current[coder], m_document.end() - m_since[coder]);
        return sum;
    }

private:
    static std::vector<End> endsOf(const Continuum &document)
    {
        std::vector<End> ends;
        ends.reserve(document.spans.size() * 2);
        for (const CodedSpan &span : united(document.spans)) {
            const auto coder = qint32(std::ranges::lower_bound(document.coders, span.coder) - document.coders.begin());
            ends.push_back({span.begin, coder, span.category, true});
            ends.push_back({span.end, coder, span.category, false});
        }
        std::ranges::sort(ends, comesBefore);
        return ends;
    }

    void relabel(size_t coder, double at)
    {
        const size_t before = m_current[coder], after = m_sets.indexOf(m_labels[coder]);
        if (before == after)
            return;
        for (size_t other = 0; other < m_current.size(); ++other) {
            if (other != coder)
                m_pairs += 2
                    * (static_cast<long double>(distanceOf(m_distance, m_sets[after], m_sets[m_current[other]]))
                       - distanceOf(m_distance, m_sets[before], m_sets[m_current[other]]));
        }
        m_sets.count(before, at - m_since[coder]);
        m_current[coder] = after;
        m_since[coder] = at;
    }

    const Continuum &m_document;
    LabelDistance m_distance;
    LabelSets &m_sets;
    std::vector<Labels> m_labels;  ///< of each coder, being edited
    std::vector<size_t> m_current; ///< the set of each coder
    std::vector<double> m_since;   ///< where it began
    std::vector<qint32> m_changed; ///< the coders whose labels change here
    long double m_pairs = 0;       ///< the distances of all ordered pairs of coders here
};

/// Σ n_A n_B d(A, B) over all ordered pairs of sets; nothing where `proceed` said no.
std::optional<long double> expectedDistances(const LabelSets &sets, LabelDistance distance, const Proceed &proceed)
{
    const long double total = sets.total();
    long double sum = 0;
    for (size_t i = 0; i < sets.size(); ++i) {
        if (distance == LabelDistance::Nominal) {
            sum += sets.countOf(i) * (total - sets.countOf(i));
            continue;
        }
        for (size_t j = 0; j < i; ++j)
            sum += 2 * sets.countOf(i) * sets.countOf(j) * distanceOf(distance, sets[i], sets[j]);
        if (proceed && i % 256 == 255 && !proceed(double(i) * double(i) / (double(sets.size()) * double(sets.size()))))
            return std::nullopt;
    }
    return sum;
}

QStringList conventionsOf(const SpanCodings &codings, const TokenAlphaOptions &options)
{
    QStringList sentences{
        Reliability::tr("Krippendorff’s α over tokens, each a unit; long gaps, on which coders agree easily, inflate it.")};
    if (options.category)
        sentences += Reliability::tr("The category “%1” against everything else.").arg(codings.categories[*options.category]);
    else if (options.distance == LabelDistance::Nominal)
        sentences += Reliability::tr("Nominal; a gap between spans counts as a category.");
    if (options.distance == LabelDistance::Jaccard)
        sentences += Reliability::tr(
            "The labels of a token are a set, a gap the empty one; their distance is one less the Jaccard index, not squared.");
    if (options.distance == LabelDistance::Masi)
        sentences += Reliability::tr(
            "The labels of a token are a set, a gap the empty one; their distance is MASI’s (Passonneau 2006) with "
            "exact thirds, not squared.");
    sentences += Reliability::tr("A token belongs to a span if they share any character.");
    return sentences;
}

/// The spans that count.
Continuum counting(const Continuum &document, const TokenAlphaOptions &options)
{
    Continuum own = document;
    if (options.category)
        std::erase_if(own.spans, [&](const CodedSpan &span) { return span.category != *options.category; });
    return own;
}

} // namespace

TextSums tokenAlphaSums(const SpanCodings &codings, const TokenAlphaOptions &options)
{
    const auto sets = std::make_shared<LabelSets>(codings.categories.size());
    TextSums sums;
    std::vector<long double> before;
    for (const Continuum *document : comparedDocuments(codings)) {
        const Continuum own = counting(*document, options);
        const long double distances = Sweep(own, options.distance, *sets).distances();
        sums.texts.push_back({{0, double(distances / static_cast<long double>(document->coders.size() - 1))}});
        before.resize(sets->size());
        for (size_t set = 0; set < before.size(); ++set) {
            if (const long double added = sets->countOf(set) - before[set]; added > 0)
                sums.texts.back().emplace_back(1 + set, double(added));
            before[set] = sets->countOf(set);
        }
    }
    sums.width = 1 + sets->size();
    std::vector<double> apart(sets->size() * sets->size()); // there are as many sets as coders stack labels, not as texts
    for (size_t i = 0; i < sets->size(); ++i) {
        for (size_t j = 0; j < sets->size(); ++j)
            apart[i * sets->size() + j] = distanceOf(options.distance, (*sets)[i], (*sets)[j]);
    }
    sums.coefficient = [apart = std::move(apart), width = sets->size()](std::span<const double> drawn) -> std::optional<double> {
        const std::span<const double> counts = drawn.subspan(1);
        double values = 0, expected = 0;
        for (size_t i = 0; i < width; ++i) {
            if (counts[i] == 0)
                continue;
            values += counts[i];
            for (size_t j = 0; j < i; ++j)
                expected += 2 * counts[i] * counts[j] * apart[i * width + j];
        }
        return expected > 0 ? std::optional(1 - (values - 1) * drawn[0] / expected) : std::nullopt;
    };
    return sums;
}

Result<Coefficient> tokenAlpha(const SpanCodings &codings, const TokenAlphaOptions &options, const Proceed &proceed)
{
    Coefficient result = countedOver(codings);
    result.conventions = conventionsOf(codings, options);
    if (result.coders == 0)
        return result;

    LabelSets sets(codings.categories.size());
    long double observed = 0, tokens = 0;
    for (const Continuum *document : comparedDocuments(codings)) {
        const Continuum own = counting(*document, options);
        const long double distances = Sweep(own, options.distance, sets).distances();
        if (distances < 0) {
            result.value = std::unexpected(Undefined::OverlappingUnits);
            return result;
        }
        observed += distances / static_cast<long double>(document->coders.size() - 1);
        tokens += document->length;
    }
    const long double values = sets.total();
    result.units = qint64(tokens);
    result.pairable = qint64(values);
    result.categories = 0;
    for (size_t i = 0; i < sets.size(); ++i)
        result.categories += sets.countOf(i) > 0;
    if (!(values > 0)) {
        result.value = std::unexpected(Undefined::NoPairableUnits);
        return result;
    }
    result.figures.emplace_back(QStringLiteral("observed_agreement"), double(1 - observed / values));
    const auto expected = expectedDistances(sets, options.distance, proceed);
    if (!expected)
        return failed(Reliability::tr("The computation was interrupted."));
    if (result.categories < 2)
        result.value = std::unexpected(Undefined::NoVariation);
    else
        result.value = double(1 - (values - 1) * observed / *expected);
    return result;
}

} // namespace galley
