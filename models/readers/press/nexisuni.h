// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/office/documenttext.h>

namespace galley {

/// Is a document a download of Nexis Uni: articles with "Body" above their text and "End of Document" below?
bool isNexisUni(const std::vector<TextParagraph> &paragraphs);

/// Gives away its articles, whatever stands on its cover left out. False where no more is wanted.
bool giveNexisUni(const std::vector<TextParagraph> &paragraphs, const TakeRecord &take);

} // namespace galley
