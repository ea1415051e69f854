// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actoredits.h"

#include "edittexts.h"
#include "values.h"

#include <domain/identity.h>
#include <store/projectstore.h>

#include <algorithm>

namespace galley {

namespace {

bool isCalled(const Actor &actor, const QString &name)
{
    return foldedName(actor.name) == foldedName(name);
}

bool isAlsoCalled(const Actor &actor, const QString &name)
{
    return std::ranges::any_of(actor.aliases, [&](const QString &alias) { return foldedName(alias) == foldedName(name); });
}

/// Other names without those that say nothing: empty ones, one's own, one twice.
QStringList tidied(const Actor &actor, const QStringList &aliases)
{
    QStringList tidy;
    for (const QString &alias : aliases) {
        const QString name = alias.simplified();
        const bool known = isCalled(actor, name) || std::ranges::any_of(tidy, [&](const QString &other) { return foldedName(other) == foldedName(name); });
        if (!name.isEmpty() && !known)
            tidy += name;
    }
    return tidy;
}

Result<> attributesFit(const Actor &actor)
{
    for (const auto &[name, value, from, to] : actor.attributes) {
        if (name.trimmed().isEmpty() || value.trimmed().isEmpty())
            return failed(Edits::tr("What “%1” was has a name and a value: role, speaker.").arg(actor.name));
        for (const QString &date : {from, to}) {
            if (!date.isEmpty() && !isPartialDate(date))
                return failed(Edits::tr("“%1” is no date: write it as 2023, 2023-05 or 2023-05-04.").arg(date));
        }
        if (!from.isEmpty() && !to.isEmpty() && from > to && !from.startsWith(to))
            return failed(Edits::tr("“%1” of “%2” ends before it begins.").arg(value, actor.name));
    }
    return {};
}

Result<> namesAreFree(const std::vector<Actor> &actors, const Actor &actor)
{
    for (const Actor &other : actors) {
        if (other.id == actor.id)
            continue;
        if (isCalled(other, actor.name) || isAlsoCalled(other, actor.name))
            return failed(Edits::tr("There is already “%1”.").arg(other.name));
        for (const QString &alias : actor.aliases) {
            if (isCalled(other, alias))
                return failed(Edits::tr("“%1” is an actor of their own. Merge the two.").arg(other.name));
        }
    }
    return {};
}

/// `more` in addition to what the actor has.
Actor joined(Actor actor, const Actor &more)
{
    actor.aliases = tidied(actor, actor.aliases + QStringList{more.name} + more.aliases);
    if (actor.kind == ActorKind::Unstated)
        actor.kind = more.kind;
    for (const ActorAttribute &attribute : more.attributes) {
        if (!std::ranges::contains(actor.attributes, attribute))
            actor.attributes.push_back(attribute);
    }
    return actor;
}

/// Who has the name, or is called as the actor is called too.
const Actor *knownAs(const std::vector<Actor> &actors, const Actor &actor)
{
    if (const Actor *known = actorNamed(actors, actor.name))
        return known;
    const auto found = std::ranges::find_if(actors, [&](const Actor &other) { return isAlsoCalled(actor, other.name); });
    return found == actors.end() ? nullptr : &*found;
}

bool names(const VariableValue &value, ActorId actor)
{
    return value.value == Value(actor);
}

/// From the day the actor begins to be it to the day they end; what is known only by the year counts for all of it.
bool isValidAt(const ActorAttribute &attribute, const QString &date)
{
    const QString day = date.left(10);
    const auto cut = [](const QString &text, const QString &like) { return text.left(like.size()); };
    const bool begun = attribute.from.isEmpty() || cut(day, attribute.from) >= cut(attribute.from, day);
    const bool ended = !attribute.to.isEmpty() && cut(day, attribute.to) > cut(attribute.to, day);
    return begun && !ended;
}

} // namespace

const Actor *actorNamed(const std::vector<Actor> &actors, const QString &name)
{
    const auto called = std::ranges::find_if(actors, [&](const Actor &actor) { return isCalled(actor, name); });
    if (called != actors.end())
        return &*called;
    const auto isIt = [&](const Actor &actor) { return isAlsoCalled(actor, name); };
    const auto also = std::ranges::find_if(actors, isIt);
    return also != actors.end() && std::ranges::count_if(actors, isIt) == 1 ? &*also : nullptr;
}

Result<Change> addActor(const std::vector<Actor> &actors, const QString &name)
{
    Actor actor;
    actor.id = actorId(name);
    if (std::ranges::contains(actors, actor.id, &Actor::id))
        actor.id = {drawnId()}; // one that was renamed has it
    actor.uuid = uuidOf(actor.id.value);
    actor.name = name.simplified();
    if (actor.name.isEmpty())
        return failed(Edits::tr("A name is missing."));
    if (const auto free = namesAreFree(actors, actor); !free)
        return std::unexpected(free.error());
    return Change{Edits::tr("Add actor “%1”").arg(actor.name), {added(actor)}};
}

Actor actorIn(const Change &change)
{
    return *std::get<Edit<Actor>>(change.edits.front()).after;
}

Result<Change> editActor(const std::vector<Actor> &actors, Actor after)
{
    const auto before = std::ranges::find(actors, after.id, &Actor::id);
    if (before == actors.end())
        return failed(Edits::tr("The actor is not in the register any more."));
    after.name = after.name.simplified();
    after.aliases = tidied(after, after.aliases);
    if (after.name.isEmpty())
        return failed(Edits::tr("A name is missing."));
    if (const auto fits = namesAreFree(actors, after).and_then([&] { return attributesFit(after); }); !fits)
        return std::unexpected(fits.error());
    if (after == *before)
        return Change();
    const QString text = after.name == before->name ? Edits::tr("Edit actor “%1”").arg(after.name) : Edits::tr("Rename “%1” to “%2”").arg(before->name, after.name);
    return Change{text, {modified(*before, std::move(after))}};
}

Result<Change> adoptActors(const std::vector<Actor> &actors, const std::vector<Actor> &incoming)
{
    std::vector<Actor> all = actors;
    for (const Actor &actor : incoming) {
        if (const auto fits = attributesFit(actor); !fits)
            return std::unexpected(fits.error());
        if (const Actor *known = knownAs(all, actor)) {
            Actor &there = all[size_t(known - all.data())];
            there = joined(there, actor);
            continue;
        }
        const auto addition = addActor(all, actor.name);
        if (!addition)
            return std::unexpected(addition.error());
        all.push_back(joined(actorIn(*addition), actor));
    }
    Change change{Edits::tr("Import actors"), {}};
    for (size_t at = 0; at < all.size(); ++at) {
        if (const auto free = namesAreFree(all, all[at]); !free)
            return std::unexpected(free.error());
        if (at >= actors.size())
            change.edits.emplace_back(added(all[at]));
        else if (all[at] != actors[at])
            change.edits.emplace_back(modified(actors[at], all[at]));
    }
    return change.edits.empty() ? Change() : change;
}

std::vector<ActorAttribute> attributesAt(const Actor &actor, const QString &date)
{
    std::vector<ActorAttribute> valid;
    std::ranges::copy_if(actor.attributes, std::back_inserter(valid), [&](const ActorAttribute &attribute) {
        return isPartialDate(date.left(10)) ? isValidAt(attribute, date) : attribute.from.isEmpty() && attribute.to.isEmpty();
    });
    return valid;
}

QString roleAt(const Actor &actor, const QString &date)
{
    QStringList values;
    for (const ActorAttribute &attribute : attributesAt(actor, date))
        values += attribute.value;
    return values.join(QStringLiteral(" · "));
}

Result<std::map<ActorId, qint64>> actorUses(const ProjectStore &store, const Sight &sight)
{
    std::map<ActorId, qint64> uses;
    ExportFilter filter;
    filter.sight = sight;
    const auto read = store.forEachAnnotation(filter, [&](const AnnotationRow &row) -> Result<> {
        std::vector<ActorId> seen; // several variables may name one actor
        for (const VariableValue &value : row.values) {
            const auto *actor = std::get_if<ActorId>(&value.value);
            if (row.id && actor && !std::ranges::contains(seen, *actor)) {
                seen.push_back(*actor);
                ++uses[*actor];
            }
        }
        return {};
    });
    return read ? Result<std::map<ActorId, qint64>>(std::move(uses)) : std::unexpected(read.error());
}

Result<Change> removeActor(const ProjectStore &store, ActorId id)
{
    const auto actors = store.actors();
    std::vector<CoderId> all{consensusCoder().id};
    const auto coders = store.coders();
    if (!actors || !coders)
        return std::unexpected(!actors ? actors.error() : coders.error());
    for (const Coder &coder : *coders)
        all.push_back(coder.id);
    const auto actor = std::ranges::find(*actors, id, &Actor::id);
    if (actor == actors->end())
        return failed(Edits::tr("The actor is not in the register any more."));
    bool isNamed = false;
    const auto read = store.forEachAnnotation({false, all, {}}, [&](const AnnotationRow &row) -> Result<> {
        isNamed = isNamed || (row.id && std::ranges::any_of(row.values, [=](const VariableValue &value) { return names(value, id); }));
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    if (isNamed)
        return failed(Edits::tr("Annotations name “%1”. Merge them into another actor.").arg(actor->name));
    return Change{Edits::tr("Remove actor “%1”").arg(actor->name), {removed(*actor)}};
}

Result<Change> mergeActors(const ProjectStore &store, ActorId from, ActorId into, const QDateTime &at)
{
    const auto actors = store.actors();
    const auto codebook = store.codebook();
    const auto coders = store.coders();
    if (!actors || !codebook || !coders)
        return std::unexpected(!actors ? actors.error() : !codebook ? codebook.error() : coders.error());
    const auto one = std::ranges::find(*actors, from, &Actor::id);
    const auto other = std::ranges::find(*actors, into, &Actor::id);
    if (one == actors->end() || other == actors->end() || from == into)
        return failed(Edits::tr("An actor is merged into another one of the register."));
    std::vector<CoderId> all{consensusCoder().id}; // what was settled names them as well
    for (const Coder &coder : *coders)
        all.push_back(coder.id);
    std::vector<AnnotationId> ids;
    const auto read = store.forEachAnnotation({false, all, {}}, [&](const AnnotationRow &row) -> Result<> {
        if (row.id && std::ranges::any_of(row.values, [=](const VariableValue &value) { return names(value, from); }))
            ids.push_back(row.id);
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    Change change{Edits::tr("Merge actor “%1” into “%2”").arg(one->name, other->name), {}};
    for (const AnnotationId id : ids) {
        const auto annotation = store.annotation(id);
        if (!annotation)
            return std::unexpected(annotation.error());
        if (!*annotation)
            continue;
        Annotation after = **annotation;
        after.values.clear();
        for (VariableValue value : (*annotation)->values) {
            if (names(value, from))
                value.value = into;
            if (!std::ranges::contains(after.values, value))
                after.values.push_back(std::move(value));
        }
        after.modified = at;
        change.edits.emplace_back(modified(**annotation, std::move(after)));
    }
    change.edits.emplace_back(modified(*other, joined(*other, *one)));
    change.edits.emplace_back(removed(*one));
    return change;
}

} // namespace galley
