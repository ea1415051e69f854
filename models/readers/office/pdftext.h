// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdflines.h"

#include <readers/article/documenttext.h>

namespace galley {

/// Lines joined to paragraphs, over columns and pages. A word that the end of a line divides is joined again with a soft
/// hyphen (U+00AD) where its hyphen was: no letter is lost, and whoever searches or reads the word sees it whole; where
/// the next line begins with a capital or a figure, the hyphen belongs to the word and stays. What stands at the edges
/// of the pages becomes chrome, behind the paragraph that goes on around it.
std::vector<TextParagraph> paragraphsOf(std::vector<PdfPage> pages);

} // namespace galley
