// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <readers/reader.h>
#include <store/projectstore.h>

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>

namespace galley {

/// What somebody says of an article before it comes in.
struct ArticleDecision
{
    bool wanted = true;
    std::optional<QString> title, outlet, published; ///< in the place of what its source says
    std::optional<bool> revision; ///< is it the corrected text of the article that has its id? Where that is doubtful it is none.

    bool operator==(const ArticleDecision &) const = default;
};

struct ImportOptions
{
    CoderId coder = {};             ///< of annotations that name none
    bool addCodes = false;          ///< make codes that the codebook does not have, instead of refusing their annotations
    QSet<QByteArray> takenIn = {}; ///< passages that are to be in their article's text though their reader left them out
    QList<LeftOutReason> takenInFor = {}; ///< likewise what reads like prose and was left out for one of these
    QHash<QByteArray, ArticleDecision> decisions = {}; ///< by keyOfArticle()
    bool sameIdIsRevision = false; ///< an article with the id of one that is there is its corrected text, however few words they share
    bool lists = false; ///< what comes in is to be seen, article by article
    bool replaceUntouchedCodebook = true; ///< a codebook that comes along takes the place of one nothing was coded or changed in
};

enum class SkipReason { AlreadyThere, Duplicate, Empty, Unwanted };

/// An article that was left out on purpose.
struct ImportSkip
{
    QString file;
    int line = 0;
    QString title;
    SkipReason why = SkipReason::Empty;
    QString reason; ///< in words
};

/// Something that could not be taken, or is to be told about what was.
struct ImportFailure
{
    QString file;
    int line = 0; ///< 0 where lines mean nothing
    QString reason;
    bool remark = false; ///< nothing is missing
};

/// A file that does not say what it is encoded in. Its texts may read wrong, and stay as they were stored.
struct ImportGuess
{
    QString file;
    QString encoding;
};

/// An article that came in with a corrected text, and what became of the annotations of the text before.
struct ImportRevision
{
    QString file;
    int line = 0;
    QString title;
    ArticleId before, after;
    int same = 0;  ///< annotations at the same offsets
    int moved = 0; ///< found again elsewhere, or with slightly other words
    std::vector<QString> ambiguous, gone; ///< quotes of those that stay with the text before, to be looked at
};

/// "“Title” has a corrected text: 3 annotations stay as they are, 1 moved, 2 are to be looked at"
QString summaryOf(const ImportRevision &revision);

/// An article that comes in, as a preview shows it; beyond the first thousand without further fields, and in short.
struct ImportedArticle
{
    /// Beyond the first thousand only what reads like prose.
    struct LeftOut
    {
        LeftOutText what;
        QByteArray key; ///< as keyOf() has it
    };

    QString file;
    int line = 0;
    Article article;
    std::vector<ZoneKind> parts; ///< in reading order
    QString beginning;           ///< of the text
    bool revision = false;       ///< a corrected text of an article that is there
    std::vector<LeftOut> leftOut = {};
    int number = 0;              ///< in its file, from 1
    QString doubted = {};        ///< the title of the article that has its id and few words in common with it: is it its corrected text?
};

/// Dates of a file that can be read with the day or with the month first.
struct AmbiguousDates
{
    int count = 0;
    QString example;
};

/// What an article's source, or a file beside all its articles, holds and the project does not.
struct ImportLeftOut
{
    QString file;
    int line = 0;
    QString title; ///< empty: of the file
    std::vector<LeftOutText> what; ///< all of it
};

/// "3 paragraphs marked as for subscribers only, 9,014 characters"
QString summaryOf(const LeftOutText &leftOut);

struct ImportReport
{
    Change change; ///< for Project::announce; empty where nothing was new
    int articles = 0;
    int annotations = 0;
    int annotationsAlreadyThere = 0;
    QMap<QString, int> annotationsBy; ///< by the names of their coders
    int coders = 0;
    int actors = 0;
    int codes = 0; ///< added to or altered in the codebook
    std::shared_ptr<std::vector<ImportedArticle>> listed = std::make_shared<std::vector<ImportedArticle>>(); ///< where ImportOptions::lists asks for it
    std::vector<ImportSkip> skipped;
    std::vector<ImportFailure> failures;
    std::vector<ImportRevision> revisions;
    std::vector<ImportLeftOut> leftOut; ///< where something reads like prose, or is of no article
    std::vector<LeftOutText> leftOutInAll; ///< by reason, of all articles and files
    QStringList encodings; ///< of the files that articles came from, each once
    QMap<QString, QString> encodingOf; ///< by file
    AmbiguousDates ambiguousDates; ///< of all files
    std::vector<ImportGuess> guesses; ///< of files that articles came from

    qsizetype losses() const { return std::ranges::count(failures, false, &ImportFailure::remark); } ///< failures that are no remarks
};

/// Names an article of a file, for ImportOptions::decisions: it keeps its name while the file is read in another way.
QByteArray keyOfArticle(const QString &file, int number);

/// Names a passage that was left out, for ImportOptions::takenIn.
QByteArray keyOf(const QString &file, int line, const LeftPassage &passage);

/// Takes what readers read into a project, record by record, as one undo step. What cannot be taken is noted and the rest comes in;
/// only an Error (the file cannot be written) ends it. Dropped before finish(), it leaves nothing behind.
/// It may be moved to another thread and used there; it must not outlive the store.
class Importer
{
public:
    static Result<Importer> begin(ProjectStore &store, const ImportOptions &options);
    /// The same for other threads, as it reads of every article: what is written goes by `session`, what is there is read from
    /// `reading`, which is opened there. Where it is to go on no longer it fails.
    static Result<Importer> begin(ImportSession session, const ProjectStore &reading, const ImportOptions &options, const std::function<bool()> &goOn);
    Importer(Importer &&) noexcept;
    Importer &operator=(Importer &&) noexcept;
    ~Importer();

    /// Who made annotations that name no coder: the coder of this name, added as part of the import if there is none yet.
    Result<CoderId> codeAs(const QString &name);
    void beginFile(const QString &path);
    Result<> take(const ReadRecord &record);
    /// The file is read to its end, or as far as it could be: `info` is then the reader's error.
    Result<> endFile(const Result<ReadInfo> &info);

    const ImportReport &report() const; ///< so far

    /// Makes it durable. `text` is for the history; empty: "Import 3 articles".
    Result<ImportReport> finish(const Stamp &stamp, const QString &text = {});

    struct Private;
    explicit Importer(std::unique_ptr<Private> d); ///< only begin() makes it

private:
    std::unique_ptr<Private> d;
};

} // namespace galley
