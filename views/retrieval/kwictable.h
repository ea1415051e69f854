// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace galley {

/// Passages in their context, one a line. It stays quick with a million rows: none of them is measured.
class KwicTable : public QTableView
{
    Q_OBJECT

public:
    explicit KwicTable(QWidget *parent = nullptr);

    /// Shares of the width, column by column; a column of 0 is as wide as its heading. Set again with each resize.
    void setShares(std::vector<int> shares);
    void chooseRow(int row); ///< makes it the current and only chosen one; -1: none
    int currentRow() const { return currentIndex().row(); }
    std::vector<int> chosenRows() const; ///< in their order

    void keyboardSearch(const QString &) override { } ///< it would read every row

signals:
    void rowActivated(int row); ///< by Return or a double click
    void typed(const QString &text); ///< somebody types while the list has the focus: they mean the field above it

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void share();
    void measure();

    std::vector<int> m_shares;
};

} // namespace galley
