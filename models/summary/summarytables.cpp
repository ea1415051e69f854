// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarytables.h"

#include "summarytext.h"

#include <algorithm>
#include <numeric>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

using Cell = TextTable::Cell;

QString decimals(double number)
{
    return QString::number(number, 'f', 3);
}

Cell countCell(qint64 count)
{
    return {QString::number(count), double(count)};
}

Cell percentCell(const std::optional<double> &share)
{
    return share ? Cell{u"%1 %"_s.arg(100 * *share, 0, 'f', 1), *share} : Cell{u"—"_s, 2};
}

/// What is undefined comes after all that is defined.
Cell valueCell(const Coefficient &coefficient)
{
    if (!coefficient.value)
        return {u"—"_s, 2, explain(coefficient.value.error())};
    const double value = *coefficient.value;
    return {decimals(value), value, {}, std::nullopt, coefficient.interval.value_or(Interval{value, value})};
}

Cell intervalCell(const Coefficient &coefficient)
{
    const auto &interval = coefficient.interval;
    if (!coefficient.value || !interval)
        return {QString(), 2};
    return {Summary::tr("%1 to %2").arg(decimals(interval->low), decimals(interval->high)), interval->low};
}

Cell verdictCell(const Coefficient &coefficient, const Thresholds &thresholds)
{
    return {sentenceOf(coefficient, thresholds), double(int(verdictOf(coefficient, thresholds))), {}, verdictOf(coefficient, thresholds)};
}

QString unitsOf(MeasuredUnit unit)
{
    switch (unit) {
    case MeasuredUnit::Span:
        return Summary::tr("spans");
    case MeasuredUnit::Match:
        return Summary::tr("matched annotations");
    case MeasuredUnit::Unit:
        return Summary::tr("given units");
    case MeasuredUnit::Article:
        break;
    }
    return Summary::tr("articles");
}

QString shareNote()
{
    return Summary::tr("The share of equal values, not corrected for chance; of spans the share of text on which two coders say the same.");
}

QString scaleNote()
{
    return Summary::tr("The line below a value goes from 0 to 1; the point on it is the value, the thicker part its interval.");
}

QString nameOfParts(PartKind kind)
{
    switch (kind) {
    case PartKind::Coefficient:
        return Summary::tr("Coefficient");
    case PartKind::Pair:
        return Summary::tr("Coders");
    case PartKind::Value:
        return Summary::tr("Value");
    case PartKind::Article:
        return Summary::tr("Article");
    case PartKind::Window:
        break;
    }
    return Summary::tr("Articles, as coded");
}

} // namespace

TextTable summaryTable(const std::vector<ReliabilityRow> &rows, const Thresholds &thresholds)
{
    TextTable table{Summary::tr("Intercoder reliability"),
                    {{Summary::tr("What")}, {Summary::tr("Coefficient")}, {Summary::tr("Value"), true, scaleNote()}, {Summary::tr("95 % interval"), true}, {Summary::tr("Agreement"), true, shareNote()},
                     {Summary::tr("Units"), true}, {Summary::tr("Unit")}, {Summary::tr("Articles"), true}, {Summary::tr("Coders"), true}, {Summary::tr("Verdict")}},
                    {},
                    {Summary::tr("Reliable from %1, tentative from %2.").arg(decimals(thresholds.reliable), decimals(thresholds.tentative))}};
    for (const ReliabilityRow &row : rows) {
        const Coefficient &coefficient = row.measure.coefficient;
        table.rows.push_back({{row.name()}, {row.title, std::nan(""), coefficient.conventions.join(u'\n')}, valueCell(coefficient), intervalCell(coefficient),
                              percentCell(row.measure.percent), countCell(row.units), {unitsOf(row.unit)}, countCell(row.articles), countCell(coefficient.coders),
                              verdictCell(coefficient, thresholds)});
    }
    return table;
}

TextTable partsTable(const std::vector<MeasuredPart> &parts, PartKind kind, const Thresholds &thresholds)
{
    const bool intervals = std::ranges::any_of(parts, [](const MeasuredPart &part) { return part.measure.coefficient.interval.has_value(); });
    const bool notes = std::ranges::any_of(parts, [](const MeasuredPart &part) { return !part.note.isEmpty(); });
    const bool shares = std::ranges::any_of(parts, [](const MeasuredPart &part) { return part.measure.percent.has_value(); });
    const bool defined = std::ranges::any_of(parts, &MeasuredPart::isDefined);
    const bool judged = kind != PartKind::Coefficient && (defined || kind != PartKind::Article); // of single units there is no coefficient
    const bool reasons = kind == PartKind::Coefficient && !std::ranges::all_of(parts, &MeasuredPart::isDefined);
    TextTable table{{}, {{nameOfParts(kind)}}, {}};
    if (judged || kind == PartKind::Coefficient)
        table.columns.push_back({kind == PartKind::Coefficient ? Summary::tr("Value") : Summary::tr("Coefficient"), true, scaleNote()});
    if (intervals)
        table.columns.push_back({Summary::tr("95 % interval"), true});
    if (shares)
        table.columns.push_back({Summary::tr("Agreement"), true, shareNote()});
    table.columns.push_back({Summary::tr("Units"), true});
    if (notes)
        table.columns.push_back({kind == PartKind::Window ? Summary::tr("From – to") : kind == PartKind::Pair ? Summary::tr("Also") : Summary::tr("Values")});
    if (judged || reasons)
        table.columns.push_back({judged ? Summary::tr("Verdict") : Summary::tr("Why undefined")});
    for (const MeasuredPart &part : parts) {
        const Coefficient &coefficient = part.measure.coefficient;
        std::vector<Cell> row{{part.name}};
        if (judged || kind == PartKind::Coefficient)
            row.push_back(valueCell(coefficient));
        if (intervals)
            row.push_back(intervalCell(coefficient));
        if (shares)
            row.push_back(percentCell(part.measure.percent));
        row.push_back(countCell(part.units));
        if (notes)
            row.push_back({part.note});
        if (judged) // the thresholds hold for α, not for every coefficient
            row.push_back(verdictCell(coefficient, thresholds));
        else if (reasons)
            row.push_back({coefficient.value ? QString() : explain(coefficient.value.error())});
        table.rows.push_back(std::move(row));
    }
    return table;
}

TextTable confusionTable(const ConfusionTable &confusion)
{
    TextTable table{Summary::tr("Rows: %1, columns: %2").arg(confusion.first, confusion.second), {{QString()}}, {}};
    for (const QString &value : confusion.values)
        table.columns.push_back({value, true});
    table.columns.push_back({Summary::tr("all"), true});
    const qsizetype count = confusion.values.size();
    std::vector<qint64> sums(size_t(count) + 1);
    for (qsizetype row = 0; row < count; ++row) {
        std::vector<Cell> cells{{confusion.values[row]}};
        qint64 sum = 0;
        for (qsizetype column = 0; column < count; ++column) {
            const qint64 units = confusion.at(row, column);
            cells.push_back(countCell(units));
            sums[size_t(column)] += units;
            sum += units;
        }
        sums.back() += sum;
        cells.push_back(countCell(sum));
        table.rows.push_back(std::move(cells));
    }
    std::vector<Cell> last{{Summary::tr("all")}};
    for (const qint64 sum : sums)
        last.push_back(countCell(sum));
    table.rows.push_back(std::move(last));
    return table;
}

} // namespace galley
