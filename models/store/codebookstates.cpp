// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookstates.h"

#include "changejson.h"
#include "edits.h"
#include "failure.h"
#include "openfile.h"
#include "tables.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>

namespace galley {

namespace {

template<typename Row>
using RowsById = std::map<decltype(Row::id), Row>;

struct Entry
{
    OperationId id;
    QDateTime at;
    CoderId coder;
    QString text;
    Change change;
};

std::vector<Entry> codebookEntries(sql::Connection &connection)
{
    std::vector<Entry> entries;
    sql::Statement rows = connection.prepare("SELECT id, at, coder, text, payload FROM standing_operation WHERE payload IS NOT NULL ORDER BY id");
    while (rows.step()) {
        const QByteArray payload = rows.bytes(4);
        if (!payload.contains("\"layer\"") && !payload.contains("\"variable\"") && !payload.contains("\"code\"") && !payload.contains("\"codebook\""))
            continue; // most are about annotations, and a codebook's words are found in few of these
        auto change = changeFrom(payload);
        if (change && altersCodebook(*change))
            entries.push_back({rows.id<OperationId>(0), QDateTime::fromString(rows.text(1), Qt::ISODateWithMs), rows.id<CoderId>(2), rows.text(3), std::move(*change)});
    }
    return entries;
}

/// The parts of a codebook as they are after the entries so far.
class Rows
{
public:
    Rows(const Codebook &now, const std::vector<Entry> &entries)
        : m_name(now.name())
    {
        begin(now.layers(), entries);
        begin(now.variables(), entries);
        begin(now.codes(), entries);
        for (const Entry &entry : entries | std::views::reverse) {
            if (entry.change.codebookName)
                m_name = entry.change.codebookName->before.value_or(QString());
        }
    }

    void apply(const Change &change)
    {
        for (const AnyEdit &any : change.edits) {
            follow<Layer>(any);
            follow<Variable>(any);
            follow<Code>(any);
        }
        if (change.codebookName)
            m_name = change.codebookName->after.value_or(QString());
    }

    Codebook codebook(const std::map<RevisionId, int> &numbers) const
    {
        const Codebook plain(m_name, 1, values<Layer>(), values<Variable>(), values<Code>());
        const RevisionId content = contentOf(plain);
        const auto number = numbers.find(content);
        Codebook whole(m_name, number == numbers.end() ? 0 : number->second, values<Layer>(), values<Variable>(), values<Code>(), content);
        return whole;
    }

private:
    /// A row that an entry alters began as the first of these found it; any other is what it is now.
    template<typename Row>
    void begin(const std::vector<Row> &now, const std::vector<Entry> &entries)
    {
        auto &rows = std::get<RowsById<Row>>(m_rows);
        for (const Row &row : now)
            rows.emplace(row.id, row);
        for (const Entry &entry : entries | std::views::reverse) {
            for (const AnyEdit &any : entry.change.edits) {
                const auto *edit = std::get_if<Edit<Row>>(&any);
                if (edit && edit->before)
                    rows.insert_or_assign(edit->before->id, *edit->before);
                else if (edit)
                    rows.erase(edit->after->id);
            }
        }
    }

    template<typename Row>
    void follow(const AnyEdit &any)
    {
        const auto *edit = std::get_if<Edit<Row>>(&any);
        if (edit && edit->after)
            std::get<RowsById<Row>>(m_rows).insert_or_assign(edit->after->id, *edit->after);
        else if (edit)
            std::get<RowsById<Row>>(m_rows).erase(edit->before->id);
    }

    template<typename Row>
    std::vector<Row> values() const
    {
        std::vector<Row> rows;
        for (const auto &[id, row] : std::get<RowsById<Row>>(m_rows))
            rows.push_back(row);
        return rows;
    }

    QString m_name;
    std::tuple<RowsById<Layer>, RowsById<Variable>, RowsById<Code>> m_rows;
};

} // namespace

Result<std::vector<CodebookState>> codebookStates(const QString &project)
{
    return attempt([&] {
        const OpenFile file = openFile(project, ProjectStore::Mode::ReadOnly);
        sql::Connection &connection = *file.connection;
        const Codebook now(currentRevision(connection).name, 1, allStored<Layer>(connection), allStored<Variable>(connection), allStored<Code>(connection));
        const auto numbers = revisionNumbers(connection);
        const std::vector<Entry> entries = codebookEntries(connection);
        Rows rows(now, entries);
        std::vector<CodebookState> states{{rows.codebook(numbers), {}, {}, {}, {}}};
        for (const Entry &entry : entries) {
            rows.apply(entry.change);
            Codebook codebook = rows.codebook(numbers);
            if (codebook.content() != states.back().codebook.content())
                states.push_back({std::move(codebook), entry.id, entry.at, entry.coder, entry.text});
        }
        return states;
    });
}

} // namespace galley
