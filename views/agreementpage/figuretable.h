// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <summary/texttable.h>

#include <QTableView>

class QSortFilterProxyModel;

namespace galley {

class FigureTableModel;

/// A table of figures: sorted as it came, or by a column that is clicked; Return or a double click goes to the cases behind a row.
class FigureTable : public QTableView
{
    Q_OBJECT

public:
    FigureTable(const QString &name, QWidget *parent);

    void setTable(const TextTable &table, bool keepRow = true); ///< the chosen row is kept where its name is
    const TextTable &table() const;
    int currentRow() const; ///< of the table; -1: none
    void chooseRow(int row);

signals:
    void rowChosen(int row);
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    FigureTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace galley
