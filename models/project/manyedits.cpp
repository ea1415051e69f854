// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyedits.h"

#include "edittexts.h"

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

/// Their edits in one change, which is called as `many` says where there are several.
Change joined(std::vector<Change> changes, const QString &many)
{
    Change all;
    for (Change &change : changes) {
        if (all.text.isEmpty())
            all.text = change.text;
        std::ranges::move(change.edits, std::back_inserter(all.edits));
    }
    if (all.edits.size() > 1)
        all.text = many;
    return all;
}

} // namespace

Result<Change> recodeAll(const Codebook &codebook, const std::vector<Annotation> &annotations, CodeId code, const QDateTime &at)
{
    if (std::ranges::adjacent_find(annotations, std::ranges::not_equal_to(), &Annotation::layer) != annotations.end())
        return failed(Edits::tr("These annotations are of several layers. Choose such of one layer to recode them together."));
    std::vector<Change> changes;
    for (const Annotation &annotation : annotations) {
        auto change = recode(codebook, annotation, code, at);
        if (!change)
            return change;
        if (!change->isEmpty())
            changes.push_back(std::move(*change));
    }
    const int number = int(changes.size());
    return joined(std::move(changes), Edits::tr("Recode %n annotations as %1", nullptr, number).arg(codebook.path(code)));
}

Change confirmAll(const Codebook &codebook, const std::vector<Annotation> &annotations, const QDateTime &at)
{
    Change change;
    for (const Annotation &annotation : annotations) {
        if (annotation.revision == codebook.content())
            continue;
        Annotation after = annotation;
        after.revision = codebook.content();
        after.modified = at;
        change.edits.emplace_back(modified(annotation, std::move(after)));
    }
    if (!change.edits.empty())
        change.text = Edits::tr("Find %n annotations still right", nullptr, int(change.edits.size()));
    return change;
}

Change setStatusOfAll(const Codebook &codebook, const std::vector<Annotation> &annotations, AnnotationStatus status, const QDateTime &at)
{
    std::vector<Change> changes;
    for (const Annotation &annotation : annotations) {
        if (annotation.status != status)
            changes.push_back(setStatus(codebook, annotation, status, at));
    }
    const int number = int(changes.size());
    return joined(std::move(changes), status == AnnotationStatus::Flagged ? Edits::tr("Flag %n annotations", nullptr, number) : Edits::tr("Unflag %n annotations", nullptr, number));
}

} // namespace galley
