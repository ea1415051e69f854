// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

struct TeamTexts
{
    Q_DECLARE_TR_FUNCTIONS(Team)
};

} // namespace

const Coder *Team::coder(CoderId id) const
{
    for (const std::vector<Coder> *list : {&coders, &selves}) {
        if (const auto found = std::ranges::find(*list, id, &Coder::id); found != list->end())
            return &*found;
    }
    return nullptr;
}

bool Team::isLed() const
{
    return std::ranges::contains(coders, CoderRole::Lead, &Coder::role);
}

bool Team::youLead() const
{
    return coder(you) && coder(you)->role == CoderRole::Lead;
}

int Team::assigned() const
{
    return std::accumulate(sets.begin(), sets.end(), 0, [](int sum, const TeamSet &set) { return sum + set.assigned; });
}

QStringList Team::notBack() const
{
    QStringList names;
    for (const Coder &one : coders) {
        if (const auto packet = packets.find(one.id); packet != packets.end() && !packet->second.isBack)
            names += one.name;
    }
    return names;
}

const TeamSet *setToAssign(const Team &team)
{
    const auto found = std::ranges::find_if(team.sets, [](const TeamSet &set) { return !set.isCoded; });
    return found == team.sets.end() ? nullptr : &*found;
}

TeamStep nextStep(const Team &team)
{
    if (!team.isWritable)
        return TeamStep::Nothing;
    if (!team.coder(team.you))
        return TeamStep::ChooseCoder;
    if (!team.isLed())
        return TeamStep::TakeTheLead;
    if (!team.youLead())
        return TeamStep::Code;
    if (team.isCounted && team.articles == 0)
        return TeamStep::ImportArticles;
    if (team.coders.size() < 2)
        return TeamStep::AddCoders;
    if (team.sets.empty())
        return TeamStep::MakeSet;
    if (setToAssign(team))
        return TeamStep::Assign;
    if (!team.isCounted)
        return TeamStep::Nothing;
    int begun = 0, open = 0;
    for (const TeamWork &work : team.work) {
        if (!work.set)
            continue;
        begun += work.inProgress + work.done;
        open += std::max(0, work.assigned - work.done);
    }
    return begun == 0 ? TeamStep::WritePackets : open > 0 ? TeamStep::Merge : team.compared && team.compared->open + team.compared->unruled == 0 && team.notBack().isEmpty() ? TeamStep::Export : TeamStep::Compare;
}

QString titleOf(CoderRole role)
{
    switch (role) {
    case CoderRole::Coder:
        return TeamTexts::tr("Coder");
    case CoderRole::Lead:
        return TeamTexts::tr("Lead");
    case CoderRole::Consensus:
        return TeamTexts::tr("Consensus");
    }
    return {};
}

QString titleOf(SetKind kind)
{
    switch (kind) {
    case SetKind::Training:
        return TeamTexts::tr("Training");
    case SetKind::Reliability:
        return TeamTexts::tr("Reliability");
    case SetKind::Main:
        return TeamTexts::tr("Main");
    case SetKind::Retest:
        return TeamTexts::tr("Re-test");
    }
    return {};
}

QString timeForPeople(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(time).count();
    if (seconds < 60)
        return TeamTexts::tr("%1 s").arg(seconds);
    if (seconds < 600)
        return TeamTexts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return TeamTexts::tr("%1 min").arg(seconds / 60);
}

} // namespace galley
