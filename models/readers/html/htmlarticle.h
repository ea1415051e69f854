// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/htmlblocks.h>

#include <QStringList>

#include <vector>

namespace galley {

/// What is known of an article before its text is looked for.
struct HtmlHints
{
    QString title;
    QStringList authors;
    QStringList descriptions; ///< in short
    QString body;             ///< the text as far as linked data states it: a helper, and the last resort
};

/// The blocks of a page that are its article, without the headline. What stands between the headline and the text comes along
/// where it is a lead or a caption.
std::vector<HtmlBlock> articleBlocks(const HtmlTree &tree, const HtmlHints &hints);

} // namespace galley
