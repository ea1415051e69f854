// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/htmlblocks.h>

namespace galley {

/// Does a block say, in one of several languages, that it is not the article: "Advertisement", "Read also: …", "Sign up for …"?
bool isNotice(const HtmlBlock &block);

/// "Subscribe to read on": what a box before a paywall says.
bool asksForMoney(const HtmlBlock &block);

/// "Comments (12)", "Leave a reply": from here on readers have the word.
bool announcesComments(const HtmlBlock &block);

/// "Related articles", "More from the coast": links follow.
bool announcesLinks(const HtmlBlock &block);

/// "Follow us on …", "Have a tip? Write to …" at the end of an article.
bool isFarewell(const HtmlBlock &block);

} // namespace galley
