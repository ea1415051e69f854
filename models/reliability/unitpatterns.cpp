// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitpatterns.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

constexpr quint64 tableLimit = 1 << 16;

/// Units count as numbers whose digits are their cells; small enough, the numbers are places in a table. Needs no sorting of a
/// million units, only of the few that differ.
UnitPatterns patternsByTable(const Codings &codings, size_t least, quint32 base, quint32 tableSize)
{
    const size_t coders = size_t(codings.coderCount());
    std::vector<qint64> table(tableSize);
    const qint32 *cell = codings.cells.data();
    for (const qint32 *end = cell + codings.cells.size() / coders * coders; cell != end; cell += coders) {
        quint32 place = 0;
        for (size_t coder = 0; coder < coders; ++coder)
            place = place * base + quint32(cell[coder] + 1);
        ++table[place];
    }

    std::vector<std::pair<std::vector<qint32>, qint64>> found;
    for (quint32 place = 1; place < tableSize; ++place) {
        if (table[place] == 0)
            continue;
        std::vector<qint32> unit;
        for (quint32 rest = place; rest != 0; rest /= base) {
            if (rest % base != 0)
                unit.push_back(qint32(rest % base) - 1);
        }
        if (unit.size() < least)
            continue;
        std::ranges::sort(unit);
        found.emplace_back(std::move(unit), table[place]);
    }
    std::ranges::sort(found);

    UnitPatterns patterns;
    for (const auto &[unit, count] : found) {
        if (patterns.size() > 0 && std::ranges::equal(patterns[patterns.size() - 1], unit))
            patterns.units.back() += count;
        else
            patterns.append(unit, count);
    }
    return patterns;
}

/// Open addressing over the patterns found so far.
class PatternIndex
{
public:
    explicit PatternIndex(UnitPatterns &patterns)
        : m_patterns(patterns)
        , m_slots(1 << 12, free)
    {
    }

    void add(std::span<const qint32> unit)
    {
        const size_t mask = m_slots.size() - 1;
        size_t slot = hashOf(unit) & mask;
        for (; m_slots[slot] != free; slot = (slot + 1) & mask) {
            if (std::ranges::equal(m_patterns[m_slots[slot]], unit)) {
                ++m_patterns.units[m_slots[slot]];
                return;
            }
        }
        m_slots[slot] = quint32(m_patterns.size());
        m_patterns.append(unit, 1);
        if (m_patterns.size() * 2 > m_slots.size())
            grow();
    }

private:
    static constexpr quint32 free = ~0u;

    static size_t hashOf(std::span<const qint32> unit)
    {
        quint64 hash = unit.size();
        for (qint32 value : unit) {
            hash = (hash ^ quint32(value)) * 0x9E3779B97F4A7C15u;
            hash ^= hash >> 29;
        }
        return size_t(hash);
    }

    void grow()
    {
        m_slots.assign(m_slots.size() * 4, free);
        const size_t mask = m_slots.size() - 1;
        for (size_t pattern = 0; pattern < m_patterns.size(); ++pattern) {
            size_t slot = hashOf(m_patterns[pattern]) & mask;
            while (m_slots[slot] != free)
                slot = (slot + 1) & mask;
            m_slots[slot] = quint32(pattern);
        }
    }

    UnitPatterns &m_patterns;
    std::vector<quint32> m_slots;
};

/// Copies the values of a unit to `to`, which has room for all its cells, in ascending order; how many there are. A unit has few
/// values, which are put in order without a branch that the processor could guess wrong. Unsigned, missing ones sort to the end.
size_t takeAscending(std::span<const qint32> cells, qint32 *to)
{
    constexpr size_t few = 16;
    size_t size = cells.size();
    std::copy(cells.begin(), cells.end(), to);
    if (size > few) {
        std::sort(to, to + size, [](qint32 a, qint32 b) { return quint32(a) < quint32(b); });
    } else {
        for (size_t i = 1; i < size; ++i) {
            quint32 least = quint32(to[i]);
            for (size_t j = i; j > 0; --j) {
                const quint32 before = quint32(to[j - 1]);
                to[j] = qint32(std::max(before, least));
                least = std::min(before, least);
            }
            to[0] = qint32(least);
        }
    }
    while (size > 0 && to[size - 1] == Codings::Missing)
        --size;
    return size;
}

/// Appends every unit from this row on as a pattern of its own, put in order where it stays.
void appendEach(const Codings &codings, size_t least, qsizetype row, UnitPatterns &patterns)
{
    const qsizetype units = codings.unitCount();
    const size_t coders = size_t(codings.coderCount());
    size_t end = patterns.values.size();
    patterns.values.resize(end + size_t(units - row) * coders);
    patterns.begins.reserve(patterns.begins.size() + size_t(units - row));
    for (; row < units; ++row) {
        if (const size_t size = takeAscending(codings.unit(row), &patterns.values[end]); size >= least)
            patterns.begins.push_back(end += size);
    }
    patterns.values.resize(end);
    patterns.units.resize(patterns.begins.size() - 1, 1);
}

UnitPatterns patternsByHash(const Codings &codings, size_t least)
{
    constexpr qsizetype trial = 4096; // units after which it shows whether many are alike
    const qsizetype units = codings.unitCount();
    UnitPatterns patterns;
    PatternIndex index(patterns);
    std::vector<qint32> room(size_t(codings.coderCount()));
    for (qsizetype row = 0; row < units; ++row) {
        if (row == trial && patterns.size() > trial / 2) {
            appendEach(codings, least, row, patterns);
            break;
        }
        if (const size_t size = takeAscending(codings.unit(row), room.data()); size >= least)
            index.add(std::span(room).first(size));
    }
    return patterns;
}

} // namespace

void UnitPatterns::append(std::span<const qint32> ascending, qint64 count)
{
    values.insert(values.end(), ascending.begin(), ascending.end());
    begins.push_back(values.size());
    units.push_back(count);
}

UnitPatterns patternsOf(const Codings &codings, size_t least)
{
    least = std::max(least, size_t(1));
    if (codings.coders.isEmpty())
        return {};
    const quint64 base = codings.categories.size() + 1;
    quint64 tableSize = 1;
    for (qsizetype coder = 0; coder < codings.coderCount() && tableSize <= tableLimit; ++coder)
        tableSize *= base;
    return tableSize <= tableLimit ? patternsByTable(codings, least, quint32(base), quint32(tableSize))
                                   : patternsByHash(codings, least);
}

std::vector<qint64> countsOf(const UnitPatterns &patterns, size_t categories)
{
    std::vector<qint64> counts(categories);
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        for (qint32 value : patterns[pattern])
            counts[size_t(value)] += patterns.units[pattern];
    }
    return counts;
}

qint64 unitCount(const UnitPatterns &patterns)
{
    return std::accumulate(patterns.units.begin(), patterns.units.end(), qint64(0));
}

} // namespace galley
