// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptannotations.h"

#include "failure.h"
#include "tables.h"

#include <domain/coder.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace galley {

namespace {

template<typename T>
bool takes(const std::vector<T> &wanted, T id)
{
    return wanted.empty() || std::ranges::contains(wanted, id);
}

bool goesBefore(const KeptAnnotation *one, const KeptAnnotation *other)
{
    const auto place = [](const KeptAnnotation &kept) { return std::tuple(kept.row.start, -kept.row.end, kept.created, kept.row.id); };
    return place(*one) < place(*other);
}

} // namespace

ValueCursor::ValueCursor(sql::Connection &connection)
    : m_rows(connection.prepare(std::string("SELECT annotation, ") + valueColumns + " FROM annotation_value WHERE annotation >= ?1 ORDER BY annotation, ordinal"))
{
}

void ValueCursor::read(AnnotationId annotation, std::vector<VariableValue> &values)
{
    values.clear();
    reach(annotation.value);
    if (m_at != annotation.value)
        return;
    for (; m_at == annotation.value; advance())
        values.push_back(valueFrom(m_rows, 1));
    m_emptyFrom = annotation.value + 1;
}

void ValueCursor::advance()
{
    m_at = m_rows.step() ? m_rows.integer(0) : end;
}

void ValueCursor::reach(qint64 annotation)
{
    if (annotation >= m_emptyFrom && annotation <= m_at)
        return;
    for (int steps = 0; steps < 16 && m_at < annotation; ++steps)
        advance();
    if (m_emptyFrom > annotation || m_at < annotation) {
        m_rows.with(annotation);
        advance();
    }
    m_emptyFrom = annotation;
}

KeptAnnotations::KeptAnnotations(sql::Connection &connection)
    : m_connection(connection)
    , m_rows(connection.prepare("SELECT id, layer, coder, code, uuid, start, end, ranges, quote, memo, status, created, modified, revision, inherited, origin "
                                "FROM annotation WHERE id >= ?1 ORDER BY id"))
    , m_values(connection)
{
}

void KeptAnnotations::find(const ExportFilter &filter)
{
    const CoderId consensus = consensusCoder().id;
    sql::Statement rows = m_connection.prepare(
        "SELECT article, id, coder, layer FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0 ORDER BY article");
    Run *run = nullptr;
    ArticleId last;
    while (rows.step()) {
        const auto article = rows.id<ArticleId>(0);
        const auto coder = rows.id<CoderId>(2);
        const bool isWanted = filter.coders.empty() ? coder != consensus : takes(filter.coders, coder);
        if (!isWanted || !takes(filter.layers, rows.id<LayerId>(3)) || !filter.sight.sees(coder, article))
            continue;
        if (!run || article != last)
            run = &m_runs.emplace(article, Run{m_ids.size(), 0}).first->second;
        last = article;
        ++run->count;
        m_ids.push_back(rows.integer(1));
    }
    for (const auto &[article, known] : m_runs)
        std::sort(m_ids.begin() + qsizetype(known.first), m_ids.begin() + qsizetype(known.first + known.count));
}

std::span<KeptAnnotation *const> KeptAnnotations::of(ArticleId article)
{
    m_order.clear();
    const auto run = m_runs.find(article);
    if (run == m_runs.end())
        return {};
    const std::span ids = std::span(m_ids).subspan(run->second.first, run->second.count);
    if (m_kept.size() < ids.size())
        m_kept.resize(ids.size());
    for (size_t at = 0; at < ids.size(); ++at) {
        reach(ids[at]);
        m_kept[at].row.article = article;
        keep(m_kept[at]);
        m_order.push_back(&m_kept[at]);
    }
    std::ranges::sort(m_order, goesBefore);
    return m_order;
}

void KeptAnnotations::reach(qint64 id)
{
    if (m_at > 0 && m_at < id)
        m_at = m_rows.step() ? m_rows.integer(0) : 0;
    if (m_at == id)
        return;
    m_at = m_rows.with(id).step() ? m_rows.integer(0) : 0;
    if (m_at != id)
        throw Failure(Store::tr("The project file is damaged: an annotation that its index has is not there."), QString::number(id));
}

void KeptAnnotations::keep(KeptAnnotation &kept)
{
    AnnotationRow &row = kept.row;
    row.id = m_rows.id<AnnotationId>(0);
    row.layer = m_rows.id<LayerId>(1);
    row.coder = m_rows.id<CoderId>(2);
    row.code = m_rows.id<CodeId>(3);
    const bool whole = m_rows.isNull(5);
    row.start = whole ? -1 : m_rows.integer(5);
    row.end = whole ? -1 : m_rows.integer(6);
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    kept.created = m_rows.isNull(11) ? none : m_rows.integer(11);
    kept.modified = m_rows.isNull(12) ? none : m_rows.integer(12);
    kept.revision = m_rows.id<RevisionId>(13);
    row.inherited = m_rows.integer(14) != 0;
    kept.origin = m_rows.id<AnnotationId>(15);

    const std::array texts{std::pair(&row.annotationUuid, m_rows.utf8(4)), std::pair(&row.ranges, m_rows.utf8(7)), std::pair(&row.quote, m_rows.utf8(8)),
                           std::pair(&row.memo, m_rows.utf8(9)), std::pair(&row.status, m_rows.utf8(10))};
    kept.texts.clear();
    for (const auto &[view, text] : texts)
        kept.texts += text;
    size_t at = 0;
    for (const auto &[view, text] : texts) {
        *view = std::string_view(kept.texts).substr(at, text.size());
        at += text.size();
    }
    m_values.read(row.id, row.values);
}

} // namespace galley
