// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingmatrix.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

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
        bool isNumber = false;
        name.toDouble(&isNumber);
        allNumbers = allNumbers && isNumber;
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
            + (label.count(u',') == 1 ? u' ' + MatrixText::tr("Decimal commas have to be stated (--decimal ,).") : QString());
    if (level == Level::Ratio && number < 0)
        return MatrixText::tr("The value %1 is negative, which the level ratio does not know.").arg(label);
    return {};
}

/// "1,5" with a decimal comma becomes "1.5"; what is no such number stays.
void withDecimalPoints(Cells &cells, const std::vector<size_t> &columns, QChar decimal)
{
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            QString &cell = cells.values[row * cells.width() + column];
            const QString number = QString(cell).replace(decimal, u'.');
            bool isNumber = false;
            number.toDouble(&isNumber);
            if (isNumber && cell.count(decimal) == 1 && !cell.contains(u'.'))
                cell = number;
        }
    }
}

bool isOneOf(const QStringList &markers, const QString &label)
{
    return markers.contains(label, Qt::CaseInsensitive);
}

/// Do all values beside the markers look like numbers?
bool holdsNumbers(const Cells &cells, const std::vector<size_t> &columns, const QStringList &markers)
{
    bool any = false;
    for (size_t row = 0; row < cells.rows(); ++row) {
        for (const size_t column : columns) {
            const QString &cell = cells.at(row, column);
            bool isNumber = false;
            if (cell.isNull() || isOneOf(markers, cell))
                continue;
            if (cell.toDouble(&isNumber); !isNumber)
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

    if (options.decimal != u'.')
        withDecimalPoints(*cells, *columns, options.decimal);
    QStringList remarks = emptyMissing(*cells, *columns, options);
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
        = codingsOf(coders, labels, options.codebook, options.level == Level::Interval || options.level == Level::Ratio);
    codings.units = units;
    return CodingMatrix{std::move(codings), remarks};
}

} // namespace galley
