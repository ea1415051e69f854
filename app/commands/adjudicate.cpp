// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedproject.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>
#include <project/rulingedits.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

struct AdjudicationOptions
{
    ComparisonOptions comparison;
    std::string accept, article, by, reason, category;
    bool json = false;
};

/// Where copies settled one thing differently, what does not hold in place of what does.
Result<Settlement> otherTaken(ProjectStore &store, const ComparedProject &compared, const Stamp &stamp)
{
    const auto others = otherRulings(store);
    if (!others)
        return std::unexpected(others.error());
    Settlement result;
    std::vector<const OtherRuling *> taken;
    for (const ComparedGroup &group : compared.groups) {
        const OtherRuling *other = otherRulingOn(*others, group);
        if (!other || std::ranges::contains(taken, other))
            continue;
        taken.push_back(other);
        if (auto done = store.apply(other->instead, stamp); !done)
            return std::unexpected(done.error());
        ++result.settled;
    }
    return result;
}

Result<Settlement> settleIn(ProjectStore &store, const AdjudicationOptions &options)
{
    const auto by = coderMeant(store, QString::fromStdString(options.by)).transform([](std::optional<CoderId> coder) { return coder.value_or(CoderId()); });
    const auto codebook = store.codebook();
    const auto standing = standingRulings(store);
    if (!by || !codebook)
        return std::unexpected(!by ? by.error() : codebook.error());
    if (!standing)
        return std::unexpected(standing.error());
    const auto compared = comparedProject(store, options.comparison, QString::fromStdString(options.article));
    if (!compared)
        return std::unexpected(compared.error());
    if (std::ranges::any_of(compared->parts.coders, [](const Coder &coder) { return bool(firstSelf(coder)); }))
        return failed(QCoreApplication::translate("Command", "what somebody coded once more is measured, not settled"));
    if (options.accept == "other")
        return otherTaken(store, *compared, stampOf(*by));
    const auto acceptance = acceptanceNamed(QString::fromStdString(options.accept), compared->parts.coders);
    if (!acceptance)
        return std::unexpected(acceptance.error());
    const Stamp stamp = stampOf(*by);
    const RulingNote note{*by, stamp.at, QString::fromStdString(options.reason), QString::fromStdString(options.category)};
    Settlement settlement = settleAll(*codebook, compared->groups, *acceptance, note, *standing);
    if (settlement.change.isEmpty())
        return settlement;
    return store.apply(settlement.change, stamp).transform([&] { return std::move(settlement); });
}

int adjudicate(const AdjudicationOptions &options)
{
    const QString path = QString::fromStdString(options.comparison.project);
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto settlement = settleIn(*store, options);
    if (!settlement) {
        console::failure(settlement.error(), path);
        return console::Failed;
    }
    if (options.json) {
        console::out(QStringLiteral("{\"settled\":%1,\"open\":%2,\"before\":%3}").arg(settlement->settled).arg(settlement->open).arg(settlement->before));
    } else {
        console::out(QCoreApplication::translate("Command", "%1 settled, %2 open, %3 were settled before")
                         .arg(settlement->settled)
                         .arg(settlement->open)
                         .arg(settlement->before));
    }
    return console::Done;
}

} // namespace

void addAdjudicateCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<AdjudicationOptions>();
    CLI::App *command = app.add_subcommand("adjudicate", "Settle what coders agree on: it goes to the consensus, beside their work");
    addTo(*command, options->comparison);
    command->add_option("--accept", options->accept, "all: what all agree on; majority; atleast=2; coder=NAME: what this coder has; other: where copies that were merged settled one thing differently, what does not hold now")->required();
    command->add_option("--article", options->article, "Only this article, by its id");
    command->add_option("--by", options->by, "Who settles");
    command->add_option("--reason", options->reason, "Why, for each ruling");
    command->add_option("--category", options->category, "What kind of disagreement it was");
    command->add_flag("--json", options->json, "{\"settled\":…,\"open\":…,\"before\":…}");
    command->callback([options, &run] { run = [options] { return adjudicate(*options); }; });
}

} // namespace galley
