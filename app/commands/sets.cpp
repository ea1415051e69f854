// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <domain/identity.h>
#include <project/codingsets.h>
#include <project/samples.h>
#include <project/teamprogress.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

int fail(const Error &error, const QString &path)
{
    console::failure(error, path);
    return console::Failed;
}

struct AskedSet
{
    std::string path, name, kind = "main", sample, gold;
    std::vector<std::string> articles;
    bool all = false, blind = false;
    quint64 seed = 0;
    bool seedGiven = false;
};

/// The articles meant, in order of import, and in words how they were chosen.
Result<std::pair<std::vector<QUuid>, QString>> chosen(const ProjectStore &store, const AskedSet &asked)
{
    std::vector<QUuid> articles;
    if (!asked.sample.empty()) {
        const auto samples = store.samples();
        if (!samples)
            return std::unexpected(samples.error());
        const QString name = QString::fromStdString(asked.sample);
        const StoredSample *stored = sampleNamed(*samples, name);
        if (!stored)
            return failed(QCoreApplication::translate("Command", "there is no sample “%1”").arg(name));
        return sampleOf(*stored).transform([&](const Sample &sample) {
            std::ranges::transform(sample.articles, std::back_inserter(articles), &SampledArticle::uuid);
            return std::pair(articles, u"sample "_s + stored->name);
        });
    }
    if (asked.all) {
        return store.articles().transform([&](const std::vector<Article> &all) {
            std::ranges::transform(all, std::back_inserter(articles), &Article::uuid);
            return std::pair(articles, u"all"_s);
        });
    }
    for (const std::string &one : asked.articles) {
        const auto id = articleMeant(store, QString::fromStdString(one));
        const auto article = id ? store.article(*id) : Result<Article>(std::unexpected(id.error()));
        if (!article)
            return std::unexpected(article.error());
        articles.push_back(article->uuid);
    }
    return std::pair(articles, u"named"_s);
}

int make(const AskedSet &asked)
{
    const QString path = QString::fromStdString(asked.path);
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto known = store->codingSets();
    const auto articles = chosen(*store, asked);
    if (!known || !articles)
        return fail(known ? articles.error() : known.error(), path);
    CoderId gold;
    if (isConsensusName(QString::fromStdString(asked.gold))) {
        gold = consensusCoder().id;
    } else if (!asked.gold.empty()) {
        const auto coder = coderMeant(*store, QString::fromStdString(asked.gold));
        if (!coder)
            return fail(coder.error(), path);
        gold = coder->value_or(CoderId());
    }
    const quint64 seed = asked.seedGiven ? asked.seed : QRandomGenerator::system()->generate();
    const auto change = makeSet(*known, QString::fromStdString(asked.name), *setKindNamed(QString::fromStdString(asked.kind)), asked.blind, articles->first,
                                articles->second, seed, gold);
    if (!change)
        return fail(change.error(), path);
    if (const auto done = store->apply(*change, stampOf({})); !done)
        return fail(done.error(), path);
    console::out(QCoreApplication::translate("Command", "%1, seed %2").arg(change->text).arg(seed));
    return console::Done;
}

int tell(const QString &path, bool json)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto sets = store->codingSets();
    if (!sets)
        return fail(sets.error(), path);
    const auto coders = store->coders();
    if (!coders)
        return fail(coders.error(), path);
    QJsonArray list;
    for (const CodingSet &set : *sets) {
        const auto gold = std::ranges::find(*coders, goldOf(set), &Coder::id);
        const QString golden = goldOf(set) == consensusCoder().id ? consensusCoder().name : gold == coders->end() ? QString() : gold->name;
        const QJsonObject record = QJsonDocument::fromJson(set.record.toUtf8()).object();
        list.append(QJsonObject{{u"name"_s, set.name}, {u"kind"_s, nameOf(set.kind)}, {u"blind"_s, set.blind}, {u"articles"_s, record["articles"_L1]},
                                {u"from"_s, record["from"_L1]}, {u"seed"_s, record["seed"_L1]},
                                {u"gold"_s, golden.isEmpty() ? QJsonValue() : QJsonValue(golden)}});
        QStringList line{set.name, nameOf(set.kind), set.blind ? u"blind"_s : u"open"_s, QString::number(record["articles"_L1].toArray().size())};
        if (!golden.isEmpty())
            line += QCoreApplication::translate("Command", "gold: %1").arg(golden);
        if (!json)
            console::out(line.join(u'\t'));
    }
    if (json)
        console::json(QJsonDocument(list));
    return console::Done;
}

struct AskedAssignment
{
    std::string path, set, from;
    std::vector<std::string> coders, to;
    int perArticle = 1;
    quint64 seed = 0;
    bool dryRun = false, json = false;
};

/// Who is to code what, and the change that says so.
struct Plan
{
    CodingSet set;
    std::vector<Coder> coders;
    std::vector<Assignment> assignments;
    Change change;
    int kept = 0; ///< articles that nobody could take over
};

Result<std::vector<CoderId>> codersMeant(const ProjectStore &store, const std::vector<std::string> &names)
{
    std::vector<CoderId> ids;
    for (const std::string &name : names) {
        const auto coder = coderMeant(store, QString::fromStdString(name));
        if (!coder || !*coder)
            return coder ? failed(QCoreApplication::translate("Command", "a coder has no name")) : std::unexpected(coder.error());
        ids.push_back(**coder);
    }
    return store.coders().and_then([&](const std::vector<Coder> &known) -> Result<std::vector<CoderId>> {
        for (const Coder &coder : known) {
            if (firstSelf(coder) && std::ranges::contains(ids, coder.id))
                return failed(QCoreApplication::translate("Command", "“%1” is who codes once more in a re-test set; name the coder").arg(coder.name));
        }
        return ids;
    });
}

Result<Plan> shared(const ProjectStore &store, Plan plan, const AskedAssignment &asked, const std::vector<Assignment> &known)
{
    const auto coders = codersMeant(store, asked.coders);
    const auto articles = articlesThere(store, plan.set);
    if (!coders || !articles)
        return std::unexpected(!coders ? coders.error() : articles.error());
    if (plan.set.kind == SetKind::Retest) {
        return earlierWork(store, plan.coders).and_then([&](const std::map<CoderId, EarlierWork> &work) {
            return plannedRetest(plan.set, *articles, *coders, asked.perArticle, asked.seed, work, plan.coders, known).and_then([&](const auto &who) {
                return assignRetest(plan.set, who, asked.seed, work, plan.coders, known).transform([&](Change change) {
                    for (const AnyEdit &edit : change.edits) {
                        if (const auto *assignment = std::get_if<Edit<Assignment>>(&edit))
                            plan.assignments.push_back(*assignment->after);
                        else if (const auto *self = std::get_if<Edit<Coder>>(&edit))
                            plan.coders.push_back(*self->after);
                    }
                    plan.change = std::move(change);
                    return plan;
                });
            });
        });
    }
    return plannedAssignments(plan.set.id, *articles, *coders, asked.perArticle, asked.seed, known).transform([&](std::vector<Assignment> assignments) {
        plan.change = galley::assign(plan.set, assignments);
        plan.assignments = std::move(assignments);
        return plan;
    });
}

/// What somebody who leaves has not done, for others.
Result<Plan> handedTo(const ProjectStore &store, Plan plan, const AskedAssignment &asked, const std::vector<Assignment> &known)
{
    const auto from = codersMeant(store, {asked.from});
    const auto to = codersMeant(store, asked.to);
    if (!from || !to)
        return std::unexpected(!from ? from.error() : to.error());
    const auto done = articlesDone(store, from->front());
    if (!done)
        return std::unexpected(done.error());
    return handedOn(plan.set, *std::ranges::find(plan.coders, from->front(), &Coder::id), *to, known, *done, asked.seed).transform([&](const HandedOn &handed) {
        plan.change = handed.change;
        plan.kept = int(handed.kept.size());
        for (const AnyEdit &edit : handed.change.edits) {
            if (const auto &assignment = std::get<Edit<Assignment>>(edit).after)
                plan.assignments.push_back(*assignment);
        }
        return plan;
    });
}

Result<Plan> planned(const ProjectStore &store, const AskedAssignment &asked)
{
    const auto sets = store.codingSets();
    const auto known = store.assignments();
    const auto coders = store.coders();
    if (!sets || !known || !coders)
        return std::unexpected(!sets ? sets.error() : !known ? known.error() : coders.error());
    const CodingSet *set = setNamed(*sets, QString::fromStdString(asked.set));
    if (!set)
        return failed(QCoreApplication::translate("Command", "there is no set “%1”; “galley sets” tells those there are").arg(QString::fromStdString(asked.set)));
    Plan plan{*set, *coders, {}, {}};
    return asked.from.empty() ? shared(store, std::move(plan), asked, *known) : handedTo(store, std::move(plan), asked, *known);
}

void print(const Plan &plan, const ProjectStore &store, bool json)
{
    QJsonArray list;
    std::map<QString, int> loads;
    for (const Assignment &assignment : plan.assignments) {
        const auto coder = std::ranges::find(plan.coders, assignment.coder, &Coder::id);
        const auto article = store.article(assignment.article);
        const auto first = std::ranges::find(plan.coders, coder == plan.coders.end() ? CoderId() : firstSelf(*coder), &Coder::id);
        const QString name = first != plan.coders.end() ? first->name : coder == plan.coders.end() ? QString() : coder->name; // of who codes again: the coder's
        list.append(QJsonObject{{u"article"_s, article ? article->uuid.toString(QUuid::WithoutBraces) : QString()}, {u"coder"_s, name}, {u"set"_s, plan.set.name}});
        ++loads[name];
    }
    if (json)
        return console::json(QJsonDocument(list));
    for (const auto &[coder, load] : loads)
        console::out(QCoreApplication::translate("Command", "%1\t%Ln articles", nullptr, load).arg(coder));
}

int assign(const AskedAssignment &asked)
{
    const QString path = QString::fromStdString(asked.path);
    auto store = openProject(path, asked.dryRun ? ProjectStore::Mode::ReadOnly : ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto plan = planned(*store, asked);
    if (!plan)
        return fail(plan.error(), path);
    if (!asked.dryRun && !plan->change.isEmpty()) {
        if (const auto done = store->apply(plan->change, stampOf({})); !done)
            return fail(done.error(), path);
    }
    print(*plan, *store, asked.json);
    if (plan->kept > 0)
        console::failure({QCoreApplication::translate("Command", "%Ln articles stay: everybody named codes them already", nullptr, plan->kept), {}}, path);
    return console::Done;
}

int progress(const QString &path, bool json)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto rows = progressOf(*store);
    const auto coders = store->coders();
    const auto sets = store->codingSets();
    if (!rows || !coders || !sets)
        return fail(!rows ? rows.error() : !coders ? coders.error() : sets.error(), path);
    QJsonArray list;
    if (!json)
        console::out(QCoreApplication::translate("Command", "set\tcoder\tassigned\tin progress\tdone\tannotations\tflagged\tmissing\tminutes per article\tarticles a day"));
    for (const CoderProgress &row : **rows) {
        const QString coder = std::ranges::find(*coders, row.coder, &Coder::id)->name;
        const auto set = std::ranges::find(*sets, row.set, &CodingSet::id);
        const QString setName = set == sets->end() ? QString() : set->name;
        const auto time = row.timePerArticle();
        const auto pace = row.articlesPerDay();
        list.append(QJsonObject{{u"set"_s, setName}, {u"coder"_s, coder}, {u"assigned"_s, row.assigned}, {u"in_progress"_s, row.inProgress}, {u"done"_s, row.done},
                                {u"annotations"_s, row.annotations}, {u"flagged"_s, row.flagged}, {u"missing"_s, row.missing},
                                {u"seconds_per_article"_s, time ? QJsonValue(double(time->count()) / 1000) : QJsonValue()},
                                {u"articles_per_day"_s, pace ? QJsonValue(*pace) : QJsonValue()}});
        if (!json) {
            QStringList cells{setName, coder};
            for (const int number : {row.assigned, row.inProgress, row.done, row.annotations, row.flagged, row.missing})
                cells << QString::number(number);
            console::out((cells << (time ? QString::number(double(time->count()) / 60000, 'f', 1) : u"–"_s) << (pace ? QString::number(*pace, 'f', 1) : u"–"_s)).join(u'\t'));
        }
    }
    if (json)
        console::json(QJsonDocument(list));
    return console::Done;
}

} // namespace

void addSetCommands(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<AskedSet>();
    CLI::App *set = app.add_subcommand("set", "Make a set of articles that are to be coded");
    set->add_option("project", asked->path, "The project file")->required();
    set->add_option("name", asked->name, "What the set is called")->required();
    set->add_option("--kind", asked->kind, "What it is for")->check(CLI::IsMember({"training", "reliability", "main", "retest"}));
    CLI::Option_group *which = set->add_option_group("articles", "Which articles");
    which->add_option("--articles", asked->articles, "These, by their ids")->delimiter(',');
    which->add_option("--sample", asked->sample, "Those of a sample");
    which->add_flag("--all", asked->all, "All there are");
    which->require_option(1);
    set->add_flag("--blind", asked->blind, "Its coders see nothing of each other's work in it");
    set->add_option("--gold", asked->gold, "Of a training set: whose answers hold, a coder's or those of the consensus; who marks an article as done is told what they have");
    CLI::Option *seed = set->add_option("--seed", asked->seed, "The number that the order of the articles follows from (default: a new one, which is told)");
    set->callback([asked, seed, &run] {
        asked->seedGiven = seed->count() > 0;
        run = [asked] { return make(*asked); };
    });

    auto told = std::make_shared<std::pair<std::string, bool>>();
    CLI::App *sets = app.add_subcommand("sets", "Tell the sets there are");
    sets->add_option("project", told->first, "The project file")->required();
    sets->add_flag("--json", told->second, "As JSON");
    sets->callback([told, &run] { run = [told] { return tell(QString::fromStdString(told->first), told->second); }; });
}

void addAssignCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<AskedAssignment>();
    CLI::App *command = app.add_subcommand("assign", "Assign the articles of a set to coders, loads and pairs in balance");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--set", asked->set, "The set")->required();
    CLI::Option *coders = command->add_option("--coders", asked->coders, "Who codes: Ada,Ben,Cleo")->delimiter(',');
    command->add_option("--per-article", asked->perArticle, "How many code each article")->check(CLI::PositiveNumber)->needs(coders);
    CLI::Option *from = command->add_option("--from", asked->from, "Who leaves: the articles they have not done go to others")->excludes(coders);
    from->needs(command->add_option("--to", asked->to, "Who takes them over: Ben,Cleo")->delimiter(',')->needs(from));
    command->add_option("--seed", asked->seed, "The number that lots follow from");
    command->add_flag("--dry-run", asked->dryRun, "Only show the plan");
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([asked, coders, from, &run] {
        if (coders->count() + from->count() == 0)
            throw CLI::RequiredError("--coders or --from");
        run = [asked] { return assign(*asked); };
    });
}

void addProgressCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<std::pair<std::string, bool>>();
    CLI::App *command = app.add_subcommand("progress", "Tell how far each coder is with each set");
    command->add_option("project", asked->first, "The project file")->required();
    command->add_flag("--json", asked->second, "As JSON");
    command->callback([asked, &run] { run = [asked] { return progress(QString::fromStdString(asked->first), asked->second); }; });
}

} // namespace galley
