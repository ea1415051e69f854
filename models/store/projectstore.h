// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/rows.h>
#include <store/importsession.h>
#include <store/mergereport.h>

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace galley {

/// A project file: the one door to it. Reads hand out values; apply(), undo() and redo() (and an ImportSession,
/// which ends in the same history) are the only writes, each one transaction that is durable when it returns.
/// Not thread safe: one store, one thread; background work opens its own, read only.
class ProjectStore
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Makes a new file with `codebook` (ids and revision are given anew). Fails if the file exists.
    static Result<ProjectStore> create(const QString &path, const Codebook &codebook, const Stamp &stamp);
    /// Checks application id, version, schema and structure before anything is read. An older file is backed up and migrated;
    /// everything that can be wrong has an error message of its own. ReadWrite takes the single-writer lock.
    static Result<ProjectStore> open(const QString &path, Mode mode);

    ProjectStore(ProjectStore &&) noexcept;
    ProjectStore &operator=(ProjectStore &&) noexcept;
    ~ProjectStore();

    QString path() const;
    Mode mode() const;

    // -- writing -------------------------------------------------------------------------------------------------
    /// An id that no row of any kind has or will have, in this copy or another; allotted before the change, so that redo
    /// restores it. May be called on any thread.
    template<typename Tag>
    Id<Tag> allot()
    {
        return {allotted()};
    }

    /// Writes every edit and the history entry in one transaction, or nothing. An edit whose `before` is not what is stored is refused.
    Result<> apply(const Change &change, const Stamp &stamp);

    /// The newest entry made on this copy that can be taken back (restored): of that coder, or of anyone where none is named.
    Result<std::optional<Operation>> nextUndo(std::optional<CoderId> coder = std::nullopt) const;
    Result<std::optional<Operation>> nextRedo(std::optional<CoderId> coder = std::nullopt) const;
    /// Takes back that one; the change that was made by it, for whoever follows. Refused where what it did was altered since.
    Result<Change> undo(const Stamp &stamp, std::optional<CoderId> coder = std::nullopt);
    Result<Change> redo(const Stamp &stamp, std::optional<CoderId> coder = std::nullopt);
    /// Takes back any entry that is not undone, also another's or one that a merge brought: a lead's explicit act.
    Result<Change> undo(OperationId entry, const Stamp &stamp);

    /// Adds what another copy of this project holds and this one does not: the union of their entries, and the rows that follow. One
    /// transaction; one step of the history, which undo() takes back by setting aside what came. `dryRun` says what it would bring.
    /// May run on another thread, as an import does: meanwhile other writing is refused.
    Result<MergeReport> merge(const QString &other, const Stamp &stamp, bool dryRun = false);
    Result<std::vector<LookedAt>> lookedAt() const; ///< rows that copies altered without knowing of each other, still to be looked at

    /// Moves what was committed into the project file itself, so that a copy of that file alone holds it. Waits for nobody:
    /// false where a reader is in the way, or an import is going on, and some is still in the file beside it.
    Result<bool> checkpoint();

    /// While a session is open, apply, undo and redo are refused. Nothing is kept unless it is committed.
    Result<ImportSession> beginImport();

    // -- reading -------------------------------------------------------------------------------------------------
    /// From now on everything is read as it is now, whatever is written meanwhile; for a store that is open for reading only.
    Result<> holdStill();
    Result<Codebook> codebook() const;
    Result<CodebookUse> codebookUse() const; ///< looks at every annotation
    Result<std::vector<Coder>> coders() const; ///< who codes: people, not the consensus
    Result<bool> hasConsensus() const;         ///< has anything been settled in its name?
    Result<std::vector<Ruling>> rulings() const;
    Result<std::vector<Comment>> comments() const;
    Result<std::vector<StudyChoice>> studyChoices() const;
    Result<std::vector<Suggestion>> suggestions() const;                  ///< by article, in reading order
    Result<std::vector<Suggestion>> suggestions(ArticleId article) const; ///< in reading order
    Result<std::vector<Actor>> actors() const;
    /// Actors that only work uses which is not seen, sorted: their names are that work. Looks at every value.
    Result<std::vector<ActorId>> actorsUnseen(const Sight &sight) const;

    /// In order of import; annotations and progress of that coder. Coder 0: annotations of all who code, no progress.
    Result<std::vector<ArticleSummary>> articleSummaries(CoderId coder) const;
    Result<std::vector<Article>> articles() const; ///< in order of import, without their texts
    Result<Article> article(ArticleId id) const;
    Result<bool> hasAnnotations() const;
    Result<bool> hasFamilies() const; ///< are there articles of which several versions are known?
    Result<std::vector<StoredSample>> samples() const;
    Result<std::vector<CodingSet>> codingSets() const;    ///< by name
    Result<std::vector<Assignment>> assignments() const;  ///< each coder's in the order of their queue
    Result<Source> source(SourceId id) const;
    Result<QString> text(ArticleId id) const; ///< fails if it no longer has its hash
    Result<std::vector<Zone>> zones(ArticleId id) const;
    Result<std::vector<Annotation>> annotations(ArticleId id) const; ///< of all coders and the consensus, in reading order
    Result<std::optional<Annotation>> annotation(AnnotationId id) const;
    Result<std::vector<Progress>> progress(ArticleId id) const;
    Result<std::vector<Operation>> history(int limit, OperationId before = {}, const Sight &sight = {}) const; ///< newest first, of what is seen
    /// Who did something when and where, in the order of the history; what was brought in bulk is no work.
    Result<std::vector<WorkStep>> workSteps() const;

    /// Does the entry alter something in the article, or the article?
    Result<bool> touches(OperationId entry, ArticleId article) const;
    Result<bool> altersCodebook(OperationId entry) const;

    /// Streams the dataset in the order of articles, then reading order; views hold during the call only.
    Result<> forEachAnnotation(const ExportFilter &filter, const std::function<Result<>(const AnnotationRow &)> &take) const;
    Result<> forEachArticle(const std::function<Result<>(const ArticleRow &)> &take) const;
    Result<Counts> counts() const;

    /// The long check behind `galley check`: structure, foreign keys, text hashes, quotes at their offsets, history.
    Result<std::vector<Problem>> check() const;

    struct Private;
    explicit ProjectStore(std::unique_ptr<Private> d); ///< only the store makes it

private:
    qint64 allotted();
    Result<Change> reverse(OperationKind kind, const std::function<std::optional<Operation>()> &find, const QString &nothing, const Stamp &stamp);

    std::unique_ptr<Private> d;
};

} // namespace galley
