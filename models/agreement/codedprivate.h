// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codedarticles.h"

#include <domain/remainder.h>

#include <vector>

namespace galley {

std::vector<CoderId> idsOf(const std::vector<Coder> &coders);

bool isGivenUnit(const AnnotationRow &row);

/// What stays of an article without the zones that the layer leaves out and those excluded.
Result<Remainder> remainderOf(const ProjectStore &store, const CodedArticle &article, const Layer &layer,
                              const std::vector<ZoneKind> &excluded);

} // namespace galley
