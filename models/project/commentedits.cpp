// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commentedits.h"

#include "annotationedits.h"
#include "edittexts.h"

#include <domain/shortened.h>

#include <algorithm>
#include <iterator>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyLength = 60; ///< of what is said, in the history

Result<Change> written(Comment comment)
{
    comment.text = comment.text.trimmed();
    if (comment.text.isEmpty())
        return failed(Edits::tr("There is nothing to say: write something first."));
    const QString text = shortened(comment.text, historyLength);
    return Change{(comment.replyTo ? Edits::tr("Reply “%1”") : Edits::tr("Comment “%1”")).arg(text), {added(std::move(comment))}};
}

} // namespace

std::vector<Coder> recipients(const std::vector<Coder> &coders, CoderId by, const Sight &sight, ArticleId article)
{
    std::vector<Coder> others;
    std::ranges::copy_if(coders, std::back_inserter(others), [&](const Coder &coder) {
        return coder.id != by && (coder.role == CoderRole::Lead || !sight.isBlind(article));
    });
    return others;
}

Result<Change> addComment(const NewComment &what, const std::vector<Coder> &coders, const Sight &sight, const Stamp &stamp)
{
    if (what.to && !std::ranges::contains(recipients(coders, stamp.coder, sight, what.subject.article), what.to, &Coder::id))
        return failed(Edits::tr("While the article is coded blind, only a lead can be asked about it."));
    return written({what.id, what.subject.article, what.subject.about, {}, stamp.coder, what.to, what.text, false, stamp.at});
}

Result<Change> addReply(const CommentThread &thread, CommentId id, const QString &text, const Stamp &stamp)
{
    const Comment &first = thread.first();
    const auto other = std::ranges::find_if(thread.comments.rbegin(), thread.comments.rend(), [&](const Comment &comment) { return comment.by != stamp.coder; });
    const CoderId to = other == thread.comments.rend() ? first.to : other->by;
    return written({id, first.article, first.about, first.id, stamp.coder, to, text, false, stamp.at}).transform([&](Change change) {
        if (first.closed)
            change.edits.push_back(setClosed(thread, false).edits.front());
        return change;
    });
}

Change setClosed(const CommentThread &thread, bool closed)
{
    if (thread.isClosed() == closed)
        return {};
    Comment after = thread.first();
    after.closed = closed;
    const QString text = shortened(after.text, historyLength);
    return {(closed ? Edits::tr("Close “%1”") : Edits::tr("Open “%1” again")).arg(text), {modified(thread.first(), std::move(after))}};
}

Change withFlag(const Codebook &codebook, const Annotation &annotation, Change said, const QDateTime &at)
{
    if (annotation.status == AnnotationStatus::Flagged)
        return said;
    Change flagged = setStatus(codebook, annotation, AnnotationStatus::Flagged, at);
    flagged.text = Edits::tr("%1: %2").arg(flagged.text, said.text);
    std::ranges::move(said.edits, std::back_inserter(flagged.edits));
    return flagged;
}

} // namespace galley
