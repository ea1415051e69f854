// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "precedents.h"

#include <review/content.h>
#include <store/projectstore.h>

#include <algorithm>

namespace galley {

namespace {

Result<std::vector<Annotation>> annotationsWith(const ProjectStore &store, const std::vector<AnnotationId> &ids)
{
    std::vector<Annotation> annotations;
    for (const AnnotationId id : ids) {
        auto annotation = store.annotation(id);
        if (!annotation)
            return std::unexpected(annotation.error());
        if (*annotation)
            annotations.push_back(std::move(**annotation));
    }
    return annotations;
}

/// One coder marked it alone, or several marked it in different ways.
bool isDisagreement(const std::vector<Annotation> &annotations)
{
    return annotations.size() < 2 || std::ranges::any_of(annotations, [&](const Annotation &annotation) { return contentOf(annotation) != contentOf(annotations.front()); });
}

} // namespace

Result<std::vector<Precedent>> precedents(const ProjectStore &store)
{
    auto rulings = store.rulings();
    if (!rulings)
        return std::unexpected(rulings.error());
    std::ranges::stable_sort(*rulings, std::ranges::greater(), &Ruling::created);
    std::vector<Precedent> found;
    for (const Ruling &ruling : *rulings) {
        auto precedent = precedentOf(store, ruling);
        if (!precedent)
            return std::unexpected(precedent.error());
        if (*precedent)
            found.push_back(std::move(**precedent));
    }
    return found;
}

Result<std::optional<Precedent>> precedentOf(const ProjectStore &store, const Ruling &ruling)
{
    auto about = annotationsWith(store, ruling.about);
    if (!about)
        return std::unexpected(about.error());
    if (about->empty() || (ruling.reason.isEmpty() && !isDisagreement(*about)))
        return std::nullopt;
    return annotationsWith(store, ruling.results).transform([&](std::vector<Annotation> results) {
        return std::optional(Precedent{ruling, std::move(*about), std::move(results)});
    });
}

bool concerns(const Precedent &precedent, CodeId code)
{
    return std::ranges::contains(precedent.about, code, &Annotation::code) || std::ranges::contains(precedent.results, code, &Annotation::code);
}

} // namespace galley
