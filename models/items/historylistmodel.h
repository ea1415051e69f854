// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace galley {

/// The history, newest first, read in pages as it is scrolled.
class HistoryListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TextColumn, CoderColumn, TimeColumn, ColumnCount };
    enum Role {
        OperationIdRole = Qt::UserRole, ///< qint64
        ByRole,                         ///< qint64: the coder's id; 0: nobody's
        KindRole,                       ///< OperationKind as int
        UndoneRole,                     ///< bool: taken back (and perhaps no longer to be redone)
        TextRole,                       ///< what was done, without "Undo:"
        CoderRole,
        AtRole,   ///< QDateTime, UTC
        WhenRole, ///< for people: "14:03" today, else with the date
    };
    /// At most `limit` operations older than `before` (0: the newest), newest first.
    using Fetch = std::function<std::vector<Operation>(int limit, OperationId before)>;

    explicit HistoryListModel(QObject *parent = nullptr);

    void setFetch(Fetch fetch); ///< and reads the first page
    void setCoders(std::vector<Coder> coders);
    void refresh(); ///< connect to Project::historyChanged: what is new comes on top, what was undone turns grey
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    Fetch m_fetch;
    std::vector<Operation> m_rows;
    std::vector<Coder> m_coders;
    bool m_complete = true;
};

} // namespace galley
