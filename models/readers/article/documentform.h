// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documenttext.h"

namespace galley {

/// Articles that a database hands out as the document of an office program: known only when the paragraphs are, whatever
/// the document's format.
struct DocumentForm
{
    bool (*recognises)(const std::vector<TextParagraph> &paragraphs);
    /// Gives away its articles. False where no more is wanted.
    bool (*give)(const std::vector<TextParagraph> &paragraphs, const TakeRecord &take);
};

/// Listed by the registry, since a document's format knows none of them.
std::span<const DocumentForm> documentForms();

/// The articles of a form where the document has one, else the document as one article.
void giveDocument(DocumentText document, const TakeRecord &take);

} // namespace galley
