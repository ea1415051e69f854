// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace galley {

class ActorsPage;
class Desk;
class ProjectStore;
class Workspace;

/// The place where the register of actors is kept.
class ActorsController : public QObject
{
    Q_OBJECT

public:
    explicit ActorsController(Desk &desk);

    ActorsPage *page();
    void shown();

private:
    void show();
    void follow(const Change &change);
    void readUses();
    void readOccurrences();
    void addNew();
    void remove(ActorId actor);
    void merge(ActorId from, ActorId into);
    void alter(const std::function<Result<Change>(const ProjectStore &)> &verb, ActorId then);
    void chooseList();
    void takeList(const QString &file);
    void chooseWhereTo();
    void writeList(const QString &file);

    Desk &m_desk;
    Workspace &m_workspace;
    ActorsPage *m_page = nullptr;
    std::optional<std::map<ActorId, qint64>> m_uses; ///< none: they are being counted
    int m_round = 0;
    int m_occurrencesRound = 0;
};

} // namespace galley
