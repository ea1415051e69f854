// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectlists.h"

#include "annotationlist.h"
#include "failure.h"
#include "openfile.h"
#include "tables.h"

namespace galley {

struct ProjectLists::Private
{
    OpenFile file;

    sql::Connection &connection() { return *file.connection; }
};

ProjectLists::ProjectLists(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

ProjectLists::ProjectLists(ProjectLists &&) noexcept = default;
ProjectLists &ProjectLists::operator=(ProjectLists &&) noexcept = default;
ProjectLists::~ProjectLists() = default;

/// Whoever has it open has looked at its structure; this is one more connection of theirs.
Result<ProjectLists> ProjectLists::open(const QString &path)
{
    return attempt([&] { return ProjectLists(std::make_unique<Private>(openFile(path, ProjectStore::Mode::ReadOnly, {.checkedAtOnce = 0}))); });
}

Result<QUuid> ProjectLists::uuid() const
{
    return attempt([&] { return QUuid::fromString(d->connection().word("SELECT value FROM meta WHERE key = 'uuid'")); });
}

Result<std::vector<ListedArticle>> ProjectLists::articles() const
{
    return attempt([&] { return listedArticles(d->connection()); });
}

Result<std::vector<Comment>> ProjectLists::comments() const
{
    return attempt([&] { return allStored<Comment>(d->connection()); });
}

Result<std::vector<ListedAnnotation>> ProjectLists::annotations(const std::vector<ListedArticle> &articles, const AnnotationQuery &query, qint64 lookAtMost,
                                                                const std::function<bool()> &goOn) const
{
    return attempt([&] { return annotationList(d->connection(), articles, query, lookAtMost, goOn); });
}

Result<std::vector<AnnotationInContext>> ProjectLists::inContext(const std::vector<AnnotationId> &ids, int width) const
{
    return attempt([&] { return annotationsInContext(d->connection(), ids, width); });
}

Result<> ProjectLists::forEachText(const std::vector<ArticleId> &ids, const std::function<bool(size_t place, std::string_view text)> &take) const
{
    return attempt([&] {
        sql::Statement rows = d->connection().prepare("SELECT body FROM article_text WHERE article = ?1");
        for (size_t place = 0; place < ids.size(); ++place) {
            if (rows.with(ids[place]).step() && !take(place, rows.utf8(0)))
                return;
        }
    });
}

} // namespace galley
