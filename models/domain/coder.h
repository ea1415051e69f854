// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QJsonArray>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace galley {

enum class CoderRole { Coder, Lead, Consensus };

/// Who codes. A lead also edits the codebook and reviews; the consensus is nobody, and what rulings settle is in its name.
struct Coder
{
    CoderId id;
    QUuid uuid;
    QString name;
    CoderRole role = CoderRole::Coder;

    bool operator==(const Coder &) const = default;
};

enum class ActorKind { Unstated, Person, Organisation, Country, Group, Other };

/// What an actor was for a time: role, party. Dates are ISO 8601 as far as known (2023, 2023-05), both inclusive; empty: open.
struct ActorAttribute
{
    QString name;
    QString value;
    QString from = {};
    QString to = {};

    bool operator==(const ActorAttribute &) const = default;
};

/// A person or organisation that takes or is the target of a stance.
struct Actor
{
    ActorId id;
    QUuid uuid;
    QString name;
    ActorKind kind = ActorKind::Unstated;
    QStringList aliases = {}; ///< other names it is found by
    std::vector<ActorAttribute> attributes = {};

    bool operator==(const Actor &) const = default;
};

enum class ProgressState { InProgress, Done };

/// How far one coder is with one article; no row means not begun.
struct Progress
{
    ProgressId id;
    ArticleId article;
    CoderId coder;
    ProgressState state = ProgressState::InProgress;

    bool operator==(const Progress &) const = default;
};

/// Who codes an article once more in a re-test set does so as a second self: one more coder, whose annotations, progress and history stand
/// apart from the first. Who it is follows from the coder and the set, so that every copy has the same; its UUID says whose it is.
Coder secondSelf(const Coder &coder, SetId set, const QString &setName);
CoderId firstSelf(const Coder &coder); ///< whose second self this is; 0: it is a person
std::vector<Coder> people(std::vector<Coder> coders);                               ///< without second selves
std::vector<Coder> selvesOf(CoderId coder, const std::vector<Coder> &coders); ///< a person's second selves

/// The one coder of the role Consensus, the same in every project that has one. No person gets its name.
const Coder &consensusCoder();
bool isConsensusName(QStringView name);

CoderId coderId(QStringView name); ///< who is added on two copies is one when they meet; white space and case aside
ActorId actorId(QStringView name); ///< likewise
ProgressId progressId(ArticleId article, CoderId coder); ///< the same on each copy: a coder is in one state with an article

/// `[{"name","value","from","to"}]`, in the project file; what is empty is left out.
QJsonArray jsonArrayOf(const std::vector<ActorAttribute> &attributes);
std::vector<ActorAttribute> attributesFrom(const QJsonArray &array);

QString nameOf(ActorKind kind);      ///< "", "person", "organisation", "country", "group", "other"
std::optional<ActorKind> actorKindNamed(QStringView name);
QString nameOf(CoderRole role);      ///< "coder", "lead", "consensus"
QString nameOf(ProgressState state); ///< "in progress", "done"
std::optional<CoderRole> coderRoleNamed(QStringView name);
std::optional<ProgressState> progressStateNamed(QStringView name);

} // namespace galley
