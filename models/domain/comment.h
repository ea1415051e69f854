// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QDateTime>
#include <QString>

#include <vector>

namespace galley {

/// What somebody says to somebody about annotations, about an article, or about the study; or a reply to that. It is no part of
/// what was coded.
struct Comment
{
    CommentId id;
    ArticleId article;               ///< 0: about the study
    std::vector<AnnotationId> about; ///< sorted; none: the article as a whole
    CommentId replyTo;               ///< the first of its thread, whose article and annotations it shares; 0: this is the first
    CoderId by;
    CoderId to;          ///< 0: all
    QString text;
    bool closed = false; ///< of the first of a thread: nothing is open any more
    QDateTime created;   ///< UTC

    bool operator==(const Comment &) const = default;
};

} // namespace galley
