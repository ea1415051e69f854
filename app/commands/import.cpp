// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"
#include <importing/readingpool.h>

#include <importing/importing.h>
#include <importing/sources.h>
#include <readers/article/articlefields.h>
#include <readers/tables/csvparser.h>

#include <QCoreApplication>
#include <QLocale>

namespace galley {

namespace {

struct Options
{
    std::string project, coder, format, encoding, delimiter, dates;
    std::vector<std::string> files;
    std::vector<std::string> columns, takenIn;
    bool addCodes = false, dryRun = false, families = false, sameId = false;
};

/// "NAME=FIELD"; nullopt, said why, where one is neither.
std::optional<QMap<QString, QString>> meaningsOf(const std::vector<std::string> &stated)
{
    QMap<QString, QString> meanings;
    for (const std::string &one : stated) {
        const QString text = QString::fromStdString(one);
        const QString field = text.section(u'=', -1).trimmed();
        if (!text.contains(u'=') || (!field.isEmpty() && !articleFieldNamed(field))) {
            console::failure(QCoreApplication::translate("Command", "“%1” is no meaning of a column; write NAME=text, or NAME= for further information.").arg(text));
            return std::nullopt;
        }
        meanings.insert(text.section(u'=', 0, -2).trimmed(), field);
    }
    return meanings;
}

std::vector<ReadingPool::Job> jobsOf(const Options &options, const Reader *reader, const ReadOptions &reading)
{
    QStringList paths;
    for (const std::string &file : options.files)
        paths.append(pathFromBytes(file));
    std::vector<ReadingPool::Job> jobs;
    for (const QString &file : filesIn(paths))
        jobs.push_back({file, reader, reading});
    return jobs;
}

/// False after an error of the project itself.
bool takeAll(Importer &importer, ReadingPool &reading, const QString &project)
{
    const QLocale locale;
    while (auto batch = reading.next()) {
        if (auto taken = takeBatch(importer, *batch); !taken) {
            console::failure(taken.error(), project);
            return false;
        }
        console::progress(QCoreApplication::translate("Command", "%1 of %2 read, %3 articles, %4 annotations")
                              .arg(locale.formattedDataSize(reading.bytesRead()), locale.formattedDataSize(reading.bytesInAll()))
                              .arg(importer.report().articles)
                              .arg(importer.report().annotations));
    }
    return true;
}

void tell(const ImportReport &report)
{
    const QLocale locale;
    for (const ImportFailure &failure : report.failures)
        console::failure(failure.reason, failure.file, failure.line);
    for (const ImportSkip &skip : report.skipped) {
        const QString place = skip.line > 0 ? QStringLiteral("%1:%2").arg(skip.file).arg(skip.line) : skip.file;
        console::note(QCoreApplication::translate("Command", "skipped: %1: %2").arg(place, skip.reason));
    }
    for (const ImportRevision &revision : report.revisions) {
        const QString place = revision.line > 0 ? QStringLiteral("%1:%2").arg(revision.file).arg(revision.line) : revision.file;
        console::note(QCoreApplication::translate("Command", "revised: %1: %2").arg(place, summaryOf(revision)));
        for (const QString &quote : revision.ambiguous)
            console::note(QCoreApplication::translate("Command", "  to look at, in several places: “%1”").arg(quote));
        for (const QString &quote : revision.gone)
            console::note(QCoreApplication::translate("Command", "  to look at, no longer there: “%1”").arg(quote));
    }
    for (const ImportLeftOut &leftOut : report.leftOut) {
        const QString place = leftOut.line > 0 ? QStringLiteral("%1:%2").arg(leftOut.file).arg(leftOut.line) : leftOut.file;
        for (const LeftOutText &what : leftOut.what) {
            if (what.prose)
                console::note(QCoreApplication::translate("Command", "left out: %1: %2: “%3”").arg(place, summaryOf(what), what.begins));
        }
    }
    for (const LeftOutText &what : report.leftOutInAll)
        console::note(QCoreApplication::translate("Command", "left out in all: %1").arg(summaryOf(what)));
    for (const ImportGuess &guess : report.guesses)
        console::note(QCoreApplication::translate("Command", "note: %1: encoding guessed: %2").arg(guess.file, guess.encoding));
    if (!report.guesses.empty())
        console::note(QCoreApplication::translate("Command", "note: where a guess reads wrong, undo the import and state it with --encoding"));
    for (const auto &[name, count] : report.annotationsBy.asKeyValueRange()) {
        if (!name.isEmpty())
            console::note(QCoreApplication::translate("Command", "annotations by %1: %2").arg(name, locale.toString(count)));
    }
    console::out(QCoreApplication::translate("Command", "%1 articles, %2 annotations imported; %3 skipped, %4 failed")
                     .arg(report.articles)
                     .arg(report.annotations)
                     .arg(qint64(report.skipped.size()) + report.annotationsAlreadyThere)
                     .arg(report.losses()));
}

/// Nothing where one of them is no reason, which is said.
std::optional<QList<LeftOutReason>> reasonsOf(const std::vector<std::string> &names)
{
    QList<LeftOutReason> reasons;
    for (const std::string &name : names) {
        const auto reason = leftOutReasonNamed(QString::fromStdString(name));
        if (!reason) {
            console::failure(QCoreApplication::translate("Command", "--take-in: nothing is left out for a reason “%1”").arg(QString::fromStdString(name)));
            return std::nullopt;
        }
        reasons += *reason;
    }
    return reasons;
}

/// What would come in, a line each; the importer is dropped after it, and with it everything.
void preview(const ImportReport &report)
{
    for (const ImportedArticle &shown : *report.listed) {
        const Article &article = shown.article;
        console::out(QStringList{article.published, article.outlet, article.language, article.title, shown.file}.join(u'\t'));
    }
    tell(report);
    console::note(QCoreApplication::translate("Command", "nothing was kept: this was a preview"));
}

int import(const Options &options)
{
    const QString project = QString::fromStdString(options.project);
    const Reader *reader = options.format.empty() ? nullptr : sourceReaderNamed(QString::fromStdString(options.format));
    const auto columns = meaningsOf(options.columns);
    const auto delimiter = delimiterNamed(options.delimiter);
    if (!delimiter)
        console::failure(delimiter.error());
    const auto takenIn = reasonsOf(options.takenIn);
    if (!columns || !delimiter || !takenIn)
        return console::Usage;
    const DateOrder dates = options.dates == "dmy" ? DateOrder::DayFirst : options.dates == "mdy" ? DateOrder::MonthFirst : DateOrder::Unknown;
    const ReadOptions asStated{QString::fromStdString(options.encoding), *delimiter, *columns, dates};
    auto store = openProject(project, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    auto importer = Importer::begin(*store, {.addCodes = options.addCodes, .takenInFor = *takenIn, .sameIdIsRevision = options.sameId, .lists = options.dryRun});
    if (!importer) {
        console::failure(importer.error(), project);
        return console::Failed;
    }
    CoderId coder;
    if (!options.coder.empty()) {
        const auto named = importer->codeAs(QString::fromStdString(options.coder));
        if (!named) {
            console::failure(named.error(), project);
            return console::Failed;
        }
        coder = *named;
    }
    ReadingPool reading(jobsOf(options, reader, asStated));
    if (!takeAll(*importer, reading, project))
        return console::Failed;
    if (options.dryRun) {
        preview(importer->report());
        return importer->report().losses() == 0 ? console::Done : console::Failed;
    }
    const auto report = importer->finish(stampOf(coder));
    if (!report) {
        console::failure(report.error(), project);
        return console::Failed;
    }
    tell(*report);
    if (options.families && report->articles > 0) {
        if (const int code = findFamilies(*store); code != console::Done)
            return code;
    }
    return report->losses() == 0 ? console::Done : console::Failed;
}

} // namespace

void addImportCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("import", "Bring articles and codings into a project");
    command->add_option("project", options->project, "The project file")->required();
    command->add_option("files", options->files, "Articles in any of the formats of --format; folders are searched")->required();
    command->add_option("--coder", options->coder, "Who made annotations that name no coder");
    std::vector<std::string> names;
    for (const Reader *reader : sourceReaders())
        names.emplace_back(reader->name);
    command->add_option("--format", options->format, "The files' format, instead of finding it out")->check(CLI::IsMember(names));
    command->add_option("--encoding", options->encoding, "The files' encoding, instead of finding it out");
    command->add_option("--column", options->columns, "What a column of a table means, as NAME=FIELD: text, title, outlet, authors, published, section, page, language, url, id")->allow_extra_args(false);
    command->add_option("--delimiter", options->delimiter, "What parts the cells of tables: one character, or tab (found out without this)");
    command->add_option("--dates", options->dates, "How dates such as 03/04/2021 are meant: dmy (day first) or mdy; without this they stay as written")->check(CLI::IsMember({"dmy", "mdy"}));
    command->add_flag("--same-id-revises", options->sameId, "An article with the id of one that is there is its corrected text, however few words they share; without this it is an article of its own then");
    command->add_option("--take-in", options->takenIn, "Sentences left out for these reasons come into the text: outside, hidden, surroundings, notice … as the articles' “left_out” names them")->delimiter(',');
    command->add_flag("--dry-run", options->dryRun, "Show what would come in, and keep nothing");
    command->add_flag("--families", options->families, "Then find the articles that are versions of one story");
    command->add_flag("--add-codes", options->addCodes, "Make unknown codes instead of refusing them");
    command->callback([options, &run] { run = [options] { return import(*options); }; });
}

} // namespace galley
