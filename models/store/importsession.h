// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QByteArray>

#include <memory>
#include <vector>

namespace galley {

/// A bulk write: one transaction, one history entry, however many rows. Rolls back unless committed.
/// It must not outlive its ProjectStore.
class ImportSession
{
public:
    struct Private;
    explicit ImportSession(std::unique_ptr<Private> d);
    ImportSession(ImportSession &&) noexcept;
    ImportSession &operator=(ImportSession &&) noexcept;
    ~ImportSession();

    /// An article that is already there: the same text, and no other outlet stated.
    Result<std::optional<ArticleId>> duplicateOf(const QByteArray &textSha256, const QString &outlet);
    Result<std::optional<ArticleId>> articleWith(const QUuid &uuid); ///< also a removed one's id
    Result<bool> hasAnnotation(const QUuid &uuid);

    Result<SourceId> add(Source source);
    /// `text` is UTF-8 and becomes immutable; the zones' ids and articles are filled in.
    Result<ArticleId> add(Article article, const QByteArray &text, std::vector<Zone> zones);
    Result<AnnotationId> add(Annotation annotation);
    Result<ActorId> add(Actor actor);
    Result<> add(Progress progress);
    /// Few rows that the import brings along (codebook, coders) go into the history row by row.
    Result<> apply(const AnyEdit &edit);

    Result<QString> text(ArticleId id); ///< of an article in the file or of one just added

    /// Ends it with one history entry. A session that added nothing leaves no entry and gives an empty change.
    Result<Change> commit(const QString &text, const Stamp &stamp);

private:
    std::unique_ptr<Private> d;
};

} // namespace galley
