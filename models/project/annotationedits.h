// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/textpositions.h>

/// What can be done to annotations, as changes for Project::commit. Ranges are code points of the article's text, as selected;
/// they are fitted to it. A verb that alters nothing gives an empty change. Errors are for the user.
namespace galley {

/// What is about to be coded. The id comes from ProjectStore::allot().
struct NewAnnotation
{
    AnnotationId id;
    ArticleId article;
    LayerId layer;
    CoderId coder;
    CodeId code;                       ///< 0 where the layer has no principal variable, or nothing is chosen yet
    std::vector<Range> ranges;         ///< empty for a layer of whole articles
    std::vector<VariableValue> values;
    QString memo;
};

/// In reading order, widened to whole graphemes, without white space at the ends; overlapping and touching ones joined.
std::vector<Range> fitted(const MeasuredText &text, const std::vector<Range> &ranges);

Result<Change> annotate(const Codebook &codebook, const MeasuredText &text, const NewAnnotation &what, const QDateTime &at);
Result<Change> recode(const Codebook &codebook, const Annotation &annotation, CodeId code, const QDateTime &at);
Result<Change> setRanges(const Codebook &codebook, const MeasuredText &text, const Annotation &annotation, const std::vector<Range> &ranges,
                         const QDateTime &at);
/// One more part of a discontinuous annotation.
Result<Change> addRange(const Codebook &codebook, const MeasuredText &text, const Annotation &annotation, Range range, const QDateTime &at);
/// All its values, in any order; the principal variable's is not among them.
Result<Change> setValues(const Codebook &codebook, const MeasuredText &text, const Annotation &annotation, std::vector<VariableValue> values, const QDateTime &at);
/// What is selected, as the value of a variable that takes passages: fitted as annotations are. Nothing where nothing is left of it.
std::optional<Passage> passageIn(const MeasuredText &text, const std::vector<Range> &ranges);
Change setMemo(const Codebook &codebook, const Annotation &annotation, const QString &memo, const QDateTime &at);
Change setStatus(const Codebook &codebook, const Annotation &annotation, AnnotationStatus status, const QDateTime &at);
Result<Change> removeAnnotations(const Codebook &codebook, const std::vector<Annotation> &annotations);

/// "“high vigilance” as Framing / Security and defense", for the history.
QString described(const Codebook &codebook, const Annotation &annotation);

} // namespace galley
