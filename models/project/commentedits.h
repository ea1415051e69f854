// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/coder.h>
#include <domain/error.h>
#include <review/discussion.h>

/// What is said about codings, as changes for Project::commit. Errors are for the user.
namespace galley {

struct NewComment
{
    CommentId id;
    CommentSubject subject;
    QString text;
    CoderId to = {}; ///< 0: all
};

/// Who may be written to, besides all: where the article is blind to who writes, the leads, since what one coder says of it is work that another must not see.
std::vector<Coder> recipients(const std::vector<Coder> &coders, CoderId by, const Sight &sight, ArticleId article);

/// An error where it says nothing, or to somebody who is no recipient.
Result<Change> addComment(const NewComment &comment, const std::vector<Coder> &coders, const Sight &sight, const Stamp &stamp);
/// To who spoke last, or to all where that was oneself; it opens a thread that was closed.
Result<Change> addReply(const CommentThread &thread, CommentId id, const QString &text, const Stamp &stamp);
Change setClosed(const CommentThread &thread, bool closed);

/// The annotation is flagged by the same step that says what is to be decided.
Change withFlag(const Codebook &codebook, const Annotation &annotation, Change said, const QDateTime &at);

} // namespace galley
