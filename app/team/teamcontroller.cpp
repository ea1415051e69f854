// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teamcontroller.h"

#include "../areas.h"
#include "../frame/desk.h"
#include "../settings.h"
#include "apartcontroller.h"
#include "mergecontroller.h"
#include "packetcontroller.h"
#include "studycontroller.h"
#include "unitscontroller.h"

#include <agreement/comparedwork.h>
#include <agreement/drift.h>
#include <project/coderedits.h>
#include <project/codingsets.h>
#include <project/projectfile.h>
#include <project/teamprogress.h>
#include <project/workspace.h>
#include <review/acceptance.h>
#include <team/coderdialog.h>
#include <team/teampage.h>

#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

namespace {

/// How far the coders agree, by the rule with which Compare begins: who comes away from the others, and, where all that is assigned is
/// done, what is open.
Result<TeamCount> withComparison(const ProjectStore &store, TeamCount count)
{
    const auto coders = store.coders();
    const auto codebook = store.codebook();
    const auto rulings = store.rulings();
    if (!coders || !codebook || !rulings)
        return std::unexpected(!coders ? coders.error() : !codebook ? codebook.error() : rulings.error());
    return comparedWork(store, {.coders = people(*coders), .layers = codebook->layers()}, {}).transform([&](const std::vector<ComparedGroup> &groups) {
        count.warnings = textsOf(driftsIn(groups), people(*coders));
        const auto isOpen = [](const TeamWork &work) { return work.set && work.assigned > work.done; };
        const auto isDone = [](const TeamWork &work) { return work.set && work.done > 0; };
        if (!std::ranges::any_of(count.work, isDone) || std::ranges::any_of(count.work, isOpen))
            return count;
        const Settled settled(*rulings);
        Team::Compared &compared = count.compared.emplace();
        for (const ComparedGroup &group : groups) {
            const bool differs = group.kind != Difference::Agreement, open = !settled.contains(group);
            compared.disagreements += differs;
            compared.open += differs && open;
            compared.unruled += !differs && open;
        }
        return count;
    });
}

Result<TeamCount> counted(const ProjectFile &file, const std::function<bool()> &goOn)
{
    const auto store = file.open();
    const auto counts = store ? store->counts() : Result<Counts>(std::unexpected(store.error()));
    if (!counts)
        return std::unexpected(counts.error());
    TeamCount count{.articles = counts->articles, .work = {}, .lastWork = {}, .compared = {}, .warnings = {}};
    const auto rows = progressOf(*store, goOn);
    const auto steps = store->workSteps();
    if (!rows || !steps)
        return std::unexpected(!rows ? rows.error() : steps.error());
    for (const CoderProgress &row : rows->value_or(std::vector<CoderProgress>()))
        count.work.push_back({row.coder, row.set, row.assigned, row.inProgress, row.done, row.annotations, row.flagged, row.missing, row.timePerArticle(), row.articlesPerDay()});
    const auto coders = store->coders();
    if (!coders)
        return std::unexpected(coders.error());
    std::map<CoderId, CoderId> person;
    for (const Coder &coder : *coders)
        person[coder.id] = firstSelf(coder) ? firstSelf(coder) : coder.id;
    for (const WorkStep &step : *steps) {
        QDateTime &last = count.lastWork[person[step.coder]];
        last = last.isValid() ? std::max(last, step.at) : step.at;
    }
    return goOn() ? withComparison(*store, std::move(count)) : count;
}

} // namespace

TeamController::TeamController(Desk &desk, MergeController &merging)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_merging(merging)
    , m_study(new StudyController(desk))
    , m_packets(new PacketController(desk))
{
    connect(&m_workspace, &Workspace::changed, this, [this] {
        if (m_page && m_desk.isAt(places::team))
            refresh();
    });
    connect(m_packets, &PacketController::packetsWritten, this, [this] {
        if (m_page && m_workspace.project() && m_desk.isAt(places::team))
            show(m_page->team());
    });
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        stop();
        m_counted.reset();
        if (m_page)
            m_page->setTeam({});
    });
}

TeamController::~TeamController()
{
    stop();
}

TeamPage *TeamController::page()
{
    if (!m_page)
        buildPage();
    return m_page;
}

void TeamController::buildPage()
{
    m_page = new TeamPage(&m_desk.window);
    m_page->hide(); // until the frame shows it
    connect(m_page, &TeamPage::stepRequested, this, &TeamController::take);
    connect(m_page, &TeamPage::addCoderRequested, this, &TeamController::addCoder);
    connect(m_page, &TeamPage::renameRequested, this, &TeamController::rename);
    connect(m_page, &TeamPage::roleRequested, this, &TeamController::setRole);
    connect(m_page, &TeamPage::packetsRequested, m_packets, &PacketController::ask);
    connect(m_page, &TeamPage::makeSetRequested, m_study, &StudyController::makeSet);
    connect(m_page, &TeamPage::assignRequested, m_study, &StudyController::assign);
    connect(m_page, &TeamPage::handOnRequested, m_study, &StudyController::handOn);
    connect(m_page, &TeamPage::blindRequested, m_study, &StudyController::setBlind);
    connect(m_page, &TeamPage::removeSetRequested, m_study, &StudyController::removeSet);
    connect(m_page, &TeamPage::mergeRequested, &m_merging, &MergeController::ask);
    connect(m_page, &TeamPage::compareRequested, this, [this] { m_desk.goTo(places::compare); });
}

void TeamController::shown()
{
    refresh();
    page()->takeFocus();
}

void TeamController::refresh()
{
    const Project *project = m_workspace.project();
    if (!project)
        return;
    const auto sets = project->store().codingSets();
    const auto assignments = project->store().assignments();
    if (!sets || !assignments) {
        m_desk.fail(!sets ? sets.error() : assignments.error());
        return;
    }
    Team team;
    team.you = m_workspace.coder() ? m_workspace.coder()->id : CoderId();
    team.isWritable = m_workspace.isWritable();
    team.coders = m_workspace.coders();
    for (const Coder &coder : team.coders)
        std::ranges::move(selvesOf(coder.id, m_workspace.everybody()), std::back_inserter(team.selves));
    for (const CodingSet &set : *sets) {
        const int assigned = int(std::ranges::count(*assignments, set.id, &Assignment::set));
        const CoderId gold = goldOf(set);
        team.sets.push_back({set, int(articlesOf(set).size()), StudyController::howChosen(set), assigned, assigned > 0,
                             gold == consensusCoder().id ? tr("the consensus") : gold ? m_workspace.nameOf(gold) : QString()});
    }
    show(std::move(team));
    count();
}

/// What was counted last stays until it is counted anew.
void TeamController::show(Team team)
{
    team.isCounted = m_counted.has_value();
    team.articles = m_counted ? m_counted->articles : 0;
    team.work = m_counted ? m_counted->work : std::vector<TeamWork>();
    team.compared = m_counted ? m_counted->compared : std::nullopt;
    team.warnings = m_counted ? m_counted->warnings : QStringList();
    team.packets.clear();
    const auto packets = m_desk.settings.packetsOf(m_workspace.project()->store().path());
    for (const Coder &coder : team.coders) {
        const auto packet = packets.find(coder.uuid.toString());
        if (packet == packets.end())
            continue;
        const QDateTime last = m_counted && m_counted->lastWork.contains(coder.id) ? m_counted->lastWork.at(coder.id) : QDateTime();
        team.packets[coder.id] = {packet->at, packet->file, last.isValid() && last > packet->at};
    }
    page()->setTeam(team);
}

void TeamController::stop()
{
    if (const Stopped stopped = std::exchange(m_stopped, nullptr))
        *stopped = true;
}

void TeamController::count()
{
    stop();
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), stopped = m_stopped] { return counted(file, [stopped] { return !*stopped; }); })
        .then(this, [this, stopped = m_stopped](const Result<TeamCount> &count) {
            if (*stopped)
                return;
            m_stopped = nullptr;
            if (!count) {
                m_desk.fail(count.error());
                return;
            }
            m_counted = *count;
            show(page()->team());
        });
}

void TeamController::take(TeamStep step)
{
    switch (step) {
    case TeamStep::ChooseCoder:
        return m_desk.perform("chooseCoder");
    case TeamStep::TakeTheLead:
        return setRole(m_workspace.coder() ? m_workspace.coder()->id : CoderId(), CoderRole::Lead);
    case TeamStep::ImportArticles:
        return m_desk.perform("import");
    case TeamStep::AddCoders:
        return addCoder();
    case TeamStep::MakeSet:
        return m_study->makeSet();
    case TeamStep::Assign:
        if (const TeamSet *set = setToAssign(page()->team()))
            m_study->assign(set->set.id);
        return;
    case TeamStep::WritePackets:
        return m_packets->ask({});
    case TeamStep::Merge:
        return m_merging.ask();
    case TeamStep::Compare:
        return m_desk.goTo(places::compare);
    case TeamStep::Export:
        return m_desk.perform("exportConsensus");
    case TeamStep::Code:
        m_desk.goTo(places::read);
        return m_desk.perform("nextInQueue");
    case TeamStep::Nothing:
        return;
    }
}

void TeamController::addCoder()
{
    if (!m_study->requireLead())
        return;
    auto *dialog = new CoderDialog(m_workspace.coders(), nullptr, &m_desk.window);
    m_study->open(dialog, [this, dialog] { m_workspace.addCoder(dialog->name(), dialog->role()); });
}

void TeamController::rename(CoderId id)
{
    const Coder *coder = page()->team().coder(id);
    if (!coder || !m_study->requireLead())
        return;
    auto *dialog = new CoderDialog(m_workspace.coders(), coder, &m_desk.window);
    m_study->open(dialog, [this, dialog, was = *coder] { m_workspace.commit(renameCoder(m_workspace.everybody(), was, dialog->name())); });
}

/// Where nobody leads, who comes first may; else a lead says who.
void TeamController::setRole(CoderId id, CoderRole role)
{
    const Team &team = page()->team();
    const Coder *coder = team.coder(id);
    if (coder && m_workspace.requireCoder() && (!team.isLed() || m_study->requireLead()))
        m_workspace.commit(galley::setRole(m_workspace.coders(), *coder, role));
}

Contribution teamArea(Desk &desk)
{
    auto *merging = new MergeController(desk);
    auto *team = new TeamController(desk, *merging);
    Contribution area;
    area.menus = {{menu::fileMerge, {merging->mergeAction()}}, {menu::review, {(new UnitsController(desk))->action(), (new ApartController(desk))->action()}}};
    area.places = {{.name = places::team, .title = TeamController::tr("Team"), .icon = "people", .page = [team] { return team->page(); }, .shown = [team] { team->shown(); }}};
    return area;
}

} // namespace galley
