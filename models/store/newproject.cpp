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

template<typename Row>
Row renewed(Row row, decltype(Row::id) id)
{
    row.id = id;
    if (row.uuid.isNull())
        row.uuid = QUuid::createUuid();
    return row;
}

} // namespace

void fillNewProject(sql::Connection &connection, const Codebook &codebook, const Stamp &stamp)
{
    sql::Statement fact = connection.prepare("INSERT INTO meta (key, value) VALUES (?, ?)");
    fact.with(u"uuid"_s, QUuid::createUuid()).run();
    fact.with(u"created"_s, stamp.at).run();
    fact.with(u"galley"_s, QCoreApplication::applicationVersion()).run();
    addCodebookRevision(connection, 1, codebook.name(), Store::tr("New project"), Stamp{{}, stamp.at});

    std::map<LayerId, LayerId> layers;
    std::map<VariableId, VariableId> variables;
    std::map<CodeId, CodeId> codes;
    for (const Layer &layer : codebook.layers()) {
        const LayerId id{qint64(layers.size()) + 1};
        layers[layer.id] = id;
        put(connection, renewed(layer, id));
    }
    for (const Variable &variable : codebook.variables()) {
        const VariableId id{qint64(variables.size()) + 1};
        variables[variable.id] = id;
        Variable row = renewed(variable, id);
        row.layer = layers[variable.layer];
        put(connection, row);
    }
    for (const Code &code : codebook.codes()) { // parents come first
        const CodeId id{qint64(codes.size()) + 1};
        codes[code.id] = id;
        Code row = renewed(code, id);
        row.variable = variables[code.variable];
        row.parent = code.parent ? codes[code.parent] : CodeId{};
        put(connection, row);
    }
}

} // namespace galley
