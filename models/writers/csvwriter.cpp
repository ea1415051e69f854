// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvwriter.h"

#include "jsontext.h"
#include "writer.h"

#include <domain/rangetext.h>

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace galley {

namespace {

constexpr std::string_view columns
    = "annotation_id,article_id,title,outlet,published,url,layer,code,start,end,ranges,quote,coder,status,memo,created,modified";

constexpr uint64_t everyByte(char c)
{
    return 0x0101010101010101u * uint64_t(uchar(c));
}

/// Does one of the eight bytes equal `c`?
constexpr uint64_t holds(uint64_t word, char c)
{
    const uint64_t difference = word ^ everyByte(c);
    return (difference - 0x0101010101010101u) & ~difference & 0x8080808080808080u;
}

/// Quotes, commas and line ends make a cell that has to be quoted. Eight bytes at a time: most text has none of them.
bool needsQuotes(std::string_view text)
{
    size_t at = 0;
    for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
        uint64_t word;
        std::memcpy(&word, text.data() + at, sizeof word);
        if (holds(word, '"') | holds(word, ',') | holds(word, '\n') | holds(word, '\r'))
            return true;
    }
    for (; at < text.size(); ++at) {
        if (text[at] == '"' || text[at] == ',' || text[at] == '\n' || text[at] == '\r')
            return true;
    }
    return false;
}

bool looksLikeFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 10> beginnings{"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (const std::string_view beginning : beginnings) {
        if (text.starts_with(beginning))
            return true;
    }
    return false;
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (size_t at = 0; at < text.size();) {
        const auto *quote = static_cast<const char *>(std::memchr(text.data() + at, '"', text.size() - at));
        const size_t end = quote ? size_t(quote - text.data()) + 1 : text.size();
        out.append(text, at, end - at);
        if (quote)
            out += '"';
        at = end;
    }
    out += '"';
}

void appendCell(std::string &out, std::string_view text)
{
    if (needsQuotes(text))
        appendQuoted(out, text);
    else
        out += text;
}

void appendNumber(std::string &out, qint64 number)
{
    std::array<char, 24> digits;
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void appendTextCell(std::string &out, std::string_view text, bool excelSafe)
{
    if (excelSafe && looksLikeFormula(text))
        appendCell(out, '\'' + std::string(text));
    else
        appendCell(out, text);
}

} // namespace

CsvWriter::CsvWriter(
    QIODevice &device, const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors, CsvOptions options)
    : m_labels(codebook, coders, actors)
    , m_options(options)
    , m_out(device)
    , m_values(m_labels.columns().size())
{
    if (m_options.rulings) {
        for (const RulingRow &ruling : *m_options.rulings) {
            for (const std::string &result : ruling.results)
                m_rulings.emplace(result, &ruling);
        }
    }
    header();
}

void CsvWriter::header()
{
    if (m_options.bom)
        m_out.text += "\xEF\xBB\xBF";
    m_out.text += columns;
    for (const Labels::Column &column : m_labels.columns()) {
        const std::string name = std::string(m_labels.layer(column.layer)) + '.' + column.name;
        textCell(name);
        if (column.passage)
            textCell(name + ".ranges");
    }
    if (m_options.families)
        m_out.text += ",family_id,weight";
    if (m_options.rulings)
        m_out.text += ",ruling,ruling_reason,ruling_category,ruled_by,ruled_at";
    m_out.text += "\r\n";
}

void CsvWriter::cell(std::string_view text)
{
    m_out.text += ',';
    appendCell(m_out.text, text);
}

void CsvWriter::textCell(std::string_view text)
{
    m_out.text += ',';
    appendTextCell(m_out.text, text, m_options.excelSafe);
}

/// Rows come article by article, so what repeats is escaped once.
void CsvWriter::articleCells(const AnnotationRow &row)
{
    if (row.article != m_article || m_articleCells.empty()) {
        m_article = row.article;
        m_articleCells.clear();
        for (const std::string_view text : {row.articleUuid, row.title, row.outlet, row.published, row.url}) {
            m_articleCells += ',';
            appendTextCell(m_articleCells, text, m_options.excelSafe);
        }
    }
    m_out.text += m_articleCells;
}

Result<> CsvWriter::write(const AnnotationRow &row)
{
    std::string &out = m_out.text;
    appendCell(out, row.annotationUuid);
    articleCells(row);
    textCell(m_labels.layer(row.layer));
    textCell(m_labels.code(row.code));
    out += ',';
    if (row.start >= 0)
        appendNumber(out, row.start);
    out += ',';
    if (row.end >= 0)
        appendNumber(out, row.end);
    cell(row.ranges);
    textCell(row.quote);
    textCell(m_labels.coder(row.coder));
    cell(row.inherited ? std::string_view("inherited") : row.status);
    textCell(row.memo);
    cell(row.created);
    cell(row.modified);
    variableCells(row);
    if (m_options.families) {
        cell(row.familyUuid);
        cell(numberText(row.weight));
    }
    if (m_options.rulings)
        rulingCells(row);
    out += "\r\n";
    return m_out.drain();
}

void CsvWriter::rulingCells(const AnnotationRow &row)
{
    const auto known = m_rulings.find(row.annotationUuid);
    if (known == m_rulings.end()) {
        m_out.text += ",,,,,";
        return;
    }
    const RulingRow &ruling = *known->second;
    cell(ruling.how);
    for (const std::string_view text : {std::string_view(ruling.reason), std::string_view(ruling.category), std::string_view(ruling.by)})
        textCell(text);
    cell(ruling.at);
}

void CsvWriter::variableCells(const AnnotationRow &row)
{
    for (const VariableValue &value : row.values) {
        const int column = m_labels.column(value.variable);
        if (column < 0)
            continue;
        if (m_values[size_t(column)].empty())
            m_filled.push_back(column);
        m_values[size_t(column)].push_back(&value.value);
    }
    const int principal = row.code ? m_labels.principalColumn(row.layer) : -1;
    for (size_t at = 0; at < m_values.size(); ++at) {
        const Labels::Column &column = m_labels.columns()[at];
        if (int(at) == principal)
            textCell(m_labels.code(row.code));
        else
            valueCell(m_values[at], column.multiple);
        if (column.passage)
            rangesCell(m_values[at], column.multiple);
    }
    for (const int column : m_filled)
        m_values[size_t(column)].clear();
    m_filled.clear();
}

void CsvWriter::valueCell(const std::vector<const Value *> &values, bool multiple)
{
    if (values.empty()) {
        m_out.text += ',';
        return;
    }
    const std::string first = m_labels.text(*values.front());
    if (values.size() == 1 && std::holds_alternative<double>(*values.front()))
        return cell(first);
    if (values.size() == 1 && !(multiple && first.starts_with('[')))
        return textCell(first);
    std::string list;
    for (const Value *value : values) {
        list += list.empty() ? '[' : ',';
        appendJson(list, m_labels.text(*value));
    }
    cell(list + ']');
}

void CsvWriter::rangesCell(const std::vector<const Value *> &values, bool multiple)
{
    std::string list;
    for (const Value *value : values) {
        if (const auto *passage = std::get_if<Passage>(value))
            list += (list.empty() ? "" : ",") + rangesText(passage->ranges);
    }
    cell(multiple && !list.empty() ? '[' + list + ']' : list);
}

Result<> CsvWriter::finish()
{
    return m_out.finish();
}

namespace {

struct CsvText
{
    Q_DECLARE_TR_FUNCTIONS(galley::CsvWriter)
};

Result<qint64> writeCsv(const StreamedDataset &dataset, QIODevice &device, const WriteOptions &options)
{
    CsvWriter writer(device, dataset.codebook, dataset.coders, dataset.actors, {options.bom, options.excelSafe, dataset.hasFamilies, dataset.rulings ? &*dataset.rulings : nullptr});
    qint64 rows = 0;
    const auto written = dataset.annotations({options.allArticles, {}, {}}, [&](const AnnotationRow &row) {
        ++rows;
        return writer.write(row);
    });
    if (!written)
        return std::unexpected(written.error());
    return writer.finish().transform([=] { return rows; });
}

} // namespace

extern const Writer csvWriter{"csv", [] { return CsvText::tr("CSV tables"); }, "csv", "one row per annotation", false, writeCsv};

} // namespace galley
