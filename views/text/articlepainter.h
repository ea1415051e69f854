// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlelayout.h>

namespace galley {

/// Paints the paragraphs of an article that `context.clip` touches: washes, find hits, text, lanes, caret, head.
void paintArticle(const ArticleLayout &layout, QPainter &painter, const QAbstractTextDocumentLayout::PaintContext &context);

} // namespace galley
