// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/annotationedits.h>

#include <optional>

/// Articles that a study has no use for are sifted by one key.
namespace galley {

/// The answer of a codebook that says an article is not relevant: of a variable of whole articles named for relevance, "no", or the code that is
/// named for the contrary. None where the codebook does not ask.
struct IrrelevantAnswer
{
    LayerId layer;
    VariableValue value;
};
std::optional<IrrelevantAnswer> irrelevantAnswer(const Codebook &codebook);

/// The article is said to be irrelevant by that coder, where the codebook asks, and done; one step. `annotations` and `progress` are the article's.
Result<Change> markIrrelevant(const Codebook &codebook, const MeasuredText &text, const Article &article, const std::vector<Annotation> &annotations,
                              const std::vector<Progress> &progress, CoderId coder, AnnotationId id, const QDateTime &at);

} // namespace galley
