// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <reliability/spancodings.h>

#include <algorithm>

/// Texts that coders mark at random, from fixed seeds.
namespace galley::testing {

inline constexpr quint64 seed = 20261124;

struct Shape
{
    int coders = 3;
    int length = 200;
    int categories = 3;
    double gap = 8; ///< mean lengths
    double span = 10;
    bool nested = false;
};

inline int lengthAround(Random &random, double mean)
{
    return int(random.below(quint32(2 * mean)));
}

/// Coders mark independently of each other, from the left to the right; nested ones mark something within half of their spans.
inline SpanCodings randomText(Random &random, const Shape &shape)
{
    SpanCodings codings{{}, {}, {Continuum{QStringLiteral("text"), 0, double(shape.length), {}, {}}}};
    for (int category = 0; category < shape.categories; ++category)
        codings.categories += QString(QChar(u'A' + category));
    Continuum &text = codings.documents.front();
    const auto category = [&] { return qint32(random.below(quint32(shape.categories))); };
    for (qint32 coder = 0; coder < shape.coders; ++coder) {
        codings.coders += QStringLiteral("coder %1").arg(coder);
        text.coders.push_back(coder);
        for (int at = lengthAround(random, shape.gap); at < shape.length; at += lengthAround(random, shape.gap)) {
            const int end = std::min(at + 1 + lengthAround(random, shape.span), shape.length);
            text.spans.push_back({coder, category(), double(at), double(end)});
            if (shape.nested && random.below(2) == 0)
                text.spans.push_back({coder, category(), double(at + (end - at) / 3), double(end)});
            at = end;
        }
    }
    return codings;
}

template <typename Value> void shuffle(Random &random, std::vector<Value> &values)
{
    for (size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.below(quint32(i))]);
}

} // namespace galley::testing
