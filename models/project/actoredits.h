// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/coder.h>
#include <domain/error.h>
#include <domain/sight.h>

#include <map>

namespace galley {

class ProjectStore;

/// The register of actors: whom variables of the type actor are about. A name is one actor's, white space and case aside, and so is
/// each other name of theirs; the id follows from the name, so that who is added on two copies is one when they meet. Errors are for the user.

/// The actor of that name, else the only one who is called so too.
const Actor *actorNamed(const std::vector<Actor> &actors, const QString &name);

Result<Change> addActor(const std::vector<Actor> &actors, const QString &name);
Actor actorIn(const Change &change); ///< whom addActor() adds

/// The actor as they are to be. What they were has a name and a value each, and dates in order.
Result<Change> editActor(const std::vector<Actor> &actors, Actor after);

/// The actors of a list brought in: who is known by a name gets the other names, the kind and what they were in addition, the others
/// are added. Where the kinds differ, the one that is stated here stays.
Result<Change> adoptActors(const std::vector<Actor> &actors, const std::vector<Actor> &incoming);

/// What the actor was on that day (ISO 8601 as far as known): "speaker, Harbour List".
std::vector<ActorAttribute> attributesAt(const Actor &actor, const QString &date);
/// "speaker · Harbour List", empty where nothing is known of that day.
QString roleAt(const Actor &actor, const QString &date);

/// How many annotations that are seen name each.
Result<std::map<ActorId, qint64>> actorUses(const ProjectStore &store, const Sight &sight = {});

/// Refused where annotations name them, of whatever coder.
Result<Change> removeActor(const ProjectStore &store, ActorId actor);

/// The change that makes one of two: annotations that name the first name the second then, who is also called as the first was.
Result<Change> mergeActors(const ProjectStore &store, ActorId from, ActorId into, const QDateTime &at);

} // namespace galley
