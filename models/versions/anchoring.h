// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QString>

#include <memory>
#include <vector>

namespace galley {

struct TextPair;

enum class AnchorState {
    Same,      ///< the same words at the same offsets
    Moved,     ///< found at other offsets, or with altered words
    Ambiguous, ///< it may be in several places, and nothing decides between them
    Gone,
};

/// Where a passage of one version of a text stands in another.
///
/// A passage counts as found where its very words stand with context that fits (about a third of the 50 characters on either
/// side), or where at least 0.8 of its characters do: 1 - edits / length of the longer. A quote of 40 characters needs no
/// context, an altered one of 100. Where so much was put into it that it is less than 0.8 of what stands there now, but 0.8 of it
/// is kept, its parts are ranges of their own.
struct Anchor
{
    AnchorState state = AnchorState::Gone;
    std::vector<Range> ranges;                  ///< in reading order; the likeliest where ambiguous, empty where gone
    double similarity = 0;                      ///< to what was coded: 1 where the words are the same
    std::vector<std::vector<Range>> candidates; ///< where ambiguous: all it may be, likeliest first

    bool operator==(const Anchor &) const = default;
};

/// Two versions of a text, compared once for any number of passages. May be asked from several threads.
class TextMatch
{
public:
    TextMatch(QString oldText, QString newText);

    /// Of a passage of one or several ranges in reading order. No range that is found cuts a grapheme.
    Anchor anchor(const std::vector<Range> &ranges) const;

private:
    std::shared_ptr<const TextPair> m_pair;
};

Anchor reanchored(const std::vector<Range> &ranges, QStringView oldText, QStringView newText);

} // namespace galley
