// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "failure.h"
#include "tables.h"

#include <QCryptographicHash>

#include <algorithm>
#include <charconv>
#include <limits>

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
        , m_articles(connection.prepare("SELECT id, uuid, title, outlet, published, url FROM article WHERE deleted = 0 ORDER BY id"))
        , m_annotations(connection.prepare(
              "SELECT article, id, layer, coder, code, uuid, start, end, ranges, quote, memo, status, created, modified, revision "
              "FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0 ORDER BY article, start, end DESC, id"))
    {
    }

    Result<> stream(const std::function<Result<>(const AnnotationRow &)> &take)
    {
        advance();
        while (m_articles.step()) {
            const qint64 article = m_articles.integer(0);
            readArticle();
            while (m_article < article) // of one that is removed
                advance();
            bool any = false;
            for (; m_article == article; advance()) {
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
    void advance() { m_article = m_annotations.step() ? m_annotations.integer(0) : end; }
    bool isTaken() const
    {
        return takes(m_filter.layers, m_annotations.id<LayerId>(2)) && takes(m_filter.coders, m_annotations.id<CoderId>(3));
    }

    void readArticle()
    {
        m_row.article = m_articles.id<ArticleId>(0);
        m_row.articleUuid = m_articles.utf8(1);
        m_row.title = m_articles.utf8(2);
        m_row.outlet = m_articles.utf8(3);
        m_row.published = m_articles.utf8(4);
        m_row.url = m_articles.utf8(5);
    }

    void readAnnotation()
    {
        m_row.id = m_annotations.id<AnnotationId>(1);
        m_row.layer = m_annotations.id<LayerId>(2);
        m_row.coder = m_annotations.id<CoderId>(3);
        m_row.code = m_annotations.id<CodeId>(4);
        m_row.annotationUuid = m_annotations.utf8(5);
        const bool whole = m_annotations.isNull(6);
        m_row.start = whole ? -1 : m_annotations.integer(6);
        m_row.end = whole ? -1 : m_annotations.integer(7);
        m_row.ranges = whole ? std::string_view() : m_annotations.isNull(8) ? m_ranges.of(m_row.start, m_row.end) : m_annotations.utf8(8);
        m_row.quote = m_annotations.utf8(9);
        m_row.memo = m_annotations.utf8(10);
        m_row.status = m_annotations.utf8(11);
        m_row.created = m_annotations.utf8(12);
        m_row.modified = m_annotations.utf8(13);
        m_row.revision = int(m_annotations.integer(14));
        m_values.read(m_row.id.value, m_row.values);
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
        m_row = std::move(row);
    }

    const ExportFilter &m_filter;
    ValueCursor m_values;
    sql::Statement m_articles;
    sql::Statement m_annotations;
    qint64 m_article = -1; ///< of the annotation at hand
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
        sql::Statement rows = d->connection().prepare("SELECT " + columnsOf<Article>()
                                                      + ", body FROM article JOIN article_text ON article = id WHERE deleted = 0 ORDER BY id");
        ArticleRow row;
        while (rows.step()) {
            visitFields(row.article, ColumnReader(rows));
            row.text = rows.utf8(14);
            const QByteArrayView bytes(row.text.data(), qsizetype(row.text.size()));
            if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != row.article.textSha256) {
                throw Failure(Store::tr("The text of “%1” is not the one that was imported: the project file has been altered or damaged. "
                                        "The folder of backups beside it, if there is one, holds earlier states.").arg(row.article.title));
            }
            if (row.article.source != row.source.id)
                row.source = source(row.article.source).value_or(Source{row.article.source, {}, {}, {}});
            row.zones = required(zones(row.article.id));
            row.progress = required(progress(row.article.id));
            required(take(row));
        }
    });
}

} // namespace galley
