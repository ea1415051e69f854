// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importing.h"

#include <domain/textpositions.h>

#include <QCache>
#include <QCoreApplication>
#include <QHash>

namespace galley {

/// Where an import's user texts are translated.
struct Importing
{
    Q_DECLARE_TR_FUNCTIONS(Importing)
};

/// What an import knows while it goes on. Result errors end it; note() is for what only one record suffers from.
struct Importer::Private
{
    struct KnownText
    {
        QString text;
        TextPositions positions;
        QString sha256;
        qint64 owner; ///< as which it has annotations, for idWithin()
    };

    Private(ImportSession opened, const ImportOptions &with);

    Result<> takeRecord(const ReadRecord &record);
    Result<> take(const ReadArticle &read);
    Result<> take(const ReadCoder &read);
    Result<> take(const ReadAnnotation &read);
    Result<> take(const ReadProgress &read);
    Result<> take(const ReadCodebook &read);
    Result<> take(const ReadSample &read);
    Result<> take(const ReadProblem &problem);
    Result<> take(const ReadLeftOut &leftOut);

    void addUp(const LeftOutText &what);
    void note(const QString &reason, bool remark = false);
    void skip(const Article &article, SkipReason why);
    Result<SourceId> sourceOf(const ReadArticle &read);
    /// Where a record states no id, what it says makes one, so that the same file again adds nothing;
    /// a row that stands twice in a file counts twice.
    QUuid uuidFor(const ReadAnnotation &read, const Annotation &annotation, const KnownText &text);
    Result<> meet(const ReadAnnotation &read, const Annotation &known);
    QString principalPath(const ReadAnnotation &read, const Layer &layer) const;
    Result<> store(const ReadArticle &read, const QByteArray &utf8);
    void list(const ReadArticle &read, const Article &article, const std::vector<Zone> &zones);
    Result<> takeCoded(const ReadAnnotation &read, ArticleId article, Layer layer, CoderId coder, const KnownText &text);
    Result<> apply(const Change &change);
    /// The article of which this is a corrected text; 0 where it is a new one.
    Result<ArticleId> earlierVersion(const ReadArticle &read, std::optional<ArticleId> sameUuid);
    void remember(ArticleId id, const Article &article, const QString &path);
    Result<> carryOver(ArticleId before, ArticleId after, const QString &title, const QString &text);
    Result<> moveProgress(ArticleId before, ArticleId after);
    Result<> linkKin(); ///< when all rows are there

    /// nullopt: no such article; then it is noted, or tried again at the end of the file.
    Result<std::optional<ArticleId>> articleReferred(const QString &reference);
    Result<CoderId> coderReferred(const QString &reference); ///< 0: it is noted
    Result<ActorId> actorNamed(const QString &name);
    // Errors of these four are of the record, unless they are the project's.
    Result<CodeId> codeReferred(const Layer &layer, VariableId variable, const QString &path);
    Result<CodeId> principalCode(const Layer &layer, const QString &path);
    Result<Value> valueOf(const Layer &layer, const Variable &variable, const QString &written);
    Result<std::vector<VariableValue>> valuesOf(const ReadAnnotation &read, const Layer &layer, const KnownText &text);
    Result<const KnownText *> textOf(ArticleId id);

    ImportSession session;
    ImportOptions options;
    Codebook codebook;
    bool codebookIsUntouched = false;
    std::vector<StoredSample> samples;
    std::vector<Coder> coders;
    QHash<QString, CoderId> coderKeys; ///< uuids that files state for coders known by name
    QHash<QString, ActorId> actors;    ///< by name, case aside
    QHash<std::pair<qint64, QString>, CodeId> codes; ///< by variable and path, as far as asked for
    QCache<qint64, KnownText> texts{1 << 24};        ///< cost: UTF-16 units
    /// By which a corrected text is recognised: of the articles there were before, each in its newest version. Two texts of
    /// one import may have a headline in common and be two articles.
    QHash<QString, ArticleId> identities;
    QHash<qint64, int> repeats; ///< by the id that annotations without one of their own follow to, in this file
    QStringList ambiguousDates, strangeDates; ///< of articles of this file
    int number = 0;                     ///< of its articles so far
    QString doubted;                    ///< of the article at work, see ImportedArticle
    QDateTime now;

    Source source;
    int line = 0;
    bool repeating = false;                    ///< at the end of the file
    QHash<QString, ArticleId> articles;        ///< of this file, by key
    QSet<ArticleId> sharedArticles;            ///< that came with codings of several files
    std::vector<std::tuple<ArticleId, QUuid, QUuid>> kin; ///< articles with the lead of their family and what they revise
    std::vector<std::pair<AnnotationId, QUuid>> origins;  ///< of annotations that were carried over
    std::vector<ReadRecord> waiting;           ///< for articles further down in this file
    ImportReport report;
};

} // namespace galley
