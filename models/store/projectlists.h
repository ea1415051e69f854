// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/comment.h>
#include <domain/error.h>
#include <domain/listedannotation.h>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace galley {

/// A project file, read for what goes over all of it: lists of annotations, the texts of its articles. A connection of its own, for reading
/// only, beside the project's store; of one thread, as that is.
class ProjectLists
{
public:
    static Result<ProjectLists> open(const QString &path);

    ProjectLists(ProjectLists &&) noexcept;
    ProjectLists &operator=(ProjectLists &&) noexcept;
    ~ProjectLists();

    Result<QUuid> uuid() const; ///< the same in every copy of the project
    Result<std::vector<ListedArticle>> articles() const; ///< in order of import
    Result<std::vector<Comment>> comments() const;

    /// The annotations that are wanted in reading order, by their places among these articles. `lookAtMost` other than 0 looks at no more than
    /// about so many, article by article: what such a list begins with. `goOn` is asked now and then; what was found until it says no is given back.
    Result<std::vector<ListedAnnotation>> annotations(const std::vector<ListedArticle> &articles, const AnnotationQuery &query, qint64 lookAtMost = 0,
                                                      const std::function<bool()> &goOn = {}) const;
    /// Those of these that are there, in the order asked, each with so many characters of text before and behind it.
    Result<std::vector<AnnotationInContext>> inContext(const std::vector<AnnotationId> &ids, int width) const;

    /// The texts of these articles, in UTF-8, as they lie in the file (ProjectStore::text() says whether they are what was imported); until
    /// `take` says no. `place` is among the ids; where there is no such article it is left out.
    Result<> forEachText(const std::vector<ArticleId> &ids, const std::function<bool(size_t place, std::string_view text)> &take) const;

private:
    struct Private;
    explicit ProjectLists(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace galley
