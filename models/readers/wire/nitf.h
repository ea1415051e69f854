// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

#include <QDomElement>

namespace galley {

/// Adds what an NITF document, or the part of one that NewsML carries, states about an article. What is known already
/// (headline, byline, dateline, language) stays: the envelope knows better.
void addNitf(const QDomElement &nitf, StatedArticle &stated);

} // namespace galley
