// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "articlerows.h"
#include "articletext.h"
#include "codebookuse.h"
#include "connecting.h"
#include "edits.h"
#include "failure.h"
#include "history.h"
#include "tables.h"
#include "touchedrows.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Annotations by article: of one coder, or of all who code.
std::unordered_map<qint64, int> annotationCounts(sql::Connection &connection, CoderId coder)
{
    // The index answers both without touching an annotation.
    sql::Statement rows = connection.prepare(
        coder ? "SELECT article, count(*) FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0 AND coder = ?1 GROUP BY article"
              : "SELECT article, count(*) FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0 AND coder <> ?1 GROUP BY article");
    rows.with(coder ? coder : consensusCoder().id);
    std::unordered_map<qint64, int> counts;
    while (rows.step())
        counts.emplace(rows.integer(0), int(rows.integer(1)));
    return counts;
}

std::unordered_map<qint64, ProgressState> progressOf(sql::Connection &connection, CoderId coder)
{
    sql::Statement rows = connection.prepare("SELECT article, state FROM progress WHERE coder = ?1 AND deleted = 0");
    rows.with(coder);
    std::unordered_map<qint64, ProgressState> states;
    while (rows.step())
        states[rows.integer(0)] = enumStored<ProgressState>(rows.text(1), "progress");
    return states;
}

using AnnotationCounts = std::unordered_map<qint64, int>;

/// In a large project going through all that was coded takes as long as going through the articles: both are done side by side.
std::future<AnnotationCounts> annotationCountsBeside(const OpenFile &file, int busyTimeout, CoderId coder, qint64 articles)
{
    constexpr qint64 worthAConnection = 20'000;
    if (articles < worthAConnection)
        return std::async(std::launch::deferred, [&file, coder] { return annotationCounts(*file.connection, coder); });
    return std::async(std::launch::async, [path = file.file, busyTimeout, coder] { return annotationCounts(*connectTo(path, Access::Read, busyTimeout), coder); });
}

/// Outlets and days are the same in many articles: each is kept once.
class OnceKept
{
public:
    QString operator()(std::string_view utf8)
    {
        const QByteArrayView bytes(utf8.data(), qsizetype(utf8.size()));
        if (const auto known = m_texts.constFind(QByteArray::fromRawData(bytes.data(), bytes.size())); known != m_texts.cend())
            return *known;
        return *m_texts.insert(bytes.toByteArray(), QString::fromUtf8(bytes));
    }

private:
    QHash<QByteArray, QString> m_texts;
};

std::unordered_set<qint64> revisedArticles(sql::Connection &connection)
{
    sql::Statement rows = connection.prepare("SELECT revises FROM article WHERE revises IS NOT NULL AND deleted = 0");
    std::unordered_set<qint64> revised;
    while (rows.step())
        revised.insert(rows.integer(0));
    return revised;
}

template<typename Row>
Row requiredRow(sql::Connection &connection, decltype(Row::id) id)
{
    auto row = stored<Row>(connection, id);
    if (!row)
        throw Failure(Store::tr("There is no such article in the project."));
    return std::move(*row);
}

} // namespace

Result<Codebook> ProjectStore::codebook() const
{
    return attempt([&] {
        const Revision revision = currentRevision(d->connection());
        Codebook codebook(revision.name, revision.number, allStored<Layer>(d->connection()), allStored<Variable>(d->connection()),
                          allStored<Code>(d->connection()), revision.id);
        codebook.setRevisions(revisionNumbers(d->connection()));
        return codebook;
    });
}

Result<CodebookUse> ProjectStore::codebookUse() const
{
    return attempt([&] { return galley::codebookUse(d->connection()); });
}

Result<std::vector<Coder>> ProjectStore::coders() const
{
    return attempt([&] {
        auto coders = allStored<Coder>(d->connection());
        std::erase_if(coders, [](const Coder &coder) { return coder.role == CoderRole::Consensus; });
        return coders;
    });
}

Result<bool> ProjectStore::hasConsensus() const
{
    return attempt([&] { return stored<Coder>(d->connection(), consensusCoder().id).has_value(); });
}

Result<std::vector<Ruling>> ProjectStore::rulings() const
{
    return attempt([&] { return allStored<Ruling>(d->connection()); });
}

Result<std::vector<Comment>> ProjectStore::comments() const
{
    return attempt([&] { return allStored<Comment>(d->connection()); });
}

Result<std::vector<StudyChoice>> ProjectStore::studyChoices() const
{
    return attempt([&] { return allStored<StudyChoice>(d->connection()); });
}

Result<std::vector<Suggestion>> ProjectStore::suggestions() const
{
    return attempt([&] { return allStored<Suggestion>(d->connection()); });
}

Result<std::vector<Suggestion>> ProjectStore::suggestions(ArticleId article) const
{
    return attempt([&] {
        sql::Statement rows = d->connection().prepare("SELECT " + columnsOf<Suggestion>() + " FROM suggestion WHERE article = ?1 AND deleted = 0 ORDER BY start, end DESC, id");
        rows.with(article);
        std::vector<Suggestion> suggestions;
        while (rows.step())
            readRow(rows, suggestions.emplace_back());
        return suggestions;
    });
}

Result<std::vector<Actor>> ProjectStore::actors() const
{
    return attempt([&] { return allStored<Actor>(d->connection()); });
}

Result<std::vector<ArticleSummary>> ProjectStore::articleSummaries(CoderId coder) const
{
    return attempt([&] {
        sql::Connection &connection = d->connection();
        const qint64 number = connection.number("SELECT count(*) FROM article WHERE deleted = 0");
        auto counting = annotationCountsBeside(d->file, d->options.busyTimeout, coder, number);
        const auto states = progressOf(connection, coder);
        const auto revised = revisedArticles(connection);
        // As they lie in the file, and sorted here: in the order of import each would be looked up by itself.
        sql::Statement rows = connection.prepare("SELECT id, title, outlet, published, length, position FROM article NOT INDEXED WHERE deleted = 0");
        std::vector<ArticleSummary> found;
        std::vector<std::tuple<qint64, ArticleId, size_t>> placed; // position, and where it was found
        found.reserve(size_t(number));
        placed.reserve(size_t(number));
        OnceKept outlets, days;
        while (rows.step()) {
            ArticleSummary &summary = found.emplace_back();
            summary.id = rows.id<ArticleId>(0);
            summary.revised = revised.contains(summary.id.value);
            summary.title = rows.text(1);
            summary.outlet = outlets(rows.utf8(2));
            summary.published = days(rows.utf8(3));
            summary.length = rows.integer(4);
            placed.emplace_back(rows.integer(5), summary.id, found.size() - 1);
            if (const auto state = states.find(summary.id.value); state != states.end())
                summary.progress = state->second;
        }
        std::ranges::sort(placed);
        const AnnotationCounts counts = counting.get();
        std::vector<ArticleSummary> summaries;
        summaries.reserve(found.size());
        for (const auto &[position, id, row] : placed) {
            const auto count = counts.find(id.value);
            if (found[row].revised && count == counts.end()) // nothing of it is left behind in the text before
                continue;
            summaries.push_back(std::move(found[row]));
            summaries.back().annotations = count == counts.end() ? 0 : count->second;
        }
        return summaries;
    });
}

Result<std::vector<Article>> ProjectStore::articles() const
{
    return attempt([&] { return allStored<Article>(d->connection()); });
}

Result<Article> ProjectStore::article(ArticleId id) const
{
    return attempt([&] { return requiredRow<Article>(d->connection(), id); });
}

Result<Source> ProjectStore::source(SourceId id) const
{
    return attempt([&] {
        sql::Statement rows = d->connection().prepare("SELECT path, sha256, encoding FROM source WHERE id = ?1");
        if (!rows.with(id).step())
            throw Failure(Store::tr("The project does not say where the article came from."));
        return Source{id, rows.text(0), rows.bytes(1), rows.text(2)};
    });
}

Result<QString> ProjectStore::text(ArticleId id) const
{
    return attempt([&] { return articleText(d->connection(), id); });
}

Result<std::vector<Zone>> ProjectStore::zones(ArticleId id) const
{
    return attempt([&] { return zonesIn(d->connection(), id); });
}

Result<std::vector<Annotation>> ProjectStore::annotations(ArticleId id) const
{
    return attempt([&] { return annotationsIn(d->connection(), id); });
}

Result<std::optional<Annotation>> ProjectStore::annotation(AnnotationId id) const
{
    return attempt([&] { return stored<Annotation>(d->connection(), id); });
}

Result<std::vector<Progress>> ProjectStore::progress(ArticleId id) const
{
    return attempt([&] { return progressIn(d->connection(), id); });
}

Result<std::vector<Operation>> ProjectStore::history(int limit, OperationId before, const Sight &sight) const
{
    return attempt([&] {
        if (sight.seesAll())
            return operations(d->connection(), limit, before);
        if (!d->seen || d->seen->sight() != sight)
            d->seen = std::make_unique<SeenEntries>(sight);
        return d->seen->operations(d->connection(), limit, before);
    });
}

Result<std::vector<ActorId>> ProjectStore::actorsUnseen(const Sight &sight) const
{
    return attempt([&] {
        std::set<ActorId> seen, unseen;
        if (!sight.seesAll()) { // of annotations that are deleted too: a name does not come to be seen by that
            sql::Statement rows = d->connection().prepare("SELECT DISTINCT actor, coder, article FROM annotation_value JOIN annotation ON annotation.id = annotation "
                                                          "WHERE actor IS NOT NULL");
            while (rows.step())
                (sight.sees(rows.id<CoderId>(1), rows.id<ArticleId>(2)) ? seen : unseen).insert(rows.id<ActorId>(0));
        }
        std::vector<ActorId> only;
        std::ranges::set_difference(unseen, seen, std::back_inserter(only));
        return only;
    });
}

Result<std::vector<WorkStep>> ProjectStore::workSteps() const
{
    return attempt([&] {
        std::vector<WorkStep> steps;
        sql::Statement rows = d->connection().prepare("SELECT coder, at, payload FROM standing_operation WHERE coder IS NOT NULL ORDER BY id");
        while (rows.step())
            steps.push_back({rows.id<CoderId>(0), rows.time(1), onlyArticleIn(rows.utf8(2))});
        return steps;
    });
}

Result<bool> ProjectStore::hasAnnotations() const
{
    return attempt([&] { return d->connection().number("SELECT EXISTS (SELECT 1 FROM annotation WHERE deleted = 0)") != 0; });
}

Result<bool> ProjectStore::hasFamilies() const
{
    return attempt([&] {
        return d->connection().number("SELECT EXISTS (SELECT 1 FROM article WHERE family IS NOT NULL AND deleted = 0)") != 0;
    });
}

Result<std::vector<CodingSet>> ProjectStore::codingSets() const
{
    return attempt([&] { return allStored<CodingSet>(d->connection()); });
}

Result<std::vector<Assignment>> ProjectStore::assignments() const
{
    return attempt([&] { return allStored<Assignment>(d->connection()); });
}

Result<std::vector<StoredSample>> ProjectStore::samples() const
{
    return attempt([&] { return allStored<StoredSample>(d->connection()); });
}

Result<Counts> ProjectStore::counts() const
{
    return attempt([&] {
        Counts counts;
        counts.articles = d->connection().number("SELECT count(*) FROM article WHERE deleted = 0");
        // Row by row over the covering index: grouping by layer would sort them all.
        sql::Statement rows = d->connection().prepare("SELECT coder, layer FROM annotation INDEXED BY annotation_reading_order WHERE deleted = 0");
        const auto countOf = [](auto &list, auto id) -> qint64 & {
            for (auto &[known, count] : list) {
                if (known == id)
                    return count;
            }
            return list.emplace_back(id, 0).second;
        };
        while (rows.step()) {
            ++counts.annotations;
            ++countOf(counts.byCoder, rows.id<CoderId>(0));
            ++countOf(counts.byLayer, rows.id<LayerId>(1));
        }
        std::ranges::sort(counts.byCoder);
        std::ranges::sort(counts.byLayer);
        return counts;
    });
}

Result<bool> ProjectStore::touches(OperationId entry, ArticleId article) const
{
    return attempt([&] {
        sql::Connection &connection = d->connection();
        const auto found = operation(connection, entry);
        if (!found || found->kind == OperationKind::Merge)
            return false;
        const auto isThere = [&]<typename T>(const T &edit) {
            if constexpr (std::is_same_v<T, BulkEdit>) {
                if (!edit.template isOf<Annotation>() && !edit.template isOf<Zone>() && !edit.template isOf<Progress>() && !edit.template isOf<Article>())
                    return false;
                const std::string column = edit.template isOf<Article>() ? "id" : "article";
                sql::Statement row = connection.prepare(std::string("SELECT 1 FROM ") + RowKinds::tables[edit.kind] + " WHERE " + column + " = ?1 AND id BETWEEN ?2 AND ?3");
                return std::ranges::any_of(edit.runs, [&](const IdRun &run) { return row.with(article, run.first, run.first + run.count - 1).step(); });
            } else {
                const auto &row = edit.before ? *edit.before : *edit.after;
                if constexpr (requires { { row.article } -> std::convertible_to<ArticleId>; })
                    return row.article == article;
                else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(row)>, Article>)
                    return row.id == article;
                else
                    return false;
            }
        };
        return std::ranges::any_of(changeOf(connection, *found).edits, [&](const AnyEdit &any) { return std::visit(isThere, any); });
    });
}

Result<bool> ProjectStore::altersCodebook(OperationId entry) const
{
    return attempt([&] {
        const auto found = operation(d->connection(), entry);
        return found && found->kind != OperationKind::Merge && galley::altersCodebook(changeOf(d->connection(), *found));
    });
}

} // namespace galley
