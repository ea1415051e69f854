// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/error.h>
#include <domain/rows.h>

#include <vector>

namespace galley {

/// An annotation that was made when its code meant something else.
struct Recheck
{
    AnnotationId annotation;
    ArticleId article;
    CoderId coder;
    CodeId code;
    int revision = 0; ///< of the codebook, that it was made under
    QString quote;
};

/// The annotations of that coder (0: of all) that were made under a definition that has changed since, in reading order. Those whose
/// revision the history does not tell are not among them. `project` is the file.
Result<std::vector<Recheck>> toRecheck(const QString &project, CoderId coder = {}, const Sight &sight = {});

} // namespace galley
