// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/coder.h>
#include <domain/listedannotation.h>

#include <QString>

#include <vector>

namespace galley {

/// What somebody looks for among the annotations, as they say it. What is empty asks nothing.
struct AnnotationFilter
{
    QString text = {};     ///< words that all occur in the quote or the memo, in any case and accent
    LayerId layer = {};
    CodeId code = {};      ///< or one below it
    CoderId coder = {};
    bool flagged = false;
    bool withMemo = false;
    bool recheck = false;  ///< made when their code meant something else; who reads the list knows which these are
    QString value = {};    ///< words of a value of another variable, or of both: "polarity: against"
    QString outlet = {};
    QString published = {}; ///< "2023", "2023-05", "2023-05-04", "2023-01..2023-06", "..2022"

    bool operator==(const AnnotationFilter &) const = default;
    bool isEmpty() const { return *this == AnnotationFilter(); }
};

/// The same as it is asked of the store; it holds nothing of what it is made of.
AnnotationQuery queryOf(const AnnotationFilter &filter, const Codebook &codebook, const std::vector<Coder> &coders, const std::vector<Actor> &actors, const Sight &sight);

/// Is a date within what is asked, as far as it is known? "2023-05" is within 2023, and not within 2023-05-04.
bool isPublishedWithin(const QString &published, const QString &asked);

/// Is it a date or a span of dates?
bool isSpanOfDates(const QString &asked);

} // namespace galley
