// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet.h"

#include "connecting.h"
#include "failure.h"
#include "openfile.h"
#include "projectstore.h"
#include "tables.h"
#include "touchedrows.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <filesystem>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Copies the rows of `theirs` that the condition picks, all columns.
void copyRows(sql::Connection &packet, const std::string &table, const std::string &condition)
{
    packet.run(("INSERT INTO main." + table + " SELECT * FROM theirs." + table + " WHERE " + condition).c_str());
}

/// A set says only the coder's own articles: which others there are is not theirs to know.
void narrowSets(sql::Connection &packet)
{
    sql::Statement sets = packet.prepare("SELECT id, record FROM main.coding_set");
    std::vector<std::pair<qint64, QByteArray>> narrowed;
    while (sets.step()) {
        QJsonArray own;
        sql::Statement articles = packet.prepare("SELECT article.uuid FROM main.assignment JOIN main.article ON article.id = assignment.article "
                                                 "WHERE coding_set = ?1 ORDER BY assignment.position");
        articles.with(sets.integer(0));
        while (articles.step())
            own.append(articles.text(0));
        narrowed.emplace_back(sets.integer(0), QJsonDocument(QJsonObject{{u"articles"_s, own}}).toJson(QJsonDocument::Compact));
    }
    for (const auto &[id, record] : narrowed)
        packet.prepare("UPDATE main.coding_set SET record = ?2 WHERE id = ?1").with(id, record).run();
}

/// The coder's own entries, as far as they alter only what is in the packet.
void copyEntries(sql::Connection &packet, const std::string &selves)
{
    sql::Statement entries = packet.prepare("SELECT id, payload FROM theirs.standing_operation WHERE coder IN " + selves + " ORDER BY id");
    std::vector<qint64> own;
    while (entries.step()) {
        TouchedRows touched;
        addTouched(entries.utf8(1), touched);
        bool isInside = true;
        for (size_t kind = 0; kind < RowKinds::size && isInside; ++kind) {
            sql::Statement row = packet.prepare(std::string("SELECT 1 FROM main.") + RowKinds::tables[kind] + " WHERE id = ?1");
            isInside = std::ranges::all_of(touched.ids[kind], [&](qint64 id) { return row.with(id).step(); });
        }
        if (isInside)
            own.push_back(entries.integer(0));
    }
    sql::Statement copy = packet.prepare("INSERT INTO main.operation (id, uuid, at, coder, text, kind, target, edits, own, payload) "
                                         "SELECT id, uuid, at, coder, text, kind, target, edits, own, payload FROM theirs.operation WHERE id = ?1");
    for (const qint64 id : own)
        copy.with(id).run();
}

/// The coder and their second selves, as SQL has a list.
std::string selvesIn(sql::Connection &connection, CoderId coder)
{
    std::string list = "(" + std::to_string(coder.value);
    for (const Coder &self : selvesOf(coder, allStored<Coder>(connection)))
        list += ", " + std::to_string(self.id.value);
    return list + ")";
}

/// `selves`: the coder with their second selves. Their first work in what they code once more stays behind as long as that is blind.
void fill(sql::Connection &packet, CoderId coder, const std::string &selves)
{
    const std::string who = std::to_string(coder.value);
    const std::string again = "(SELECT article FROM theirs.assignment JOIN theirs.coding_set AS again ON again.id = coding_set WHERE assignment.deleted = 0 AND again.blind = 1 AND "
                              "again.deleted = 0 AND assignment.coder <> " + who + " AND assignment.coder IN " + selves + ")";
    const auto isOwn = [&](const std::string &column) { return "(" + column + " IN " + selves + " AND NOT (" + column + " = " + who + " AND article IS NOT NULL AND article IN " + again + "))"; };
    packet.run("PRAGMA defer_foreign_keys = ON");
    copyRows(packet, "meta", "true");
    packet.prepare("INSERT INTO main.meta (key, value) VALUES ('packet', ?1)").with(uuidOf(coder.value)).run();
    // What was said between the coder and a lead comes along, with the name of that lead and of no other coder.
    const std::string leads = "(SELECT id FROM theirs.coder WHERE role = 'lead')";
    const std::string heard = "deleted = 0 AND ((" + isOwn("coder") + " AND (recipient IS NULL OR recipient IN " + leads + ")) OR (" + isOwn("recipient") + " AND coder IN " + leads + "))";
    // Suggestions for this coder or for all: their own, and where nothing is blind those of a lead.
    const std::string blind = "(SELECT article FROM theirs.assignment JOIN theirs.coding_set AS hidden ON hidden.id = coding_set WHERE assignment.deleted = 0 AND hidden.blind = 1 AND hidden.deleted = 0)";
    const std::string suggested = "(coder IS NULL OR " + isOwn("coder") + ") AND (" + isOwn("maker") + " OR ((maker IS NULL OR maker IN " + leads + ") AND article NOT IN " + blind + ")) AND "
                                  "article IN (SELECT article FROM theirs.assignment WHERE deleted = 0 AND " + isOwn("coder") + ")";
    copyRows(packet, "coder", "id IN (SELECT maker FROM theirs.suggestion WHERE " + suggested + ") OR id IN " + selves + " OR id IN (SELECT coder FROM theirs.comment WHERE " + heard + ") OR id IN (SELECT recipient FROM theirs.comment WHERE " + heard + ")");
    copyRows(packet, "assignment", "deleted = 0 AND " + isOwn("coder"));
    copyRows(packet, "coding_set", "id IN (SELECT coding_set FROM main.assignment)");
    copyRows(packet, "article", "id IN (SELECT article FROM main.assignment)");
    packet.run("UPDATE main.article SET family = NULL WHERE family NOT IN (SELECT id FROM main.article); "
               "UPDATE main.article SET revises = NULL WHERE revises NOT IN (SELECT id FROM main.article)");
    copyRows(packet, "source", "id IN (SELECT source FROM main.article)");
    copyRows(packet, "article_text", "article IN (SELECT id FROM main.article)");
    copyRows(packet, "zone", "article IN (SELECT id FROM main.article)");
    for (const char *table : {"layer", "variable", "code"})
        copyRows(packet, table, "true");
    copyRows(packet, "annotation", isOwn("coder") + " AND article IN (SELECT id FROM main.article)");
    packet.run("UPDATE main.annotation SET origin = NULL WHERE origin NOT IN (SELECT id FROM main.annotation)");
    copyRows(packet, "annotation_value", "annotation IN (SELECT id FROM main.annotation)");
    copyRows(packet, "comment", heard + " AND (article IS NULL OR article IN (SELECT id FROM main.article))");
    packet.run("UPDATE main.comment SET reply_to = NULL WHERE reply_to NOT IN (SELECT id FROM main.comment); "
               "UPDATE main.comment SET about = (SELECT json_group_array(value) FROM json_each(about) WHERE value IN (SELECT id FROM main.annotation))");
    copyRows(packet, "suggestion", suggested);
    packet.run("UPDATE main.suggestion SET annotation = NULL WHERE annotation NOT IN (SELECT id FROM main.annotation)");
    copyRows(packet, "study_choice", "name NOT LIKE 'codes blind: %'");
    copyRows(packet, "actor", "id IN (SELECT actor FROM main.annotation_value)");
    copyRows(packet, "progress", isOwn("coder") + " AND article IN (SELECT id FROM main.article)");
    copyRows(packet, "codebook_revision", "id = (SELECT codebook_revision FROM theirs.state) OR id IN (SELECT revision FROM main.annotation)");
    packet.prepare("UPDATE main.codebook_revision SET coder = NULL WHERE coder IS NOT ?1").with(coder).run();
    packet.run("UPDATE main.codebook_revision SET text = '' WHERE coder IS NULL");
    packet.run("UPDATE main.state SET codebook_revision = (SELECT codebook_revision FROM theirs.state)");
    narrowSets(packet);
    copyEntries(packet, selves);
}

PacketCounts makePacket(const QString &project, const QString &file, CoderId coder)
{
    const OpenFile original = openFile(project, ProjectStore::Mode::ReadOnly);
    const std::string selves = selvesIn(*original.connection, coder);
    if (original.connection->prepare("SELECT 1 FROM assignment WHERE deleted = 0 AND coder IN " + selves).step() == false)
        throw Failure(Store::tr("Nothing is assigned to this coder; a packet would be empty. Assign articles first."));
    createFile(file, [](sql::Connection &) {});
    const auto packet = connectTo(file, Access::Write, OpenOptions().busyTimeout);
    packet->prepare("ATTACH DATABASE ?1 AS theirs").with(original.file).run();
    SQLite::Transaction transaction(packet->database(), SQLite::TransactionBehavior::IMMEDIATE);
    fill(*packet, coder, selves);
    if (sql::Statement broken = packet->prepare("PRAGMA main.foreign_key_check"); broken.step())
        throw Failure(Store::tr("The packet could not be made."), broken.text(0));
    transaction.commit();
    return {int(packet->number("SELECT count(*) FROM main.article")), int(packet->number("SELECT count(*) FROM main.annotation WHERE deleted = 0")), false};
}

void requirePacketOf(const QString &file, CoderId coder)
{
    const OpenFile there = openFile(file, ProjectStore::Mode::ReadOnly);
    if (there.connection->word("SELECT value FROM meta WHERE key = 'packet'") != uuidOf(coder.value).toString(QUuid::WithoutBraces))
        throw Failure(Store::tr("“%1” is there already, and is no packet of this coder.").arg(file));
}

} // namespace

Result<PacketCounts> writePacket(const QString &project, const QString &packet, CoderId coder)
{
    return attempt([&] {
        const QFileInfo there(packet);
        if (there.exists())
            requirePacketOf(packet, coder);
        QTemporaryDir folder(there.absolutePath() + u"/.packet-XXXXXX"_s); // beside it, so that it appears whole
        if (!folder.isValid())
            throw Failure(Store::tr("Nothing can be written in the folder “%1”.").arg(there.absolutePath()), folder.errorString());
        const QString fresh = folder.filePath(u"packet.galley"_s);
        PacketCounts counts = makePacket(project, fresh, coder);
        if (there.exists()) {
            ProjectStore store = required(ProjectStore::open(fresh, ProjectStore::Mode::ReadWrite));
            required(store.merge(packet, {coder, QDateTime::currentDateTimeUtc()}));
            counts.renewed = true;
        }
        std::filesystem::rename(fresh.toStdU16String(), packet.toStdU16String());
        return counts;
    });
}

} // namespace galley
