// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"
#include "../samplereport.h"

#include <project/samples.h>
#include <sampling/drawing.h>

#include <QCoreApplication>
#include <QRandomGenerator>

namespace galley {

namespace {

struct Options
{
    std::string project, method = "simple", by, allocation = "proportional", from, to, name, again;
    quint64 seed = 0;
    bool seedGiven = false, list = false, onlyDaysWithArticles = false, oneOfEachStory = false;
    int size = 0, weeks = 1;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

std::optional<QDate> dateFrom(const std::string &written)
{
    if (written.empty())
        return QDate();
    const QDate date = QDate::fromString(QString::fromStdString(written), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<SampleRequest> requestOf(const Options &options)
{
    SampleRequest request;
    request.method = *sampleMethodNamed(QString::fromStdString(options.method));
    request.allocation = *allocationNamed(QString::fromStdString(options.allocation));
    // Short enough to be copied by hand into a methods section.
    request.seed = options.seedGiven ? options.seed : QRandomGenerator::system()->bounded(1'000'000U);
    request.size = options.size;
    request.stratifyBy = QString::fromStdString(options.by);
    request.weeks = options.weeks;
    request.onlyDaysWithArticles = options.onlyDaysWithArticles;
    request.oneOfEachStory = options.oneOfEachStory;
    const auto from = dateFrom(options.from), to = dateFrom(options.to);
    if (!from || !to) {
        console::failure(tr("A date is written as 2023-05-04."));
        return std::nullopt;
    }
    request.from = *from;
    request.to = *to;
    return request;
}

int tell(const Sample &sample, const QString &name)
{
    console::out(name);
    for (const QString &line : sampleReport(sample))
        console::out(line);
    return console::Done;
}

int failure(const Error &error, const QString &project)
{
    console::failure(error, project);
    return console::Failed;
}

int list(const std::vector<StoredSample> &known, const QString &project)
{
    for (const StoredSample &stored : known) {
        const auto sample = sampleOf(stored);
        if (!sample)
            return failure(sample.error(), project);
        tell(*sample, stored.name);
    }
    return console::Done;
}

int again(const std::vector<StoredSample> &known, const std::vector<Article> &frame, const QString &name, const QString &project)
{
    const StoredSample *stored = sampleNamed(known, name);
    if (!stored)
        return failure({tr("There is no sample “%1”.").arg(name), {}}, project);
    const auto sample = drawnAgain(*stored, frame);
    if (!sample)
        return failure(sample.error(), project);
    return tell(*sample, stored->name);
}

int draw(ProjectStore &store, const std::vector<StoredSample> &known, const std::vector<Article> &frame, const Options &options)
{
    const auto request = requestOf(options);
    if (!request)
        return console::Usage;
    const auto sample = drawn(frame, *request);
    if (!sample)
        return failure(sample.error(), store.path());
    const auto change = addSample(known, store.allot<SampleTag>(), QString::fromStdString(options.name), *sample);
    if (!change)
        return failure(change.error(), store.path());
    if (const auto done = store.apply(*change, stampOf({})); !done)
        return failure(done.error(), store.path());
    return tell(*sample, std::get<Edit<StoredSample>>(change->edits.front()).after->name);
}

int sample(const Options &options)
{
    const QString project = QString::fromStdString(options.project);
    const bool reads = options.list || !options.again.empty();
    auto store = openProject(project, reads ? ProjectStore::Mode::ReadOnly : ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto known = store->samples();
    if (!known)
        return failure(known.error(), project);
    if (options.list)
        return list(*known, project);
    const auto frame = sampleFrame(*store);
    if (!frame)
        return failure(frame.error(), project);
    if (!options.again.empty())
        return again(*known, *frame, QString::fromStdString(options.again), project);
    return draw(*store, *known, *frame, options);
}

} // namespace

void addSampleCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("sample", "Draw a sample of the articles for coding");
    command->add_option("project", options->project, "The project file")->required();
    command->add_option("--method", options->method, "simple, stratified, or week (constructed weeks)")
        ->check(CLI::IsMember({"simple", "stratified", "week"}));
    CLI::Option *seed = command->add_option("--seed", options->seed, "The number the draw begins with (default: a new one, which is told)");
    command->add_option("--size", options->size, "How many articles; by constructed weeks: of each day at most, 0 for all")->check(CLI::NonNegativeNumber);
    command->add_option("--by", options->by, "The field strata are made by: outlet, language, section …");
    command->add_option("--allocation", options->allocation, "How much each stratum gives")->check(CLI::IsMember({"proportional", "equal"}));
    command->add_option("--weeks", options->weeks, "How many constructed weeks")->check(CLI::PositiveNumber);
    command->add_flag("--only-days-with-articles", options->onlyDaysWithArticles, "Draw no day on which nothing appeared");
    command->add_flag("--one-of-each-story", options->oneOfEachStory, "Draw only the lead version of stories that several articles are versions of");
    command->add_option("--from", options->from, "The first day, as 2023-05-04");
    command->add_option("--to", options->to, "The last day");
    command->add_option("--name", options->name, "What the sample is called");
    command->add_flag("--list", options->list, "Tell the samples there are instead of drawing one");
    command->add_option("--again", options->again, "Draw this sample once more and say whether it is still the same");
    command->callback([options, seed, &run] {
        options->seedGiven = seed->count() > 0;
        run = [options] { return sample(*options); };
    });
}

} // namespace galley
