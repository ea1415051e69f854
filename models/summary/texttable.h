// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict.h"

#include <QByteArray>

#include <cmath>
#include <optional>
#include <vector>

namespace galley {

/// A table as it is shown and copied.
struct TextTable
{
    struct Column
    {
        QString title;
        bool isFigure = false; ///< stands to the right
        QString note = {};     ///< what it says, where its title is short
    };
    struct Cell
    {
        QString text;
        double order = std::nan(""); ///< what rows are sorted by; not a number: by the text
        QString note = {};           ///< more about it
        std::optional<Verdict> verdict = std::nullopt;
        std::optional<Interval> scale = std::nullopt; ///< `order` is a point on a scale from 0 to 1, and this is its interval; it may be that point alone
    };

    QString caption;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    QStringList notes = {}; ///< below it

    bool isEmpty() const { return rows.empty(); }
};

enum class TableFormat { Text, Markdown, Latex, Csv };

QString nameOf(TableFormat format); ///< "text", "markdown", "latex", "csv"
std::optional<TableFormat> tableFormatNamed(QStringView name);

/// The table with its caption and notes; CSV (RFC 4180) is the table alone. LaTeX is for the package booktabs, and in plain letters that every
/// engine knows.
QString written(const TextTable &table, TableFormat format);

} // namespace galley
