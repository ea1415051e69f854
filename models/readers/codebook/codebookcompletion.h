// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace galley {

/// What may stand where somebody types in a codebook file.
struct CodebookCompletion
{
    int begin = 0;     ///< of what is typed so far, in UTF-16 units from the beginning of the text
    QStringList words; ///< that begin with it, in the order in which they are offered; none where there is nothing to offer

    bool operator==(const CodebookCompletion &) const = default;
};

/// The keys that the part at the caret may have and has not yet; behind a key that takes one of a few words, these; behind what names variables and
/// codes, those that stand in the text. The text need be no valid YAML: somebody is typing it.
CodebookCompletion completionAt(const QString &text, int caret);

} // namespace galley
