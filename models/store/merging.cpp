// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging.h"

#include "changejson.h"
#include "backup.h"
#include "connecting.h"
#include "edits.h"
#include "failure.h"
#include "openfile.h"
#include "standanew.h"
#include "tables.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// Temporary tables of ids, which queries join. To fill one costs half of what the rows themselves do, so each has one meaning:
constexpr auto taken = "temp.taken";                            // entries of the history that the merge brings
constexpr auto alteredAnnotations = "temp.altered_annotation";  // by these entries
constexpr auto wanted = "temp.wanted";                          // rows of one kind

void emptyTable(sql::Connection &connection, const std::string &table)
{
    connection.run(("CREATE TABLE IF NOT EXISTS " + table + " (id INTEGER PRIMARY KEY); DELETE FROM " + table).c_str());
}

/// The ids are sorted, each once.
void fill(sql::Connection &connection, const std::string &table, const std::vector<qint64> &ids)
{
    emptyTable(connection, table);
    sql::Statement insert = connection.prepare("INSERT INTO " + table + " (id) VALUES (?)");
    for (const qint64 id : ids)
        insert.with(id).run();
}

std::string among(const char *table)
{
    return std::string(" IN (SELECT id FROM ") + table + ")";
}

/// `sought`: only what may alter one of these is looked for; a project has many more entries than a packet.
TouchedRows touchedBy(sql::Connection &connection, std::string_view query, const TouchedRows *sought = nullptr)
{
    TouchedRows touched;
    const IdSet ids = sought ? idsIn(*sought) : IdSet();
    sql::Statement payloads = connection.prepare(query);
    while (payloads.step()) {
        if (!sought || mayTouch(payloads.utf8(0), ids))
            addTouched(payloads.utf8(0), touched);
    }
    touched.sort();
    return touched;
}

// A merge costs by what comes in, not by what is here: NOT EXISTS, because SQLite makes a list of all there is for NOT IN, and
// CROSS JOIN below, which says in which order to look.
constexpr auto onlyTheirs = "theirs.standing_operation AS entry WHERE NOT EXISTS (SELECT 1 FROM main.standing_operation AS other WHERE other.id = entry.id)";
constexpr auto onlyOurs = "main.standing_operation AS entry WHERE NOT EXISTS (SELECT 1 FROM theirs.standing_operation AS other WHERE other.id = entry.id)";

void refuseWhatIsNotOne(sql::Connection &connection)
{
    if (connection.number("SELECT (SELECT value FROM main.meta WHERE key = 'uuid') IS (SELECT value FROM theirs.meta WHERE key = 'uuid')") == 0)
        throw Failure(Store::tr("It is a copy of another project. Its articles and annotations can be imported, but not merged."));
    if (connection.number("SELECT count(*) FROM theirs.operation AS other CROSS JOIN main.operation AS ours USING (id) WHERE ours.uuid <> other.uuid") > 0)
        throw Failure(Store::tr("The two copies have different entries of their history under one number; one of the files is damaged."));
}

/// Articles whose text is another here than there, under the same id.
std::vector<qint64> articlesAltered(sql::Connection &connection, MergeReport &report)
{
    std::vector<qint64> altered;
    sql::Statement rows = connection.prepare("SELECT ours.id, ours.title FROM main.article AS ours JOIN theirs.article AS other USING (id) "
                                             "WHERE ours.text_sha256 <> other.text_sha256 ORDER BY ours.id");
    while (rows.step()) {
        altered.push_back(rows.integer(0));
        report.refused << Store::tr("“%1”: its text is another one there. What was done in this article does not come in.").arg(rows.text(1));
    }
    return altered;
}

/// Rows of altered articles, and these.
IdSet rowsIn(sql::Connection &connection, const std::vector<qint64> &articles)
{
    IdSet inThem(articles.begin(), articles.end());
    for (const qint64 article : articles) {
        RowKinds::forEach([&]<typename Row>() {
            if constexpr (requires(Row row) { row.article; }) {
                sql::Statement rows = connection.prepare(std::string("SELECT id FROM theirs.") + RowKind<Row>::table + " WHERE article = ?1");
                rows.with(article);
                while (rows.step())
                    inThem.insert(rows.integer(0));
            }
        });
    }
    return inThem;
}

/// Of the entries that only the other copy has, those that alter nothing in an altered article are put down as taken.
void chooseEntries(sql::Connection &connection, const std::vector<qint64> &altered)
{
    emptyTable(connection, taken);
    connection.run((std::string("INSERT INTO ") + taken + " SELECT id FROM " + onlyTheirs + " ORDER BY id").c_str());
    const IdSet refused = rowsIn(connection, altered);
    if (refused.empty())
        return;
    std::vector<qint64> refusedEntries;
    sql::Statement rows = connection.prepare("SELECT id, payload FROM theirs.operation WHERE id" + among(taken));
    while (rows.step()) {
        TouchedRows touched;
        addTouched(rows.utf8(1), touched);
        if (std::ranges::any_of(touched.ids, [&](const std::vector<qint64> &ids) { return std::ranges::any_of(ids, [&](qint64 id) { return refused.contains(id); }); }))
            refusedEntries.push_back(rows.integer(0));
    }
    sql::Statement refuse = connection.prepare(std::string("DELETE FROM ") + taken + " WHERE id = ?1");
    for (const qint64 id : refusedEntries)
        refuse.with(id).run();
}

/// Takes the entries over. Those that were set aside are there, and only stand again.
void takeEntries(sql::Connection &connection, OperationId merge)
{
    connection.run(("INSERT OR IGNORE INTO main.operation (id, uuid, at, coder, text, kind, target, edits, own, payload) "
                    "SELECT id, uuid, at, coder, text, kind, target, edits, 0, payload FROM theirs.operation WHERE id" + among(taken)).c_str());
    connection.run(("INSERT OR IGNORE INTO main.brought_before SELECT operation, merge FROM main.brought WHERE operation" + among(taken)).c_str());
    connection.prepare(std::string("INSERT INTO main.brought (operation, merge) SELECT id, ?1 FROM ") + taken
                       + " WHERE true ON CONFLICT (operation) DO UPDATE SET merge = excluded.merge")
        .with(merge).run();
}

/// Returns whether some of the rows are here already.
template<typename Row>
bool countRows(sql::Connection &connection, const char *ids, MergeReport &report)
{
    const std::string table = RowKind<Row>::table;
    sql::Statement counts = connection.prepare(
        "SELECT count(*) FILTER (WHERE other.deleted = 0 AND (ours.id IS NULL OR ours.deleted = 1)), count(*) FILTER (WHERE other.deleted = 1 AND ours.deleted = 0), "
        "count(*) FILTER (WHERE other.deleted = 0 AND ours.deleted = 0), count(ours.id) "
        "FROM " + std::string(ids) + " CROSS JOIN theirs." + table + " AS other USING (id) LEFT JOIN main." + table + " AS ours USING (id)");
    counts.step();
    constexpr size_t kind = RowKinds::index<Row>();
    report.added[kind] += counts.integer(0);
    report.removed[kind] += counts.integer(1);
    report.changed[kind] += counts.integer(2);
    return counts.integer(3) > 0;
}

/// Rows that only the other copy altered are as they are there. `ids`: the table that holds theirs.
template<typename Row>
void takeRows(sql::Connection &connection, const char *ids, MergeReport &report)
{
    const bool someAreHere = countRows<Row>(connection, ids, report);
    const std::string table = RowKind<Row>::table, columns = columnsOf<Row>() + ", deleted";
    if constexpr (std::is_same_v<Row, Article>)
        connection.run(("INSERT OR IGNORE INTO main.source SELECT * FROM theirs.source WHERE id IN (SELECT source FROM theirs.article WHERE id" + among(ids) + ")").c_str());
    std::string sets;
    for (const QByteArray &column : QByteArray::fromStdString(columns).split(',')) {
        if (const QByteArray name = column.trimmed(); name != "id")
            sets += (sets.empty() ? "" : ", ") + name.toStdString() + " = excluded." + name.toStdString();
    }
    connection.run(("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM theirs." + table + " WHERE id" + among(ids)
                    + " ON CONFLICT (id) DO UPDATE SET " + sets).c_str());
    if constexpr (std::is_same_v<Row, Article>)
        connection.run(("INSERT OR IGNORE INTO main.article_text (article, body) SELECT article, body FROM theirs.article_text WHERE article" + among(ids)).c_str());
    if constexpr (std::is_same_v<Row, Annotation>) {
        if (someAreHere)
            connection.run(("DELETE FROM main.annotation_value WHERE annotation" + among(ids)).c_str());
        connection.run(("INSERT INTO main.annotation_value SELECT * FROM theirs.annotation_value WHERE annotation" + among(ids)).c_str());
    }
}

/// The same for those of the ids that are not contested.
template<typename Row>
void takeUncontested(sql::Connection &connection, const TouchedRows &theirs, const TouchedRows &both, MergeReport &report)
{
    constexpr size_t kind = RowKinds::index<Row>();
    if (std::is_same_v<Row, Annotation> && both.ids[kind].empty() && !theirs.ids[kind].empty())
        return takeRows<Row>(connection, alteredAnnotations, report);
    std::vector<qint64> ids;
    std::ranges::set_difference(theirs.ids[kind], both.ids[kind], std::back_inserter(ids));
    if (ids.empty())
        return;
    fill(connection, wanted, ids);
    takeRows<Row>(connection, wanted, report);
}

/// Those of the rows that this copy has, also hidden ones: no other can have been altered here. The annotations are put down already.
TouchedRows knownHere(sql::Connection &connection, const TouchedRows &rows)
{
    TouchedRows known;
    for (size_t kind = 0; kind < RowKinds::size; ++kind) {
        if (rows.ids[kind].empty())
            continue;
        const bool isPutDown = kind == RowKinds::index<Annotation>();
        if (!isPutDown)
            fill(connection, wanted, rows.ids[kind]);
        sql::Statement here = connection.prepare(std::string("SELECT id FROM ") + (isPutDown ? alteredAnnotations : wanted) + " AS altered WHERE EXISTS (SELECT 1 FROM main."
                                                 + RowKinds::tables[kind] + " AS ours WHERE ours.id = altered.id)");
        while (here.step())
            known.ids[kind].push_back(here.integer(0));
    }
    return known;
}

/// What was altered here by entries that the other copy does not have, as far as it is among these rows.
TouchedRows alteredHere(sql::Connection &connection, const TouchedRows &rows)
{
    return rows.isEmpty() ? TouchedRows() : touchedBy(connection, std::string("SELECT payload FROM ") + onlyOurs, &rows);
}

/// The rows that are to be decided by all entries: altered on both sides, or in several versions here or there.
TouchedRows contested(sql::Connection &connection, const TouchedRows &theirs, const TouchedRows &ours)
{
    TouchedRows rows;
    const TouchedRows collided = collidedRows(connection, "SELECT kind, id FROM theirs.collision UNION SELECT kind, id FROM main.collision");
    for (size_t kind = 0; kind < RowKinds::size; ++kind) {
        for (const qint64 id : theirs.ids[kind]) {
            if (ours.has(kind, id) || collided.has(kind, id))
                rows.ids[kind].push_back(id);
        }
    }
    return rows;
}

/// So that what is altered in standAnew() is told as what it is: the rows that are visible, before and after.
using Visible = std::array<std::set<qint64>, RowKinds::size>;
Visible visible(sql::Connection &connection, const TouchedRows &rows)
{
    Visible result;
    for (size_t kind = 0; kind < RowKinds::size; ++kind) {
        sql::Statement row = connection.prepare(std::string("SELECT 1 FROM main.") + RowKinds::tables[kind] + " WHERE id = ?1 AND deleted = 0");
        for (const qint64 id : rows.ids[kind]) {
            if (row.with(id).step())
                result[kind].insert(id);
        }
    }
    return result;
}

void countContested(const TouchedRows &rows, const Visible &before, const Visible &after, MergeReport &report)
{
    for (size_t kind = 0; kind < RowKinds::size; ++kind) {
        for (const qint64 id : rows.ids[kind]) {
            const bool was = before[kind].contains(id), is = after[kind].contains(id);
            ++(was && is ? report.changed : is ? report.added : was ? report.removed : report.changed)[kind];
        }
    }
}

/// The altered annotations that are visible, by id, and whose.
using Whose = std::unordered_map<qint64, CoderId>;

sql::Statement visibleAnnotations(sql::Connection &connection)
{
    return connection.prepare(std::string("SELECT annotation.id, coder FROM ") + alteredAnnotations + " CROSS JOIN main.annotation USING (id) WHERE deleted = 0");
}

Whose annotationsHere(sql::Connection &connection)
{
    Whose whose;
    sql::Statement rows = visibleAnnotations(connection);
    while (rows.step())
        whose.emplace(rows.integer(0), rows.id<CoderId>(1));
    return whose;
}

/// `before`: as it was before the merge.
std::vector<CoderCounts> countsByCoder(sql::Connection &connection, Whose before)
{
    std::map<CoderId, CoderCounts> counts;
    sql::Statement rows = visibleAnnotations(connection);
    while (rows.step()) {
        CoderCounts &count = counts[rows.id<CoderId>(1)];
        ++(before.erase(rows.integer(0)) ? count.changed : count.added);
    }
    for (const auto &[id, coder] : before)
        ++counts[coder].removed;
    std::vector<CoderCounts> result;
    for (const auto &[id, count] : counts) {
        const auto coder = stored<Coder>(connection, id);
        result.push_back({id, coder ? coder->name : QString(), count.added, count.changed, count.removed});
    }
    std::ranges::sort(result, {}, &CoderCounts::name);
    return result;
}

int versionOf(const QString &file, int busyTimeout)
{
    return int(connectTo(file, Access::Read, busyTimeout)->number("PRAGMA user_version"));
}

/// Does the transaction leave a reference to what is not there? SQLite counts them as rows are written, so that the question costs
/// nothing; to look for them means to look at every row of the project.
bool hasBrokenReferences(const sql::Connection &connection)
{
    int broken = 0, unused = 0;
    sqlite3_db_status(connection.handle(), SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &unused, 0);
    return broken != 0;
}

/// Reference of `table` to rows of `parent` that are not there, by the column that holds it.
struct Missing
{
    std::string table, parent, column;

    auto operator<=>(const Missing &) const = default;
};

std::set<Missing> missingIn(sql::Connection &connection)
{
    std::set<Missing> missing;
    sql::Statement broken = connection.prepare("SELECT DISTINCT found.\"table\", found.parent, known.\"from\" FROM pragma_foreign_key_check(NULL, 'main') AS found "
                                               "JOIN pragma_foreign_key_list(found.\"table\", 'main') AS known ON known.id = found.fkid");
    while (broken.step())
        missing.emplace(std::string(broken.utf8(0)), std::string(broken.utf8(1)), std::string(broken.utf8(2)));
    return missing;
}

/// What came may stand on rows whose own entries were set aside over there: somebody coded on top of a merge that was then taken
/// back. Such rows come along as they are there, mostly hidden.
void bringWhatIsReferred(sql::Connection &connection)
{
    if (!hasBrokenReferences(connection))
        return;
    std::set<Missing> before;
    for (std::set<Missing> missing = missingIn(connection); !missing.empty() && missing != before; missing = missingIn(connection)) {
        for (const auto &[table, parent, column] : missing) {
            connection.run(("INSERT OR IGNORE INTO main." + parent + " SELECT * FROM theirs." + parent + " WHERE id IN (SELECT " + column + " FROM main." + table
                            + ") AND id NOT IN (SELECT id FROM main." + parent + ")").c_str());
        }
        connection.run("INSERT OR IGNORE INTO main.article_text (article, body) SELECT article, body FROM theirs.article_text "
                       "WHERE article IN (SELECT id FROM main.article) AND article NOT IN (SELECT article FROM main.article_text)");
        before = std::move(missing);
    }
    if (!before.empty() && !missingIn(connection).empty())
        throw Failure(Store::tr("The other copy is damaged: what it would bring refers to what is not there."), QString::fromStdString(before.begin()->table));
}

} // namespace

OtherCopy::OtherCopy(const QString &path, int busyTimeout)
{
    OpenOptions options;
    options.busyTimeout = busyTimeout;
    options.checkedAtOnce = std::numeric_limits<qint64>::max(); // it came from elsewhere
    refuseWhatIsNoProject(path);
    m_file = QFileInfo(path).canonicalFilePath();
    if (!QFileInfo(QFileInfo(m_file).absolutePath()).isWritable() || versionOf(m_file, busyTimeout) < options.steps.back().version) {
        const QString copy = m_folder.filePath(u"copy.galley"_s);
        required(saveCopy(m_file, copy));
        openFile(copy, ProjectStore::Mode::ReadWrite, options);
        m_file = copy;
    } else {
        openFile(m_file, ProjectStore::Mode::ReadOnly, options);
    }
}

void OtherCopy::attachTo(sql::Connection &connection)
{
    m_attached = std::make_unique<sql::Presence>(m_file.toStdString());
    connection.prepare("ATTACH DATABASE ?1 AS theirs").with(m_file).run();
}

MergeReport mergeOther(sql::Connection &connection, const QString &text, const Signature &signature)
{
    connection.run("PRAGMA defer_foreign_keys = ON");
    refuseWhatIsNotOne(connection);
    MergeReport report;
    const std::vector<qint64> altered = articlesAltered(connection, report);
    chooseEntries(connection, altered);
    report.operations = connection.number(std::string("SELECT count(*) FROM ") + taken);
    if (report.operations == 0)
        return report;
    const OperationId last{connection.number(std::string("SELECT max(id) FROM ") + taken)};
    const TouchedRows theirs = touchedBy(connection, "SELECT payload FROM theirs.operation WHERE id" + among(taken));
    fill(connection, alteredAnnotations, theirs.ids[RowKinds::index<Annotation>()]);
    const TouchedRows both = contested(connection, theirs, alteredHere(connection, knownHere(connection, theirs)));
    const OperationId merge = operationId(std::max(nextTime(connection), timeOf(last) + 1), signature.copy);
    connection.prepare("INSERT INTO main.merge (id, at, coder, text) VALUES (?, ?, ?, ?)").with(merge, signature.stamp.at, signature.stamp.coder, text).run();
    Whose had = annotationsHere(connection);
    connection.run("INSERT OR IGNORE INTO main.codebook_revision SELECT * FROM theirs.codebook_revision");
    RowKinds::forEach([&]<typename Row>() { takeUncontested<Row>(connection, theirs, both, report); });
    if (const std::vector<qint64> &articles = both.ids[RowKinds::index<Article>()]; !articles.empty()) { // their texts
        MergeReport uncounted;
        std::vector<qint64> unknown;
        sql::Statement known = connection.prepare("SELECT 1 FROM main.article WHERE id = ?1");
        std::ranges::copy_if(articles, std::back_inserter(unknown), [&](qint64 id) { return !known.with(id).step(); });
        fill(connection, wanted, unknown);
        takeRows<Article>(connection, wanted, uncounted);
    }
    takeEntries(connection, merge); // after those whose they are: what refers to nobody yet makes SQLite look through all there is
    const Visible before = visible(connection, both);
    report.conflicts = standAnew(connection, both, true);
    if (!theirs.ids[RowKinds::index<Ruling>()].empty())
        standRulingsAnew(connection, report.conflicts, true);
    countContested(both, before, visible(connection, both), report);
    standCodebookAnew(connection, theirs, signature.stamp);
    bringWhatIsReferred(connection);
    report.byCoder = countsByCoder(connection, std::move(had));
    return report;
}

void setAside(sql::Connection &connection, OperationId merge, bool aside)
{
    connection.run("PRAGMA defer_foreign_keys = ON");
    TouchedRows rows;
    {
        sql::Statement payloads = connection.prepare("SELECT payload FROM operation JOIN brought ON brought.operation = operation.id WHERE brought.merge = ?1");
        payloads.with(merge);
        while (payloads.step())
            addTouched(payloads.utf8(0), rows);
        rows.sort();
    }
    const OperationId now = operationId(nextTime(connection), 0);
    if (!aside)
        connection.prepare("INSERT OR REPLACE INTO set_aside_before SELECT id, undone, ?2 FROM merge WHERE id = ?1 AND undone IS NOT NULL").with(merge, now).run();
    connection.prepare("UPDATE merge SET undone = ?2 WHERE id = ?1").with(merge, aside ? std::optional(now) : std::nullopt).run();
    std::vector<LookedAt> found = standAnew(connection, rows, false);
    if (!rows.ids[RowKinds::index<Ruling>()].empty())
        standRulingsAnew(connection, found, false);
    standCodebookAnew(connection, rows, {});
}

} // namespace galley
