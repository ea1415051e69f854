// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "edits.h"
#include "failure.h"
#include "tables.h"

#include <base/sha256.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>

/// The long reads: statements that run side by side in the same order and are merged, so that nothing is sorted or kept.
/// They see one state of the file, because a connection's reads share one as long as one of them is under way.
namespace galley {

namespace {

constexpr qint64 end = std::numeric_limits<qint64>::max();

/// The values of annotations asked for in roughly ascending order: it steps on, and looks up anew only for a jump.
class ValueCursor
{
public:
    explicit ValueCursor(sql::Connection &connection)
        : m_rows(connection.prepare("SELECT annotation, variable, code, actor, number, boolean, text FROM annotation_value "
                                    "WHERE annotation >= ?1 ORDER BY annotation, ordinal"))
    {
    }

    void read(qint64 annotation, std::vector<VariableValue> &values)
    {
        values.clear();
        reach(annotation);
        for (; m_at == annotation; advance())
            values.push_back(valueFrom(m_rows, 1));
        m_asked = annotation;
    }

private:
    void advance() { m_at = m_rows.step() ? m_rows.integer(0) : end; }
    void reach(qint64 annotation)
    {
        if (annotation > m_asked) { // the rows between the last one asked for and m_at are known to be none
            for (int steps = 0; steps < 16 && m_at < annotation; ++steps)
                advance();
            if (m_at >= annotation)
                return;
        }
        m_rows.with(annotation);
        advance();
    }

    sql::Statement m_rows;
    qint64 m_at = -1;
    qint64 m_asked = end;
};

/// [[start,end]] of the only range, without an allocation.
class RangeText
{
public:
    std::string_view of(qint64 first, qint64 last)
    {
        char *at = m_buffer;
        *at++ = '[';
        *at++ = '[';
        at = std::to_chars(at, m_buffer + sizeof m_buffer, first).ptr;
        *at++ = ',';
        at = std::to_chars(at, m_buffer + sizeof m_buffer, last).ptr;
        *at++ = ']';
        *at++ = ']';
        return {m_buffer, size_t(at - m_buffer)};
    }

private:
    char m_buffer[64];
};

/// A time as ISO 8601 in UTC, kept until the next one: what came in together was made at one time.
class TimeText
{
public:
    std::string_view of(const sql::Statement &row, int column)
    {
        const qint64 stored = row.integer(column);
        if (m_text.isNull() || stored != m_stored)
            m_text = sql::isoTime(row.moment(column));
        m_stored = stored;
        return {m_text.constData(), size_t(m_text.size())};
    }

private:
    QByteArray m_text;
    qint64 m_stored = 0;
};

struct Family
{
    std::string lead; ///< its UUID
    int articles = 0;
};
using Families = std::unordered_map<ArticleId, Family>; ///< by the lead

Families familiesOf(sql::Connection &connection)
{
    Families families;
    sql::Statement rows = connection.prepare(
        "SELECT copy.family, lead.uuid, count(*) FROM article AS copy JOIN article AS lead ON lead.id = copy.family "
        "WHERE copy.family IS NOT NULL AND copy.deleted = 0 GROUP BY copy.family");
    while (rows.step())
        families.emplace(rows.id<ArticleId>(0), Family{std::string(rows.utf8(1)), int(rows.integer(2))});
    return families;
}

template<typename T>
bool takes(const std::vector<T> &wanted, T id)
{
    return wanted.empty() || std::ranges::contains(wanted, id);
}

class Dataset
{
public:
    Dataset(sql::Connection &connection, const ExportFilter &filter)
        : m_filter(filter)
        , m_values(connection)
        , m_families(familiesOf(connection))
        , m_articles(connection.prepare("SELECT id, uuid, title, outlet, published, url, family FROM article WHERE deleted = 0 ORDER BY position, id"))
        , m_annotations(connection.prepare(
              "SELECT article, id, layer, coder, code, uuid, start, end, ranges, quote, memo, status, created, modified, revision, inherited, origin "
              "FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0 AND article = ?1 ORDER BY start, end DESC, created, id"))
        , m_origins(connection.prepare("SELECT uuid FROM annotation WHERE id = ?1"))
        , m_revisions(revisionNumbers(connection))
    {
    }

    Result<> stream(const std::function<Result<>(const AnnotationRow &)> &take)
    {
        while (m_articles.step()) {
            readArticle();
            bool any = false;
            m_annotations.with(m_row.article);
            while (m_annotations.step()) {
                if (!isTaken())
                    continue;
                any = true;
                readAnnotation();
                if (const Result<> taken = take(m_row); !taken)
                    return taken;
            }
            if (any || !m_filter.withUncodedArticles)
                continue;
            forgetAnnotation();
            if (const Result<> taken = take(m_row); !taken)
                return taken;
        }
        return {};
    }

private:
    bool isTaken() const
    {
        const auto coder = m_annotations.id<CoderId>(3);
        return takes(m_filter.layers, m_annotations.id<LayerId>(2)) && (m_filter.coders.empty() ? coder != m_consensus : takes(m_filter.coders, coder))
            && m_filter.sight.sees(coder, m_row.article);
    }

    void readArticle()
    {
        m_row.article = m_articles.id<ArticleId>(0);
        m_row.articleUuid = m_articles.utf8(1);
        m_row.title = m_articles.utf8(2);
        m_row.outlet = m_articles.utf8(3);
        m_row.published = m_articles.utf8(4);
        m_row.url = m_articles.utf8(5);
        const auto family = m_families.find(m_articles.id<ArticleId>(6));
        m_row.familyUuid = family == m_families.end() ? std::string_view() : family->second.lead;
        m_row.weight = family == m_families.end() ? 1 : 1.0 / family->second.articles;
    }

    void readAnnotation()
    {
        m_row.id = m_annotations.id<AnnotationId>(1);
        m_row.layer = m_annotations.id<LayerId>(2);
        m_row.coder = m_annotations.id<CoderId>(3);
        m_row.code = m_annotations.id<CodeId>(4);
        if (m_annotations.isNull(5)) {
            m_uuid = uuidOf(m_row.id.value).toByteArray(QUuid::WithoutBraces);
            m_row.annotationUuid = {m_uuid.constData(), size_t(m_uuid.size())};
        } else {
            m_row.annotationUuid = m_annotations.utf8(5);
        }
        const bool whole = m_annotations.isNull(6);
        m_row.start = whole ? -1 : m_annotations.integer(6);
        m_row.end = whole ? -1 : m_annotations.integer(7);
        m_row.ranges = whole ? std::string_view() : m_annotations.isNull(8) ? m_ranges.of(m_row.start, m_row.end) : m_annotations.utf8(8);
        m_row.quote = m_annotations.utf8(9);
        m_row.memo = m_annotations.utf8(10);
        m_row.status = m_annotations.utf8(11);
        m_row.created = m_created.of(m_annotations, 12);
        m_row.modified = m_modified.of(m_annotations, 13);
        const auto revision = m_revisions.find(m_annotations.id<RevisionId>(14));
        m_row.revision = revision == m_revisions.end() ? 0 : revision->second;
        m_row.inherited = m_annotations.integer(15) != 0;
        m_row.originUuid = m_annotations.isNull(16) ? std::string() : uuidOfAnnotation(m_annotations.id<AnnotationId>(16));
        m_values.read(m_row.id.value, m_row.values);
    }

    std::string uuidOfAnnotation(AnnotationId id)
    {
        if (!m_origins.with(id).step())
            return {};
        return m_origins.isNull(0) ? uuidOf(id.value).toString(QUuid::WithoutBraces).toStdString() : std::string(m_origins.utf8(0));
    }

    void forgetAnnotation()
    {
        AnnotationRow row;
        row.article = m_row.article;
        row.articleUuid = m_row.articleUuid;
        row.title = m_row.title;
        row.outlet = m_row.outlet;
        row.published = m_row.published;
        row.url = m_row.url;
        row.familyUuid = m_row.familyUuid;
        row.weight = m_row.weight;
        m_row = std::move(row);
    }

    const ExportFilter &m_filter;
    const CoderId m_consensus = consensusCoder().id;
    ValueCursor m_values;
    Families m_families;
    sql::Statement m_articles;
    sql::Statement m_annotations;
    sql::Statement m_origins;
    std::map<RevisionId, int> m_revisions;
    QByteArray m_uuid; ///< of the annotation at hand, where the row has none
    TimeText m_created, m_modified;
    RangeText m_ranges;
    AnnotationRow m_row;
};

} // namespace

Result<> ProjectStore::forEachAnnotation(const ExportFilter &filter, const std::function<Result<>(const AnnotationRow &)> &take) const
{
    const auto streamed = attempt([&] { required(Dataset(d->connection(), filter).stream(take)); });
    return streamed;
}

Result<> ProjectStore::forEachArticle(const std::function<Result<>(const ArticleRow &)> &take) const
{
    return attempt([&] {
        sql::Statement rows = d->connection().prepare("SELECT body, " + columnsOf<Article>()
                                                      + " FROM article JOIN article_text ON article = id WHERE deleted = 0 ORDER BY position, id");
        sql::Statement others = d->connection().prepare("SELECT uuid FROM article WHERE id = ?1");
        const auto uuidOf = [&](ArticleId id) { return others.with(id).step() ? others.uuid(0) : QUuid(); };
        ArticleRow row;
        while (rows.step()) {
            readRow(rows, row.article, 1);
            row.text = rows.utf8(0);
            const QByteArrayView bytes(row.text.data(), qsizetype(row.text.size()));
            if (sha256Of(bytes) != row.article.textSha256) {
                throw Failure(Store::tr("The text of “%1” is not the one that was imported: the project file has been altered or damaged. "
                                        "The folder of backups beside it, if there is one, holds earlier states.").arg(row.article.title));
            }
            if (row.article.source != row.source.id)
                row.source = source(row.article.source).value_or(Source{row.article.source, {}, {}, {}});
            row.family = row.article.family ? uuidOf(row.article.family) : QUuid();
            row.revises = row.article.revises ? uuidOf(row.article.revises) : QUuid();
            row.zones = required(zones(row.article.id));
            row.progress = required(progress(row.article.id));
            required(take(row));
        }
    });
}

} // namespace galley
