// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <domain/rows.h>
#include <domain/storedsample.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace galley {

/// How something came to be in the consensus, or not to be, as it goes out. Annotations by their UUIDs.
struct RulingRow
{
    std::string article; ///< UUID
    std::string layer;
    std::vector<std::string> about, results;
    std::string how; ///< "accepted", "union", "intersection", "edited", "nobody"
    std::string reason, category, by, at;
};

/// A project's data as it goes out: what ids stand for is at hand, articles and annotations come one after the other.
/// Whoever takes rows stops the stream by an error. Rows and what they look at hold during the call only.
struct StreamedDataset
{
    Codebook codebook;
    std::vector<Coder> coders;
    std::vector<Actor> actors;
    std::vector<StoredSample> samples;
    bool hasFamilies = false; ///< are there articles of which several versions are known?

    using TakeArticle = std::function<Result<>(const ArticleRow &)>;
    using TakeAnnotation = std::function<Result<>(const AnnotationRow &)>;
    std::function<Result<>(const TakeArticle &)> articles;
    std::function<Result<>(const ExportFilter &, const TakeAnnotation &)> annotations; ///< article by article, in reading order
    std::optional<std::vector<RulingRow>> rulings = {}; ///< there where the consensus goes out
};

} // namespace galley
