// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/documenttext.h>

#include <QByteArray>

namespace galley {

/// The text of an OpenDocument text as a reader sees it: paragraphs, list items and table cells one by one, text boxes
/// and drawings behind the paragraph that holds them, notes after the body; without deleted text, comments, hidden text
/// and the templates of indexes.
Result<DocumentText> odtText(QByteArray bytes);

/// The same of a document that is one XML file.
Result<DocumentText> flatOdtText(QByteArrayView bytes);

} // namespace galley
