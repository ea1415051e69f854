// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <base/parallel.h>
#include <store/projectstore.h>

#include <functional>
#include <optional>

/// Stories of which there are several versions: found, and coded once.
namespace galley {

/// Finds the articles that are copies of one story (FamilyFinder), boilerplate left out, and records for each the lead
/// version and how much they share. An empty change where all is as before; nullopt where `proceed` said no.
Result<std::optional<Change>> groupStories(const ProjectStore &store, const Proceed &proceed = {});

/// The articles of one story, the lead first, then in order of import; empty where it has no other version.
Result<std::vector<Article>> versionsOf(const ProjectStore &store, const Article &article);

struct CarriedOver
{
    Change change; ///< empty where nothing could be carried over
    int carried = 0;
    int alreadyThere = 0;         ///< carried over before
    std::vector<QString> missing; ///< quotes that the other version does not have, or has in several places
};

/// What a coder coded in one version, put on the same words of another, each marked as inherited until its coder confirms it.
/// `allot` gives ids that nothing has.
Result<CarriedOver> carriedOver(const ProjectStore &store, ArticleId from, const Article &to, CoderId coder, const QDateTime &now,
                                const std::function<AnnotationId()> &allot);

/// The coder agrees with an annotation that was carried over.
Change confirmed(const Annotation &annotation, const QDateTime &now);

} // namespace galley
