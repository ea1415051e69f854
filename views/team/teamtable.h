// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/valuetable.h>

#include <QSortFilterProxyModel>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace galley {

class EmptyState;

/// A table of the team with its heading and what can be done with the rows chosen; while it has none, it says what to do.
class TeamTable : public QWidget
{
    Q_OBJECT

public:
    TeamTable(const QString &title, const QString &emptyIcon, const QStringList &columns, QWidget *parent);

    ValueTable &values() { return m_values; }
    QTableView &view() { return *m_view; }
    EmptyState &empty() { return *m_empty; }
    QPushButton *addButton(const QString &name, const QString &text);
    std::vector<qint64> chosen() const; ///< ids, in the order shown
    void choose(qint64 id);
    void setRows(std::vector<ValueRow> rows);

signals:
    void chosenChanged();

private:
    ValueTable m_values;
    QSortFilterProxyModel m_sorted;
    QHBoxLayout *m_buttons;
    QStackedWidget *m_stack;
    QTableView *m_view;
    EmptyState *m_empty;
};

} // namespace galley
