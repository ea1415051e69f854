// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "edits.h"
#include "failure.h"
#include "keptannotations.h"
#include "tables.h"

#include <base/sha256.h>

#include <array>
#include <charconv>
#include <map>
#include <string>
#include <unordered_map>

/// The long reads: statements that run side by side, merged article by article.
/// They see one state of the file, because a connection's reads share one as long as one of them is under way.
namespace galley {

namespace {

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
    std::string_view of(qint64 stored)
    {
        if (m_text.isNull() || stored != m_stored)
            m_text = sql::isoTime(sql::moment(stored));
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

class Dataset
{
public:
    Dataset(sql::Connection &connection, const ExportFilter &filter)
        : m_filter(filter)
        , m_families(familiesOf(connection))
        , m_articles(connection.prepare("SELECT id, uuid, title, outlet, published, url, family FROM article WHERE deleted = 0 ORDER BY position, id"))
        , m_annotations(connection)
        , m_origins(connection.prepare("SELECT uuid FROM annotation WHERE id = ?1"))
        , m_revisions(revisionNumbers(connection))
    {
    }

    Result<> stream(const std::function<Result<>(const AnnotationRow &)> &take)
    {
        if (!m_articles.step())
            return {};
        m_annotations.find(m_filter);
        do {
            readArticle();
            const auto annotations = m_annotations.of(m_article.article);
            for (KeptAnnotation *kept : annotations) {
                putArticle(kept->row);
                complete(*kept);
                if (const Result<> taken = take(kept->row); !taken)
                    return taken;
            }
            if (!annotations.empty() || !m_filter.withUncodedArticles)
                continue;
            if (const Result<> taken = take(m_article); !taken)
                return taken;
        } while (m_articles.step());
        return {};
    }

private:
    void readArticle()
    {
        m_article.article = m_articles.id<ArticleId>(0);
        m_article.articleUuid = m_articles.utf8(1);
        m_article.title = m_articles.utf8(2);
        m_article.outlet = m_articles.utf8(3);
        m_article.published = m_articles.utf8(4);
        m_article.url = m_articles.utf8(5);
        const auto family = m_families.find(m_articles.id<ArticleId>(6));
        m_article.familyUuid = family == m_families.end() ? std::string_view() : family->second.lead;
        m_article.weight = family == m_families.end() ? 1 : 1.0 / family->second.articles;
    }

    void putArticle(AnnotationRow &row) const
    {
        row.articleUuid = m_article.articleUuid;
        row.title = m_article.title;
        row.outlet = m_article.outlet;
        row.published = m_article.published;
        row.url = m_article.url;
        row.familyUuid = m_article.familyUuid;
        row.weight = m_article.weight;
    }

    /// What is made of what is stored.
    void complete(KeptAnnotation &kept)
    {
        AnnotationRow &row = kept.row;
        if (row.annotationUuid.empty()) {
            m_uuid = uuidTextOf(row.id.value);
            row.annotationUuid = {m_uuid.data(), m_uuid.size()};
        }
        if (row.ranges.empty() && row.start >= 0)
            row.ranges = m_ranges.of(row.start, row.end);
        row.created = m_created.of(kept.created);
        row.modified = m_modified.of(kept.modified);
        const auto revision = m_revisions.find(kept.revision);
        row.revision = revision == m_revisions.end() ? 0 : revision->second;
        row.originUuid = kept.origin ? uuidOfAnnotation(kept.origin) : std::string();
    }

    std::string uuidOfAnnotation(AnnotationId id)
    {
        if (!m_origins.with(id).step())
            return {};
        if (!m_origins.isNull(0))
            return std::string(m_origins.utf8(0));
        const auto text = uuidTextOf(id.value);
        return {text.begin(), text.end()};
    }

    const ExportFilter &m_filter;
    Families m_families;
    sql::Statement m_articles;
    AnnotationRow m_article; ///< without annotation
    KeptAnnotations m_annotations;
    sql::Statement m_origins;
    std::map<RevisionId, int> m_revisions;
    std::array<char, 36> m_uuid; ///< of the annotation at hand, where the row has none
    TimeText m_created, m_modified;
    RangeText m_ranges;
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
