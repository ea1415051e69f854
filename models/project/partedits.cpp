// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "partedits.h"

#include "codebookedits.h"
#include "edittexts.h"
#include "values.h"

#include <domain/identity.h>

#include <algorithm>
#include <ranges>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

const QString codeName = u"code"_s; ///< of the variable that a layer of passages begins with

bool isUsed(const Codebook &codebook, const Variable &variable, const CodebookUse &use)
{
    return std::ranges::contains(use.variables, variable.id)
        || (codebook.principalVariable(variable.layer) == &variable && std::ranges::contains(use.layers, variable.layer));
}

bool takesCodes(const Variable &variable)
{
    return variable.type == VariableType::Code || variable.type == VariableType::Ordinal;
}

/// By nature: a layer or variable that two leads add on two copies is one when they meet.
template<typename Id>
Id freshId(std::initializer_list<QStringView> parts, const auto &isTaken)
{
    const Id id{idFrom(parts)};
    return isTaken(id) ? Id{drawnId()} : id; // one that was renamed has it
}

VariableId freshVariable(const Codebook &codebook, LayerId layer, const QString &name)
{
    return freshId<VariableId>({u"variable", QString::number(layer.value), foldedName(name)}, [&](VariableId id) { return codebook.variable(id) != nullptr; });
}

Variable newVariable(const Codebook &codebook, LayerId layer, const QString &name, VariableType type)
{
    Variable variable;
    variable.id = freshVariable(codebook, layer, name);
    variable.uuid = uuidOf(variable.id.value);
    variable.layer = layer;
    variable.name = name;
    variable.type = type;
    const auto others = codebook.variables(layer);
    variable.position = others.empty() ? 1 : std::ranges::max(others, {}, &Variable::position)->position + 1;
    return variable;
}

/// Of variables in front of it; codes and booleans.
Result<> dependsOnThoseBefore(const Codebook &codebook, const Variable &variable)
{
    for (const Condition *condition : {&variable.shownWhen, &variable.requiredWhen}) {
        for (const auto &[asked, value] : condition->anyOf) {
            const Variable *other = codebook.variable(asked);
            if (!other || other->layer != variable.layer || other->id == variable.id || other->position >= variable.position)
                return failed(Edits::tr("“%1” depends on a variable that does not stand in front of it.").arg(variable.name));
        }
    }
    return {};
}

Result<> beginsWithOneOfItsValues(const Codebook &codebook, const Variable &variable)
{
    if (!variable.standard)
        return {};
    if (variable.type == VariableType::Actor)
        return failed(Edits::tr("“%1” cannot begin with an actor: these are in no codebook.").arg(variable.name));
    const Codebook with = withChange(codebook, {{}, {modified(*codebook.variable(variable.id), variable)}});
    if (with.principalVariable(variable.layer) == with.variable(variable.id))
        return failed(Edits::tr("“%1” is what the layer is coded by. It begins with nothing.").arg(variable.name));
    return valuesFit(with, variable.layer, {{variable.id, *variable.standard}});
}

/// What a layer is coded by stays what it was where it is used.
Result<> keepsMeaning(const Codebook &codebook, const Change &change, LayerId layer, const CodebookUse &use)
{
    const Codebook after = withChange(codebook, change);
    const Variable *before = codebook.principalVariable(layer);
    const Variable *then = after.principalVariable(layer);
    if (!std::ranges::contains(use.layers, layer) || (before ? before->id : VariableId()) == (then ? then->id : VariableId()))
        return {};
    return failed(Edits::tr("The layer is used, and what it is coded by cannot change."));
}

Result<> nothingDependsOn(const Codebook &codebook, const Variable &variable)
{
    for (const Variable &other : codebook.variables()) {
        for (const Condition *condition : {&other.shownWhen, &other.requiredWhen}) {
            if (other.id != variable.id && std::ranges::contains(condition->anyOf, variable.id, &VariableValue::variable))
                return failed(Edits::tr("“%1” depends on “%2”. Change that first.").arg(other.name, variable.name));
        }
    }
    return {};
}

void remove(const Codebook &codebook, const Variable &variable, Change &change)
{
    for (const Code *code : codebook.codes(variable.id) | std::views::reverse)
        change.edits.emplace_back(removed(*code));
    change.edits.emplace_back(removed(variable));
}

/// The same rows with positions 1, 2, … in this order.
template<typename Row>
void place(const std::vector<const Row *> &order, Change &change)
{
    for (size_t at = 0; at < order.size(); ++at) {
        Row after = *order[at];
        after.position = int(at) + 1;
        if (after != *order[at])
            change.edits.emplace_back(modified(*order[at], std::move(after)));
    }
}

template<typename Row>
bool swapWithNext(std::vector<const Row *> &order, decltype(Row::id) id, int direction)
{
    const auto at = std::ranges::find(order, id, &Row::id) - order.begin();
    const auto to = at + direction;
    if (at == std::ssize(order) || to < 0 || to >= std::ssize(order))
        return false;
    std::swap(order[size_t(at)], order[size_t(to)]);
    return true;
}

} // namespace

Result<> nameIsFree(const QString &name, bool taken)
{
    if (name.isEmpty())
        return failed(Edits::tr("A name is missing."));
    if (taken)
        return failed(Edits::tr("There is already “%1” in the same place.").arg(name));
    return {};
}

Result<Change> addLayer(const Codebook &codebook, const QString &stated, LayerUnit unit)
{
    const QString name = stated.simplified();
    if (const auto fits = nameIsFree(name, codebook.layer(name)); !fits)
        return std::unexpected(fits.error());
    Layer layer;
    layer.id = freshId<LayerId>({u"layer", foldedName(name)}, [&](LayerId id) { return codebook.layer(id) != nullptr; });
    layer.uuid = uuidOf(layer.id.value);
    layer.name = name;
    layer.unit = unit;
    layer.position = codebook.layers().empty() ? 1 : codebook.layers().back().position + 1;
    Change change{Edits::tr("Add layer “%1”").arg(name), {added(layer)}};
    if (unit == LayerUnit::Span) {
        Variable code = newVariable(codebook, layer.id, codeName, VariableType::Code);
        code.required = true;
        change.edits.emplace_back(added(std::move(code)));
    }
    return change;
}

Result<Change> addVariable(const Codebook &codebook, LayerId layer, const QString &stated, VariableType type)
{
    const QString name = stated.simplified();
    if (!codebook.layer(layer))
        return failed(Edits::tr("The layer is not in the codebook any more."));
    if (const auto fits = nameIsFree(name, codebook.variable(layer, name)); !fits)
        return std::unexpected(fits.error());
    return Change{Edits::tr("Add variable “%1”").arg(name), {added(newVariable(codebook, layer, name, type))}};
}

Result<Change> editLayer(const Codebook &codebook, Layer after, const CodebookUse &use)
{
    const Layer *before = codebook.layer(after.id);
    if (!before)
        return failed(Edits::tr("The layer is not in the codebook any more."));
    after.name = after.name.simplified();
    const Layer *other = codebook.layer(after.name);
    if (const auto fits = nameIsFree(after.name, other && other->id != after.id); !fits)
        return std::unexpected(fits.error());
    if (after.unit != before->unit && std::ranges::contains(use.layers, after.id))
        return failed(Edits::tr("“%1” is used by annotations. What it is coded on stays.").arg(before->name));
    if (after.unit == LayerUnit::Article) { // rules are about passages
        after.snap = Snap::Free;
        after.overlap = Overlap::Any;
        after.acrossParagraphs = true;
    }
    if (after == *before)
        return Change();
    Change change{Edits::tr("Edit layer “%1”").arg(before->name), {}};
    const Variable *principal = codebook.principalVariable(after.id);
    const bool isOnlyForPassages = principal && principal->name == codeName && codebook.codes(principal->id).empty();
    if (after.unit == LayerUnit::Article && before->unit == LayerUnit::Span && isOnlyForPassages)
        change.edits.emplace_back(removed(*principal));
    change.edits.emplace_back(modified(*before, std::move(after)));
    return change;
}

Result<Change> editVariable(const Codebook &codebook, Variable after, const CodebookUse &use)
{
    const Variable *before = codebook.variable(after.id);
    if (!before)
        return failed(Edits::tr("The variable is not in the codebook any more."));
    after.name = after.name.simplified();
    const Variable *other = codebook.variable(before->layer, after.name);
    if (const auto fits = nameIsFree(after.name, other && other->id != after.id); !fits)
        return std::unexpected(fits.error());
    const bool anotherKind = after.type != before->type || (before->multiple && !after.multiple);
    if (anotherKind && isUsed(codebook, *before, use))
        return failed(Edits::tr("“%1” is used by annotations. Its type stays.").arg(before->name));
    if (after.type != before->type) {
        after.standard.reset();
        if (const auto free = nothingDependsOn(codebook, *before); !free)
            return std::unexpected(free.error());
    }
    if (after.type != VariableType::Number) {
        after.minimum.reset();
        after.maximum.reset();
        after.ratio = false;
    }
    if (!after.required)
        after.requiredWhen = {};
    if (after.minimum && after.maximum && *after.minimum > *after.maximum)
        return failed(Edits::tr("The least value is not above the greatest."));
    if (after.ratio && after.minimum.value_or(-1) < 0)
        return failed(Edits::tr("“%1” may be below zero, where no ratio means anything: give it a least value of 0 or more.").arg(after.name));
    if (after == *before)
        return Change();
    Change change{Edits::tr("Edit variable “%1”").arg(before->name), {}};
    if (!takesCodes(after)) {
        for (const Code *code : codebook.codes(after.id) | std::views::reverse)
            change.edits.emplace_back(removed(*code));
    }
    change.edits.emplace_back(modified(*before, after));
    const auto fits = dependsOnThoseBefore(codebook, after)
                          .and_then([&] { return beginsWithOneOfItsValues(codebook, after); })
                          .and_then([&] { return keepsMeaning(codebook, change, after.layer, use); });
    return fits ? Result<Change>(std::move(change)) : std::unexpected(fits.error());
}

Result<Change> removeLayer(const Codebook &codebook, LayerId id, const CodebookUse &use)
{
    const Layer *layer = codebook.layer(id);
    if (!layer)
        return failed(Edits::tr("The layer is not in the codebook any more."));
    if (std::ranges::contains(use.layers, id))
        return failed(Edits::tr("“%1” is used by annotations.").arg(layer->name));
    Change change{Edits::tr("Remove layer “%1”").arg(layer->name), {}};
    for (const Variable *variable : codebook.variables(id) | std::views::reverse)
        remove(codebook, *variable, change);
    change.edits.emplace_back(removed(*layer));
    return change;
}

Result<Change> removeVariable(const Codebook &codebook, VariableId id, const CodebookUse &use)
{
    const Variable *variable = codebook.variable(id);
    if (!variable)
        return failed(Edits::tr("The variable is not in the codebook any more."));
    if (isUsed(codebook, *variable, use))
        return failed(Edits::tr("“%1” is used by annotations.").arg(variable->name));
    Change change{Edits::tr("Remove variable “%1”").arg(variable->name), {}};
    remove(codebook, *variable, change);
    const auto fits = nothingDependsOn(codebook, *variable).and_then([&] { return keepsMeaning(codebook, change, variable->layer, use); });
    return fits ? Result<Change>(std::move(change)) : std::unexpected(fits.error());
}

Change moveLayer(const Codebook &codebook, LayerId id, int direction)
{
    std::vector<const Layer *> order;
    for (const Layer &layer : codebook.layers())
        order.push_back(&layer);
    if (!swapWithNext(order, id, direction))
        return {};
    Change change{Edits::tr("Move layer “%1”").arg(codebook.layer(id)->name), {}};
    place(order, change);
    return change;
}

Result<Change> moveVariable(const Codebook &codebook, VariableId id, int direction, const CodebookUse &use)
{
    const Variable *variable = codebook.variable(id);
    std::vector<const Variable *> order = variable ? codebook.variables(variable->layer) : std::vector<const Variable *>();
    if (!swapWithNext(order, id, direction))
        return Change();
    Change change{Edits::tr("Move variable “%1”").arg(variable->name), {}};
    place(order, change);
    const Codebook after = withChange(codebook, change);
    for (const Variable *moved : after.variables(variable->layer)) {
        if (const auto fits = dependsOnThoseBefore(after, *moved); !fits)
            return std::unexpected(fits.error());
    }
    const auto fits = keepsMeaning(codebook, change, variable->layer, use);
    return fits ? Result<Change>(std::move(change)) : std::unexpected(fits.error());
}

} // namespace galley
