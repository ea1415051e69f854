// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>

#include <QStringView>

#include <vector>

namespace galley {

/// The passages of an article that stand between quotation marks, marks included, in reading order and code points:
/// direct speech and quoted sentences of three words and more, in the marks of most languages of the press. A single
/// word in doubt and a title in marks are none. A passage ends within its paragraph; one that is not closed there counts
/// only where the next paragraph takes it up with the same mark, and then to its paragraph's end.
/// `zones` are those known, by their begin: where they say that something is no report (chrome, credits), or would be cut, nothing is found.
std::vector<Zone> quotedPassages(QStringView text, const std::vector<Zone> &zones = {});

} // namespace galley
