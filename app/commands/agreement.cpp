// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreementsummary.h"
#include "commands.h"

#include "../agreement/interruption.h"
#include "../agreement/reportjson.h"
#include "../agreement/reportlines.h"
#include "../codebookchoice.h"
#include "../console.h"

#include <agreement/agreementtext.h>
#include <base/outputfile.h>
#include <agreement/codingmatrix.h>
#include <agreement/computing.h>
#include <agreement/projectagreement.h>
#include <agreement/recaltable.h>
#include <agreement/spantable.h>
#include <readers/tables/csvparser.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// As the command line has it: one of project, matrix and spans, and what goes with each.
struct Options
{
    std::string project, matrix, spans;
    std::vector<std::string> metrics, coders, by;
    std::map<std::string, std::string> metricOptions; ///< by the name the metric has for it
    bool confusion = false;
    qint64 disagreements = 0;
    bool json = false;

    std::vector<std::string> codebook;
    bool recal = false;
    std::string writeRecal;
    std::optional<bool> unitColumn;
    std::optional<std::vector<std::string>> missing;
    std::string delimiter, decimal = ".";

    std::optional<double> length;
    double begin = 0;
    std::string documents;

    std::vector<std::string> layers;
    std::string variable;
    std::vector<std::string> excludedZones, sets;
    SummaryOptions summary;
};

struct Failure
{
    QString reason;
    QString file;
    int line = 0;
};

template <typename T> using Outcome = std::expected<T, Failure>;

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
    request.confusion = options.confusion;
    request.disagreements = options.disagreements;
    request.lengthsKnown = options.spans.empty() || options.length || !options.documents.empty();
    return request;
}

/// What is read of the bytes of a file.
template <typename Read> auto readFrom(const std::string &name, const Read &read) -> Outcome<typename std::invoke_result_t<Read, QByteArray>::value_type>
{
    const QString path = QString::fromStdString(name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Failure{file.errorString(), path});
    auto table = read(file.readAll());
    if (!table)
        return std::unexpected(Failure{table.error().reason, path, table.error().line});
    return std::move(*table);
}

/// Answers with what was numbered how and how many units were left out.
Outcome<QString> writeRecal(const Codings &codings, const QString &path)
{
    const RecalTable table = recalTable(codings);
    OutputFile file(path);
    if (!file.open() || !file.write(table.bytes) || !file.commit())
        return std::unexpected(Failure{file.errorString(), path});
    QStringList remarks{Agreement::tr("%1: %n units in ReCal’s form, the columns are %2.", nullptr, int(table.units))
                            .arg(path, codings.coders.join(", "_L1))};
    if (table.leftOut > 0)
        remarks += Agreement::tr("%n units that not every coder valued were left out.", nullptr, int(table.leftOut));
    for (qsizetype i = 0; i < table.numbered.size(); ++i)
        remarks += Agreement::tr("%1 is “%2”").arg(i + 1).arg(table.numbered[i]);
    return remarks.join(u'\n');
}

Outcome<AgreementReport> ofMatrix(const Options &options, const AgreementRequest &request)
{
    const Level level = levelNamed(request.options.value(u"level"_s)).value_or(Level::Nominal);
    const auto delimiter = delimiterNamed(options.delimiter);
    if (!delimiter)
        return std::unexpected(Failure{delimiter.error().message, {}});
    MatrixOptions form{options.recal, options.unitColumn, strings(options.coders), strings(options.codebook), {}, level,
        options.missing.transform(strings), *delimiter, options.decimal == "," || options.decimal == "comma" ? u',' : u'.'};
    if (form.codebook.size() == 1 && QFileInfo(form.codebook.front()).isFile()) {
        auto codebook = codebookNamed(form.codebook.front());
        if (!codebook)
            return std::unexpected(Failure{codebook.error().message, {}});
        form.listedIn = std::move(codebook->codebook);
        form.codebook.clear();
        form.variable = QString::fromStdString(options.variable);
        form.layers = strings(options.layers);
    } else if (!options.variable.empty() || !options.layers.empty()) {
        return std::unexpected(Failure{Agreement::tr("With --matrix, --variable and --layer say which variable of a codebook file lists the values (--codebook FILE)."), {}});
    }
    const auto matrix = readFrom(options.matrix, [&](QByteArray bytes) { return readCodingMatrix(std::move(bytes), form); });
    if (!matrix)
        return std::unexpected(matrix.error());
    auto report = agreementOf(matrix->codings, request);
    if (!report) // what does not fit is the set of coders or categories, which the first line names
        return std::unexpected(Failure{report.error().message, QString::fromStdString(options.matrix), 1});
    report->remarks = matrix->remarks + report->remarks;
    if (!options.writeRecal.empty()) {
        const auto remarks = writeRecal(matrix->codings, QString::fromStdString(options.writeRecal));
        if (!remarks)
            return std::unexpected(remarks.error());
        report->remarks += *remarks;
    }
    return std::move(*report);
}

Outcome<AgreementReport> ofSpans(const Options &options, const AgreementRequest &request)
{
    SpanTableOptions form{strings(options.coders), options.length, options.begin, {}};
    if (!options.documents.empty()) {
        auto documents = readFrom(options.documents, readDocumentTable);
        if (!documents)
            return std::unexpected(documents.error());
        form.documents = std::move(*documents);
    }
    const auto spans = readFrom(options.spans, [&](QByteArray bytes) { return readSpanTable(std::move(bytes), form); });
    if (!spans)
        return std::unexpected(spans.error());
    auto report = agreementOf(*spans, request);
    if (!report)
        return std::unexpected(Failure{report.error().message, QString::fromStdString(options.spans)});
    return std::move(*report);
}

/// What is computed of what the options name in the project.
template <typename Compute> auto ofProject(const Options &options, const Compute &compute)
{
    const QString path = QString::fromStdString(options.project);
    const ComparedNames names{strings(options.coders), strings(options.layers), QString::fromStdString(options.variable),
                              strings(options.excludedZones), strings(options.sets)};
    return ProjectStore::open(path, ProjectStore::Mode::ReadOnly)
        .and_then([&](const ProjectStore &store) {
            return comparedParts(store, names).and_then([&](const ComparedParts &parts) { return compute(store, parts); });
        })
        .transform_error([&](const Error &error) {
            return Failure{error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail), path};
        });
}

Outcome<AgreementReport> reportOf(const Options &options, const AgreementRequest &request)
{
    if (!options.matrix.empty())
        return ofMatrix(options, request);
    if (!options.spans.empty())
        return ofSpans(options, request);
    return ofProject(options, [&](const ProjectStore &store, const ComparedParts &parts) { return agreementOf(store, parts, request); });
}

Outcome<QString> summaryOf(const Options &options, const AgreementRequest &request)
{
    const auto by = [&](const char *part) { return std::ranges::contains(options.by, part); };
    const SummaryParts behind{by("pair"), by("value"), by("article"), by("time"), options.confusion};
    SummaryRequest asked{.seed = request.options.value(u"seed"_s, u"1"_s).toLongLong(), .proceed = request.proceed};
    if (const qint64 replicates = request.options.value(u"replicates"_s).toLongLong(); replicates > 0)
        asked.replicates = replicates;
    SummaryOptions form = options.summary;
    form.json = options.json;
    return ofProject(options, [&](const ProjectStore &store, const ComparedParts &parts) { return galley::summaryOf(store, parts, asked, form, behind); });
}

/// Says that work was stopped, or why it failed.
int failure(const Failure &failed)
{
    if (Interruption::wanted())
        console::failure(Agreement::tr("interrupted; nothing was computed to its end"));
    else
        console::failure(failed.reason, failed.file, failed.line);
    return console::Failed;
}

int measure(const Options &options)
{
    AgreementRequest request = requestOf(options);
    const Interruption interruption;
    request.proceed = [](double done) {
        console::progress(Agreement::tr("%1 %").arg(int(100 * done)));
        return !Interruption::wanted();
    };
    if (options.summary.wanted) {
        const auto summary = summaryOf(options, request);
        console::endProgress();
        if (!summary || Interruption::wanted())
            return failure(summary ? Failure() : summary.error());
        console::out(summary->trimmed());
        return console::Done;
    }
    const auto report = reportOf(options, request);
    console::endProgress();
    if (!report || Interruption::wanted())
        return failure(report ? Failure() : report.error());
    for (const QString &remark : report->remarks)
        console::note(remark);
    if (options.json) {
        console::out(QString::fromUtf8(toJson(*report)).trimmed());
    } else {
        for (const QString &line : toLines(*report))
            console::out(line);
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
    CLI::App *command = app.add_subcommand(
        "agreement", "Measure intercoder reliability: of a project, of a matrix of codings, of a table of spans");
    CLI::Option *project = command->add_option("project", options->project, "The project file");
    CLI::Option *matrix
        = command
              ->add_option("--matrix", options->matrix,
                           "Instead of a project: a CSV of units × coders; the header names the coders, an empty cell is missing")
              ->excludes(project);
    CLI::Option *spans = command
                             ->add_option("--spans", options->spans,
                                          "Instead of a project: a CSV with the columns document, coder, begin, end, category")
                             ->excludes(project)
                             ->excludes(matrix);
    command
        ->add_option("--metric", options->metrics,
                     "What to compute, e.g. krippendorff_alpha; several with commas; all: everything that fits")
        ->delimiter(',');
    command->add_option("--coders", options->coders, "Only these coders, with commas; of spans: all of them coded every document")
        ->delimiter(',');
    command->add_option("--by", options->by, "Also by pair (of coders), value (each against the rest), article; of a summary also time")
        ->delimiter(',')
        ->check(CLI::IsMember({"pair", "value", "article", "time"}));
    command->add_flag("--confusion", options->confusion, "Also which values of two coders stand against each other");
    command
        ->add_option("--disagreements", options->disagreements,
                     "Also the units that add most to the disagreement, so many at the most")
        ->check(CLI::NonNegativeNumber);
    command->add_flag("--json", options->json, "Every figure at full precision");

    command
        ->add_option("--codebook,--categories", options->codebook,
                     "All categories in rank order, with commas, or a codebook file with a variable that lists them")
        ->delimiter(',')
        ->needs(matrix);
    command->add_flag("--recal", options->recal, "The matrix is in ReCal’s form: numbers alone, no header")->needs(matrix);
    command->add_option("--write-recal", options->writeRecal, "Write the matrix in ReCal’s form to this file")->needs(matrix);
    command
        ->add_flag("--unit-column,!--no-unit-column", options->unitColumn,
                   "The first column names the units (found out without this)")
        ->needs(matrix);

    command
        ->add_option("--missing", options->missing,
                     "What stands for no value, with commas, instead of NA, N/A, NaN, NULL, . and, among numbers, -99, -999, -9999; "
                     "\"\": an empty cell alone")
        ->delimiter(',')
        ->needs(matrix);
    command->add_option("--delimiter", options->delimiter, "What parts the cells: one character, or tab (found out without this)")->needs(matrix);
    command->add_option("--decimal", options->decimal, "The sign before decimals: . or ,")->check(CLI::IsMember({".", ",", "point", "comma"}))->needs(matrix);

    command->add_option("--length", options->length, "The length of the text, of each document")->needs(spans);
    command->add_option("--begin", options->begin, "Where the text begins (0)")->needs(spans);
    command
        ->add_option("--documents", options->documents,
                     "A CSV with the columns document, length and if need be coders (joined by ;)")
        ->needs(spans);

    command->add_option("--layer", options->layers, "Only these layers; of a matrix: those of the codebook file that may list its values")
        ->delimiter(',')
        ->excludes(spans);
    command->add_option("--variable", options->variable, "Only this variable; of a matrix: the one of the codebook file that lists its values")
        ->excludes(spans);
    command
        ->add_option("--exclude-zones", options->excludedZones,
                     "Leave these parts of articles out: boilerplate, or kinds as galley articles names them")
        ->delimiter(',')
        ->needs(project);
    addTo(*command, options->summary, project);
    command->add_option("--set", options->sets, "Only articles of these sets")->delimiter(',')->needs(project);
    for (const QString &name : metricOptionNames())
        command->add_option(optionNamed(name), options->metricOptions[name.toStdString()])->group("Options of metrics");
    command->callback([options, &run] {
        if (options->project.empty() && options->matrix.empty() && options->spans.empty())
            throw CLI::RequiredError("a project, --matrix or --spans");
        if (!options->summary.wanted && std::ranges::contains(options->by, "time"))
            throw CLI::ValidationError("--by", "time goes with --summary only");
        if (options->summary.wanted && (!options->metrics.empty() || options->disagreements > 0))
            throw CLI::ValidationError("--summary", "it has the coefficient that fits each variable; --metric and --disagreements go without it");
        run = [options] { return measure(*options); };
    });
}

} // namespace galley
