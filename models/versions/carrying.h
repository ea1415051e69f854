// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchoring.h"

#include <domain/annotation.h>
#include <domain/textpositions.h>

namespace galley {

/// An annotation in another text of its story.
struct CarriedAnnotation
{
    AnchorState state = AnchorState::Gone; ///< of the passage that is worst found: its own, and those that are its values
    Annotation annotation;                 ///< with its place there, where it was found
};

/// `text` is the new text of `match`.
CarriedAnnotation carried(const TextMatch &match, const MeasuredText &text, Annotation annotation);

} // namespace galley
