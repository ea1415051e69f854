// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/documenttext.h>

#include <QByteArray>

namespace galley {

/// The text of a Word document as a reader sees it: paragraphs and table cells one by one, text boxes once and behind the
/// paragraph that holds them, tracked insertions but no deletions, results of fields but no codes, notes after the body.
/// Headers, footers, comments and hidden text stay out.
Result<DocumentText> docxParagraphs(QByteArray bytes);

} // namespace galley
