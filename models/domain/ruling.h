// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/identity.h>

#include <QDateTime>
#include <QString>

#include <vector>

namespace galley {

/// How what is in the consensus came about: as somebody coded it, as what any or what all of them marked, by hand, or not at all.
enum class RulingHow { Accepted, Union, Intersection, Edited, Nobody };

/// What was settled about annotations that several coders made of one thing. They stay as they are; what holds instead stands
/// beside them, as annotations of the coder consensusCoder().
struct Ruling
{
    RulingId id;
    ArticleId article;
    LayerId layer;
    std::vector<AnnotationId> about;   ///< of the coders, sorted
    std::vector<AnnotationId> results; ///< of the consensus; none where nothing is to be coded
    RulingHow how = RulingHow::Accepted;
    QString reason;
    QString category;    ///< of the disagreement: whatever a study tells apart
    CoderId by;          ///< 0: not told
    RevisionId revision; ///< of the codebook
    QDateTime created;   ///< UTC

    bool operator==(const Ruling &) const = default;
};

/// The same on each copy: one thing is settled once. `about` is sorted.
inline RulingId rulingId(const std::vector<AnnotationId> &about)
{
    QString ids;
    for (const AnnotationId &id : about)
        ids += QString::number(id.value) + u' ';
    return {idFrom({u"ruling", ids})};
}

/// Likewise of what a ruling leaves in the consensus, counted from 0.
inline AnnotationId resultId(RulingId ruling, int place)
{
    return {idFrom({u"consensus", QString::number(ruling.value), QString::number(place)})};
}

} // namespace galley
