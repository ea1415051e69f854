// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace galley {

struct ValueCell
{
    QString text;
    QVariant key = {};      ///< what it is sorted by; invalid: the text
    QString toolTip = {};
    bool isNumber = false;  ///< stands at the right

    bool operator==(const ValueCell &) const = default;
};

struct ValueRow
{
    qint64 id = 0;
    std::vector<ValueCell> cells;

    bool operator==(const ValueRow &) const = default;
};

ValueCell numberCell(int number, const QString &toolTip = {});

/// A table of values to be looked at, sorted by a click on its columns. Rows of the same ids keep their places, so that what is
/// chosen stays chosen while the figures change.
class ValueTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, KeyRole };

    explicit ValueTable(const QStringList &columns, QObject *parent = nullptr);

    void setRows(std::vector<ValueRow> rows);
    const std::vector<ValueRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QStringList m_columns;
    std::vector<ValueRow> m_rows;
};

} // namespace galley
