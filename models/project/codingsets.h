// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <QUuid>

/// Who codes what: sets of articles, their assignment to coders, how far everybody is.
namespace galley {

/// A new set of these articles, in an order that follows from the seed; `from` says how they were chosen. Errors: the name is
/// taken, there are no articles.
Result<Change> makeSet(const std::vector<CodingSet> &known, const QString &name, SetKind kind, bool blind, const std::vector<QUuid> &articles,
                       const QString &from, quint64 seed);

/// Which coders code which of the articles, `perArticle` of them each, beside what is assigned already. Loads differ by one article
/// at most where what is assigned allows it; coders meet each other about equally often. The same for the same seed.
/// Only what is new is given. An error where there are fewer coders than an article needs.
Result<std::vector<Assignment>> plannedAssignments(SetId set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders, int perArticle,
                                                   quint64 seed, const std::vector<Assignment> &assigned = {});

/// How far one coder is with one set. Without a set: with what they coded beyond all sets.
struct CoderProgress
{
    CoderId coder;
    SetId set;
    int assigned = 0, inProgress = 0, done = 0;
    int annotations = 0, flagged = 0;
};

/// By set, then by coder.
Result<std::vector<CoderProgress>> progressOf(const ProjectStore &store);

} // namespace galley
