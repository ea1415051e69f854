// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <summary/texttable.h>

#include <QAbstractTableModel>

namespace galley {

/// A table of texts and figures as an item model.
class FigureTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        OrderRole = Qt::UserRole, ///< a number, or the text
        VerdictRole,              ///< int, where the cell is a verdict
        ScaleRole,                ///< QPointF(low, high), where OrderRole is a point on a scale from 0 to 1
    };

    static constexpr QChar gap = u'\u2002'; ///< before what stands to the left, so that it keeps from figures that stand to the right

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(TextTable table);
    const TextTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    TextTable m_table;
};

} // namespace galley
