// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace galley {

/// A row of a table that is a codebook, by its line or number.
struct CodebookRow
{
    int line = 0;
    std::vector<QString> cells;
};

/// What the columns of a table of codes mean: "name", "parent", "layer" … and the other keys of a codebook file, by what the field calls
/// them ("label", "description", "memo", "inclusion criteria", "Ankerbeispiel" …), in any order and case.
class CodebookColumns
{
public:
    /// The header is the first row, or soon below it, that names a column for the codes. Empty where none does.
    static std::optional<CodebookColumns> in(const std::vector<CodebookRow> &rows);

    size_t header() const { return m_header; } ///< the rows below it are codes
    bool has(const QString &key) const { return m_places.contains(key); }
    /// A cell without blanks at its ends, lines ended by LF; empty where there is no such column.
    QString cell(const CodebookRow &row, const QString &key) const;
    QStringList unknown() const { return m_unknown; } ///< the names of columns that mean nothing here

    void take(const QString &key, const QString &as); ///< from now on the column means another thing; empty: nothing

private:
    size_t m_header = 0;
    std::map<QString, size_t> m_places;
    std::map<QString, QString> m_written; ///< by key, what the header says
    QStringList m_unknown;
};

} // namespace galley
