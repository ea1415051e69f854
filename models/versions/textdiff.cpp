// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textdiff.h"

#include <domain/textpositions.h>
#include "wordalignment.h"

#include <algorithm>

namespace galley {

namespace {

/// What stands in `a` where something else stands in `b`.
struct Alteration
{
    Utf16Range a;
    Utf16Range b;

    qsizetype size() const { return std::max(a.length(), b.length()); }
};

constexpr qsizetype furthestSlide = 2000; ///< a long repetition need not be searched for the best place
constexpr int mostWordsByChance = 6;      ///< in a row; more were meant

std::vector<Alteration> changesBetween(const std::vector<Match> &stretches, QStringView a, QStringView b)
{
    std::vector<Alteration> changes;
    qsizetype endA = 0;
    qsizetype endB = 0;
    const auto upTo = [&](qsizetype nextA, qsizetype nextB) {
        if (nextA > endA || nextB > endB)
            changes.push_back({{endA, nextA}, {endB, nextB}});
    };
    for (const Match &stretch : stretches) {
        upTo(stretch.a, stretch.b);
        endA = stretch.endOfA();
        endB = stretch.endOfB();
    }
    upTo(a.size(), b.size());
    return changes;
}

/// Whether the equal text between two changes is no more than both, so that one change is easier to read.
bool isByChance(QStringView between, const Alteration &before, const Alteration &after)
{
    if (between.size() > std::min(before.size(), after.size()))
        return false;
    int words = 0;
    bool inWord = false;
    for (const QChar unit : between) {
        const bool letter = unit.isLetterOrNumber() || unit.isSurrogate();
        words += letter && !inWord ? 1 : 0;
        inWord = letter;
    }
    return words <= mostWordsByChance && !(words == 0 && between.contains(u'\n'));
}

/// Joins changes that only chance parts.
std::vector<Alteration> joined(const std::vector<Alteration> &changes, QStringView a)
{
    std::vector<Alteration> result;
    for (const Alteration &change : changes) {
        result.push_back(change);
        while (result.size() > 1) {
            const Alteration &after = result.back();
            Alteration &before = result[result.size() - 2];
            if (!isByChance(a.sliced(before.a.end, after.a.begin - before.a.end), before, after))
                break;
            before.a.end = after.a.end;
            before.b.end = after.b.end;
            result.pop_back();
        }
    }
    return result;
}

/// How well a change begins or ends here.
int fitness(QStringView text, qsizetype at)
{
    if (at == 0 || at == text.size())
        return 5;
    const QChar before = text[at - 1];
    const QChar after = text[at];
    if (before == u'\n')
        return after == u'\n' ? 2 : 5;
    if (after == u'\n')
        return 3;
    if (before.isSpace()) {
        const qsizetype sign = at >= 2 && QStringView(u"\"'”’»)").contains(text[at - 2]) ? at - 3 : at - 2;
        return sign >= 0 && QStringView(u".!?…。").contains(text[sign]) ? 4 : 2;
    }
    return after.isSpace() || before.isPunct() || after.isPunct() ? 1 : 0;
}

/// Where something was only added or only removed, the same change can often be told as one a little before or after:
/// “the [old ]mill” and “the[ old] mill” are one. Takes the one that follows the text's own divisions.
Utf16Range slid(QStringView text, Utf16Range changed, qsizetype roomBefore, qsizetype roomAfter)
{
    const auto fits = [&](Utf16Range range) { return fitness(text, range.begin) + fitness(text, range.end); };
    Utf16Range best = changed;
    int bestFits = fits(changed);
    const auto consider = [&](Utf16Range range) {
        const int here = fits(range);
        if (here > bestFits && snappedToGraphemes(text, range) == range) {
            bestFits = here;
            best = range;
        }
    };
    Utf16Range range = changed;
    for (qsizetype step = 0; step < std::min(roomAfter, furthestSlide) && text[range.begin] == text[range.end]; ++step) {
        range = {range.begin + 1, range.end + 1};
        consider(range);
    }
    range = changed;
    for (qsizetype step = 0; step < std::min(roomBefore, furthestSlide) && text[range.begin - 1] == text[range.end - 1]; ++step) {
        range = {range.begin - 1, range.end - 1};
        consider(range);
    }
    return best;
}

void slide(std::vector<Alteration> &changes, QStringView a, QStringView b)
{
    for (size_t at = 0; at < changes.size(); ++at) {
        Alteration &change = changes[at];
        if (!change.a.isEmpty() && !change.b.isEmpty())
            continue;
        const bool removed = change.b.isEmpty();
        const Utf16Range before = at == 0 ? Utf16Range{} : removed ? changes[at - 1].a : changes[at - 1].b;
        const qsizetype next = at + 1 < changes.size() ? (removed ? changes[at + 1].a : changes[at + 1].b).begin
            : removed                                  ? a.size()
                                                       : b.size();
        const Utf16Range range = removed ? change.a : change.b;
        // One unit of equal text stays on either side, lest two changes touch.
        const Utf16Range to = slid(removed ? a : b, range, range.begin - before.end - (at == 0 ? 0 : 1),
                                   next - range.end - (at + 1 == changes.size() ? 0 : 1));
        const qsizetype by = to.begin - range.begin;
        change.a = {change.a.begin + by, change.a.end + by};
        change.b = {change.b.begin + by, change.b.end + by};
    }
}

} // namespace

std::vector<DiffPiece> textDiff(QStringView a, QStringView b)
{
    const WordAlignment alignment = alignedWords(a, b);
    std::vector<Alteration> changes = joined(changesBetween(equalStretches(alignment, a, b, Between::Blanks), a, b), a);
    slide(changes, a, b);
    std::vector<DiffPiece> pieces;
    Alteration last;
    const auto append = [&](DiffKind kind, Utf16Range inA, Utf16Range inB) {
        if (!inA.isEmpty() || !inB.isEmpty())
            pieces.push_back({kind, inA, inB});
    };
    changes.push_back({{a.size(), a.size()}, {b.size(), b.size()}});
    for (const Alteration &change : changes) {
        append(DiffKind::Equal, {last.a.end, change.a.begin}, {last.b.end, change.b.begin});
        append(DiffKind::Removed, change.a, {change.b.begin, change.b.begin});
        append(DiffKind::Added, {change.a.end, change.a.end}, change.b);
        last = change;
    }
    return pieces;
}

} // namespace galley
