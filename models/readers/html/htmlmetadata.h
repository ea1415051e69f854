// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlstated.h"

#include <domain/article.h>

namespace galley {

/// What a page states about its article: title, outlet, authors, date, section, language, canonical address; description
/// and keywords among the fields. Without ids, length and hash.
Article htmlMetadata(const HtmlStated &stated);

/// All that the page says in short about its article: often the words between headline and text.
QStringList descriptionsOf(const HtmlStated &stated);

} // namespace galley
