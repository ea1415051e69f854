// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <domain/article.h>
#include <domain/error.h>

#include <span>

namespace galley {

/// Draws a sample. The same articles and the same request give the same sample on every machine, in whatever order the
/// articles come: they are sorted by UUID and drawn by the first steps of a Fisher-Yates shuffle (Durstenfeld 1964) with
/// Random, so that a larger simple sample, or one of more weeks, begins with the smaller one of the same seed.
///
/// - Simple: articles from stream 0 of the seed.
/// - Stratified: each stratum, sorted by value, from a stream of its own. One that has less than its share gives all it
///   has; the rest is not taken from others, which would change their chances in silence. It shows in the strata.
/// - Constructed week (Riffe, Aust & Lacy 1993): for each day of the week as many dates as there are weeks, without
///   replacement, from all of the span; Monday's from stream 1. Days without articles are days as well, because a day
///   on which nothing appeared is a finding too, and to skip them would overstate how much appears in a week. Then the
///   articles of each date, from the stream with the number of its Julian day. Dates count as written, in their own zone.
Result<Sample> drawn(std::span<const Article> articles, const SampleRequest &request);

/// Sample::frameHash of these articles: the SHA-256 of their sorted UUIDs, as `sort | sha256sum` gives it.
QByteArray frameHash(std::span<const Article> articles);

} // namespace galley
