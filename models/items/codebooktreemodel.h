// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QAbstractItemModel>

#include <vector>

namespace galley {

/// The codebook as a tree: layers, their variables, their codes. For coding, a span layer's principal codes stand
/// directly below it and nothing else is shown: what one click can apply.
class CodebookTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Shape { Full, Coding };
    enum Kind { LayerKind, VariableKind, CodeKind };
    enum Role {
        KindRole = Qt::UserRole,
        IdRole,      ///< qint64 of the layer, variable or code
        PathRole,    ///< of a code, "Path/To/Code"
        ColorRole,   ///< QColor of a code, fit for the page; see palette.h
        ShapeRole,   ///< int: its LayerShape
        KeyRole,     ///< what applies it
        DefinitionRole,
        SearchRole,  ///< folded name, path and definition
    };

    explicit CodebookTreeModel(Shape shape, QObject *parent = nullptr);

    void setCodebook(const Codebook &codebook); ///< keeps indexes where the tree's shape is unchanged
    void setDark(bool dark);

    const Codebook &codebook() const { return m_codebook; }
    QModelIndex indexOf(CodeId code) const;
    CodeId code(const QModelIndex &index) const; ///< 0 for layers and variables

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node
    {
        Kind kind = LayerKind;
        qint64 id = 0;
        int parent = -1; ///< place in m_nodes
        int row = 0;
        std::vector<int> children;
    };

    static std::vector<Node> nodesOf(const Codebook &codebook, Shape shape);
    QVariant layerData(const Layer &layer, int role) const;
    QVariant variableData(const Variable &variable, int role) const;
    QVariant codeData(const Code &code, int role) const;
    void toldAll();

    Shape m_shape;
    Codebook m_codebook;
    bool m_dark = false;
    std::vector<Node> m_nodes; ///< [0] is the invisible root
};

} // namespace galley
