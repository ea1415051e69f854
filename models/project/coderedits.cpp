// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderedits.h"

#include "edittexts.h"

#include <domain/identity.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

template<typename Row>
const Row *named(const std::vector<Row> &rows, const QString &name)
{
    const auto found = std::ranges::find_if(
        rows, [wanted = name.simplified()](const Row &row) { return row.name.compare(wanted, Qt::CaseInsensitive) == 0; });
    return found == rows.end() ? nullptr : &*found;
}

template<typename Row>
Result<Change> rename(const std::vector<Row> &rows, const Row &row, const QString &name)
{
    Row after = row;
    after.name = name.simplified();
    if (after.name.isEmpty())
        return failed(Edits::tr("A name is missing."));
    if (const Row *other = named(rows, after.name); other && other->id != row.id)
        return failed(Edits::tr("There is already “%1”.").arg(other->name));
    if (after == row)
        return Change();
    return Change{Edits::tr("Rename “%1” to “%2”").arg(row.name, after.name), {modified(row, after)}};
}

template<typename Row>
Result<Row> fresh(const std::vector<Row> &rows, decltype(Row::id) id, const QString &name)
{
    Row row;
    row.id = id;
    if (std::ranges::contains(rows, row.id, &Row::id))
        row.id = {drawnId()};
    row.uuid = uuidOf(row.id.value);
    row.name = name.simplified();
    if (row.name.isEmpty())
        return failed(Edits::tr("A name is missing."));
    if (const Row *other = named(rows, row.name))
        return failed(Edits::tr("There is already “%1”.").arg(other->name));
    return row;
}

std::unexpected<Error> noCodersName(const QString &name)
{
    return failed(Edits::tr("“%1” is what is settled among coders, and no name for one.").arg(name.simplified()));
}

} // namespace

const Coder *coderNamed(const std::vector<Coder> &coders, const QString &name)
{
    return named(coders, name);
}

Coder coderIn(const Change &change)
{
    return *std::get<Edit<Coder>>(change.edits.front()).after;
}

Result<Change> addCoder(const std::vector<Coder> &coders, const QString &name, CoderRole role)
{
    if (role == CoderRole::Consensus)
        return Change{Edits::tr("Begin the consensus"), {added(consensusCoder())}};
    if (isConsensusName(name))
        return noCodersName(name);
    return fresh(coders, coderId(name), name).transform([=](Coder coder) {
        coder.role = role;
        return Change{Edits::tr("Add coder “%1”").arg(coder.name), {added(coder)}};
    });
}

Result<Change> renameCoder(const std::vector<Coder> &coders, const Coder &coder, const QString &name)
{
    if (isConsensusName(name))
        return noCodersName(name);
    return rename(coders, coder, name).transform([&](Change change) {
        for (const Coder &self : change.isEmpty() ? std::vector<Coder>() : selvesOf(coder.id, coders)) {
            Coder after = self;
            if (after.name.startsWith(coder.name))
                after.name.replace(0, coder.name.size(), coderIn(change).name);
            change.edits.emplace_back(modified(self, after));
        }
        return change;
    });
}

Result<Change> setRole(const std::vector<Coder> &coders, const Coder &coder, CoderRole role)
{
    if (coder.role == CoderRole::Consensus || role == CoderRole::Consensus)
        return failed(Edits::tr("The consensus is what is settled among coders, and nobody’s role."));
    if (coder.role == role)
        return Change();
    const bool led = std::ranges::any_of(coders, [&](const Coder &other) { return other.id != coder.id && other.role == CoderRole::Lead; });
    if (coder.role == CoderRole::Lead && !led)
        return failed(Edits::tr("“%1” is the only lead. Make somebody else a lead first.").arg(coder.name));
    Coder after = coder;
    after.role = role;
    return Change{role == CoderRole::Lead ? Edits::tr("Make “%1” a lead").arg(coder.name) : Edits::tr("Make “%1” a coder").arg(coder.name), {modified(coder, after)}};
}

} // namespace galley
