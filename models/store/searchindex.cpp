// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchindex.h"

#include "failure.h"
#include "searchexpression.h"
#include "searchtokens.h"
#include "sql.h"

#include <domain/passage.h>

#include <QDir>
#include <QFile>

#include <SQLiteCpp/Transaction.h>

#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>

namespace galley {

using namespace Qt::StringLiterals;

fts5_api *fts5Of(sqlite3 *handle); // searchtokens.cpp

namespace {

constexpr int indexVersion = 1;
constexpr int indexTimeout = 3000; ///< ms
constexpr qint64 indexedAtOnce = 500; ///< articles in a transaction: what is done when somebody cancels

enum IndexColumn { TitleColumn, OutletColumn, TextColumn };

/// What an entry was made of beside the text, which never changes: the same number in every run, as qHash is not (Fowler–Noll–Vo 1a).
qint64 keyOf(const ListedArticle &article)
{
    quint64 key = 0xcbf29ce484222325u;
    const auto add = [&](char16_t unit) { key = (key ^ unit) * 0x100000001b3u; };
    for (const QChar unit : article.title)
        add(unit.unicode());
    add(u'\n');
    for (const QChar unit : article.outlet)
        add(unit.unicode());
    return qint64(key);
}

/// What FTS5 tells of a row while a query stands on it.
struct Telling
{
    IndexedHits hits;
};

void tellPlaces(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int, sqlite3_value **)
{
    IndexedHits &hits = static_cast<Telling *>(api->xUserData(row))->hits;
    int number = 0, words = 0;
    api->xInstCount(row, &number);
    for (int at = 0; at < number; ++at) {
        int phrase = 0, column = 0, first = 0;
        if (api->xInst(row, at, &phrase, &column, &first) != SQLITE_OK)
            continue;
        auto &runs = column == TitleColumn ? hits.title : column == OutletColumn ? hits.outlet : hits.text;
        runs.push_back({first, std::max(1, api->xPhraseSize(row, phrase))});
    }
    api->xColumnSize(row, TextColumn, &words);
    hits.words = words;
    sqlite3_result_null(result);
}

/// Sorted, and without those that lie within another: "climate" in "climate change" is one hit where both are looked for.
void tidy(std::vector<WordRun> &runs)
{
    std::ranges::sort(runs, [](const WordRun &a, const WordRun &b) { return a.first != b.first ? a.first < b.first : a.count > b.count; });
    std::vector<WordRun> outer;
    for (const WordRun &run : runs) {
        if (outer.empty() || run.first + run.count > outer.back().first + outer.back().count)
            outer.push_back(run);
    }
    runs = std::move(outer);
}

std::unique_ptr<sql::Connection> indexAt(const std::string &file)
{
    auto connection = std::make_unique<sql::Connection>(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, indexTimeout);
    // What is lost is made again, so nothing waits for the disk.
    connection->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768; PRAGMA mmap_size = 0");
    return connection;
}

void makeIndexTables(sql::Connection &connection)
{
    connection.run(("CREATE TABLE entry (row INTEGER PRIMARY KEY, article INTEGER NOT NULL UNIQUE, key INTEGER NOT NULL) STRICT;"
                    "CREATE VIRTUAL TABLE word USING fts5(title, outlet, text, content='', contentless_delete=1, tokenize='"
                    + std::string(SearchTokens::name) + "'); PRAGMA user_version = " + std::to_string(indexVersion))
                       .c_str());
}

void removeIndex(const QString &file)
{
    for (const QString &part : {file, file + u"-wal"_s, file + u"-shm"_s})
        QFile::remove(part);
}

} // namespace

struct SearchIndex::Private
{
    struct Entry
    {
        qint64 row;
        qint64 key;
    };

    explicit Private(std::unique_ptr<sql::Connection> opened)
        : connection(std::move(opened))
        , tokens(*connection)
    {
        fts5_api *api = fts5Of(connection->handle());
        api->xCreateFunction(api, "places", &telling, tellPlaces, nullptr);
        if (connection->number("PRAGMA user_version") != indexVersion) {
            SQLite::Transaction transaction(connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
            if (connection->number("PRAGMA user_version") != indexVersion) // another program may just have made it
                makeIndexTables(*connection); // fails where it is of another version: it is then made anew
            transaction.commit();
        }
        read();
    }

    /// What another program has taken in meanwhile is known, too.
    void refresh()
    {
        if (connection->number("PRAGMA data_version") != state)
            read();
    }

    void read()
    {
        state = connection->number("PRAGMA data_version");
        entries.clear();
        articles.clear();
        last = 0;
        sql::Statement rows = connection->prepare("SELECT row, article, key FROM entry");
        while (rows.step())
            note(rows.integer(0), rows.id<ArticleId>(1), rows.integer(2));
    }

    bool has(const ListedArticle &article) const
    {
        const auto known = entries.find(article.id);
        return known != entries.end() && known->second.key == keyOf(article);
    }

    void note(qint64 row, ArticleId article, qint64 key)
    {
        entries[article] = {row, key};
        articles[row] = article;
        last = std::max(last, row);
    }

    void put(const ListedArticle &article, std::string_view text)
    {
        const auto known = entries.find(article.id);
        const qint64 row = known == entries.end() ? last + 1 : known->second.row;
        if (known != entries.end())
            connection->prepare("DELETE FROM word WHERE rowid = ?1").with(row).run();
        sql::Statement words = connection->prepare("INSERT INTO word (rowid, title, outlet, text) VALUES (?1, ?2, ?3, ?4)");
        words.with(row, article.title, article.outlet);
        words.bindKept(text);
        words.run();
        connection->prepare("INSERT INTO entry (row, article, key) VALUES (?1, ?2, ?3) ON CONFLICT (row) DO UPDATE SET key = excluded.key")
            .with(row, article.id, keyOf(article)).run();
        note(row, article.id, keyOf(article));
    }

    std::unique_ptr<sql::Connection> connection;
    SearchTokens tokens;
    Telling telling;
    std::unordered_map<ArticleId, Entry> entries;
    std::unordered_map<qint64, ArticleId> articles; ///< by row
    std::vector<ListedArticle> listed;              ///< of the project, when it last caught up
    std::unordered_map<ArticleId, size_t> there;    ///< their places
    qint64 last = 0;
    qint64 state = 0; ///< of the file, when it was read
};

SearchIndex::SearchIndex(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

SearchIndex::SearchIndex(SearchIndex &&) noexcept = default;
SearchIndex &SearchIndex::operator=(SearchIndex &&) noexcept = default;
SearchIndex::~SearchIndex() = default;

Result<SearchIndex> SearchIndex::open(const QString &folder, const ProjectLists &project)
{
    const auto uuid = project.uuid();
    if (!uuid)
        return std::unexpected(uuid.error());
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(uuid->toString(QUuid::WithoutBraces) + u".search"_s);
    const auto opened = [](const std::string &name) { return attempt([&] { return SearchIndex(std::make_unique<Private>(indexAt(name))); }); };
    if (auto index = opened(file.toStdString()))
        return index;
    removeIndex(file);
    if (auto index = opened(file.toStdString()))
        return index;
    return opened(std::string()); // SQLite's own file for this session
}

Result<bool> SearchIndex::catchUp(const ProjectLists &project, const std::function<bool(qint64 done, qint64 inAll)> &tell)
{
    auto listed = project.articles();
    if (!listed)
        return std::unexpected(listed.error());
    d->listed = std::move(*listed);
    if (const auto known = attempt([&] { d->refresh(); }); !known)
        return std::unexpected(known.error());
    std::vector<const ListedArticle *> wanted;
    d->there.clear();
    for (const ListedArticle &article : d->listed) {
        d->there.emplace(article.id, d->there.size());
        if (!d->has(article))
            wanted.push_back(&article);
    }
    const qint64 inAll = qint64(wanted.size());
    for (qint64 from = 0; from < inAll; from += indexedAtOnce) {
        if (tell && !tell(from, inAll))
            return false;
        std::vector<ArticleId> ids;
        for (qint64 at = from; at < std::min(inAll, from + indexedAtOnce); ++at)
            ids.push_back(wanted[size_t(at)]->id);
        const auto done = attempt([&] {
            SQLite::Transaction transaction(d->connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
            d->refresh();
            required(project.forEachText(ids, [&](size_t place, std::string_view text) {
                if (const ListedArticle &article = *wanted[size_t(from) + place]; !d->has(article))
                    d->put(article, text);
                return true;
            }));
            transaction.commit();
        });
        if (!done)
            return std::unexpected(done.error());
    }
    return true;
}

Result<> SearchIndex::find(const QString &typed, const std::function<bool(const IndexedHits &)> &take) const
{
    const auto expression = searchExpression(typed);
    if (!expression)
        return std::unexpected(expression.error());
    try {
        sql::Statement rows = d->connection->prepare("SELECT rowid, places(word) FROM word WHERE word MATCH ?1 ORDER BY rowid");
        rows.with(*expression);
        while (true) {
            d->telling.hits = {};
            if (!rows.step())
                return {};
            IndexedHits &hits = d->telling.hits;
            const auto article = d->articles.find(rows.integer(0));
            if (article == d->articles.end() || !d->there.contains(article->second))
                continue; // of another copy, or taken out
            hits.article = article->second;
            for (auto *runs : {&hits.text, &hits.title, &hits.outlet})
                tidy(*runs);
            if (!take(hits))
                return {};
        }
    } catch (const Failure &failure) {
        return std::unexpected(failure.error);
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(exception.getErrorCode() == SQLITE_ERROR ? searchError(exception.what()) : errorFrom(exception));
    }
}

Result<std::vector<ArticleId>> SearchIndex::articlesWith(const QString &typed, const std::function<bool()> &goOn) const
{
    const auto expression = searchExpression(typed, true);
    if (!expression)
        return std::unexpected(expression.error());
    try {
        std::vector<ArticleId> found;
        sql::Statement rows = d->connection->prepare("SELECT rowid FROM word WHERE word MATCH ?1");
        rows.with(*expression);
        while (rows.step()) {
            if (goOn && found.size() % 512 == 0 && !goOn())
                break;
            const auto article = d->articles.find(rows.integer(0));
            if (article != d->articles.end() && d->there.contains(article->second))
                found.push_back(article->second);
        }
        return found;
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(exception.getErrorCode() == SQLITE_ERROR ? searchError(exception.what()) : errorFrom(exception));
    }
}

std::vector<Utf8Range> SearchIndex::places(std::string_view text, std::span<const WordRun> runs) const
{
    std::vector<Utf8Range> tokens;
    d->tokens.forEach(text, [&](Utf8Range token) { tokens.push_back(token); });
    std::vector<Utf8Range> places;
    for (const WordRun &run : runs) {
        if (run.first >= 0 && size_t(run.first + run.count) <= tokens.size())
            places.push_back({tokens[size_t(run.first)].begin, tokens[size_t(run.first + run.count - 1)].end});
    }
    return places;
}

Result<RemarkSearch> RemarkSearch::open(const QString &typed)
{
    return searchExpression(typed).and_then([](const QString &expression) {
        return attempt([&] {
            RemarkSearch search;
            search.m_index.reset(new SearchIndex(std::make_unique<SearchIndex::Private>(indexAt(":memory:"))));
            search.m_expression = expression;
            return search;
        });
    });
}

std::vector<Range> RemarkSearch::hitsIn(const QString &text) const
{
    if (!m_index)
        return {};
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes(utf8.constData(), size_t(utf8.size()));
    SearchIndex::Private &d = *m_index->d;
    const auto found = attempt([&] {
        d.connection->run("INSERT INTO word (word) VALUES ('delete-all')");
        sql::Statement words = d.connection->prepare("INSERT INTO word (rowid, title, outlet, text) VALUES (1, '', '', ?1)");
        words.restart();
        words.bindKept(bytes);
        words.run();
        d.telling.hits = {};
        (void)d.connection->prepare("SELECT places(word) FROM word WHERE word MATCH ?1").with(m_expression).step();
        tidy(d.telling.hits.text);
        return m_index->places(bytes, d.telling.hits.text);
    });
    return found ? toCodePoints(bytes, *found) : std::vector<Range>();
}

const std::vector<ListedArticle> &SearchIndex::articles() const
{
    return d->listed;
}

const ListedArticle *SearchIndex::article(ArticleId id) const
{
    const auto place = d->there.find(id);
    return place == d->there.end() ? nullptr : &d->listed[place->second];
}

qint64 SearchIndex::wordsIn(std::string_view text) const
{
    qint64 number = 0;
    d->tokens.forEach(text, [&](Utf8Range) { ++number; });
    return number;
}

} // namespace galley
