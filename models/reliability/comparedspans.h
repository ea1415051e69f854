// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coefficient.h"
#include "spancodings.h"

#include <algorithm>
#include <span>
#include <vector>

/// What every measure of spans begins with: the texts that say something about agreement, and their spans in order.
namespace galley {

/// Reading order: by begin, end and category.
inline bool readsBefore(const CodedSpan &a, const CodedSpan &b)
{
    if (a.begin != b.begin)
        return a.begin < b.begin;
    return a.end != b.end ? a.end < b.end : a.category < b.category;
}

/// By category, and within one in reading order.
inline bool isListedBefore(const CodedSpan &a, const CodedSpan &b)
{
    return a.category != b.category ? a.category < b.category : readsBefore(a, b);
}

/// Sorts only where that is to be done: files and projects mostly hold spans in order. Equal ones stay as they are.
template <typename Value, typename Before> void putInOrder(std::vector<Value> &values, Before before)
{
    if (!std::ranges::is_sorted(values, before))
        std::ranges::stable_sort(values, before);
}

/// The texts that at least two coders coded.
std::vector<const Continuum *> comparedDocuments(const SpanCodings &codings);

/// The spans of each of `document.coders`, in the order of that list, each in reading order.
std::vector<std::vector<CodedSpan>> spansByCoder(const Continuum &document);

/// Spans of the same coder and category that overlap made one (touching ones stay two), sorted by coder, category and begin.
std::vector<CodedSpan> united(std::vector<CodedSpan> spans);

/// Do spans of one coder share a stretch of text? Touching is no overlap. They stand in reading order.
bool overlapsItself(std::span<const CodedSpan> spansOfOneCoder);

/// A coefficient without a value yet, with the counts of spans, coders and categories in the compared texts. Where there is
/// nothing to compare its `coders` are 0 and its value says why.
Coefficient countedOver(const SpanCodings &codings);

} // namespace galley
