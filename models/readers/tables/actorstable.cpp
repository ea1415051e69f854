// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actorstable.h"

#include "csvparser.h"

#include <domain/identity.h>
#include <readers/readertext.h>

#include <algorithm>
#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array columns{"name"_L1, "kind"_L1, "aliases"_L1, "attribute"_L1, "value"_L1, "from"_L1, "to"_L1};

/// The most frequent of the delimiters in the first line.
char delimiterOf(const QByteArray &utf8)
{
    const QByteArray head = utf8.left(utf8.indexOf('\n') < 0 ? utf8.size() : utf8.indexOf('\n'));
    return std::ranges::max(std::array{',', ';', '\t'}, {}, [&](char delimiter) { return head.count(delimiter); });
}

} // namespace

Result<std::vector<Actor>> actorsFromCsv(const QByteArray &bytes, const QString &file)
{
    const auto problem = [&](int line, const QString &reason) { return failed(u"%1:%2: %3"_s.arg(file).arg(line).arg(reason)); };
    const QByteArray utf8 = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    CsvParser rows(utf8, delimiterOf(utf8));
    const auto head = rows.next();
    if (!head)
        return failed(Readers::tr("“%1” has no lines.").arg(file));
    std::array<int, columns.size()> places;
    for (size_t at = 0; at < columns.size(); ++at) {
        const auto found = std::ranges::find_if(head->cells, [&](const QString &cell) { return cell.trimmed().compare(columns[at], Qt::CaseInsensitive) == 0; });
        places[at] = found == head->cells.end() ? -1 : int(found - head->cells.begin());
    }
    if (places[0] < 0)
        return problem(head->line, Readers::tr("a column “name” is missing"));
    std::vector<Actor> actors;
    while (const auto row = rows.next()) {
        if (!row->problem.isEmpty())
            return problem(row->line, row->problem);
        const auto cell = [&](size_t column) { return places[column] >= 0 && size_t(places[column]) < row->cells.size() ? row->cells[size_t(places[column])].simplified() : QString(); };
        const auto kind = actorKindNamed(cell(1).toLower());
        if (cell(0).isEmpty())
            return problem(row->line, Readers::tr("the name is missing"));
        if (!kind)
            return problem(row->line, Readers::tr("“%1” is no kind; there are person, organisation, country, group and other").arg(cell(1)));
        auto known = std::ranges::find_if(actors, [&](const Actor &actor) { return foldedName(actor.name) == foldedName(cell(0)); });
        if (known == actors.end()) {
            actors.push_back({{}, {}, cell(0), *kind});
            known = std::prev(actors.end());
        }
        for (const QString &alias : cell(2).split(u';', Qt::SkipEmptyParts)) {
            if (!known->aliases.contains(alias.simplified()))
                known->aliases += alias.simplified();
        }
        if (!cell(3).isEmpty() || !cell(4).isEmpty())
            known->attributes.push_back({cell(3), cell(4), cell(5), cell(6)});
    }
    return actors;
}

} // namespace galley
