// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>

namespace galley {

/// The annotation by which a coder codes a unit that was given to them: where units are was settled before, and only what is
/// said of them is the coders' own. What it is follows from where it is and who codes it, so that it is the same in every copy
/// whoever gives it, and a packet need not tell from whose work the unit came.
AnnotationId givenUnitId(ArticleId article, LayerId layer, const std::vector<Range> &ranges, CoderId coder);

bool isGivenUnit(const Annotation &annotation);

} // namespace galley
