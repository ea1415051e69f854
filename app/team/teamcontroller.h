// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/team.h>

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace galley {

class Desk;
class MergeController;
class PacketController;
class StudyController;
class TeamPage;
class Workspace;

/// What takes a while to count.
struct TeamCount
{
    qint64 articles = 0;
    std::vector<TeamWork> work;
    std::map<CoderId, QDateTime> lastWork;       ///< by the history, wherever it was done
    std::optional<Team::Compared> compared;      ///< where all that is assigned is done
    QStringList warnings = {};
};

/// The place Team: its page follows the project while it is shown; how far everybody is, is counted on another thread.
class TeamController : public QObject
{
    Q_OBJECT

public:
    explicit TeamController(Desk &desk, MergeController &merging);
    ~TeamController() override;

    TeamPage *page();
    void shown();

private:
    void buildPage();
    void refresh();
    void show(Team team);
    void count();
    void stop();
    void take(TeamStep step);
    void addCoder();
    void rename(CoderId id);
    void setRole(CoderId id, CoderRole role);

    using Stopped = std::shared_ptr<std::atomic<bool>>;

    Desk &m_desk;
    Workspace &m_workspace;
    MergeController &m_merging;
    StudyController *m_study;
    PacketController *m_packets;
    TeamPage *m_page = nullptr;
    std::optional<TeamCount> m_counted; ///< as it was last
    Stopped m_stopped; ///< of the counting that goes on
};

} // namespace galley
