// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/sight.h>

#include <QByteArrayView>
#include <QString>

#include <string_view>
#include <vector>

/// What reads of the store hand out that is not a row of one table.
namespace galley {

/// An article as the list shows it.
struct ArticleSummary
{
    ArticleId id;
    QString title;
    QString outlet;
    QString published;
    qint64 length = 0;    ///< code points
    int annotations = 0;  ///< by the coder asked for
    std::optional<ProgressState> progress; ///< of the coder asked for
    bool revised = false; ///< there is a corrected text of it, to which not all annotations could be moved
};

/// One row of the exported dataset. The views are UTF-8 and hold only during the callback.
struct AnnotationRow
{
    AnnotationId id; ///< 0: an article without annotations
    ArticleId article;
    LayerId layer;
    CodeId code;
    CoderId coder;
    std::string_view annotationUuid, articleUuid;
    std::string_view title, outlet, published, url;
    std::string_view familyUuid;     ///< of the lead version of the story; empty where there are no copies
    double weight = 1;               ///< one over the number of copies of the story, so that each story counts once
    qint64 start = -1, end = -1;     ///< code points; -1 for the whole article
    std::string_view ranges;         ///< JSON [[start,end],…], empty for the whole article
    std::string_view quote, memo, status, created, modified;
    int revision = 0;
    bool inherited = false;          ///< carried over from another version of the story, not yet confirmed
    std::string originUuid;          ///< of the annotation it was carried over from
    std::vector<VariableValue> values; ///< without the principal variable's
};

/// One article with its text, as exports take it. The text is UTF-8 and holds only during the callback.
struct ArticleRow
{
    Article article;
    Source source;
    std::string_view text;
    std::vector<Zone> zones;
    std::vector<Progress> progress;
    QUuid family;  ///< of the lead version of its story
    QUuid revises; ///< of the article whose corrected text it is
};

struct ExportFilter
{
    bool withUncodedArticles = false;
    std::vector<CoderId> coders; ///< empty: all who code; the consensus only where it is named
    std::vector<LayerId> layers; ///< empty: all
    Sight sight = {};            ///< of who exports: what they may not see does not go out either
};

struct Counts
{
    qint64 articles = 0;
    qint64 annotations = 0;
    std::vector<std::pair<LayerId, qint64>> byLayer;
    std::vector<std::pair<CoderId, qint64>> byCoder;
};

/// What annotations that are not removed use of the codebook; sorted.
struct CodebookUse
{
    std::vector<LayerId> layers;
    std::vector<VariableId> variables; ///< that have values beside the principal one
    std::vector<CodeId> codes;

    bool isEmpty() const { return layers.empty(); }
};

/// That a coder did something, and at which article: an entry of the history without what was done.
struct WorkStep
{
    CoderId coder;
    QDateTime at;
    ArticleId article; ///< 0: none, or several
};

/// Something `galley check` found.
struct Problem
{
    QString where; ///< e.g. "annotation 5f0c…"
    QString what;
};

} // namespace galley
