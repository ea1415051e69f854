// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/documenttext.h>

#include <QByteArrayView>

namespace galley {

/// The text of an RTF file: paragraphs and table cells one by one, text boxes behind the paragraph that holds them, notes
/// after the body; without headers, footers, comments, hidden and deleted text and list marks, which are in its account, and
/// without the codes of fields.
Result<DocumentText> rtfText(QByteArrayView bytes);

} // namespace galley
