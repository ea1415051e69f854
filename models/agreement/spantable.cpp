// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spantable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct SpanTableText
{
    Q_DECLARE_TR_FUNCTIONS(galley::SpanTable)
};

/// Where the columns of a header are; -1 for one that it does not have.
TableResult<std::vector<qsizetype>> columnsOf(TableRows &rows, const QStringList &names, const QStringList &required)
{
    auto header = rows.next();
    if (!header)
        return std::unexpected(header.error());
    if (!*header)
        return std::unexpected(TableError{SpanTableText::tr("The table is empty.")});
    QStringList found;
    for (const QString &cell : (*header)->cells)
        found += cell.trimmed().toLower();
    std::vector<qsizetype> columns;
    for (const QString &name : names) {
        columns.push_back(found.indexOf(name));
        if (columns.back() < 0 && required.contains(name))
            return std::unexpected(TableError{
                SpanTableText::tr("There is no column “%1”; the columns are: %2").arg(name, found.join(", "_L1)), (*header)->line});
    }
    return columns;
}

QString cellAt(const CsvRow &row, qsizetype column)
{
    return column < 0 ? QString() : row.cells[size_t(column)].trimmed();
}

TableResult<double> numberAt(const CsvRow &row, qsizetype column, const char *name, double standard)
{
    const QString cell = cellAt(row, column);
    if (column < 0 || cell.isEmpty())
        return standard;
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::unexpected(
            TableError{SpanTableText::tr("“%1” in the column %2 is no number.").arg(cell, QLatin1StringView(name)), row.line});
    return number;
}

struct SpanRow
{
    QString document, coder, category;
    double begin = 0, end = 0;
    bool empty = false; ///< only says who coded the document
    int line = 0;
};

TableResult<SpanRow> spanRowOf(const CsvRow &row, const std::vector<qsizetype> &columns)
{
    SpanRow span{cellAt(row, columns[0]), cellAt(row, columns[1]), cellAt(row, columns[4]), 0, 0, false, row.line};
    if (span.coder.isEmpty())
        return std::unexpected(TableError{SpanTableText::tr("The row has no coder."), row.line});
    const bool hasBegin = !cellAt(row, columns[2]).isEmpty(), hasEnd = !cellAt(row, columns[3]).isEmpty();
    if (hasBegin != hasEnd)
        return std::unexpected(TableError{SpanTableText::tr("The row has only one of begin and end."), row.line});
    span.empty = !hasBegin;
    const auto begin = numberAt(row, columns[2], "begin", 0);
    const auto end = numberAt(row, columns[3], "end", 0);
    if (!begin || !end)
        return std::unexpected((begin ? end : begin).error());
    span.begin = *begin;
    span.end = *end;
    if (!span.empty && !(span.begin < span.end))
        return std::unexpected(
            TableError{SpanTableText::tr("The span ends where it begins or before (%1–%2).").arg(span.begin).arg(span.end), row.line});
    return span;
}

/// Spans as the rows have them, gathered by document.
class Gathering
{
public:
    explicit Gathering(const SpanTableOptions &options)
        : m_options(options)
    {
        for (const QString &coder : options.coders)
            m_coders.emplace(coder, qint32(m_coders.size()));
    }

    TableResult<> add(const SpanRow &row);
    TableResult<SpanCodings> finished();

private:
    struct Document
    {
        Continuum continuum;
        std::set<qint32> coders;
        bool isOpen = false;    ///< ends with its last span
        bool areStated = false; ///< its coders are
    };
    TableResult<Document *> documentOf(const SpanRow &row);
    void describe(Document &document, const DocumentTable::Document &known);
    void addUnmarkedDocuments();

    const SpanTableOptions &m_options;
    std::map<QString, qint32> m_coders;
    std::map<QString, qint32> m_categories;
    std::map<QString, Document> m_documents;
};

void Gathering::describe(Document &document, const DocumentTable::Document &known)
{
    document.continuum.begin = known.begin;
    document.continuum.length = known.length;
    document.areStated = !known.coders.isEmpty();
    for (const QString &coder : known.coders)
        document.coders.insert(m_coders.emplace(coder, qint32(m_coders.size())).first->second);
}

/// Texts that coders read without marking anything count too: those of the table of documents, or the one there is.
void Gathering::addUnmarkedDocuments()
{
    if (m_documents.empty() && m_options.documents.documents.isEmpty() && !m_options.coders.isEmpty())
        m_documents[QString()].continuum = {{}, m_options.begin, m_options.length.value_or(0), {}, {}};
    for (const auto &[name, known] : m_options.documents.documents.asKeyValueRange()) {
        const bool wasCoded = !known.coders.isEmpty() || !m_options.coders.isEmpty();
        if (!wasCoded)
            continue;
        if (const auto [found, isNew] = m_documents.try_emplace(name); isNew) {
            found->second.continuum.document = name;
            describe(found->second, known);
        }
    }
}

TableResult<Gathering::Document *> Gathering::documentOf(const SpanRow &row)
{
    const auto [found, isNew] = m_documents.try_emplace(row.document);
    Document &document = found->second;
    if (isNew) {
        document.continuum.document = row.document;
        const auto known = m_options.documents.documents.constFind(row.document);
        if (known != m_options.documents.documents.constEnd()) {
            describe(document, *known);
        } else if (!m_options.documents.documents.isEmpty() && !m_options.length) {
            return std::unexpected(
                TableError{SpanTableText::tr("The document “%1” is not in the table of documents.").arg(row.document), row.line});
        } else {
            document.continuum.begin = m_options.length ? m_options.begin : row.begin;
            document.continuum.length = m_options.length.value_or(0);
            document.isOpen = !m_options.length;
        }
    }
    return &document;
}

TableResult<> Gathering::add(const SpanRow &row)
{
    if (!m_options.coders.isEmpty() && !m_options.coders.contains(row.coder))
        return {};
    auto found = documentOf(row);
    if (!found)
        return std::unexpected(found.error());
    Document &document = **found;
    const qint32 coder = m_coders.emplace(row.coder, qint32(m_coders.size())).first->second;
    if (document.areStated && !document.coders.contains(coder))
        return std::unexpected(TableError{
            SpanTableText::tr("The table of documents does not say that “%1” coded “%2”.").arg(row.coder, row.document), row.line});
    document.coders.insert(coder);
    if (row.empty)
        return {};
    Continuum &continuum = document.continuum;
    if (document.isOpen) {
        const double end = std::max(continuum.end(), row.end);
        continuum.begin = continuum.spans.empty() ? row.begin : std::min(continuum.begin, row.begin);
        continuum.length = (continuum.spans.empty() ? row.end : end) - continuum.begin;
    } else if (row.begin < continuum.begin || row.end > continuum.end()) {
        return std::unexpected(TableError{SpanTableText::tr("The span %1–%2 lies outside the text (%3–%4).")
                                              .arg(row.begin)
                                              .arg(row.end)
                                              .arg(continuum.begin)
                                              .arg(continuum.end()),
                                          row.line});
    }
    const qint32 category = m_categories.emplace(row.category, qint32(m_categories.size())).first->second;
    continuum.spans.push_back({coder, category, row.begin, row.end});
    return {};
}

template <typename Map> std::pair<QStringList, std::vector<qint32>> sorted(const Map &indices)
{
    std::vector<std::pair<QString, qint32>> names(indices.begin(), indices.end());
    std::ranges::sort(names, [](const auto &a, const auto &b) { return a.first.toUcs4() < b.first.toUcs4(); });
    std::pair<QStringList, std::vector<qint32>> result{{}, std::vector<qint32>(names.size())};
    for (const auto &[name, index] : names) {
        result.second[size_t(index)] = qint32(result.first.size());
        result.first += name;
    }
    return result;
}

TableResult<SpanCodings> Gathering::finished()
{
    addUnmarkedDocuments();
    if (m_coders.size() < 2)
        return std::unexpected(
            TableError{SpanTableText::tr("Agreement takes at least two coders; the table has %n.", nullptr, int(m_coders.size())), 1});
    if (m_documents.empty())
        return std::unexpected(TableError{SpanTableText::tr("The table has a header and no rows of these coders."), 1});
    const auto [coders, coderPlaces] = sorted(m_coders);
    const auto [categories, categoryPlaces] = sorted(m_categories);
    SpanCodings codings{coders, categories, {}};
    for (auto &[name, document] : m_documents) {
        Continuum &continuum = document.continuum;
        for (CodedSpan &span : continuum.spans) {
            span.coder = coderPlaces[size_t(span.coder)];
            span.category = categoryPlaces[size_t(span.category)];
        }
        if (m_options.coders.isEmpty()) {
            for (qint32 coder : document.coders)
                continuum.coders.push_back(coderPlaces[size_t(coder)]);
            std::ranges::sort(continuum.coders);
        } else {
            for (qint32 coder = 0; coder < coders.size(); ++coder)
                continuum.coders.push_back(coder);
        }
        codings.documents.push_back(std::move(continuum));
    }
    return codings;
}

} // namespace

TableResult<DocumentTable> readDocumentTable(QByteArray bytes)
{
    auto rows = TableRows::of(std::move(bytes));
    if (!rows)
        return std::unexpected(rows.error());
    const auto columns = columnsOf(*rows, {u"document"_s, u"length"_s, u"begin"_s, u"coders"_s}, {u"document"_s, u"length"_s});
    if (!columns)
        return std::unexpected(columns.error());
    DocumentTable table;
    for (auto row = rows->next();; row = rows->next()) {
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return table;
        const auto length = numberAt(**row, (*columns)[1], "length", -1);
        const auto begin = numberAt(**row, (*columns)[2], "begin", 0);
        if (!length || !begin)
            return std::unexpected((length ? begin : length).error());
        if (*length < 0)
            return std::unexpected(TableError{SpanTableText::tr("A length is a number from 0."), (*row)->line});
        const QString name = cellAt(**row, (*columns)[0]);
        if (table.documents.contains(name))
            return std::unexpected(TableError{SpanTableText::tr("The document “%1” is listed twice.").arg(name), (*row)->line});
        QStringList coders;
        for (const QString &coder : cellAt(**row, (*columns)[3]).split(u';', Qt::SkipEmptyParts))
            coders += coder.trimmed();
        table.documents.insert(name, {*length, *begin, coders});
    }
}

TableResult<SpanCodings> readSpanTable(QByteArray bytes, const SpanTableOptions &options)
{
    auto rows = TableRows::of(std::move(bytes));
    if (!rows)
        return std::unexpected(rows.error());
    const auto columns
        = columnsOf(*rows, {u"document"_s, u"coder"_s, u"begin"_s, u"end"_s, u"category"_s}, {u"coder"_s, u"begin"_s, u"end"_s});
    if (!columns)
        return std::unexpected(columns.error());
    Gathering gathering(options);
    for (auto row = rows->next();; row = rows->next()) {
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return gathering.finished();
        const auto span = spanRowOf(**row, *columns);
        if (!span)
            return std::unexpected(span.error());
        if (auto added = gathering.add(*span); !added)
            return std::unexpected(added.error());
    }
}

} // namespace galley
