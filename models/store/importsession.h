// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/rows.h>

#include <QByteArray>

#include <memory>
#include <vector>

namespace galley {

/// A bulk write: one transaction, one history entry, however many rows. Rolls back unless committed.
/// It has its own connection: it may be moved to another thread and used there while the store goes on reading
/// what was there before. It must not outlive its ProjectStore.
class ImportSession
{
public:
    struct Private;
    explicit ImportSession(std::unique_ptr<Private> d);
    ImportSession(ImportSession &&) noexcept;
    ImportSession &operator=(ImportSession &&) noexcept;
    ~ImportSession();

    /// An article that is already there: the same text, and not another outlet stated by both.
    Result<std::optional<ArticleId>> duplicateOf(const QByteArray &textSha256, const QString &outlet);
    Result<std::optional<ArticleId>> articleWith(const QUuid &uuid); ///< that is not removed
    /// Is there or was there an article of this UUID with another text?
    Result<bool> hadOtherText(const QUuid &article, const QByteArray &textSha256);
    Result<std::optional<Annotation>> annotation(const QUuid &uuid); ///< that is not removed
    Result<RevisionId> revision(int number); ///< of the codebook; made known where there is none of that number
    Result<CodebookUse> codebookUse();
    Result<std::optional<Progress>> progress(ArticleId article, CoderId coder);
    Result<std::vector<Progress>> progress(ArticleId article);
    Result<std::vector<Annotation>> annotations(ArticleId article); ///< in reading order
    /// Every article there is, in order of import, with the path of the file it came from. Of the article only what could
    /// tell it from others is filled in: id, title, outlet, url and the field "id". It ends where `take` gives false.
    Result<> forEachOrigin(const std::function<bool(const Article &, const QString &path)> &take);

    Result<SourceId> add(const Source &source);
    Result<> set(const Source &source); ///< what is known of it only when it has been read
    /// `text` is UTF-8 without U+0000 and becomes immutable; length and hash of the article are filled in where they are missing.
    Result<ArticleId> add(const Article &article, const QByteArray &text, const std::vector<Zone> &zones);
    Result<AnnotationId> add(const Annotation &annotation);
    Result<ActorId> add(const Actor &actor);
    Result<> add(const Progress &progress);
    /// How a row just added hangs together with others, named by their UUIDs; what is not in the project is left out.
    Result<> link(ArticleId own, const QUuid &family, const QUuid &revises);
    Result<> link(AnnotationId own, const QUuid &origin);
    /// Few rows that the import brings along (codebook, coders) go into the history row by row.
    Result<> apply(const AnyEdit &edit);
    Result<> renameCodebook(const Edit<QString> &name);
    /// The revision that the codebook's rows make now, so that annotations can name it; with that number where one is stated.
    Result<RevisionId> recordRevision(const Change &change, std::optional<int> number, const QDateTime &at);

    template<typename Tag>
    Id<Tag> allot() ///< as ProjectStore's
    {
        return {allotted()};
    }

    Result<QString> text(ArticleId id); ///< of an article in the file or of one just added

    /// Ends it with one history entry. A session that added nothing leaves no entry and gives an empty change.
    Result<Change> commit(const QString &text, const Stamp &stamp);

private:
    qint64 allotted();

    std::unique_ptr<Private> d;
};

} // namespace galley
