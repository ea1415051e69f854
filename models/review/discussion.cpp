// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussion.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <tuple>
#include <unordered_map>

namespace galley {

std::vector<CommentThread> threadsOf(const std::vector<Comment> &comments, const Sight &sight)
{
    std::vector<Comment> seen;
    std::ranges::copy_if(comments, std::back_inserter(seen), [&](const Comment &comment) { return sight.sees(comment); });
    // The first of a thread before its replies, also where the clocks of two machines say otherwise.
    std::ranges::sort(seen, {}, [](const Comment &comment) { return std::tuple(bool(comment.replyTo), comment.created, comment.id); });
    std::vector<CommentThread> threads;
    std::unordered_map<CommentId, size_t> threadOf;
    for (Comment &comment : seen) {
        const auto known = threadOf.find(comment.replyTo);
        if (comment.replyTo && known != threadOf.end()) {
            threads[known->second].comments.push_back(std::move(comment));
        } else {
            threadOf.emplace(comment.id, threads.size());
            threads.push_back({{std::move(comment)}});
        }
    }
    std::ranges::sort(threads, std::ranges::greater(), [](const CommentThread &thread) { return std::tuple(thread.last().created, thread.last().id); });
    return threads;
}

bool waitsFor(const CommentThread &thread, CoderId coder)
{
    if (thread.isClosed() || !coder)
        return false;
    const bool tookPart = std::ranges::contains(thread.comments, coder, &Comment::by);
    for (const Comment &comment : thread.comments | std::views::reverse) {
        if (comment.by == coder)
            return false;
        if (comment.to == coder || !comment.to || tookPart)
            return true;
    }
    return false;
}

std::vector<CommentThread> threadsAbout(const std::vector<CommentThread> &threads, const std::vector<AnnotationId> &annotations)
{
    std::vector<CommentThread> about;
    std::ranges::copy_if(threads, std::back_inserter(about), [&](const CommentThread &thread) {
        return std::ranges::any_of(thread.first().about, [&](AnnotationId annotation) { return std::ranges::contains(annotations, annotation); });
    });
    return about;
}

} // namespace galley
