// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/textpositions.h>

#include <functional>

/// Where the passages of a layer may be: Layer::snap, overlap, acrossParagraphs. Ranges are code points. Errors are for the user.
namespace galley {

/// The ranges widened to whole words, sentences or paragraphs, as the layer wants them; those that meet are joined.
std::vector<Range> snapped(const Layer &layer, const MeasuredText &text, const std::vector<Range> &ranges);

/// No range goes over the end of a paragraph where the layer forbids it.
Result<> staysInParagraphs(const Layer &layer, const MeasuredText &text, const std::vector<Range> &ranges);

/// The passages that a change makes or moves share text with others of the same coder only as their layer allows.
/// `annotationsOf` gives what an article has before the change.
Result<> overlapAsAllowed(const Codebook &codebook, const Change &change,
                          const std::function<Result<std::vector<Annotation>>(ArticleId)> &annotationsOf);

} // namespace galley
