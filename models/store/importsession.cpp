// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importprivate.h"

#include "articlerows.h"
#include "articletext.h"
#include "codebookuse.h"
#include "connecting.h"
#include "edits.h"
#include "failure.h"
#include "history.h"
#include "tables.h"

#include <base/sha256.h>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

/// Adds a row whose id is new.
template<typename Row>
void insert(sql::Connection &connection, const Row &row)
{
    sql::Statement statement = connection.prepare(insertOf<Row>());
    visitFields(row, ColumnBinder(statement));
    statement.run();
}

qint64 codePointsIn(const QByteArray &utf8)
{
    return std::ranges::count_if(utf8, [](char byte) { return (byte & 0xC0) != 0x80; });
}

template<typename Row>
Row identified(Row row, decltype(Row::id) id)
{
    row.id = id;
    if (row.uuid.isNull())
        row.uuid = QUuid::createUuid();
    return row;
}

} // namespace

ImportSession::Private::Private(const QString &file, std::shared_ptr<Allotment> shared, int busyTimeout)
    : allotment(std::move(shared))
    , connection(connectTo(file, Access::Write, busyTimeout))
{
    connection->run("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
    transaction.emplace(connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
    allotment->importing = true; // last: from here on the destructor runs
}

ImportSession::Private::~Private()
{
    transaction.reset(); // rolls back unless committed
    connection.reset();
    allotment->importing = false;
}

sql::Connection &ImportSession::Private::use()
{
    if (committed)
        throw Failure(Store::tr("The import has ended already."));
    return *connection;
}

void ImportSession::Private::count(BulkTable table, qint64 id)
{
    std::vector<BulkEdit> &known = ranges[size_t(table)];
    if (!known.empty() && known.back().last + 1 == id)
        known.back().last = id;
    else
        known.push_back({table, id, id, true});
}

bool ImportSession::Private::altersOwnRow(const AnyEdit &edit) const
{
    const auto isOwn = [this](BulkTable table, qint64 id) {
        return std::ranges::any_of(ranges[size_t(table)], [=](const BulkEdit &range) { return range.first <= id && id <= range.last; });
    };
    if (const auto *progress = std::get_if<Edit<Progress>>(&edit))
        return progress->before && progress->after && isOwn(BulkTable::Progress, progress->after->id.value);
    if (const auto *annotation = std::get_if<Edit<Annotation>>(&edit))
        return annotation->before && annotation->after && isOwn(BulkTable::Annotation, annotation->after->id.value);
    if (const auto *article = std::get_if<Edit<Article>>(&edit))
        return article->before && article->after && isOwn(BulkTable::Article, article->after->id.value);
    return false;
}

Change ImportSession::Private::written(const QString &text) const
{
    Change change{text, edits, codebookName};
    for (const BulkTable table : {BulkTable::Actor, BulkTable::Article, BulkTable::Zone, BulkTable::Annotation, BulkTable::Progress}) {
        for (const BulkEdit &range : ranges[size_t(table)])
            change.edits.emplace_back(range);
    }
    return change;
}

ImportSession::ImportSession(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

ImportSession::ImportSession(ImportSession &&) noexcept = default;
ImportSession &ImportSession::operator=(ImportSession &&) noexcept = default;
ImportSession::~ImportSession() = default;

Result<std::optional<ArticleId>> ImportSession::duplicateOf(const QByteArray &textSha256, const QString &outlet)
{
    return attempt([&]() -> std::optional<ArticleId> {
        sql::Statement rows = d->use().prepare("SELECT id FROM article WHERE text_sha256 = ?1 AND deleted = 0 "
                                               "AND (outlet = ?2 OR outlet = '' OR ?2 = '') ORDER BY id LIMIT 1");
        if (!rows.with(textSha256, outlet).step())
            return std::nullopt;
        return rows.id<ArticleId>(0);
    });
}

Result<std::optional<ArticleId>> ImportSession::articleWith(const QUuid &uuid)
{
    return attempt([&]() -> std::optional<ArticleId> {
        sql::Statement rows = d->use().prepare("SELECT id FROM article WHERE uuid = ?1 AND deleted = 0");
        if (!rows.with(uuid).step())
            return std::nullopt;
        return rows.id<ArticleId>(0);
    });
}

Result<bool> ImportSession::hasAnnotation(const QUuid &uuid)
{
    return attempt([&] { return d->use().prepare("SELECT 1 FROM annotation WHERE uuid = ?1 AND deleted = 0").with(uuid).step(); });
}

Result<CodebookUse> ImportSession::codebookUse()
{
    return attempt([&] { return galley::codebookUse(d->use()); });
}

Result<std::optional<Progress>> ImportSession::progress(ArticleId article, CoderId coder)
{
    return attempt([&]() -> std::optional<Progress> {
        sql::Statement rows = d->use().prepare(
            "SELECT id, article, coder, state FROM progress WHERE article = ?1 AND coder = ?2 AND deleted = 0");
        if (!rows.with(article, coder).step())
            return std::nullopt;
        Progress row;
        visitFields(row, ColumnReader(rows));
        return row;
    });
}

Result<std::vector<Progress>> ImportSession::progress(ArticleId article)
{
    return attempt([&] { return progressIn(d->use(), article); });
}

Result<std::vector<Annotation>> ImportSession::annotations(ArticleId article)
{
    return attempt([&] { return annotationsIn(d->use(), article); });
}

Result<> ImportSession::forEachOrigin(const std::function<void(const Article &, const QString &path)> &take)
{
    return attempt([&] {
        sql::Statement rows = d->use().prepare(
            "SELECT article.id, title, outlet, url, fields ->> '$.id', source.path FROM article "
            "LEFT JOIN source ON source.id = article.source WHERE deleted = 0 ORDER BY article.id");
        while (rows.step()) {
            Article article;
            article.id = rows.id<ArticleId>(0);
            article.title = rows.text(1);
            article.outlet = rows.text(2);
            article.url = rows.text(3);
            if (!rows.isNull(4))
                article.fields.insert(QStringLiteral("id"), rows.text(4));
            take(article, rows.text(5));
        }
    });
}

Result<SourceId> ImportSession::add(const Source &source)
{
    return attempt([&] {
        const SourceId id = d->allotment->next<SourceTag>();
        d->use().prepare("INSERT INTO source (id, path, sha256, encoding) VALUES (?, ?, ?, ?)")
            .with(id, source.path, source.sha256, source.encoding).run();
        return id;
    });
}

Result<> ImportSession::set(const Source &source)
{
    return attempt([&] {
        d->use().prepare("UPDATE source SET path = ?2, sha256 = ?3, encoding = ?4 WHERE id = ?1")
            .with(source.id, source.path, source.sha256, source.encoding).run();
    });
}

Result<ArticleId> ImportSession::add(const Article &article, const QByteArray &text, const std::vector<Zone> &zones)
{
    return attempt([&] {
        sql::Connection &connection = d->use();
        if (text.contains('\0'))
            throw Failure(Store::tr("The text contains the character U+0000."));
        Article row = identified(article, d->allotment->next<ArticleTag>());
        if (row.textSha256.isEmpty())
            row.textSha256 = sha256Of(text);
        if (row.length == 0)
            row.length = codePointsIn(text);
        insert(connection, row);
        sql::Statement body = connection.prepare("INSERT INTO article_text (article, body) VALUES (?, ?)");
        body.with(row.id);
        body.bindKept({text.constData(), size_t(text.size())});
        body.run();
        d->count(BulkTable::Article, row.id.value);
        for (Zone zone : zones) {
            zone.id = d->allotment->next<ZoneTag>();
            zone.article = row.id;
            insert(connection, zone);
            d->count(BulkTable::Zone, zone.id.value);
        }
        return row.id;
    });
}

Result<AnnotationId> ImportSession::add(const Annotation &annotation)
{
    return attempt([&] {
        const Annotation row = identified(annotation, d->allotment->next<AnnotationTag>());
        insert(d->use(), row);
        putValues(d->use(), row.id, row.values);
        d->count(BulkTable::Annotation, row.id.value);
        return row.id;
    });
}

Result<ActorId> ImportSession::add(const Actor &actor)
{
    return attempt([&] {
        const Actor row = identified(actor, d->allotment->next<ActorTag>());
        insert(d->use(), row);
        d->count(BulkTable::Actor, row.id.value);
        return row.id;
    });
}

Result<> ImportSession::add(const Progress &progress)
{
    return attempt([&] {
        Progress row = progress;
        row.id = d->allotment->next<ProgressTag>();
        insert(d->use(), row);
        d->count(BulkTable::Progress, row.id.value);
    });
}

Result<> ImportSession::link(ArticleId own, const QUuid &family, const QUuid &revises)
{
    return attempt([&] {
        d->use().prepare("UPDATE article SET family = (SELECT id FROM article WHERE uuid = ?2 AND deleted = 0), "
                         "revises = (SELECT id FROM article WHERE uuid = ?3 AND deleted = 0) WHERE id = ?1")
            .with(own, family, revises).run();
    });
}

Result<> ImportSession::link(AnnotationId own, const QUuid &origin)
{
    return attempt([&] {
        d->use().prepare("UPDATE annotation SET origin = (SELECT id FROM annotation WHERE uuid = ?2 AND deleted = 0) WHERE id = ?1")
            .with(own, origin).run();
    });
}

Result<> ImportSession::apply(const AnyEdit &edit)
{
    return attempt([&] {
        write(d->use(), edit);
        if (!d->altersOwnRow(edit)) // which the history knows as added, in its last state
            d->edits.push_back(edit);
    });
}

Result<> ImportSession::renameCodebook(const Edit<QString> &name)
{
    return attempt([&] {
        d->use();
        d->codebookName = name;
    });
}

void ImportSession::setRevision(int revision)
{
    d->revision = revision;
}

template<typename Tag>
Id<Tag> ImportSession::allot()
{
    return d->allotment->next<Tag>();
}

template Id<LayerTag> ImportSession::allot();
template Id<VariableTag> ImportSession::allot();
template Id<CodeTag> ImportSession::allot();
template Id<CoderTag> ImportSession::allot();
template Id<ProgressTag> ImportSession::allot();
template Id<SampleTag> ImportSession::allot();

Result<QString> ImportSession::text(ArticleId id)
{
    return attempt([&] { return articleText(d->use(), id); });
}

Result<Change> ImportSession::commit(const QString &text, const Stamp &stamp)
{
    return attempt([&] {
        sql::Connection &connection = d->use();
        const Change change = d->written(text);
        if (!change.isEmpty()) {
            if (altersCodebook(change))
                recordCodebookRevision(connection, change, d->revision, stamp);
            appendDone(connection, change, stamp);
            d->transaction->commit();
        }
        d->committed = true;
        d->transaction.reset();
        d->connection.reset();
        d->allotment->importing = false;
        return change;
    });
}

} // namespace galley
