// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlelayout.h>

class QPainter;

namespace galley {

/// A dotted line below what is a role of the current mark, on one line of the text.
void paintRoles(const ArticleLayout &layout, QPainter &painter, const ArticleLayout::Line &line);

/// A thin arc from the current mark to each of them, with the role's name; over the text.
void paintArcs(const ArticleLayout &layout, QPainter &painter);

} // namespace galley
