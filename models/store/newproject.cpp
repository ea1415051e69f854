// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "newproject.h"

#include "edits.h"
#include "failure.h"
#include "tables.h"

#include <QCoreApplication>

#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Without a UUID of its own a row gets one by chance: another project made from the same codebook is another one.
template<typename Row>
Row identified(Row row)
{
    row.id = {row.uuid.isNull() ? drawnId() : idOf(row.uuid)};
    if (row.uuid.isNull())
        row.uuid = uuidOf(row.id.value);
    return row;
}

} // namespace

void fillNewProject(sql::Connection &connection, const Codebook &codebook, const Stamp &stamp)
{
    sql::Statement fact = connection.prepare("INSERT INTO meta (key, value) VALUES (?, ?)");
    fact.with(u"uuid"_s, QUuid::createUuid()).run();
    fact.with(u"created"_s, stamp.at).run();
    fact.with(u"galley"_s, QCoreApplication::applicationVersion()).run();
    std::map<LayerId, LayerId> layers;
    std::map<VariableId, VariableId> variables;
    std::map<CodeId, CodeId> codes;
    std::vector<Layer> newLayers;
    std::vector<Variable> newVariables;
    std::vector<Code> newCodes;
    for (const Layer &layer : codebook.layers())
        layers[layer.id] = newLayers.emplace_back(identified(layer)).id;
    for (const Variable &variable : codebook.variables()) {
        Variable &row = newVariables.emplace_back(identified(variable));
        row.layer = layers[variable.layer];
        variables[variable.id] = row.id;
    }
    for (const Code &code : codebook.codes()) { // parents come first
        Code &row = newCodes.emplace_back(identified(code));
        row.variable = variables[code.variable];
        row.parent = code.parent ? codes[code.parent] : CodeId{};
        codes[code.id] = row.id;
    }
    const auto refer = [&](Value &value) {
        if (auto *code = std::get_if<CodeId>(&value))
            *code = codes[*code];
    };
    for (Variable &row : newVariables) { // what they depend on and begin with, which the codebook knows by its own ids
        for (Condition *condition : {&row.shownWhen, &row.requiredWhen}) {
            for (auto &[variable, value] : condition->anyOf) {
                variable = variables[variable];
                refer(value);
            }
        }
        if (row.standard)
            refer(*row.standard);
    }
    const auto putAll = [&](const auto &rows) { std::ranges::for_each(rows, [&](const auto &row) { put(connection, row); }); };
    putAll(newLayers);
    putAll(newVariables);
    putAll(newCodes);
    addCodebookRevision(connection, 1, Codebook(codebook.name(), 1, newLayers, newVariables, newCodes), Store::tr("New project"), Stamp{{}, stamp.at});
}

} // namespace galley
