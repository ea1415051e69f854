// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>

#include <QString>
#include <QStringView>

#include <vector>

namespace galley {

/// What is known about an article beside its text.
struct Hints
{
    QString title;              ///< as the source states it: a first line that says the same is the headline
    bool headlineFirst = false; ///< plain text: the first line may be the headline though no title was stated
};

/// The zones of a news article, found by rule from the conventions of agencies and news sites: headline, byline,
/// dateline, captions and photo credits, subheadings, credit and copyright lines, site chrome. In reading order, in code
/// points; a photo credit lies within its caption, all others apart. What no rule is sure of stays without a zone:
/// to overlook a line of chrome is better than to dim a line of reporting. Pure, and quick enough for every import.
std::vector<Zone> findZones(QStringView text, const Hints &hints = {});

} // namespace galley
