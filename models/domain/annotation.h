// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/range.h>
#include <domain/value.h>

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <vector>

namespace galley {

enum class AnnotationStatus { Coded, Flagged };

/// One application of a layer, by one coder, to one or several ranges of an article or to the whole of it.
struct Annotation
{
    AnnotationId id;
    QUuid uuid;                        ///< as stated where it came from, else uuidOf(id); the id is always idOf(uuid)
    ArticleId article;
    LayerId layer;
    CoderId coder;
    CodeId code;                       ///< value of the layer's principal variable; 0 where there is none
    std::vector<Range> ranges;         ///< in reading order, not overlapping; empty for the whole article
    QString quote;                     ///< the text of the ranges, parts joined by " … "
    std::vector<VariableValue> values; ///< of the other variables, by the codebook's order; a multiple variable repeats
    QString memo;
    AnnotationStatus status = AnnotationStatus::Coded;
    RevisionId revision; ///< of the codebook when it was last coded
    QDateTime created;  ///< UTC
    QDateTime modified; ///< UTC
    AnnotationId origin = {}; ///< the annotation of another version of the story that it was carried over from
    bool inherited = false;   ///< carried over, and not yet confirmed by its coder

    bool operator==(const Annotation &) const = default;

    Range extent() const { return ranges.empty() ? Range{} : Range{ranges.front().begin, ranges.back().end}; }
};

QString nameOf(AnnotationStatus status); ///< "coded", "flagged"
std::optional<AnnotationStatus> annotationStatusNamed(QStringView name);

/// Reading order: by begin, the longer first, the earlier made first.
bool readsBefore(const Annotation &a, const Annotation &b);

} // namespace galley
