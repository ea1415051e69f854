// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebooktable.h"

#include "composedcodebook.h"

#include <domain/codepath.h>
#include <domain/nameduuid.h>
#include <readers/readertext.h>
#include <readers/tables/tablerows.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t noCode = size_t(-1);

/// A code of a variable, as its row has it; without a row where only others name it.
struct TableCode
{
    CodebookNode node;
    QString name, parent, value, id;
    size_t above = noCode;
    size_t order = 0; ///< among those beside it
};

struct TableVariable
{
    QString name;
    CodebookNode node;
    std::vector<TableCode> codes = {};
};

struct TableLayer
{
    QString name;
    CodebookNode node;
    std::vector<TableVariable> variables = {};
};

/// The steps of what a cell names from the top: "Crime > Courts", "Crime\Courts", "Crime::Courts", or Galley's own "Crime/Courts".
QStringList stepsOf(const QString &path)
{
    for (const QString &between : {u" > "_s, u">"_s, u"::"_s}) {
        if (path.contains(between))
            return path.split(between, Qt::SkipEmptyParts);
    }
    static const QRegularExpression backslash(u"\\\\(?!/)"_s), slash(u"(?<!\\\\)/"_s);
    QStringList steps = path.split(path.contains(backslash) ? backslash : slash, Qt::SkipEmptyParts);
    for (QString &step : steps)
        step.replace(u"\\/"_s, u"/"_s);
    return steps;
}

/// On one line: blanks within stay as they are.
QString nameInCell(const QString &cell)
{
    return cell.contains(u'\n') || cell.contains(u'\t') ? cell.simplified() : cell;
}

QStringList linesIn(const QString &cell)
{
    QStringList lines;
    for (const QString &line : cell.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    }
    return lines;
}

/// Names joined by ";", or one a line where a name has one of its own: a line end behind a single one says so, too.
QStringList namesInCell(const QString &cell, bool hasLines)
{
    if (hasLines)
        return linesIn(cell);
    QStringList names;
    for (const QString &name : cell.split(u';', Qt::SkipEmptyParts))
        names += name.trimmed();
    names.removeAll(QString());
    return names;
}

/// "true" and "false", as a table says it; anything else as it is, for the reason that is then given.
QString flagMeant(const QString &cell)
{
    static const QStringList yes{u"true"_s, u"yes"_s, u"x"_s, u"1"_s, u"y"_s, u"ja"_s}, no{u"false"_s, u"no"_s, u"0"_s, u"n"_s, u"nein"_s};
    const QString word = cell.toLower();
    return yes.contains(word) ? u"true"_s : no.contains(word) ? u"false"_s : cell;
}

bool isNumberCell(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

class TableReading
{
public:
    TableReading(const std::vector<CodebookRow> &rows, const CodebookSource &source)
        : m_rows(rows)
        , m_source(source)
    {
    }

    Result<IncomingCodebook> read()
    {
        const auto columns = CodebookColumns::in(m_rows);
        if (!columns)
            return refusedCodebook({{m_rows.empty() ? 1 : m_rows.front().line, Readers::tr("No column holds the names of codes: the first row names the columns, and one is called “name”, “code” or “label”.")}}, m_source.file);
        m_columns = *columns;
        if (m_rows.size() > size_t(mostCodes))
            return refusedCodebook({tooManyCodes(m_rows[size_t(mostCodes)].line)}, m_source.file);
        settleColumns();
        for (size_t at = m_columns.header() + 1; at < m_rows.size(); ++at)
            takeRow(m_rows[at]);
        std::vector<CodebookNode> layers;
        for (TableLayer &layer : m_layers)
            layers.push_back(nodeOf(layer));
        if (!m_problems.empty())
            return refusedCodebook(std::move(m_problems), m_source.file);
        if (layers.empty())
            return refusedCodebook({{m_rows.front().line, Readers::tr("The table has no codes.")}}, m_source.file);
        const auto codebook = codebookOf(composedCodebook(m_source.name, std::move(layers)), CodebookSyntax::Composed, m_source.file);
        if (!codebook)
            return std::unexpected(codebook.error());
        tell();
        return IncomingCodebook{*codebook, m_remarks};
    }

private:
    QString cell(const CodebookRow &row, const QString &key) const { return m_columns.cell(row, key); }

    bool all(const QString &key, const std::function<bool(const QString &)> &isSo) const
    {
        return std::all_of(m_rows.begin() + ptrdiff_t(m_columns.header()) + 1, m_rows.end(), [&](const CodebookRow &row) {
            const QString text = cell(row, key);
            return text.isEmpty() || isSo(text);
        });
    }

    /// Which of them hold names, numbers or short forms shows in what they hold.
    void settleColumns()
    {
        if (m_columns.has(u"code"_s) && !m_columns.has(u"name"_s) && !m_columns.has(u"path"_s))
            m_columns.take(u"code"_s, u"name"_s);
        if (m_columns.has(u"code"_s))
            m_columns.take(u"code"_s, all(u"code"_s, isNumberCell) && !m_columns.has(u"value"_s) ? u"value"_s : u"aliases"_s);
        if (!all(u"value"_s, isNumberCell))
            m_columns.take(u"value"_s, u"aliases"_s);
        if (!all(u"key"_s, [](const QString &key) { return key.size() == 1; }))
            m_columns.take(u"key"_s, u"aliases"_s);
        static const QRegularExpression colour(u"^#?[0-9a-fA-F]{6}$"_s);
        if (!all(u"color"_s, [](const QString &text) { return colour.match(text).hasMatch(); }))
            m_columns.take(u"color"_s, {});
        if (!all(u"type"_s, [](const QString &text) { return variableTypeNamed(text.toLower()).has_value(); }))
            m_columns.take(u"type"_s, {});
        static const QRegularExpression numbered(u"^\\d+(?:\\.\\d+)?\\s*[.):=–-]?\\s+\\S"_s);
        m_namesAreNumbered = !m_columns.has(u"value"_s) && m_columns.has(u"name"_s) && all(u"name"_s, [](const QString &name) { return numbered.match(name).hasMatch(); });
    }

    void takeRow(const CodebookRow &row)
    {
        QString name = nameInCell(cell(row, u"name"_s)), value = cell(row, u"value"_s), parent = nameInCell(cell(row, u"parent"_s));
        if (m_columns.has(u"path"_s)) {
            QStringList steps = stepsOf(cell(row, u"path"_s));
            if (!steps.isEmpty()) {
                const QString last = steps.takeLast().simplified();
                name = name.isEmpty() ? last : name;
                QString path;
                for (const QString &step : steps)
                    path = pathBelow(path, step.simplified());
                parent = path;
            }
        }
        if (m_namesAreNumbered) {
            static const QRegularExpression parts(u"^(\\d+(?:\\.\\d+)?)\\s*[.):=–-]?\\s+(.*)$"_s);
            const auto match = parts.match(name);
            value = match.captured(1);
            name = match.captured(2);
        }
        const QString layerName = nameInCell(cell(row, u"layer"_s)), variableName = nameInCell(cell(row, u"variable"_s));
        if (name.isEmpty() && layerName.isEmpty() && variableName.isEmpty())
            return; // a row of blanks, or of what belongs to no code
        TableLayer &layer = layerOf(row, layerName);
        if (name.isEmpty() && variableName.isEmpty())
            return takeLayer(row, layer.node);
        TableVariable &variable = variableOf(row, layer, variableName);
        if (name.isEmpty())
            return takeVariable(row, variable.node);
        TableCode code{composedMap(row.line), name, parent, value, cell(row, u"id"_s)};
        takeCode(row, code);
        variable.codes.push_back(std::move(code));
    }

    /// As the row says, else as the row above it.
    TableLayer &layerOf(const CodebookRow &row, const QString &stated)
    {
        if (stated.isEmpty() && !m_layers.empty())
            return m_layers.back();
        const QString name = stated.isEmpty() ? Readers::tr("Codes") : stated;
        const auto known = std::ranges::find(m_layers, name, &TableLayer::name);
        if (known != m_layers.end())
            return *known;
        m_layers.push_back({name, composedMap(row.line)});
        put(m_layers.back().node, u"name"_s, name, row.line);
        return m_layers.back();
    }

    static TableVariable &variableOf(const CodebookRow &row, TableLayer &layer, const QString &stated)
    {
        if (stated.isEmpty() && !layer.variables.empty())
            return layer.variables.back();
        const QString name = stated.isEmpty() ? u"code"_s : stated;
        const auto known = std::ranges::find(layer.variables, name, &TableVariable::name);
        if (known != layer.variables.end())
            return *known;
        layer.variables.push_back({name, composedMap(row.line)});
        put(layer.variables.back().node, u"name"_s, name, row.line);
        return layer.variables.back();
    }

    void putId(const CodebookRow &row, CodebookNode &node) const
    {
        if (const QString id = cell(row, u"id"_s); !uuidWritten(id).isNull())
            put(node, u"id"_s, id, row.line);
    }

    void takeLayer(const CodebookRow &row, CodebookNode &node) const
    {
        putId(row, node);
        put(node, u"description"_s, cell(row, u"definition"_s), row.line);
        const QString parts = cell(row, u"leave_out"_s);
        put(node, u"leave_out"_s, namesInCell(parts, parts.contains(u'\n')), row.line);
        for (const QString &key : {u"unit"_s, u"snap"_s, u"overlap"_s})
            put(node, key, cell(row, key).toLower(), row.line);
        put(node, u"across_paragraphs"_s, flagMeant(cell(row, u"across_paragraphs"_s)), row.line);
    }

    void takeVariable(const CodebookRow &row, CodebookNode &node) const
    {
        putId(row, node);
        put(node, u"description"_s, cell(row, u"definition"_s), row.line);
        for (const QString &key : {u"type"_s, u"scale"_s})
            put(node, key, cell(row, key).toLower(), row.line);
        for (const QString &key : {u"required"_s, u"multiple"_s})
            put(node, key, flagMeant(cell(row, key)), row.line);
        for (const QString &key : {u"minimum"_s, u"maximum"_s, u"default"_s})
            put(node, key, cell(row, key), row.line);
        for (const QString &key : {u"shown_when"_s, u"required_when"_s})
            put(node, key, linesIn(cell(row, key)), row.line);
    }

    void takeCode(const CodebookRow &row, TableCode &code) const
    {
        CodebookNode &node = code.node;
        put(node, u"name"_s, code.name, row.line);
        putId(row, node);
        put(node, u"value"_s, code.value, row.line);
        for (const QString &key : {u"definition"_s, u"include"_s, u"exclude"_s, u"hint"_s, u"key"_s})
            put(node, key, cell(row, key), row.line);
        const QString aliases = cell(row, u"aliases"_s);
        put(node, u"aliases"_s, namesInCell(aliases, aliases.contains(u'\n')), row.line);
        put(node, u"examples"_s, linesIn(cell(row, u"examples"_s)), row.line);
        put(node, u"counter_examples"_s, linesIn(cell(row, u"counter_examples"_s)), row.line);
        const QString colour = cell(row, u"color"_s).toLower();
        put(node, u"color"_s, colour.isEmpty() || colour.startsWith(u'#') ? colour : u'#' + colour, row.line);
        if (const QString retired = flagMeant(cell(row, u"retired"_s)); !retired.isEmpty())
            put(node, u"retired"_s, retired, row.line);
    }

    CodebookNode nodeOf(TableLayer &layer)
    {
        std::vector<CodebookNode> variables;
        for (TableVariable &variable : layer.variables) {
            putCodes(variable);
            variables.push_back(std::move(variable.node));
        }
        putParts(layer.node, u"variables"_s, std::move(variables));
        return std::move(layer.node);
    }

    /// Finds what each stands below, then hangs them there.
    void putCodes(TableVariable &variable)
    {
        std::vector<TableCode> &codes = variable.codes;
        QHash<QString, size_t> byPath, byName, byNumber;
        QHash<QString, int> ofName;
        const auto addFirst = [](QHash<QString, size_t> &known, const QString &key, size_t at) {
            if (!key.isEmpty() && !known.contains(key))
                known.insert(key, at);
        };
        for (size_t at = 0; at < codes.size(); ++at) {
            codes[at].order = 2 * at + 1;
            addFirst(byPath, pathBelow(codes[at].parent, codes[at].name), at);
            addFirst(byName, codes[at].name, at);
            ++ofName[codes[at].name];
            addFirst(byNumber, codes[at].value, at);
            addFirst(byNumber, codes[at].id, at);
        }
        const size_t ofTable = codes.size();
        for (size_t at = 0; at < ofTable; ++at) {
            const QString parent = codes[at].parent;
            if (parent.isEmpty())
                continue;
            if (const auto path = byPath.constFind(parent); path != byPath.constEnd())
                codes[at].above = *path;
            else if (ofName.value(parent) == 1 && byName[parent] != at)
                codes[at].above = byName[parent];
            else if (const auto number = byNumber.constFind(parent); number != byNumber.constEnd())
                codes[at].above = *number;
            else
                codes[at].above = added(codes, byPath, parent, at);
        }
        if (isInCircle(codes))
            return;
        std::vector<std::vector<size_t>> below(codes.size() + 1);
        for (size_t at = 0; at < codes.size(); ++at)
            below[codes[at].above == noCode ? codes.size() : codes[at].above].push_back(at);
        for (std::vector<size_t> &siblings : below)
            std::ranges::stable_sort(siblings, {}, [&](size_t at) { return codes[at].order; });
        putParts(variable.node, u"codes"_s, hung(codes, below, codes.size(), 0));
    }

    /// What has no row of its own, with all that is above it; it stands where the row that names it does.
    size_t added(std::vector<TableCode> &codes, QHash<QString, size_t> &byPath, const QString &path, size_t namedBy)
    {
        const int line = codes[namedBy].node.line;
        QString soFar;
        size_t above = noCode;
        for (const QString &step : stepsOf(path)) {
            soFar = pathBelow(soFar, step.simplified());
            const auto known = byPath.constFind(soFar);
            if (known != byPath.constEnd()) {
                above = *known;
                continue;
            }
            TableCode code{composedMap(line), step.simplified(), {}, {}, {}, above, 2 * namedBy};
            put(code.node, u"name"_s, code.name, line);
            above = codes.size();
            byPath.insert(soFar, above);
            codes.push_back(std::move(code));
            ++m_added;
        }
        return above;
    }

    bool isInCircle(const std::vector<TableCode> &codes)
    {
        enum { Unknown, OnTheWay, Free };
        std::vector<char> states(codes.size(), Unknown);
        for (size_t from = 0; from < codes.size(); ++from) {
            std::vector<size_t> way;
            size_t at = from;
            for (; at != noCode && states[at] == Unknown; at = codes[at].above) {
                states[at] = OnTheWay;
                way.push_back(at);
            }
            if (at != noCode && states[at] == OnTheWay) {
                m_problems.push_back({codes[at].node.line, Readers::tr("“%1” stands below itself.").arg(codes[at].name)});
                return true;
            }
            for (const size_t free : way)
                states[free] = Free;
        }
        return false;
    }

    std::vector<CodebookNode> hung(std::vector<TableCode> &codes, const std::vector<std::vector<size_t>> &below, size_t parent, int depth)
    {
        constexpr int deepest = 100; // deeper than any codebook may be, which is then said of the code where it begins to be
        std::vector<CodebookNode> nodes;
        for (const size_t at : below[parent]) {
            if (depth < deepest)
                putParts(codes[at].node, u"codes"_s, hung(codes, below, at, depth + 1));
            nodes.push_back(std::move(codes[at].node));
        }
        return nodes;
    }

    void tell()
    {
        if (!m_columns.has(u"layer"_s))
            m_remarks += Readers::tr("The table has no column “layer”: its codes are those of one layer, “%1”.").arg(Readers::tr("Codes"));
        if (m_added > 0)
            m_remarks += Readers::tr("%n codes that others stand below have no row of their own; they are added without a definition.", nullptr, m_added);
        if (!m_columns.unknown().isEmpty())
            m_remarks += Readers::tr("Left out: %n columns: %1", nullptr, int(m_columns.unknown().size())).arg(m_columns.unknown().mid(0, 20).join(u", "_s));
        if (m_columns.header() > 0)
            m_remarks += Readers::tr("Left out: %n rows above the one that names the columns.", nullptr, int(m_columns.header()));
    }

    const std::vector<CodebookRow> &m_rows;
    CodebookSource m_source;
    CodebookColumns m_columns;
    bool m_namesAreNumbered = false;
    std::vector<TableLayer> m_layers;
    std::vector<TreeProblem> m_problems;
    QStringList m_remarks;
    int m_added = 0;
};

} // namespace

Result<IncomingCodebook> codebookFromRows(const std::vector<CodebookRow> &rows, const CodebookSource &source)
{
    return TableReading(rows, source).read();
}

Result<IncomingCodebook> codebookFromCsv(const QByteArray &bytes, const CodebookSource &source)
{
    if (bytes.size() > largestCodebook)
        return refusedCodebook({tooLargeForCodebook()}, source.file);
    auto table = TableRows::of(bytes);
    if (!table)
        return refusedCodebook({{table.error().line, table.error().reason}}, source.file);
    std::vector<CodebookRow> rows;
    for (;;) {
        auto row = table->next();
        if (!row)
            return refusedCodebook({{row.error().line, row.error().reason}}, source.file);
        if (!*row)
            break;
        rows.push_back({(*row)->line, std::move((*row)->cells)});
        if (rows.size() > size_t(mostCodes) + 20)
            return refusedCodebook({tooManyCodes(rows.back().line)}, source.file);
    }
    return codebookFromRows(rows, source);
}

} // namespace galley
