// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include "content.h"
#include "reviewtext.h"

#include <reliability/matching.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <ranges>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// An annotation as it is compared.
struct Mark
{
    const Annotation *annotation = nullptr;
    Content content;
    qsizetype length = 0; ///< of all stretches; 1 where it is of the whole article
    size_t group = 0;
    std::vector<size_t> matches = {}; ///< marks of other coders that match it by the rule, ascending

    CoderId coder() const { return annotation->coder; }
    bool isWhole() const { return content.place.empty(); }
    Range extent() const { return isWhole() ? Range{} : Range{content.place.front().begin, content.place.back().end}; }
};

qsizetype sharedLength(const Mark &a, const Mark &b)
{
    if (a.isWhole() || b.isWhole())
        return a.isWhole() && b.isWhole() ? 1 : 0;
    qsizetype shared = 0;
    for (auto x = a.content.place.begin(), y = b.content.place.begin(); x != a.content.place.end() && y != b.content.place.end();) {
        shared += std::max<qsizetype>(0, std::min(x->end, y->end) - std::max(x->begin, y->begin));
        ++(x->end < y->end ? x : y);
    }
    return shared;
}

/// Reading order, then so that what is the same stands side by side.
bool standsBefore(const Mark &x, const Mark &y)
{
    const Range a = x.extent(), b = y.extent();
    if (std::pair(a.begin, -a.end) != std::pair(b.begin, -b.end))
        return std::pair(a.begin, -a.end) < std::pair(b.begin, -b.end);
    if (x.content.place != y.content.place)
        return x.content.place < y.content.place;
    return std::tuple(x.content.code, x.coder(), x.annotation->id) < std::tuple(y.content.code, y.coder(), y.annotation->id);
}

/// Two that match by the rule, and how much they are alike.
struct Pair
{
    size_t a, b; ///< marks, in their order
    double alike;
};

/// The most alike first, then as they stand: so nothing depends on how the annotations came.
bool comesFirst(const Pair &x, const Pair &y)
{
    return std::tuple(-x.alike, x.a, x.b) < std::tuple(-y.alike, y.a, y.b);
}

class Grouping
{
public:
    Grouping(const std::vector<Annotation> &annotations, const std::vector<CoderId> &coders, const MatchingRule &rule)
        : m_rule(rule)
    {
        for (const Annotation &annotation : annotations) {
            if (std::ranges::binary_search(coders, annotation.coder))
                m_marks.push_back({&annotation, contentOf(annotation)});
        }
        std::ranges::sort(m_marks, standsBefore);
        for (size_t at = 0; at < m_marks.size(); ++at) {
            for (const Range &range : m_marks[at].content.place)
                m_marks[at].length += range.length();
            if (m_marks[at].isWhole())
                m_marks[at].length = 1;
            m_marks[at].group = at;
            m_groups.push_back({at});
        }
    }

    /// Groups of places in `marks()`; some are empty.
    std::vector<std::vector<size_t>> run()
    {
        joinTheSame();
        findPairs();
        while (joinBestPairs()) { }
        joinParts();
        return std::move(m_groups);
    }

    const std::vector<Mark> &marks() const { return m_marks; }

private:
    /// What two share of the text that either covers; nothing where they do not match by the rule.
    std::optional<double> share(const Mark &a, const Mark &b) const
    {
        if (m_rule.sameCategory && a.content.code != b.content.code)
            return std::nullopt;
        const qsizetype shared = sharedLength(a, b);
        const double share = double(shared) / double(a.length + b.length - shared); // divided, so that 7 of 10 are 0.7 to the last bit
        return shared > 0 && share >= m_rule.leastIou ? std::optional(share) : std::nullopt;
    }
    bool match(size_t a, size_t b) const { return std::ranges::binary_search(m_marks[a].matches, b); }

    void join(size_t into, size_t group)
    {
        for (const size_t mark : m_groups[group])
            m_marks[mark].group = into;
        std::ranges::copy(m_groups[group], std::back_inserter(m_groups[into]));
        std::ranges::sort(m_groups[into]);
        m_groups[group].clear();
    }

    bool hasCoder(size_t group, CoderId coder) const
    {
        return std::ranges::contains(m_groups[group], coder, [&](size_t mark) { return m_marks[mark].coder(); });
    }
    bool haveCoderInCommon(size_t a, size_t b) const
    {
        return std::ranges::any_of(m_groups[b], [&](size_t mark) { return hasCoder(a, m_marks[mark].coder()); });
    }
    bool mayBeOne(size_t a, size_t b) const
    {
        return a != b && !haveCoderInCommon(a, b) && std::ranges::all_of(m_groups[a], [&](size_t x) {
            return std::ranges::all_of(m_groups[b], [&](size_t y) { return match(x, y); });
        });
    }

    void joinTheSame()
    {
        for (size_t from = 0; from < m_marks.size();) {
            const auto isElsewhere = [&](const Mark &mark) {
                return mark.content.place != m_marks[from].content.place || mark.content.code != m_marks[from].content.code;
            };
            const size_t to = size_t(std::find_if(m_marks.begin() + qsizetype(from), m_marks.end(), isElsewhere) - m_marks.begin());
            // Of one place and code, by coder: each joins the first group of the same values that its coder is not in.
            std::vector<size_t> begun;
            for (size_t at = from; at < to; ++at) {
                const auto same = std::ranges::find_if(begun, [&](size_t group) {
                    return m_marks[group].content.values == m_marks[at].content.values && m_marks[m_groups[group].back()].coder() != m_marks[at].coder();
                });
                if (same == begun.end())
                    begun.push_back(at);
                else
                    join(*same, at);
            }
            from = to;
        }
    }

    void findPairs()
    {
        std::vector<size_t> open; // that have not ended where the next one begins
        for (size_t at = 0; at < m_marks.size(); ++at) {
            Mark &mark = m_marks[at];
            std::erase_if(open, [&](size_t before) { return !mark.isWhole() && m_marks[before].extent().end <= mark.extent().begin; });
            for (const size_t before : open) {
                Mark &other = m_marks[before];
                const auto shared = other.coder() == mark.coder() ? std::nullopt : share(other, mark);
                if (!shared)
                    continue;
                other.matches.push_back(at);
                mark.matches.push_back(before);
                const double more = (other.content.code == mark.content.code ? 0.25 : 0) + (other.content.values == mark.content.values ? 0.0625 : 0);
                m_pairs.push_back({before, at, *shared * (1 + more)});
            }
            open.push_back(at);
        }
    }

    /// Did any groups become one?
    bool joinBestPairs()
    {
        // Groups only grow: what may not be one now never will.
        std::erase_if(m_pairs, [&](const Pair &pair) { return !mayBeOne(m_marks[pair.a].group, m_marks[pair.b].group); });
        std::map<std::pair<CoderId, CoderId>, std::vector<Pair>> ofCoders;
        for (const Pair &pair : m_pairs) {
            const bool inOrder = m_marks[pair.a].coder() < m_marks[pair.b].coder();
            const Pair turned = inOrder ? pair : Pair{pair.b, pair.a, pair.alike};
            ofCoders[{m_marks[turned.a].coder(), m_marks[turned.b].coder()}].push_back(turned);
        }
        std::vector<Pair> chosen;
        for (auto &[coders, pairs] : ofCoders)
            std::ranges::copy(best(std::move(pairs)), std::back_inserter(chosen));
        std::ranges::sort(chosen, comesFirst);
        bool joined = false;
        for (const Pair &pair : chosen) {
            const size_t into = std::min(m_marks[pair.a].group, m_marks[pair.b].group);
            const size_t group = std::max(m_marks[pair.a].group, m_marks[pair.b].group);
            if (!mayBeOne(into, group))
                continue;
            join(into, group);
            joined = true;
        }
        return joined;
    }

    /// Of the pairs of two coders those of the one-to-one matching that are most alike in total.
    static std::vector<Pair> best(std::vector<Pair> pairs)
    {
        std::ranges::sort(pairs, {}, [](const Pair &pair) { return std::pair(pair.a, pair.b); });
        std::vector<size_t> columns;
        for (const Pair &pair : pairs)
            columns.push_back(pair.b);
        std::ranges::sort(columns);
        columns.erase(std::ranges::unique(columns).begin(), columns.end());
        MatchingCosts costs;
        costs.columns = qint32(columns.size());
        std::vector<std::span<const Pair>> rows;
        for (const auto row : pairs | std::views::chunk_by([](const Pair &x, const Pair &y) { return x.a == y.a; })) {
            for (const Pair &pair : row)
                costs.append(qint32(std::ranges::lower_bound(columns, pair.b) - columns.begin()), -pair.alike);
            costs.endRow();
            rows.emplace_back(row);
        }
        const Matching matching = cheapestMatching(costs);
        std::vector<Pair> chosen;
        for (size_t row = 0; row < rows.size(); ++row) {
            if (matching.columnOf[row] == Matching::None)
                continue;
            const size_t partner = columns[size_t(matching.columnOf[row])];
            chosen.push_back(*std::ranges::find(rows[row], partner, &Pair::b));
        }
        return chosen;
    }

    // -- several to one ---------------------------------------------------------------------------------------------
    void joinParts()
    {
        for (size_t group = 0; group < m_groups.size(); ++group) {
            if (m_groups[group].empty())
                continue;
            qsizetype most = 0;
            size_t whole = 0;
            for (const size_t other : m_marks[m_groups[group].front()].matches) {
                if (const qsizetype shared = sharedAsParts(group, other); shared > most) {
                    most = shared;
                    whole = other;
                }
            }
            if (most > 0)
                join(m_marks[whole].group, group);
        }
    }

    /// How much of the group's marks lies in `whole`, if they are parts of what its coder marked at once; else 0.
    qsizetype sharedAsParts(size_t group, size_t whole) const
    {
        const size_t into = m_marks[whole].group;
        if (into == group || m_marks[whole].isWhole() || hasCoder(group, m_marks[whole].coder()))
            return 0;
        qsizetype total = 0;
        for (const size_t part : m_groups[group]) {
            const Mark &mark = m_marks[part];
            const qsizetype shared = sharedLength(mark, m_marks[whole]);
            const bool isApart = std::ranges::none_of(m_groups[into], [&](size_t other) {
                return m_marks[other].coder() == mark.coder() && sharedLength(m_marks[other], mark) > 0;
            });
            if (!isApart || !hasCoder(into, mark.coder()) || 2 * shared < mark.length || mark.content.code != m_marks[whole].content.code
                || !match(part, whole))
                return 0;
            total += shared;
        }
        return total;
    }

    const MatchingRule m_rule;
    std::vector<Mark> m_marks;
    std::vector<std::vector<size_t>> m_groups; ///< each named by its first mark
    std::vector<Pair> m_pairs; ///< that may still be joined
};

} // namespace

std::vector<ComparedGroup> comparedGroups(const std::vector<Annotation> &annotations, std::vector<CoderId> coders, const MatchingRule &rule)
{
    std::ranges::sort(coders);
    coders.erase(std::ranges::unique(coders).begin(), coders.end());
    Grouping grouping(annotations, coders, rule);
    std::vector<std::vector<size_t>> places = grouping.run();
    std::erase_if(places, [](const std::vector<size_t> &group) { return group.empty(); });
    std::ranges::sort(places); // by what stands first in reading order
    std::vector<ComparedGroup> groups;
    for (const std::vector<size_t> &members : places) {
        const Annotation &first = *grouping.marks()[members.front()].annotation;
        ComparedGroup &group = groups.emplace_back(first.article, first.layer, coders);
        for (const size_t member : members)
            group.annotations.push_back(*grouping.marks()[member].annotation);
        std::ranges::stable_sort(group.annotations, {}, &Annotation::coder);
        group.kind = differenceIn(group);
    }
    return groups;
}

Result<MatchingRule> matchingRuleNamed(const QString &name)
{
    if (name == "overlap"_L1)
        return MatchingRule{};
    if (name == "exact"_L1)
        return MatchingRule{1};
    bool isNumber = false;
    const double least = name.startsWith("iou="_L1) ? name.sliced(4).toDouble(&isNumber) : 0;
    if (isNumber && least > 0 && least <= 1)
        return MatchingRule{least};
    return failed(Review::tr("“%1” is no rule for what matches; there are: overlap, exact, iou=0.5 (or any share above 0 and up to 1)").arg(name));
}

} // namespace galley
