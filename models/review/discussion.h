// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/comment.h>
#include <domain/sight.h>

namespace galley {

/// What comments are about: some annotations, where there are none an article, where there is none the study.
struct CommentSubject
{
    ArticleId article = {};
    std::vector<AnnotationId> about = {}; ///< sorted

    bool operator==(const CommentSubject &) const = default;
};

/// A comment with its replies, the earliest first.
struct CommentThread
{
    std::vector<Comment> comments; ///< at least one; all are about the subject of the first

    const Comment &first() const { return comments.front(); }
    const Comment &last() const { return comments.back(); }
    CommentSubject subject() const { return {first().article, first().about}; }
    bool isClosed() const { return first().closed; }

    bool operator==(const CommentThread &) const = default;
};

/// The threads of what is seen of these, the one last written in first. A reply whose first comment is not seen stands for itself.
std::vector<CommentThread> threadsOf(const std::vector<Comment> &comments, const Sight &sight = {});

/// Does it wait for an answer of this coder: is it open, and was something said to them, or by another to all, after they last spoke?
/// What is said to one who began the thread or spoke in it is said to them as well.
bool waitsFor(const CommentThread &thread, CoderId coder);

/// Those about any of these annotations.
std::vector<CommentThread> threadsAbout(const std::vector<CommentThread> &threads, const std::vector<AnnotationId> &annotations);

} // namespace galley
