// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedparts.h"

#include <base/parallel.h>
#include <reliability/spancodings.h>
#include <summary/reliabilityrow.h>

#include <memory>
#include <variant>

namespace galley {

struct SummaryRequest
{
    SpanCoefficient spans = SpanCoefficient::Fit;
    qint64 replicates = 10'000; ///< of units; of texts a tenth, since each costs more
    qint64 seed = 1;
    Proceed proceed = {};
};

/// What a row was computed from, for its details.
struct MeasuredData
{
    struct OneArticle
    {
        ArticleId id;
        QString title;
        QString codedAt; ///< ISO 8601; null: nobody marked anything
    };

    ReliabilityRow row;
    std::vector<CoderId> coders;      ///< the columns
    std::shared_ptr<const std::vector<OneArticle>> articles; ///< the same for all rows; of spans: in the order of the documents
    std::variant<Codings, SpanCodings> codings;
    Level level = Level::Nominal;
    SpanCoefficient spans = SpanCoefficient::UAlpha; ///< never Fit
    bool stacked = false;                            ///< spans of one coder overlap
    std::vector<size_t> articleOf;                   ///< of each unit
    Codings matched;                                 ///< of spans: the codes of annotations that match
    std::vector<CodeId> codes;                       ///< of each category of what was chosen

    const Codings &chosen() const ///< what stands against each other
    {
        const auto *units = std::get_if<Codings>(&codings);
        return units ? *units : matched;
    }
};

struct ReliabilitySummary
{
    std::vector<ReliabilityRow> rows;                      ///< the worst first; those that are undefined last
    std::vector<std::shared_ptr<const MeasuredData>> data; ///< of each row
    std::vector<Coder> idle;                               ///< who coded none of the articles, and is in no row
    QStringList statements;                                ///< what is compared, in words
    qint64 articles = 0;                                   ///< that two of the coders coded; where 0 there are at most rows of who coded something once more
};

/// How reliable each layer of spans and each variable is. Only the work of coders is compared, never what was settled of it.
/// Reads only, and may work on a store of its own on any thread; `proceed` stops it.
Result<ReliabilitySummary> reliabilitySummary(const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request = {});

struct DetailsRequest
{
    int window = 20; ///< articles that are measured together to see a drift over time
    qint64 replicates = 1000;
    qint64 seed = 1;
    Proceed proceed = {};
};

/// What stands behind a row. An error only where `proceed` said no.
Result<RowDetails> detailsOf(const MeasuredData &data, const DetailsRequest &request = {});

} // namespace galley
