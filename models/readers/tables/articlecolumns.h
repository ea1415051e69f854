// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/articlefields.h>

#include <QMap>
#include <QStringList>

#include <span>

namespace galley {

/// What is to be told of a table's cells when all are read.
struct CellRemarks
{
    QMap<QString, int> missing; ///< by the mark that stands in them
    int tagged = 0;             ///< texts with tags of HTML

    QStringList sentences() const;
};

/// What each column of a table is: a field of the article, or further information under its own name.
class ArticleColumns
{
public:
    /// Of several columns that mean the same field the one with its own name counts, else the first; what `stated`
    /// (ReadOptions::columns) says goes before all names.
    explicit ArticleColumns(std::span<const QString> header, const QMap<QString, QString> &stated = {});

    size_t size() const { return m_names.size(); }
    bool hasText() const;
    const QString &name(size_t column) const { return m_names[column]; }
    std::optional<ArticleField> field(size_t column) const { return m_fields[column]; }
    qsizetype known() const; ///< how many columns are fields
    QString whyNoText() const; ///< what to tell the user about a table without text

    /// The article of a row with as many cells; a problem where it cannot be taken. Columns of one name are kept apart: "note (2)".
    /// Cells of its fields that hold a mark of a missing value (NA, NULL) are empty.
    ReadValue article(std::span<const QString> cells, CellRemarks &remarks) const;

private:
    std::vector<QString> m_names;
    std::vector<std::optional<ArticleField>> m_fields;
};

} // namespace galley
