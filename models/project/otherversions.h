// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectstore.h>

#include <optional>
#include <vector>

namespace galley {

/// A row that two copies of the project altered without knowing of each other: one version stands, this is another.
struct OtherVersion
{
    size_t kind = 0; ///< its place in RowKinds
    qint64 id = 0;
    int number = 1;  ///< among the other versions of the row
    QString what;    ///< of people: "Code “Frames / Economic”"
    QString stands;  ///< what it says where the two differ: "name: Economy"
    QString other;   ///< the same of this version
    CoderId coder;   ///< whose work it is; 0: nobody's own
    ArticleId article;         ///< where it is seen; 0: in no article
    AnnotationId annotation;   ///< the one that stands, where it is one
    Change take;     ///< makes this version the one that stands
    Change keep;     ///< decides for the one that stands
    std::optional<Change> both; ///< of a coder's annotation, which became two: both are meant
};

/// All that copies made different and nobody has decided yet. To take or to keep one is an entry of the history like any other: it
/// can be undone and goes along when copies are merged. What is made of a project that others code on meanwhile may be refused.
Result<std::vector<OtherVersion>> otherVersions(const ProjectStore &store);

/// Those whose work may be seen.
std::vector<OtherVersion> seenBy(const Sight &sight, std::vector<OtherVersion> versions);

} // namespace galley
