// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingmatrix.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace galley {

namespace {

struct MatrixText
{
    Q_DECLARE_TR_FUNCTIONS(galley::CodingMatrix)
};

constexpr std::array unitHeaders{"",         "unit",       "units",    "unit_id",     "id",  "item",
                                 "article",  "article_id", "document", "document_id", "doc", "text",
                                 "sentence", "case",       "name",     "row",         "no",  "#"};

/// Every cell of a file, with equal texts stored once.
struct Cells
{
    QStringList header;
    std::vector<QString> values; ///< row by row; null where empty
    std::vector<int> lines;
    int shortRows = 0;

    size_t width() const { return size_t(header.size()); }
    size_t rows() const { return lines.size(); }
    const QString &at(size_t row, size_t column) const { return values[row * width() + column]; }
};

void append(Cells &cells, const CsvRow &row, QSet<QString> &texts)
{
    cells.lines.push_back(row.line);
    for (const QString &cell : row.cells) {
        const QString text = cell.trimmed();
        cells.values.push_back(text.isEmpty() ? QString() : *texts.insert(text));
    }
}

TableResult<Cells> readCells(QByteArray bytes, bool withHeader, char delimiter)
{
    auto rows = TableRows::of(std::move(bytes), delimiter);
    if (!rows)
        return std::unexpected(rows.error());
    auto first = rows->next();
    if (!first)
        return std::unexpected(first.error());
    if (!*first)
        return std::unexpected(TableError{MatrixText::tr("The table is empty.")});
    Cells cells;
    QSet<QString> texts;
    for (size_t column = 0; column < (*first)->cells.size(); ++column)
        cells.header += withHeader ? (*first)->cells[column].trimmed() : MatrixText::tr("Coder %1").arg(column + 1);
    if (!withHeader)
        append(cells, **first, texts);
    for (auto row = rows->next();; row = rows->next()) {
        if (!row)
            return std::unexpected(row.error());
        cells.shortRows = rows->shortRows();
        if (!*row)
            return cells;
        append(cells, **row, texts);
    }
}

bool isNumber(const QString &text)
{
    bool is = false;
    const double number = text.toDouble(&is);
    return is && std::isfinite(number);
}

bool namesUnits(const Cells &cells)
{
    const QString header = cells.header.front().toLower();
    if (std::ranges::any_of(unitHeaders, [&](const char *known) { return header == QLatin1StringView(known); }))
        return true;
    QSet<QString> names, values;
    bool allNumbers = true;
    for (size_t row = 0; row < cells.rows(); ++row) {
        const QString &name = cells.at(row, 0);
        if (name.isNull() || names.contains(name))
            return false;
        names.insert(name);
        allNumbers = allNumbers && (isNumber(name) || isNumber(QString(name).replace(u',', u'.').replace(QChar(0x2212), u'-')));
        for (size_t column = 1; column < cells.width(); ++column)
            values.insert(cells.at(row, column));
    }
    return cells.rows() > 1 && !allNumbers && !values.intersects(names);
}

/// The columns that hold the coders' values.
TableResult<std::vector<size_t>> coderColumns(const Cells &cells, size_t first, const QStringList &wanted)
{
    std::vector<size_t> columns;
    for (const QString &coder : wanted) {
        const qsizetype column = cells.header.indexOf(coder, qsizetype(first));
        if (column < 0)
            return std::unexpected(TableError{MatrixText::tr("There is no coder “%1”; the columns are: %2")
                                                  .arg(coder, cells.header.mid(qsizetype(first)).join(QStringLiteral(", "))),
                                              1});
        columns.push_back(size_t(column));
    }
    if (wanted.isEmpty()) {
        for (size_t column = first; column < cells.width(); ++column)
            columns.push_back(column);
    }
    QSet<QString> names;
    for (size_t column : columns) {
        if (cells.header[qsizetype(column)].isEmpty())
            return std::unexpected(TableError{MatrixText::tr("Column %1 has no coder’s name.").arg(column + 1), 1});
        if (names.contains(cells.header[qsizetype(column)]))
            return std::unexpected(TableError{MatrixText::tr("Two columns are called “%1”.").arg(cells.header[qsizetype(column)]), 1});
        names.insert(cells.header[qsizetype(column)]);
    }
    if (columns.size() < 2)
        return std::unexpected(
            TableError{MatrixText::tr("Agreement takes at least two coders; the table has %n.", nullptr, int(columns.size())), 1});
    return columns;
}

/// Why a value cannot be on such a scale; empty where it can.
QString whyNotOn(Level level, const QString &label)
{
    if (level == Level::Nominal || level == Level::Ordinal || label.isNull())
        return {};
    bool isNumber = false;
    const double number = label.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return MatrixText::tr("“%1” is no number, which the level %2 needs.").arg(label, nameOf(level))
            + (label.count(u',') == 1 && !label.contains(u'.') ? u' ' + MatrixText::tr("Decimal commas have to be stated (--decimal ,).") : QString());
    if (level == Level::Ratio && number < 0)
        return MatrixText::tr("The value %1 is negative, which the level ratio does not know.").arg(label);
    return {};
}

/// "1,5" with a decimal comma becomes "1.5"; what is no such number stays. Beside it "1.500" may be a thousand and a half or one
/// and a half, so a point is refused. A typographic minus is one.
TableResult<int> withDecimalPoints(Cells &cells, const std::vector<size_t> &columns, QChar decimal)
{
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            QString &cell = cells.values[row * cells.width() + column];
            if (cell.startsWith(QChar(0x2212)) && isNumber(u'-' + QString(cell.sliced(1)).replace(decimal, u'.')))
                cell[0] = u'-';
            if (decimal == u'.')
                continue;
            if (cell.contains(u'.') && isNumber(QString(cell).remove(u'.').replace(decimal, u'.')))
                return std::unexpected(TableError{MatrixText::tr("“%1” has a point, but decimals are stated to have the sign “%2”: what is meant is not known.").arg(cell, decimal), cells.lines[row]});
            if (const QString number = QString(cell).replace(decimal, u'.'); cell.count(decimal) == 1 && isNumber(number))
                cell = number;
        }
    }
    return 0;
}

/// "-99.0" is the marker -99 too, as a program writes it that knows only numbers with decimals.
bool isOneOf(const QStringList &markers, const QString &label)
{
    if (markers.contains(label, Qt::CaseInsensitive))
        return true;
    return label.startsWith(u'-') && isNumber(label)
        && std::ranges::any_of(markers, [&](const QString &marker) { return isNumber(marker) && marker.toDouble() == label.toDouble(); });
}

/// Do all values beside the markers look like numbers?
bool holdsNumbers(const Cells &cells, const std::vector<size_t> &columns, const QStringList &markers)
{
    bool any = false;
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            const QString &cell = cells.at(row, column);
            if (cell.isNull() || isOneOf(markers, cell))
                continue;
            if (!isNumber(cell))
                return false;
            any = true;
        }
    }
    return any;
}

/// Empties the cells that say that there is no value, and tells which these were.
QStringList emptyMissing(Cells &cells, const std::vector<size_t> &columns, const MatrixOptions &options)
{
    QStringList markers = options.missing.value_or(missingMarkers(holdsNumbers(cells, columns, missingMarkers(false))));
    markers.removeIf([&](const QString &marker) { return marker.isEmpty() || isOneOf(options.codebook, marker); });
    QMap<QString, int> found;
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            QString &cell = cells.values[row * cells.width() + column];
            if (cell.isNull() || !isOneOf(markers, cell))
                continue;
            ++found[cell];
            cell = QString();
        }
    }
    QStringList counts;
    for (const auto &[marker, count] : found.asKeyValueRange())
        counts += MatrixText::tr("“%1” (%n cells)", nullptr, count).arg(marker);
    if (counts.isEmpty())
        return {};
    return {MatrixText::tr("Taken as missing: %1. Other marks, or none, are stated with --missing.").arg(counts.join(QStringLiteral(", ")))};
}

/// Equal numbers that are written in two ways become one value: on a nominal level, where "01" may be a code of its own, only
/// "1" and "1.0". Answers with what is to be told.
QStringList uniteNumbers(Cells &cells, const std::vector<size_t> &columns, Level level)
{
    const auto plain = [&](const QString &cell) { // "1.0" as "1"
        static const QRegularExpression whole(QStringLiteral("^(-?(?:0|[1-9]\\d*))\\.0+$"));
        const QString integer = whole.match(cell).captured(1);
        return integer.isEmpty() ? cell : integer;
    };
    QHash<QString, QString> byText;
    QHash<double, QString> byNumber;
    QMap<QString, QString> united;
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            QString &cell = cells.values[row * cells.width() + column];
            if (cell.isNull())
                continue;
            QString &first = level == Level::Nominal ? byText[plain(cell)] : byNumber[cell.toDouble()];
            if (first.isNull())
                first = cell;
            if (first == cell)
                continue;
            united.insert(cell, first);
            cell = first;
        }
    }
    QStringList pairs;
    for (const auto &[one, other] : united.asKeyValueRange())
        pairs += MatrixText::tr("“%1” as “%2”").arg(one, other);
    return pairs.isEmpty() ? QStringList() : QStringList{MatrixText::tr("Equal numbers were taken as one value: %1.").arg(pairs.mid(0, 20).join(QStringLiteral(", ")))};
}

/// The variables of a codebook that may list the values: all, or those that were asked for.
TableResult<std::vector<Variable>> listingVariables(const Codebook &codebook, const MatrixOptions &options)
{
    std::vector<Variable> found;
    QStringList others;
    for (const Variable &variable : codebook.variables()) {
        const Layer *layer = codebook.layer(variable.layer);
        const bool inLayer = options.layers.isEmpty() || (layer && options.layers.contains(layer->name));
        if (inLayer && (options.variable.isEmpty() || variable.name == options.variable))
            found.push_back(variable);
        else if (!others.contains(variable.name))
            others += variable.name;
    }
    if (found.empty())
        return std::unexpected(TableError{MatrixText::tr("The codebook has no variable “%1” there; it has: %2.").arg(options.variable, others.join(QStringLiteral(", ")))});
    const bool ranked = options.level == Level::Nominal || options.variable.isEmpty()
        || std::ranges::any_of(found, [](const Variable &variable) { return variable.type == VariableType::Ordinal; });
    if (!ranked)
        return std::unexpected(TableError{MatrixText::tr("“%1” of the codebook is not ordinal: its values have no order.").arg(options.variable)});
    return found;
}

/// The codes of the variable that lists every value of the table; the values that mark a missing one need not be listed.
TableResult<QStringList> listOfCodes(const Codebook &codebook, const Cells &cells, const std::vector<size_t> &columns, const MatrixOptions &options)
{
    const auto variables = listingVariables(codebook, options);
    if (!variables)
        return std::unexpected(variables.error());
    const QStringList markers = missingMarkers(holdsNumbers(cells, columns, missingMarkers(false)));
    QSet<QString> values;
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            if (const QString &cell = cells.at(row, column); !cell.isNull())
                values.insert(cell);
        }
    }
    std::vector<std::pair<QString, QStringList>> fitting;
    QString missing; ///< of the variable that comes nearest
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (const Variable &variable : *variables) {
        const bool ranked = variable.type == VariableType::Ordinal;
        if (!ranked && (variable.type != VariableType::Code || options.level != Level::Nominal))
            continue;
        QStringList names, numbers;
        for (const Code &code : codebook.codes()) {
            if (code.variable != variable.id)
                continue;
            names += code.name;
            if (code.value)
                numbers += QString::number(*code.value, 'g', 12);
        }
        for (const QStringList &codes : {names, numbers.size() == names.size() ? numbers : QStringList()}) {
            QStringList unlisted;
            for (const QString &value : values) {
                if (!codes.contains(value) && !isOneOf(markers, value))
                    unlisted += value;
            }
            if (unlisted.isEmpty() && !codes.isEmpty()) {
                fitting.emplace_back(variable.name, codes);
                break;
            }
            if (!codes.isEmpty() && unlisted.size() < fewest) {
                unlisted.sort();
                fewest = unlisted.size();
                missing = MatrixText::tr("“%1” does not list “%2”").arg(variable.name, unlisted.front());
            }
        }
    }
    if (fitting.size() == 1)
        return fitting.front().second;
    if (fitting.empty())
        return std::unexpected(TableError{missing.isEmpty() ? MatrixText::tr("The codebook has no variable that lists values in such an order.")
                                          : options.variable.isEmpty() ? MatrixText::tr("No variable of the codebook lists all values of the table: %1.").arg(missing)
                                                                       : missing + u'.'});
    QStringList names;
    for (const auto &[name, codes] : fitting)
        names += name;
    names.removeDuplicates();
    if (names.size() == 1)
        return std::unexpected(TableError{MatrixText::tr("Several layers of the codebook have a variable “%1” that lists all values of the table: --layer states which is meant.").arg(names.front())});
    return std::unexpected(TableError{MatrixText::tr("Several variables of the codebook list all values of the table (%1): --variable states which is meant.").arg(names.join(QStringLiteral(", ")))});
}

} // namespace

QStringList missingMarkers(bool numbers)
{
    QStringList markers{QStringLiteral("NA"), QStringLiteral("N/A"), QStringLiteral("#N/A"), QStringLiteral("<NA>"),
        QStringLiteral("NaN"), QStringLiteral("NULL"), QStringLiteral(".")};
    if (numbers)
        markers += {QStringLiteral("-99"), QStringLiteral("-999"), QStringLiteral("-9999")};
    return markers;
}

TableResult<CodingMatrix> readCodingMatrix(QByteArray bytes, const MatrixOptions &options)
{
    auto cells = readCells(std::move(bytes), !options.recal, options.delimiter);
    if (!cells)
        return std::unexpected(cells.error());
    const bool named = !options.recal && options.unitColumn.value_or(namesUnits(*cells));
    const auto columns = coderColumns(*cells, named ? 1 : 0, options.coders);
    if (!columns)
        return std::unexpected(columns.error());
    if (cells->rows() == 0)
        return std::unexpected(TableError{MatrixText::tr("The table has a header and no rows."), 1});

    if (const auto done = withDecimalPoints(*cells, *columns, options.decimal); !done)
        return std::unexpected(done.error());
    MatrixOptions listed = options;
    if (options.listedIn && options.codebook.isEmpty()) {
        const auto codes = listOfCodes(*options.listedIn, *cells, *columns, options);
        if (!codes)
            return std::unexpected(codes.error());
        listed.codebook = *codes;
    }
    QStringList remarks = emptyMissing(*cells, *columns, listed);
    const bool ordinal = options.level == Level::Ordinal;
    if ((ordinal || options.level == Level::Nominal) && listed.codebook.isEmpty() && holdsNumbers(*cells, *columns, {}))
        remarks += uniteNumbers(*cells, *columns, options.level);
    if (cells->shortRows > 0)
        remarks += MatrixText::tr("%n rows are shorter than the header; their last cells were taken as empty.", nullptr, cells->shortRows);

    QStringList coders, units;
    for (size_t column : *columns)
        coders += cells->header[qsizetype(column)];
    std::vector<QString> labels;
    labels.reserve(cells->rows() * columns->size());
    bool any = false;
    for (size_t row = 0; row < cells->rows(); ++row) {
        if (named)
            units += cells->at(row, 0);
        for (size_t column : *columns) {
            const QString &label = cells->at(row, column);
            if (options.recal && label.isNull())
                return std::unexpected(TableError{
                    MatrixText::tr("ReCal’s form has no missing values, but column %1 is empty.").arg(column + 1), cells->lines[row]});
            if (const QString why = whyNotOn(options.level, label); !why.isEmpty())
                return std::unexpected(TableError{why, cells->lines[row]});
            any = any || !label.isNull();
            labels.push_back(label);
        }
    }
    if (!any)
        return std::unexpected(TableError{MatrixText::tr("No coder gave a value."), cells->lines.front()});
    Codings codings
        = codingsOf(coders, labels, listed.codebook, options.level == Level::Interval || options.level == Level::Ratio);
    codings.units = units;
    return CodingMatrix{std::move(codings), remarks};
}

} // namespace galley
