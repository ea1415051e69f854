// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignmentcandidates.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace galley {

namespace {

/// Units of about the same length, by their middles.
struct LengthClass
{
    double longest = 0;
    double shortest = 0;
    std::vector<qint32> units;
    std::vector<double> middles;
};

std::map<int, LengthClass> lengthClasses(const AlignmentUnits &units)
{
    std::map<int, LengthClass> classes;
    for (qint32 i = 0; i < units.count(); ++i) {
        const CodedSpan &span = units.spans[size_t(i)];
        const double length = span.end - span.begin;
        LengthClass &same = classes[std::ilogb(length)];
        same.longest = std::max(same.longest, length);
        same.shortest = same.units.empty() ? length : std::min(same.shortest, length);
        same.units.push_back(i);
        same.middles.push_back((span.begin + span.end) / 2);
    }
    return classes;
}

constexpr qint64 triedForEachKept = 4;

/// Extends sets of units one by one, as cliques are enumerated, and keeps those worth keeping.
class Enumeration
{
public:
    Enumeration(const AlignmentUnits &units, const Neighbours &neighbours, qint64 most)
        : m_units(units)
        , m_neighbours(neighbours)
        , m_most(most)
        , m_rowLimit(pairLimit(units.coders))
    {
        const int coders = units.coders;
        m_sumLimits.assign(size_t(coders) + 1, 0);
        for (int size = 2; size <= coders; ++size)
            m_sumLimits[size_t(size)] = sumLimit(size);
    }

    bool startWith(qint32 first)
    {
        m_set = {first};
        m_rows = {{}};
        found.append(m_set, 1);
        std::vector<Extension> later;
        for (const qint32 other : m_neighbours.of(first)) {
            if (other > first)
                later.push_back({other, m_units.between(first, other)});
        }
        return extend(later, 0);
    }

    UnitaryAlignments found;

private:
    struct Extension
    {
        qint32 unit;
        double sum; ///< of its dissimilarities to the set's members
    };

    /// A set of `size` within a set of k that no split makes cheaper: all its dissimilarities together are at most this.
    /// Splits of the large set that part the small one into a and size − a, with the rest on one side, are averaged.
    double sumLimit(int size) const
    {
        double limit = 0;
        for (int k = size; k <= m_units.coders; ++k) {
            double tightest = HUGE_VAL;
            for (int a = 1; a <= size / 2; ++a)
                tightest = std::min(tightest, (m_units.coderPairs() + a * (k - a)) * size * (size - 1) / 2 / (a * (size - a)));
            limit = std::max(limit, tightest);
        }
        return limit + CostTolerance;
    }

    bool extend(const std::vector<Extension> &later, double sum);
    bool isWorthKeeping() const;

    const AlignmentUnits &m_units;
    const Neighbours &m_neighbours;
    const qint64 m_most;
    qint64 m_tried = 0; ///< members of the sets so far
    const double m_rowLimit;
    std::vector<double> m_sumLimits;
    std::vector<qint32> m_set;
    std::vector<std::vector<double>> m_rows; ///< dissimilarities to the earlier members
};

bool Enumeration::extend(const std::vector<Extension> &later, double sum)
{
    for (size_t i = 0; i < later.size(); ++i) {
        const auto [unit, toSet] = later[i];
        const double grown = sum + toSet;
        if (grown > m_sumLimits[m_set.size() + 1])
            continue;
        std::vector<double> row;
        for (const qint32 member : m_set)
            row.push_back(m_units.between(unit, member));
        m_set.push_back(unit);
        m_rows.push_back(std::move(row));
        if (isWorthKeeping())
            found.append(m_set, 1 + (grown - double(m_set.size() * (m_set.size() - 1)) / 2) / m_units.coderPairs());
        m_tried += qint64(m_set.size());
        if (m_tried > triedForEachKept * m_most || qint64(found.members.size()) > m_most)
            return false;
        std::vector<Extension> next;
        for (size_t j = i + 1; j < later.size() && int(m_set.size()) < m_units.coders; ++j) {
            const auto [other, before] = later[j];
            if (m_units.spans[size_t(other)].coder == m_units.spans[size_t(unit)].coder)
                continue;
            const double after = before + m_units.between(unit, other);
            if (after <= m_rowLimit && grown + after <= m_sumLimits[m_set.size() + 1])
                next.push_back({other, after});
        }
        if (!next.empty() && !extend(next, grown))
            return false;
        m_set.pop_back();
        m_rows.pop_back();
    }
    return true;
}

/// No split into two parts is cheaper: what is between the parts sums to at most (coder pairs) + (pairs between the parts).
/// Of large sets there are more splits than the pruning is worth; there only one member is parted from the rest.
bool Enumeration::isWorthKeeping() const
{
    constexpr size_t large = 8;
    const size_t size = m_set.size();
    const auto pays = [&](const auto &isParted) {
        double between = -m_units.coderPairs() - CostTolerance;
        for (size_t i = 1; i < size; ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (isParted(i) != isParted(j))
                    between += m_rows[i][j] - 1;
            }
        }
        return between > 0;
    };
    if (size >= large)
        return !pays([&](size_t member) { return member == size - 1; });
    for (quint32 part = 1; part < 1u << (size - 1); ++part) { // the last member stays in the other part
        if (pays([&](size_t member) { return part >> member & 1; }))
            return false;
    }
    return true;
}

} // namespace

AlignmentUnits alignmentUnits(std::vector<CodedSpan> spans, int coders, const Dissimilarity &measure)
{
    const auto place
        = [](const CodedSpan &span) { return std::tuple(span.begin + span.end, span.begin, span.coder, span.category); };
    std::ranges::sort(spans, {}, place);
    const auto same = std::ranges::unique(spans);
    spans.erase(same.begin(), same.end());
    return {std::move(spans), coders, measure};
}

double pairLimit(int coders)
{
    // With k units together, parting one of them must not pay: its k − 1 dissimilarities sum to at most (pairs of coders) +
    // k − 1.
    return double(coders) * (coders - 1) / 2 + (coders - 1) + CostTolerance;
}

std::optional<Neighbours> neighboursWithin(const AlignmentUnits &units, double limit, qint64 most)
{
    // Within the limit, |Δbegin| + |Δend| ≤ reach · (length + length′), so the middles are at most half of that apart, and
    // the lengths differ by at most that.
    const double reach = units.measure.alpha > 0 ? std::sqrt(limit / units.measure.alpha) : HUGE_VAL;
    const auto classes = lengthClasses(units);
    Neighbours result;
    result.starts.push_back(0);
    for (qint32 i = 0; i < units.count(); ++i) {
        const CodedSpan &span = units.spans[size_t(i)];
        const double length = span.end - span.begin, middle = (span.begin + span.end) / 2;
        for (const auto &[power, same] : classes) {
            const double apart = reach * (length + same.longest) * (1 + 1e-12);
            if (same.shortest - length > apart || length - same.longest > apart)
                continue;
            const auto from = std::ranges::lower_bound(same.middles, middle - apart / 2) - same.middles.begin();
            for (size_t at = size_t(from); at < same.units.size() && same.middles[at] <= middle + apart / 2; ++at) {
                const qint32 other = same.units[at];
                if (units.spans[size_t(other)].coder != span.coder && units.between(i, other) <= limit)
                    result.units.push_back(other);
            }
            if (qint64(result.units.size()) > 2 * most)
                return std::nullopt;
        }
        std::sort(result.units.begin() + result.starts.back(), result.units.end());
        result.starts.push_back(qint64(result.units.size()));
    }
    return result;
}

void UnitaryAlignments::append(std::span<const qint32> units, double cost)
{
    members.insert(members.end(), units.begin(), units.end());
    starts.push_back(qint64(members.size()));
    costs.push_back(cost);
}

double disorderOf(const AlignmentUnits &units, std::span<const qint32> members)
{
    double sum = 0;
    for (size_t i = 1; i < members.size(); ++i) {
        for (size_t j = 0; j < i; ++j)
            sum += units.between(members[j], members[i]) - 1;
    }
    return 1 + sum / units.coderPairs();
}

std::optional<UnitaryAlignments> candidates(const AlignmentUnits &units, const Neighbours &neighbours, qint64 most)
{
    Enumeration enumeration(units, neighbours, most);
    for (qint32 unit = 0; unit < units.count(); ++unit) {
        if (!enumeration.startWith(unit))
            return std::nullopt;
    }
    return std::move(enumeration.found);
}

} // namespace galley
