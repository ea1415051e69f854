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
#include "standanew.h"
#include "tables.h"

#include <base/sha256.h>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

/// Adds a row, or puts it in the place of a hidden one of its id: what was imported, undone and is imported again is one thing.
template<typename Row>
void insert(sql::Connection &connection, const Row &row)
{
    if (putNew(connection, row)) // nearly always: that is not looked up first
        return;
    if constexpr (requires { row.uuid; }) {
        static const std::string query = std::string("SELECT 1 FROM ") + RowKind<Row>::table + " WHERE id = ?1 AND deleted = 0";
        if (sql::Statement other = connection.prepare(query); other.with(row.id).step())
            throw Failure(Store::tr("There is another row of this id in the project."), QStringLiteral("%1 %2").arg(QLatin1StringView(RowKind<Row>::table)).arg(row.id.value));
    }
    put(connection, row);
}

template<typename Row>
constexpr size_t kindOf(const Edit<Row> &)
{
    return RowKinds::index<Row>();
}

qint64 codePointsIn(const QByteArray &utf8)
{
    return std::ranges::count_if(utf8, [](char byte) { return (byte & 0xC0) != 0x80; });
}

template<typename Row>
Row identified(Row row, qint64 otherwise)
{
    row.id = {row.uuid.isNull() ? otherwise : idOf(row.uuid)};
    if (row.uuid.isNull())
        row.uuid = uuidOf(row.id.value);
    return row;
}

} // namespace

ImportSession::Private::Private(const QString &file, std::shared_ptr<Allotment> shared, int busyTimeout)
    : allotment(std::move(shared))
    , connection(connectTo(file, Access::Write, busyTimeout))
{
    connection->run("PRAGMA synchronous = FULL; PRAGMA cache_size = -262144");
    transaction.emplace(connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
    position = nextTime(*connection) << 20;
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

void ImportSession::Private::count(size_t kind, qint64 id)
{
    std::vector<IdRun> &known = runs[kind];
    own[kind].insert(id);
    if (!known.empty() && known.back().first + known.back().count == id)
        ++known.back().count;
    else
        known.push_back({id, 1});
}

bool ImportSession::Private::altersOwnRow(const AnyEdit &edit) const
{
    return std::visit([this]<typename T>(const T &any) {
        if constexpr (std::is_same_v<T, BulkEdit>)
            return false;
        else
            return any.before && any.after && own[kindOf(any)].contains(any.after->id.value);
    }, edit);
}

Change ImportSession::Private::written(const QString &text) const
{
    Change change{text, edits, codebookName};
    for (const size_t kind : {RowKinds::index<Actor>(), RowKinds::index<Article>(), RowKinds::index<Zone>(), RowKinds::index<Annotation>(), RowKinds::index<Progress>()}) {
        if (!runs[kind].empty())
            change.edits.emplace_back(BulkEdit{kind, runs[kind], true});
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
                                               "AND (outlet = ?2 OR outlet = '' OR ?2 = '') ORDER BY position, id LIMIT 1");
        if (!rows.with(textSha256, outlet).step())
            return std::nullopt;
        return rows.id<ArticleId>(0);
    });
}

Result<std::optional<ArticleId>> ImportSession::articleWith(const QUuid &uuid)
{
    return attempt([&]() -> std::optional<ArticleId> {
        sql::Statement rows = d->use().prepare("SELECT id FROM article WHERE id = ?1 AND deleted = 0");
        if (!rows.with(idOf(uuid)).step())
            return std::nullopt;
        return rows.id<ArticleId>(0);
    });
}

Result<bool> ImportSession::hadOtherText(const QUuid &article, const QByteArray &textSha256)
{
    return attempt([&] {
        return d->use().prepare("SELECT 1 FROM article WHERE id = ?1 AND text_sha256 <> ?2").with(idOf(article), textSha256).step();
    });
}

Result<std::optional<Annotation>> ImportSession::annotation(const QUuid &uuid)
{
    return attempt([&] { return stored<Annotation>(d->use(), AnnotationId{idOf(uuid)}); });
}

Result<RevisionId> ImportSession::revision(int number)
{
    return attempt([&] {
        sql::Statement row = d->use().prepare("SELECT id FROM codebook_revision WHERE number = ?1");
        if (row.with(number).step())
            return row.id<RevisionId>(0);
        const RevisionId id{idFrom({u"stated revision", QString::number(number)})};
        d->use().prepare("INSERT INTO codebook_revision (id, number, name, created, text) VALUES (?, ?, '', ?, ?)")
            .with(id, number, QDateTime::currentDateTimeUtc(), Store::tr("As stated by annotations that were imported")).run();
        return id;
    });
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
        readRow(rows, row);
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

Result<> ImportSession::forEachOrigin(const std::function<bool(const Article &, const QString &path)> &take)
{
    return attempt([&] {
        sql::Statement rows = d->use().prepare(
            "SELECT article.id, title, outlet, url, fields ->> '$.id', source.path FROM article "
            "LEFT JOIN source ON source.id = article.source WHERE deleted = 0 ORDER BY position, article.id");
        while (rows.step()) {
            Article article;
            article.id = rows.id<ArticleId>(0);
            article.title = rows.text(1);
            article.outlet = rows.text(2);
            article.url = rows.text(3);
            if (!rows.isNull(4))
                article.fields.insert(QStringLiteral("id"), rows.text(4));
            if (!take(article, rows.text(5)))
                break;
        }
    });
}

Result<SourceId> ImportSession::add(const Source &source)
{
    return attempt([&] {
        const SourceId id = SourceId{d->allotment->next()};
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
        Article row = identified(article, d->allotment->next());
        row.position = d->position++;
        if (row.textSha256.isEmpty())
            row.textSha256 = sha256Of(text);
        if (row.length == 0)
            row.length = codePointsIn(text);
        insert(connection, row);
        sql::Statement body = connection.prepare("INSERT INTO article_text (article, body) VALUES (?, ?) ON CONFLICT (article) DO NOTHING");
        body.with(row.id);
        body.bindKept({text.constData(), size_t(text.size())});
        body.run();
        d->count(RowKinds::index<Article>(), row.id.value);
        qint64 next = idFrom({u"zones", QString::number(row.id.value)}); // by nature: each copy that reads the article finds the same
        for (Zone zone : zones) {
            zone.id = {next++};
            zone.article = row.id;
            insert(connection, zone);
            d->count(RowKinds::index<Zone>(), zone.id.value);
        }
        return row.id;
    });
}

Result<AnnotationId> ImportSession::add(const Annotation &annotation)
{
    return attempt([&] {
        const Annotation row = identified(annotation, d->allotment->next());
        insert(d->use(), row);
        d->count(RowKinds::index<Annotation>(), row.id.value);
        return row.id;
    });
}

Result<ActorId> ImportSession::add(const Actor &actor)
{
    return attempt([&] {
        const ActorId named = actorId(actor.name);
        const bool taken = stored<Actor>(d->use(), named).has_value(); // by one that has another name now
        const Actor row = identified(actor, taken ? d->allotment->next() : named.value);
        insert(d->use(), row);
        d->count(RowKinds::index<Actor>(), row.id.value);
        return row.id;
    });
}

Result<> ImportSession::add(const Progress &progress)
{
    return attempt([&] {
        Progress row = progress;
        row.id = progressId(row.article, row.coder);
        insert(d->use(), row);
        d->count(RowKinds::index<Progress>(), row.id.value);
    });
}

Result<> ImportSession::link(ArticleId own, const QUuid &family, const QUuid &revises)
{
    return attempt([&] {
        d->use().prepare("UPDATE article SET family = (SELECT id FROM article WHERE id = ?2 AND deleted = 0), "
                         "revises = (SELECT id FROM article WHERE id = ?3 AND deleted = 0) WHERE id = ?1")
            .with(own, idOf(family), idOf(revises)).run();
    });
}

Result<> ImportSession::link(AnnotationId own, const QUuid &origin)
{
    return attempt([&] {
        d->use().prepare("UPDATE annotation SET origin = (SELECT id FROM annotation WHERE id = ?2 AND deleted = 0) WHERE id = ?1")
            .with(own, idOf(origin)).run();
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

Result<RevisionId> ImportSession::recordRevision(const Change &change, std::optional<int> number, const QDateTime &at)
{
    return attempt([&] {
        recordCodebookRevision(d->use(), change, number, {{}, at});
        return currentRevision(d->use()).id;
    });
}

qint64 ImportSession::allotted()
{
    return d->allotment->next();
}

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
                recordCodebookRevision(connection, change, std::nullopt, stamp);
            appendDone(connection, change, {d->allotment->copy, stamp});
            decideAnew(connection, change);
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
