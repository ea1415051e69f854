// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

#include "changejson.h"
#include "failure.h"

#include <domain/identity.h>
#include <domain/nameduuid.h>
#include <history/order.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <unordered_map>
#include <unordered_set>

/// Up to version 3 ids counted the rows of one file. From version 4 on they are the same in every copy, in the tables and in
/// the history.
namespace galley {

namespace {

using namespace Qt::StringLiterals;

using NewIds = std::unordered_map<qint64, qint64>; ///< by the old one

/// What a member of a history entry refers to, by its name.
const QHash<QString, QString> &referredKinds()
{
    static const QHash<QString, QString> kinds{
        {u"article"_s, u"article"_s}, {u"family"_s, u"article"_s},    {u"revises"_s, u"article"_s},   {u"source"_s, u"source"_s},
        {u"layer"_s, u"layer"_s},     {u"variable"_s, u"variable"_s}, {u"code"_s, u"code"_s},         {u"parent"_s, u"code"_s},
        {u"coder"_s, u"coder"_s},     {u"actor"_s, u"actor"_s},       {u"origin"_s, u"annotation"_s}, {u"revision"_s, u"revision"_s}};
    return kinds;
}

class Rebuilding
{
public:
    explicit Rebuilding(sql::Connection &connection)
        : m_connection(connection)
    {
    }

    void run()
    {
        setAside();
        m_connection.run(version4().c_str());
        m_connection.run("CREATE TEMP TABLE new_id (kind TEXT NOT NULL, old INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, old)) WITHOUT ROWID");
        nameRows();
        copyRows();
        copyHistory();
        for (const std::string &table : m_tables)
            m_connection.run(("DROP TABLE old_" + table).c_str());
        m_connection.run("DROP TABLE temp.new_id; PRAGMA legacy_alter_table = OFF");
    }

private:
    void setAside()
    {
        std::vector<std::string> drops;
        sql::Statement rows = m_connection.prepare("SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'");
        while (rows.step()) {
            if (rows.utf8(0) == "table")
                m_tables.emplace_back(rows.utf8(1));
            else
                drops.push_back("DROP " + std::string(rows.utf8(0)) + " " + std::string(rows.utf8(1)));
        }
        rows.restart();
        for (const std::string &drop : drops)
            m_connection.run(drop.c_str());
        m_connection.run("PRAGMA legacy_alter_table = ON"); // or other tables' references would be renamed with them
        for (const std::string &table : m_tables)
            m_connection.run(("ALTER TABLE " + table + " RENAME TO old_" + table).c_str());
    }

    void name(const QString &kind, qint64 old, qint64 id)
    {
        m_ids[kind][old] = id;
        m_connection.prepare("INSERT INTO temp.new_id (kind, old, id) VALUES (?, ?, ?)").with(kind, old, id).run();
    }
    qint64 named(const QString &kind, qint64 old) const
    {
        const auto ids = m_ids.constFind(kind);
        if (old == 0 || ids == m_ids.constEnd())
            return 0;
        const auto known = ids->find(old);
        return known == ids->end() ? 0 : known->second;
    }

    void nameRows()
    {
        for (const char *table : {"layer", "variable", "code", "actor", "coder", "sample"}) {
            sql::Statement rows = m_connection.prepare(std::string("SELECT id, uuid FROM old_") + table);
            while (rows.step())
                name(QLatin1StringView(table), rows.integer(0), idOf(rows.uuid(1)));
        }
        nameAnnotations();
        nameArticles();
        nameZones();
        sql::Statement progress = m_connection.prepare("SELECT id, article, coder FROM old_progress");
        while (progress.step()) {
            name(u"progress"_s, progress.integer(0),
                 progressId({named(u"article"_s, progress.integer(1))}, {named(u"coder"_s, progress.integer(2))}).value);
        }
        sql::Statement sources = m_connection.prepare("SELECT id, path, sha256 FROM old_source");
        while (sources.step())
            name(u"source"_s, sources.integer(0), idFrom({u"source", sources.text(1), sources.text(2)}));
        const QString project = m_connection.word("SELECT value FROM old_meta WHERE key = 'uuid'");
        sql::Statement revisions = m_connection.prepare("SELECT number, created, text FROM old_codebook_revision ORDER BY number");
        while (revisions.step()) {
            m_lastRevision = idFrom({u"revision", project, revisions.text(0), revisions.text(1), revisions.text(2)});
            name(u"revision"_s, revisions.integer(0), m_lastRevision);
        }
        sql::Statement stated = m_connection.prepare("SELECT DISTINCT revision FROM old_annotation WHERE revision NOT IN (SELECT number FROM old_codebook_revision)");
        while (stated.step())
            name(u"revision"_s, stated.integer(0), idFrom({u"stated revision", stated.text(0)}));
    }

    /// One that was imported, undone and imported again stands twice, hidden and not: it is one, with the values of what stands.
    void nameAnnotations()
    {
        std::unordered_set<qint64> known;
        sql::Statement rows = m_connection.prepare("SELECT id, uuid FROM old_annotation ORDER BY deleted, id");
        while (rows.step()) {
            const qint64 id = idOf(rows.uuid(1));
            name(u"annotation"_s, rows.integer(0), id);
            if (!known.insert(id).second)
                m_connection.prepare("DELETE FROM old_annotation_value WHERE annotation = ?1").with(rows.integer(0)).run();
        }
    }

    /// Likewise; with another text it is another.
    void nameArticles()
    {
        std::unordered_map<qint64, QByteArray> texts;
        sql::Statement rows = m_connection.prepare("SELECT id, uuid, text_sha256 FROM old_article ORDER BY deleted, id");
        while (rows.step()) {
            QUuid uuid = rows.uuid(1);
            const auto [known, isNew] = texts.emplace(idOf(uuid), rows.bytes(2));
            if (!isNew && known->second != rows.bytes(2)) {
                uuid = namedUuid({uuid.toString(), rows.text(2)});
                m_connection.prepare("UPDATE old_article SET uuid = ?2 WHERE id = ?1").with(rows.integer(0), uuid).run();
            }
            name(u"article"_s, rows.integer(0), idOf(uuid));
        }
    }

    /// Those of an import are counted within their article, as imports do now; those made by hand follow from where they were made.
    void nameZones()
    {
        std::vector<std::pair<qint64, qint64>> imported;
        sql::Statement entries = m_connection.prepare(
            "SELECT json_extract(edit.value, '$.first'), json_extract(edit.value, '$.last') FROM old_operation, json_each(payload, '$.edits') AS edit "
            "WHERE json_extract(edit.value, '$.rows') = 'zone' ORDER BY 1");
        while (entries.step())
            imported.emplace_back(entries.integer(0), entries.integer(1));
        std::unordered_map<qint64, qint64> next;
        sql::Statement rows = m_connection.prepare("SELECT id, article, kind, start, end FROM old_zone ORDER BY id");
        while (rows.step()) {
            const qint64 old = rows.integer(0);
            const qint64 article = named(u"article"_s, rows.integer(1));
            const auto range = std::ranges::upper_bound(imported, old, {}, [](const auto &run) { return run.first; });
            if (range != imported.begin() && std::prev(range)->second >= old) {
                auto [at, isNew] = next.try_emplace(article, idFrom({u"zones", QString::number(article)}));
                name(u"zone"_s, old, at->second++);
            } else {
                name(u"zone"_s, old, idFrom({u"zone", QString::number(article), rows.text(2), rows.text(3), rows.text(4), QString::number(old)}));
            }
        }
    }

    void copyRows()
    {
        const auto id = [](const std::string &kind, const std::string &column) {
            return "(SELECT id FROM temp.new_id WHERE kind = '" + kind + "' AND old = was." + column + ")";
        };
        // What stands comes first: a hidden row of the same id gives way. Anything else that does not fit ends the migration.
        const auto copy = [&](const std::string &table, const std::string &columns, const std::string &values, const char *order = "deleted, rowid",
                              const char *key = "id") {
            m_connection.run(("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM old_" + table + " AS was WHERE true ORDER BY "
                              + order + " ON CONFLICT (" + key + ") DO NOTHING").c_str());
        };
        copy("meta", "key, value", "key, value", "key", "key");
        copy("source", "id, path, sha256, encoding", id("source", "id") + ", path, sha256, encoding", "rowid");
        copy("article", "id, uuid, position, source, title, outlet, authors, published, section, page, language, url, length, text_sha256, fields, family, containment, revises, deleted",
             id("article", "id") + ", uuid, id, " + id("source", "source") + ", title, outlet, authors, published, section, page, language, url, length, text_sha256, fields, "
                 + id("article", "family") + ", containment, " + id("article", "revises") + ", deleted");
        copy("article_text", "article, body", id("article", "article") + ", body", "rowid", "article");
        copy("zone", "id, article, kind, start, end, deleted", id("zone", "id") + ", " + id("article", "article") + ", kind, start, end, deleted");
        copy("layer", "id, uuid, name, unit, description, position, leave_out, deleted",
             id("layer", "id") + ", uuid, name, unit, description, position, leave_out, deleted");
        copy("variable", "id, uuid, layer, name, type, description, required, multiple, minimum, maximum, position, deleted",
             id("variable", "id") + ", uuid, " + id("layer", "layer") + ", name, type, description, required, multiple, minimum, maximum, position, deleted");
        copy("code", "id, uuid, variable, parent, name, value, definition, include, exclude, examples, color, key, position, deleted",
             id("code", "id") + ", uuid, " + id("variable", "variable") + ", " + id("code", "parent")
                 + ", name, value, definition, include, exclude, examples, color, key, position, deleted");
        copy("coder", "id, uuid, name, role, deleted", id("coder", "id") + ", uuid, name, role, deleted");
        copy("actor", "id, uuid, name, deleted", id("actor", "id") + ", uuid, name, deleted");
        copy("sample", "id, uuid, name, record, deleted", id("sample", "id") + ", uuid, name, record, deleted");
        copy("progress", "id, article, coder, state, deleted",
             id("progress", "id") + ", " + id("article", "article") + ", " + id("coder", "coder") + ", state, deleted");
        m_connection.run(("INSERT INTO codebook_revision (id, number, name, created, coder, text) SELECT " + id("revision", "number") + ", number, name, created, "
                          + id("coder", "coder") + ", text FROM old_codebook_revision AS was").c_str());
        m_connection.run("INSERT OR IGNORE INTO codebook_revision (id, number, name, created, text) SELECT id, old, '', '', '' FROM temp.new_id WHERE kind = 'revision'");
        m_connection.prepare("UPDATE state SET codebook_revision = ?1").with(RevisionId{m_lastRevision}).run();
        const auto milliseconds = [](const std::string &column) { return "CAST(round(unixepoch(" + column + ", 'subsec') * 1000) AS INTEGER)"; };
        copy("annotation", "id, uuid, article, layer, coder, code, start, end, ranges, quote, memo, status, revision, created, modified, origin, inherited, deleted",
             id("annotation", "id") + ", uuid, " + id("article", "article") + ", " + id("layer", "layer") + ", " + id("coder", "coder") + ", " + id("code", "code")
                 + ", start, end, ranges, quote, memo, status, " + id("revision", "revision") + ", " + milliseconds("created") + ", " + milliseconds("modified") + ", "
                 + id("annotation", "origin") + ", inherited, deleted");
        copy("annotation_value", "annotation, ordinal, variable, code, actor, number, boolean, text",
             id("annotation", "annotation") + ", ordinal, " + id("variable", "variable") + ", " + id("code", "code") + ", " + id("actor", "actor") + ", number, boolean, text",
             "annotation, ordinal", "annotation, ordinal");
    }

    // -- the history -----------------------------------------------------------------------------------------------
    void copyHistory()
    {
        std::unordered_map<qint64, OperationId> ids;
        std::unordered_map<qint64, Change> done; // what undos and redos refer to
        sql::Statement reversed = m_connection.prepare("SELECT DISTINCT target FROM old_operation WHERE target IS NOT NULL");
        while (reversed.step())
            done.emplace(reversed.integer(0), Change());
        sql::Statement rows = m_connection.prepare("SELECT id, uuid, at, coder, text, kind, target, edits, payload FROM old_operation ORDER BY id");
        while (rows.step()) {
            const qint64 old = rows.integer(0);
            const OperationId id = operationId(old, CopyNumber(idOf(rows.uuid(1))));
            ids[old] = id;
            const QByteArray payload = rows.isNull(6) ? renamed(rows.bytes(8)) : reversal(done[rows.integer(6)], rows.utf8(5) == "undo");
            if (const auto wanted = done.find(old); wanted != done.end())
                wanted->second = changeFrom(payload).value_or(Change());
            m_connection.prepare("INSERT INTO operation (id, uuid, at, coder, text, kind, target, edits, own, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)")
                .with(id, rows.uuid(1), rows.text(2), CoderId{named(u"coder"_s, rows.integer(3))}, rows.text(4), rows.text(5),
                      rows.isNull(6) ? OperationId{} : ids[rows.integer(6)], rows.integer(7), payload)
                .run();
        }
    }

    static QByteArray reversal(const Change &done, bool undo) { return jsonOf(undo ? inverse(done) : done); }

    QByteArray renamed(const QByteArray &payload) const
    {
        QJsonObject change = QJsonDocument::fromJson(payload).object();
        QJsonArray edits = change["edits"_L1].toArray();
        for (qsizetype at = 0; at < edits.size(); ++at) {
            const QJsonObject edit = edits[at].toObject();
            edits[at] = edit.contains("rows"_L1) ? bulk(edit) : single(edit);
        }
        if (!change.contains("edits"_L1)) // unreadable before, unreadable after
            return payload;
        change["edits"_L1] = edits;
        return QJsonDocument(change).toJson(QJsonDocument::Compact);
    }

    QJsonObject bulk(const QJsonObject &edit) const
    {
        const QString kind = edit["rows"_L1].toString();
        QJsonArray runs;
        qint64 first = 0;
        qint64 count = 0;
        const auto close = [&] {
            if (count > 0)
                runs.append(QJsonArray{first, count});
        };
        for (qint64 old = edit["first"_L1].toInteger(); old <= edit["last"_L1].toInteger(); ++old) {
            const qint64 id = named(kind, old);
            if (id == 0)
                continue;
            if (count > 0 && id == first + count) {
                ++count;
                continue;
            }
            close();
            first = id;
            count = 1;
        }
        close();
        return {{u"rows"_s, kind}, {u"runs"_s, runs}, {u"added"_s, edit["added"_L1]}};
    }

    QJsonObject single(QJsonObject edit) const
    {
        const QString kind = edit["row"_L1].toString();
        for (const QString &side : {u"before"_s, u"after"_s}) {
            if (!edit.contains(side))
                continue;
            QJsonObject row = edit[side].toObject();
            const bool whole = row.contains("id"_L1); // else it says only what is other than before
            if (kind == "article"_L1 && whole)
                row[u"position"_s] = row["id"_L1];
            if (kind == "annotation"_L1 && whole && !row.contains("revision"_L1))
                row[u"revision"_s] = 1; // which was what is not written
            for (auto member = row.begin(); member != row.end(); ++member) {
                if (member.key() == "id"_L1)
                    *member = named(kind, member->toInteger());
                else if (member.key() == "values"_L1)
                    *member = values(member->toArray());
                else if (referredKinds().contains(member.key()) && member->isDouble())
                    *member = named(referredKinds()[member.key()], member->toInteger());
            }
            edit[side] = row;
        }
        return edit;
    }

    QJsonArray values(QJsonArray array) const
    {
        for (qsizetype at = 0; at < array.size(); ++at) {
            QJsonObject value = array[at].toObject();
            for (const QString &member : {u"variable"_s, u"code"_s, u"actor"_s}) {
                if (value.contains(member))
                    value[member] = named(member, value[member].toInteger());
            }
            array[at] = value;
        }
        return array;
    }

    sql::Connection &m_connection;
    std::vector<std::string> m_tables;
    QHash<QString, NewIds> m_ids;
    qint64 m_lastRevision = 0;
};

} // namespace

void bringUpToVersion4(sql::Connection &connection)
{
    Rebuilding(connection).run();
}

} // namespace galley
