// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <summary/reliabilityrow.h>

#include <QTableView>

namespace galley {

/// Which values of one coder stand against which of another: a number in each cell, on a ground that is the darker the more there are
/// (the lighter, in the dark theme). Where both chose the same the cell has a frame, so that it shows without the ground. Arrows move, Return goes to the cases.
class ConfusionView : public QTableView
{
    Q_OBJECT

public:
    explicit ConfusionView(QWidget *parent);

    void setTable(const ConfusionTable &table);
    const ConfusionTable &table() const { return m_table; }

signals:
    void cellActivated(int row, int column);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ConfusionTable m_table;
    class Model;
    Model *m_model;
};

} // namespace galley
