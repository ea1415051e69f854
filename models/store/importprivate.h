// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "allotment.h"

#include <store/importsession.h>

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <memory>
#include <optional>
#include <unordered_set>

namespace galley {

/// Its own connection, so that an import can run on another thread while the store goes on reading.
struct ImportSession::Private
{
    Private(const QString &file, std::shared_ptr<Allotment> shared, int busyTimeout);
    ~Private();

    sql::Connection &use(); ///< throws Failure once it is committed
    void count(size_t kind, qint64 id);
    bool altersOwnRow(const AnyEdit &edit) const;
    Change written(const QString &text) const;

    std::shared_ptr<Allotment> allotment;
    std::unique_ptr<sql::Connection> connection;
    std::optional<SQLite::Transaction> transaction;
    std::vector<AnyEdit> edits; ///< of single rows
    std::optional<Edit<QString>> codebookName;
    std::array<std::vector<IdRun>, RowKinds::size> runs;         ///< what was added in bulk, by kind
    std::array<std::unordered_set<qint64>, RowKinds::size> own;  ///< likewise
    qint64 position = 0;                                         ///< of the next article
    bool committed = false;
};

} // namespace galley
