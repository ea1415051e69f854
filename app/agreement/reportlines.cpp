// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportlines.h"

#include <agreement/agreementtext.h>

#include <algorithm>
#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString decimals(double number)
{
    return QString::number(number, 'f', 3);
}

QString nameOf(const AgreementResult &result)
{
    const QStringList words = result.options.values();
    return words.isEmpty() ? result.title : u"%1 (%2)"_s.arg(result.title, words.join(u", "_s));
}

using Row = std::array<QString, 6>;

Row rowOf(const AgreementResult &result)
{
    const Coefficient &coefficient = result.coefficient;
    const auto &interval = coefficient.interval;
    return {nameOf(result),
            coefficient.value ? decimals(*coefficient.value) : u"—"_s,
            coefficient.value && interval ? u"%1 to %2"_s.arg(decimals(interval->low), decimals(interval->high)) : QString(),
            QString::number(coefficient.units),
            QString::number(coefficient.coders),
            QString::number(coefficient.pairable)};
}

/// Left-aligned names, right-aligned figures.
QString aligned(const Row &row, const std::array<qsizetype, 6> &widths)
{
    QString line = row[0].leftJustified(widths[0]);
    for (size_t column = 1; column < row.size(); ++column)
        line += u"  "_s + row[column].rightJustified(widths[column]);
    return line;
}

/// "layer: Framing · pair: Ada, Ben"
QString headingOf(const AgreementSubject &about, const QString &title = {})
{
    QStringList parts;
    if (!title.isEmpty())
        parts += title;
    for (const auto &[name, value] : about.words())
        parts += u"%1: %2"_s.arg(name, value);
    return parts.join(u" · "_s);
}

QStringList linesOf(const Confusion &confusion)
{
    QStringList lines{QString(), headingOf(confusion.about, Agreement::tr("Values of one coder against those of another"))};
    for (const Confusion::Pair &pair : confusion.pairs) {
        lines += u"  %1, %2"_s.arg(pair.first, pair.second);
        for (const Confusion::Cell &cell : pair.cells)
            lines += u"    %1  %2 – %3"_s.arg(cell.units, 8).arg(cell.first, cell.second);
    }
    return lines;
}

QStringList linesOf(const Disagreements &disagreements)
{
    QStringList lines{QString(), headingOf(disagreements.about, Agreement::tr("Units by their share of the disagreement"))};
    for (const Disagreements::Unit &unit : disagreements.units) {
        QStringList words;
        for (qsizetype coder = 0; coder < unit.values.size(); ++coder) {
            if (!unit.values[coder].isNull())
                words += u"%1: %2"_s.arg(disagreements.coders[coder], unit.values[coder]);
        }
        lines += u"  %1 %  %2  (%3)"_s.arg(100 * unit.share, 6, 'f', 2).arg(unit.name, words.join(", "_L1));
    }
    return lines;
}

/// A table for each thing the results are about, then the conventions, each once.
QStringList linesOf(const std::vector<AgreementResult> &results)
{
    const Row titles{Agreement::tr("Coefficient"), Agreement::tr("Value"),  Agreement::tr("Interval"),
                     Agreement::tr("Units"),       Agreement::tr("Coders"), Agreement::tr("Pairable")};
    std::vector<Row> rows;
    std::array<qsizetype, 6> widths{};
    for (const AgreementResult &result : results)
        rows.push_back(rowOf(result));
    for (size_t column = 0; column < widths.size(); ++column) {
        widths[column] = titles[column].size();
        for (const Row &row : rows)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QStringList lines, conventions;
    std::optional<QString> heading;
    for (size_t i = 0; i < results.size(); ++i) {
        if (const QString about = headingOf(results[i].about); about != heading) {
            if (heading)
                lines += QString();
            if (!about.isEmpty())
                lines += about;
            lines += aligned(titles, widths);
            heading = about;
        }
        const Coefficient &coefficient = results[i].coefficient;
        lines += aligned(rows[i], widths) + (coefficient.value ? QString() : u"  "_s + explain(coefficient.value.error()));
        for (const QString &convention : coefficient.conventions) {
            const QString sentence = u"%1: %2"_s.arg(results[i].title, convention);
            if (!conventions.contains(sentence))
                conventions += sentence;
        }
    }
    if (!conventions.isEmpty())
        lines += QString();
    return lines + conventions;
}

} // namespace

QStringList toLines(const AgreementReport &report)
{
    QStringList lines = linesOf(report.results);
    for (const AgreementDetail &detail : report.details)
        lines += std::visit([](const auto &what) { return linesOf(what); }, detail);
    return lines;
}

} // namespace galley
