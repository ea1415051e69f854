// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/rows.h>

#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace galley {

/// The values of annotations asked for in roughly ascending order: it steps on, and looks up anew only for a jump.
class ValueCursor
{
public:
    explicit ValueCursor(sql::Connection &connection);

    void read(AnnotationId annotation, std::vector<VariableValue> &values);

private:
    void advance();
    void reach(qint64 annotation);

    static constexpr qint64 end = std::numeric_limits<qint64>::max();

    sql::Statement m_rows;
    qint64 m_emptyFrom = end; ///< from here to m_at there are none
    qint64 m_at = end;
};

/// An annotation on its way out, with the texts that its row looks at.
struct KeptAnnotation
{
    AnnotationRow row;
    std::string texts;
    qint64 created = 0, modified = 0; ///< as stored
    RevisionId revision;
    AnnotationId origin;
};

/// The annotations of a whole project, article by article. Which ones an article has is read from the index at once, 8 bytes each;
/// the rows of an article are then read as they lie in the file, which is many times faster than looking up each in reading order.
class KeptAnnotations
{
public:
    explicit KeptAnnotations(sql::Connection &connection);

    /// Looks for those that go out: first, and in the same read transaction as all that follows.
    void find(const ExportFilter &filter);
    /// Those of an article, in reading order; they hold until the next call.
    std::span<KeptAnnotation *const> of(ArticleId article);

private:
    struct Run
    {
        size_t first = 0, count = 0;
    };

    void reach(qint64 id);
    void keep(KeptAnnotation &kept);

    sql::Connection &m_connection;
    std::vector<qint64> m_ids;
    std::unordered_map<ArticleId, Run> m_runs;
    sql::Statement m_rows;
    qint64 m_at = 0; ///< the row that m_rows is at; 0: none
    ValueCursor m_values;
    std::vector<KeptAnnotation> m_kept;
    std::vector<KeptAnnotation *> m_order;
};

} // namespace galley
