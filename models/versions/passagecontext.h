// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/textpair.h>

namespace galley {

/// How much of what stands right beside a passage is the same beside a range of the new text, to the letter: from 0 to 1.
double besideFit(const TextPair &pair, Utf16Range passage, Utf16Range range);

/// How alike what stands around both is, by whichever measure likes it best: letters, words, or what stands right beside it.
double contextFit(const TextPair &pair, Utf16Range passage, Utf16Range range);

} // namespace galley
