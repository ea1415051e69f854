// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/range.h>

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace galley {

enum class SuggestionState { Open, Accepted, Dismissed };

/// A place where a code may fit, as a search or a list of words found it. It is nobody's coding: what is coded is the annotation
/// that somebody makes of it.
///
/// It is answered by each coder alone. One that is for all stays open for ever: who answers it has a row of their own beside it, which
/// says so. So two coders never alter one row, copies merge without anything to be looked at, and nobody learns from it what another did.
struct Suggestion
{
    SuggestionId id;           ///< always suggestionId() of it
    ArticleId article;
    LayerId layer;
    CodeId code;               ///< 0 where the layer has no principal variable
    std::vector<Range> ranges; ///< in reading order, not overlapping; empty for the whole article
    CoderId by;                ///< who had it made; 0: not told
    CoderId coder;             ///< for whom; 0: for all
    QString origin;            ///< in words: search “toll*”
    SuggestionState state = SuggestionState::Open;
    AnnotationId annotation;   ///< what an accepted one became
    QDateTime created;         ///< UTC

    bool operator==(const Suggestion &) const = default;
};

/// What is suggested of one place to one coder, wherever it comes from, is one suggestion: it is answered once.
SuggestionId suggestionId(const Suggestion &suggestion);

/// What `coder` has of it, or would have once they answer it: itself, or of one for all the row that is theirs.
Suggestion answerOf(const Suggestion &suggestion, CoderId coder);

QString nameOf(SuggestionState state); ///< "open", "accepted", "dismissed"
std::optional<SuggestionState> suggestionStateNamed(QStringView name);

} // namespace galley
