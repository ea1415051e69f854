// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/annotationedits.h>

#include <vector>

/// What can be done to many annotations at once: each verb one change, so that one undo takes all of it back.
namespace galley {

/// Refused where they are of several layers. Those that have the code already stay as they are.
Result<Change> recodeAll(const Codebook &codebook, const std::vector<Annotation> &annotations, CodeId code, const QDateTime &at);
/// What they say is right by what their codes mean now. Those made under the codebook as it is stay as they are.
Change confirmAll(const Codebook &codebook, const std::vector<Annotation> &annotations, const QDateTime &at);
/// Those that have the status already stay as they are.
Change setStatusOfAll(const Codebook &codebook, const std::vector<Annotation> &annotations, AnnotationStatus status, const QDateTime &at);

} // namespace galley
