// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussionbook.h"

#include <domain/shortened.h>
#include <project/annotationedits.h>
#include <project/workspace.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

DiscussionBook &DiscussionBook::of(Workspace &workspace)
{
    if (auto *known = workspace.findChild<DiscussionBook *>())
        return *known;
    return *new DiscussionBook(workspace);
}

DiscussionBook::DiscussionBook(Workspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::projectOpened, this, &DiscussionBook::read);
    connect(&workspace, &Workspace::coderChanged, this, &DiscussionBook::read);
    connect(&workspace, &Workspace::sightChanged, this, &DiscussionBook::read);
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
        if (std::ranges::any_of(change.edits, [](const AnyEdit &edit) { return std::holds_alternative<Edit<Comment>>(edit); }))
            read();
    });
    connect(&workspace, &Workspace::projectClosed, this, [this] {
        m_threads.clear();
        emit changed();
    });
}

void DiscussionBook::read()
{
    auto comments = m_workspace.project()->store().comments();
    if (!comments)
        emit m_workspace.failed(comments.error());
    m_threads = threadsOf(comments.value_or(std::vector<Comment>()), m_workspace.sight());
    emit changed();
}

int DiscussionBook::waiting() const
{
    return m_workspace.coder() ? int(std::ranges::count_if(m_threads, [&](const CommentThread &thread) { return waitsFor(thread, m_workspace.codingAs(thread.first().article)); })) : 0;
}

DiscussionNames DiscussionBook::names() const
{
    return {m_workspace.everybody(), [this](const CommentSubject &subject) { return described(subject); }};
}

/// What cannot be seen is not told: of a blind article no more than its headline.
QString DiscussionBook::described(const CommentSubject &subject) const
{
    const Project *project = m_workspace.project();
    if (!project || !subject.article)
        return tr("The study");
    QStringList parts;
    for (const AnnotationId id : subject.about) {
        const auto annotation = project->store().annotation(id);
        if (!annotation || !*annotation || !m_workspace.sight().sees(**annotation))
            continue;
        parts << tr("%1, %2").arg(galley::described(m_workspace.codebook(), **annotation), m_workspace.nameOf((*annotation)->coder));
        if (parts.size() == 2)
            break;
    }
    const auto article = project->store().article(subject.article);
    parts << (article ? shortened(article->title, 80) : QString());
    return parts.join(u" · "_s);
}

} // namespace galley
