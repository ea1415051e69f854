// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "../agreement/agreementtext.h"
#include "../agreement/interruption.h"
#include "../agreement/source.h"
#include "../console.h"

#include <algorithm>
#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Options
{
    AgreementSource source;
    std::vector<std::string> metrics, coders, codebook, by;
    std::map<std::string, std::string> metricOptions; ///< by the name the metric has for it
    bool json = false;
};

QStringList strings(const std::vector<std::string> &list)
{
    QStringList result;
    for (const std::string &item : list)
        result += QString::fromStdString(item).trimmed();
    return result;
}

AgreementRequest requestOf(const Options &options)
{
    AgreementRequest request;
    request.metrics = strings(options.metrics);
    for (const auto &[name, value] : options.metricOptions) {
        if (!value.empty())
            request.options.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    request.byPair = std::ranges::contains(options.by, "pair");
    request.byCategory = std::ranges::contains(options.by, "value");
    request.byDocument = std::ranges::contains(options.by, "article");
    return request;
}

int measure(Options options)
{
    options.source.coders = strings(options.coders);
    options.source.codebook = strings(options.codebook);
    AgreementRequest request = requestOf(options);
    const Interruption interruption;
    request.proceed = [](double done) {
        console::progress(Agreement::tr("%1 %").arg(int(100 * done)));
        return !Interruption::wanted();
    };
    const auto report = agreementOf(options.source, request);
    console::endProgress();
    if (Interruption::wanted()) {
        console::failure(Agreement::tr("interrupted; nothing was computed to its end"));
        return console::Failed;
    }
    if (!report) {
        console::failure(report.error().reason, report.error().file, report.error().line);
        return console::Failed;
    }
    for (const QString &remark : report->remarks)
        console::note(remark);
    if (options.json) {
        console::out(QString::fromUtf8(toJson(report->results, report->details)).trimmed());
    } else {
        for (const QString &line : toTable(report->results))
            console::out(line);
        for (const AgreementDetail &detail : report->details) {
            for (const QString &line : detail.lines)
                console::out(line);
        }
    }
    return console::Done;
}

/// "min_iou" is written --min-iou; the metric's own name is understood too.
std::string optionNamed(const QString &name)
{
    const QString dashed = QString(name).replace(u'_', u'-');
    return (u"--"_s + (dashed == name ? name : dashed + u",--"_s + name)).toStdString();
}

} // namespace

void addAgreementCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    AgreementSource &source = options->source;
    CLI::App *command = app.add_subcommand(
        "agreement", "Measure intercoder reliability: of a project, of a matrix of codings, of a table of spans");
    CLI::Option *project = command->add_option("project", source.project, "The project file");
    CLI::Option *matrix
        = command
              ->add_option("--matrix", source.matrix,
                           "Instead of a project: a CSV of units × coders; the header names the coders, an empty cell is missing")
              ->excludes(project);
    CLI::Option *spans = command
                             ->add_option("--spans", source.spans,
                                          "Instead of a project: a CSV with the columns document, coder, begin, end, category")
                             ->excludes(project)
                             ->excludes(matrix);
    command
        ->add_option("--metric", options->metrics,
                     "What to compute, e.g. krippendorff_alpha; several with commas; all: everything that fits")
        ->delimiter(',');
    command->add_option("--coders", options->coders, "Only these coders, with commas; of spans: all of them coded every document")
        ->delimiter(',');
    command->add_option("--by", options->by, "Also by pair (of coders), value (each against the rest), article")
        ->delimiter(',')
        ->check(CLI::IsMember({"pair", "value", "article"}));
    command->add_flag("--confusion", source.confusion, "Also which values of two coders stand against each other");
    command
        ->add_option("--disagreements", source.disagreements,
                     "Also the units that add most to the disagreement, so many at the most")
        ->check(CLI::NonNegativeNumber);
    command->add_flag("--json", options->json, "Every figure at full precision");

    command
        ->add_option("--codebook,--categories", options->codebook,
                     "All categories in rank order, with commas, where not all of them occur")
        ->delimiter(',')
        ->needs(matrix);
    command->add_flag("--recal", source.recal, "The matrix is in ReCal’s form: numbers alone, no header")->needs(matrix);
    command->add_option("--write-recal", source.writeRecal, "Write the matrix in ReCal’s form to this file")->needs(matrix);
    command
        ->add_flag("--unit-column,!--no-unit-column", source.unitColumn,
                   "The first column names the units (found out without this)")
        ->needs(matrix);

    command->add_option("--length", source.length, "The length of the text, of each document")->needs(spans);
    command->add_option("--begin", source.begin, "Where the text begins (0)")->needs(spans);
    command
        ->add_option("--documents", source.documents,
                     "A CSV with the columns document, length and if need be coders (joined by ;)")
        ->needs(spans);

    command->add_option("--layer", source.layers, "Only these layers")->delimiter(',')->needs(project);
    command->add_option("--variable", source.variable, "Only this variable")->needs(project);
    command
        ->add_option("--exclude-zones", source.excludedZones,
                     "Leave these parts of articles out: boilerplate, or kinds as galley articles names them")
        ->delimiter(',')
        ->needs(project);
    for (const QString &name : metricOptionNames())
        command->add_option(optionNamed(name), options->metricOptions[name.toStdString()])->group("Options of metrics");
    command->callback([options, &run] {
        if (options->source.project.empty() && options->source.matrix.empty() && options->source.spans.empty())
            throw CLI::RequiredError("a project, --matrix or --spans");
        run = [options] { return measure(*options); };
    });
}

} // namespace galley
