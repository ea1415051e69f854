// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebooktreemodel.h"

#include "folding.h"
#include "palette.h"

#include <algorithm>
#include <map>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

CodebookTreeModel::CodebookTreeModel(Shape shape, QObject *parent)
    : QAbstractItemModel(parent)
    , m_shape(shape)
    , m_nodes(nodesOf({}, shape))
{
}

std::vector<CodebookTreeModel::Node> CodebookTreeModel::nodesOf(const Codebook &codebook, Shape shape)
{
    std::vector<Node> nodes(1);
    const auto add = [&](Kind kind, qint64 id, int parent) {
        const int place = int(nodes.size());
        auto &siblings = nodes[size_t(parent)].children;
        const int row = int(siblings.size());
        siblings.push_back(place);
        nodes.push_back({kind, id, parent, row, {}});
        return place;
    };
    const auto addCodes = [&](VariableId variable, int parent) {
        std::map<CodeId, int> places;
        for (const Code *code : codebook.codes(variable)) {
            if (code->retired && shape == Shape::Coding) // nothing new gets it
                continue;
            const auto above = places.find(code->parent);
            places[code->id] = add(CodeKind, code->id.value, above == places.end() ? parent : above->second);
        }
    };
    for (const Layer &layer : codebook.layers()) {
        const Variable *principal = codebook.principalVariable(layer.id);
        if (shape == Shape::Coding) {
            if (principal)
                addCodes(principal->id, add(LayerKind, layer.id.value, 0));
            continue;
        }
        const int layerPlace = add(LayerKind, layer.id.value, 0);
        for (const Variable *variable : codebook.variables(layer.id))
            addCodes(variable->id, add(VariableKind, variable->id.value, layerPlace));
    }
    return nodes;
}

void CodebookTreeModel::setCodebook(const Codebook &codebook)
{
    std::vector<Node> nodes = nodesOf(codebook, m_shape);
    const bool sameShape = std::ranges::equal(nodes, m_nodes, [](const Node &a, const Node &b) {
        return a.kind == b.kind && a.id == b.id && a.parent == b.parent;
    });
    if (sameShape) {
        m_codebook = codebook;
        return toldAll();
    }
    beginResetModel();
    m_codebook = codebook;
    m_nodes = std::move(nodes);
    endResetModel();
}

void CodebookTreeModel::setDark(bool dark)
{
    if (std::exchange(m_dark, dark) != dark)
        toldAll();
}

void CodebookTreeModel::toldAll()
{
    for (const Node &node : m_nodes) {
        if (!node.children.empty()) {
            const QModelIndex first = createIndex(0, 0, quintptr(node.children.front()));
            emit dataChanged(first, createIndex(int(node.children.size()) - 1, 0, quintptr(node.children.back())));
        }
    }
}

QModelIndex CodebookTreeModel::indexOf(CodeId code) const
{
    for (size_t place = 1; place < m_nodes.size(); ++place) {
        if (m_nodes[place].kind == CodeKind && m_nodes[place].id == code.value)
            return createIndex(m_nodes[place].row, 0, quintptr(place));
    }
    return {};
}

CodeId CodebookTreeModel::code(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[index.internalId()];
    return node.kind == CodeKind ? CodeId{node.id} : CodeId{};
}

QModelIndex CodebookTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node &above = m_nodes[parent.isValid() ? parent.internalId() : 0];
    return createIndex(row, column, quintptr(above.children[size_t(row)]));
}

QModelIndex CodebookTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int above = m_nodes[index.internalId()].parent;
    return above <= 0 ? QModelIndex() : createIndex(m_nodes[size_t(above)].row, 0, quintptr(above));
}

int CodebookTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(m_nodes[parent.isValid() ? parent.internalId() : 0].children.size());
}

int CodebookTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant CodebookTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(tr("Code")) : QVariant();
}

Qt::ItemFlags CodebookTreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant CodebookTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = m_nodes[index.internalId()];
    if (role == KindRole)
        return node.kind;
    if (role == IdRole)
        return node.id;
    switch (node.kind) {
    case LayerKind:
        if (const Layer *layer = m_codebook.layer(LayerId{node.id}))
            return layerData(*layer, role);
        break;
    case VariableKind:
        if (const Variable *variable = m_codebook.variable(VariableId{node.id}))
            return variableData(*variable, role);
        break;
    case CodeKind:
        if (const Code *code = m_codebook.code(CodeId{node.id}))
            return codeData(*code, role);
        break;
    }
    return {};
}

QVariant CodebookTreeModel::layerData(const Layer &layer, int role) const
{
    if (role == Qt::DisplayRole)
        return layer.name;
    if (role == Qt::ToolTipRole || role == DefinitionRole)
        return layer.description;
    return role == SearchRole ? QVariant(folded(layer.name)) : QVariant();
}

QVariant CodebookTreeModel::variableData(const Variable &variable, int role) const
{
    if (role == Qt::DisplayRole)
        return variable.name;
    if (role == Qt::ToolTipRole || role == DefinitionRole)
        return variable.description;
    return role == SearchRole ? QVariant(folded(variable.name)) : QVariant();
}

QVariant CodebookTreeModel::codeData(const Code &code, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return code.retired ? tr("%1 (retired)").arg(code.name) : code.name;
    case Qt::ToolTipRole:
        return code.hint;
    case Qt::AccessibleTextRole:
        return code.key.isEmpty() ? code.name : tr("%1, key %2").arg(code.name, code.key);
    case Qt::AccessibleDescriptionRole:
    case DefinitionRole:
        return code.definition;
    case PathRole:
        return m_codebook.path(code.id);
    case ColorRole:
        return codeColor(m_codebook, code.id, m_dark);
    case ShapeRole:
        return int(shapeOf(m_codebook, code.id));
    case KeyRole:
        return code.key;
    case SearchRole:
        return folded(m_codebook.path(code.id) + u' ' + code.key + u' ' + code.aliases.join(u' ') + u' ' + code.hint + u' ' + code.definition);
    }
    return {};
}

} // namespace galley
