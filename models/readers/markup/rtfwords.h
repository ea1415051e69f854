// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace galley {

// What control words of RTF mean to who wants the text.

/// Begins a group that no reader of the text sees. What is unknown and marked as ignorable is none of these, and passed
/// over all the same.
bool holdsNoText(const QByteArray &word);
/// Begins information in words, or a date, which is kept under the name that the format has for it.
/// Does a group that begins with this word hold text beside that of the document: headers, footers, comments, list marks?
bool isBesideTheText(const QByteArray &word);
bool isInformation(const QByteArray &word);
bool isDateOfDocument(const QByteArray &word);
/// The character that it stands for; 0 where it is none.
char16_t characterOf(const QByteArray &word);

} // namespace galley
