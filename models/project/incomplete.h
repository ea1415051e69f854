// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <functional>
#include <vector>

/// Required is required: what a coder who began an article has not answered in it (Variable::required).
namespace galley {

struct Incomplete
{
    AnnotationId annotation; ///< 0: the questions of a layer of whole articles were not answered at all
    ArticleId article;
    LayerId layer;
    CoderId coder;
    std::vector<VariableId> missing; ///< in the order of the codebook

    bool operator==(const Incomplete &) const = default;
};

/// The required variables that have no value there. A text of white space is none.
std::vector<VariableId> missingIn(const Codebook &codebook, const Annotation &annotation);

/// The gaps of one coder in an article they began, in reading order, those of the article's own questions last. `annotations`
/// are the article's, of whomever.
std::vector<Incomplete> incompleteIn(const Codebook &codebook, ArticleId article, CoderId coder, const std::vector<Annotation> &annotations);

/// Of every article and coder that began it: coded something in it, or marked it begun or done.
Result<> forEachIncomplete(const ProjectStore &store, const std::function<void(const Incomplete &)> &take);

} // namespace galley
