// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texttable.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array formatNames{"text", "markdown", "latex", "csv"}; // in the order of TableFormat

QStringList titlesOf(const TextTable &table)
{
    QStringList titles;
    for (const TextTable::Column &column : table.columns)
        titles += column.title;
    return titles;
}

QStringList textsOf(const std::vector<TextTable::Cell> &row)
{
    QStringList texts;
    for (const TextTable::Cell &cell : row)
        texts += cell.text;
    return texts;
}

QString inText(const TextTable &table)
{
    std::vector<QStringList> lines{titlesOf(table)};
    for (const auto &row : table.rows)
        lines.push_back(textsOf(row));
    std::vector<qsizetype> widths(table.columns.size());
    for (const QStringList &line : lines) {
        for (size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], line[qsizetype(column)].size());
    }
    QStringList out;
    if (!table.caption.isEmpty())
        out += table.caption;
    for (const QStringList &line : lines) {
        QString text;
        for (size_t column = 0; column < widths.size(); ++column) {
            const QString &cell = line[qsizetype(column)];
            text += (column == 0 ? QString() : u"  "_s) + (table.columns[column].isFigure ? cell.rightJustified(widths[column]) : cell.leftJustified(widths[column]));
        }
        while (text.endsWith(u' '))
            text.chop(1);
        out += text;
    }
    out += table.notes;
    return out.join(u'\n') + u'\n';
}

QString inMarkdown(const TextTable &table)
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells)
            cell.replace(u'\\', "\\\\"_L1).replace(u'|', "\\|"_L1).replace(u'\n', u' ');
        return u"| "_s + cells.join(u" | "_s) + u" |"_s;
    };
    QStringList out, rules;
    if (!table.caption.isEmpty())
        out << table.caption << QString();
    for (const TextTable::Column &column : table.columns)
        rules += column.isFigure ? u"---:"_s : u"---"_s;
    out << line(titlesOf(table)) << u"| "_s + rules.join(u" | "_s) + u" |"_s;
    for (const auto &row : table.rows)
        out += line(textsOf(row));
    if (!table.notes.isEmpty())
        out << QString() << table.notes.join(u' ');
    return out.join(u'\n') + u'\n';
}

QString latex(const QString &text)
{
    static const std::array<std::pair<char16_t, const char *>, 26> written{{{u'\\', "\\textbackslash{}"}, {u'{', "\\{"}, {u'}', "\\}"}, {u'$', "\\$"}, {u'&', "\\&"},
        {u'#', "\\#"}, {u'_', "\\_"}, {u'%', "\\%"}, {u'~', "\\textasciitilde{}"}, {u'^', "\\textasciicircum{}"}, {u'|', "\\textbar{}"}, {u'<', "\\textless{}"},
        {u'>', "\\textgreater{}"}, {u'α', "$\\alpha$"}, {u'κ', "$\\kappa$"}, {u'π', "$\\pi$"}, {u'γ', "$\\gamma$"}, {u'±', "$\\pm$"}, {u'≥', "$\\geq$"}, {u'–', "--"},
        {u'—', "---"}, {u'’', "'"}, {u'“', "``"}, {u'”', "''"}, {u'…', "\\dots{}"}, {u'−', "$-$"}}};
    QString out;
    for (const QChar c : text) {
        const auto found = std::ranges::find(written, c.unicode(), &std::pair<char16_t, const char *>::first);
        found == written.end() ? out += c : out += QLatin1StringView(found->second);
    }
    return out;
}

QString inLatex(const TextTable &table)
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells)
            cell = latex(cell);
        return cells.join(u" & "_s) + u" \\\\"_s;
    };
    QString shape;
    for (const TextTable::Column &column : table.columns)
        shape += column.isFigure ? u'r' : u'l';
    QStringList out{u"\\begin{table}"_s};
    if (!table.caption.isEmpty())
        out += u"\\caption{%1}"_s.arg(latex(table.caption));
    out << u"\\begin{tabular}{%1}"_s.arg(shape) << u"\\toprule"_s << line(titlesOf(table)) << u"\\midrule"_s;
    for (const auto &row : table.rows)
        out += line(textsOf(row));
    out << u"\\bottomrule"_s << u"\\end{tabular}"_s;
    if (!table.notes.isEmpty())
        out += u"\\par\\footnotesize "_s + latex(table.notes.join(u' '));
    out += u"\\end{table}"_s;
    return out.join(u'\n') + u'\n';
}

QString inCsv(const TextTable &table)
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells) {
            if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
        }
        return cells.join(u',') + u"\r\n"_s;
    };
    QString out = line(titlesOf(table));
    for (const auto &row : table.rows)
        out += line(textsOf(row));
    return out;
}

} // namespace

QString nameOf(TableFormat format)
{
    return QString::fromLatin1(formatNames[size_t(std::to_underlying(format))]);
}

std::optional<TableFormat> tableFormatNamed(QStringView name)
{
    const auto found = std::ranges::find_if(formatNames, [=](const char *known) { return name == QLatin1StringView(known); });
    return found == formatNames.end() ? std::nullopt : std::optional(TableFormat(found - formatNames.begin()));
}

QString written(const TextTable &table, TableFormat format)
{
    switch (format) {
    case TableFormat::Markdown:
        return inMarkdown(table);
    case TableFormat::Latex:
        return inLatex(table);
    case TableFormat::Csv:
        return inCsv(table);
    case TableFormat::Text:
        break;
    }
    return inText(table);
}

} // namespace galley
