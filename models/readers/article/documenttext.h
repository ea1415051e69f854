// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textaccount.h"

#include <readers/reader.h>

namespace galley {

struct TextParagraph
{
    QString text;
    std::optional<ZoneKind> zone; ///< where the document says what it is
    bool bold = false;            ///< all of its words; of RTF only, where databases mark headlines so
};

/// What a word processor's file holds: its paragraphs and what it says about itself.
struct DocumentText
{
    std::vector<TextParagraph> paragraphs; ///< in reading order, empty ones too; notes follow the body
    Article stated;
    TextAccount account; ///< all text of the file; without it, its paragraphs are
    QStringList remarks; ///< sentences about what could not be read as it should
};

/// What a paragraph is by the English name of its style, which all languages of an office program write, or by its level
/// in the outline (0 to 8, else none).
std::optional<ZoneKind> zoneOfStyle(QStringView name, int outlineLevel);

/// What its reader says that it holds, else that all of it is in its paragraphs.
TextAccount accountOf(const DocumentText &document);

/// The document as one article, with its remarks before it; a problem where it has no text.
void takeDocument(DocumentText document, const TakeRecord &take);

} // namespace galley
