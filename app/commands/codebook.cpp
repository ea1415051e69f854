// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../codebookchoice.h"
#include "../console.h"
#include "../rulingtexts.h"

#include <base/outputfile.h>
#include <domain/shortened.h>
#include <project/codebookdiff.h>
#include <project/codebookedits.h>
#include <project/codemerging.h>
#include <project/studychoices.h>
#include <store/codebookstates.h>
#include <writers/codebookformat.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> codebookIn(const ProjectStore &store, const CodebookFormat &format, const QString &output)
{
    const auto codebook = store.codebook();
    const auto coders = store.coders();
    const auto ruled = format.withRulings ? precedents(store) : std::vector<Precedent>();
    if (!codebook || !coders || !ruled)
        return std::unexpected(!codebook ? codebook.error() : !coders ? coders.error() : ruled.error());
    auto written = writtenCodebook(format, *codebook, rulingsByCode(*ruled, {*codebook, *coders}));
    for (const QString &lost : written ? format.lost(*codebook) : QStringList())
        console::note(u"%1: %2"_s.arg(output, lost));
    return written;
}

int exportCodebook(const QString &path, const QString &output)
{
    const bool isStandard = output.isEmpty() || output == QStringLiteral("-");
    const auto format = isStandard ? &codebookFormats().front() : codebookFormatFor(output);
    if (!format) {
        console::failure(format.error());
        return console::Failed;
    }
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto written = codebookIn(*store, **format, output);
    if (!written) {
        console::failure(written.error(), path);
        return console::Failed;
    }
    if (isStandard) {
        console::out(*written);
        return console::Done;
    }
    OutputFile file(output);
    if (!file.open() || !file.write(*written) || !file.commit()) {
        console::failure(file.errorString(), output);
        return console::Failed;
    }
    return console::Done;
}

int importCodebook(const QString &path, const QString &input)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto current = store->codebook();
    const auto wanted = codebookNamed(input, current ? current->name() : QString());
    if (!wanted) {
        for (const QString &line : wanted.error().message.split(u'\n'))
            console::failure(line);
        return console::Failed;
    }
    for (const QString &remark : wanted->remarks)
        console::note(u"%1: %2"_s.arg(input, remark));
    const auto use = store->codebookUse();
    if (!current || !use) {
        console::failure(current ? use.error() : current.error(), path);
        return console::Failed;
    }
    const auto choices = store->studyChoices();
    const auto change = adoptCodebook(*current, wanted->codebook, Adoption::Replace, *use, idsFrom(*store)).and_then([&](const Change &made) {
        return choices.and_then([&](const std::vector<StudyChoice> &decided) { return mayAlterCodebook(decided, made); }).transform([&] { return made; });
    });
    if (!change) {
        console::failure(change.error(), path);
        return console::Failed;
    }
    if (change->isEmpty()) {
        console::out(QCoreApplication::translate("Command", "%1: the codebook is already this one").arg(path));
        return console::Done;
    }
    if (auto done = store->apply(*change, stampOf({})); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    console::out(change->text);
    return console::Done;
}

} // namespace

namespace {

struct Merging
{
    std::string from, into, by;
    bool dryRun = false;
};

Result<> merge(ProjectStore &store, const Merging &what)
{
    const auto codebook = store.codebook();
    const auto by = coderMeant(store, QString::fromStdString(what.by));
    const auto coders = store.coders();
    if (!codebook || !by)
        return std::unexpected(!codebook ? codebook.error() : by.error());
    const auto from = codeMeant(*codebook, QString::fromStdString(what.from));
    const auto into = codeMeant(*codebook, QString::fromStdString(what.into));
    if (!from || !into)
        return std::unexpected(!from ? from.error() : into.error());
    const auto touched = touchedByMerge(store, *from, *into);
    if (!touched)
        return std::unexpected(touched.error());
    console::out(QCoreApplication::translate("Command", "%1 annotations have the code").arg(touched->annotations));
    for (const auto &[coder, count] : touched->byCoder) {
        const auto known = std::ranges::find(*coders, coder, &Coder::id);
        console::out(QStringLiteral("  %1\t%2").arg(known == coders->end() ? QStringLiteral("consensus") : known->name).arg(count));
    }
    if (what.dryRun)
        return {};
    const Stamp stamp = stampOf(by->value_or(CoderId()));
    const auto choices = store.studyChoices();
    return mergeCodes(store, *from, *into, stamp.at).and_then([&](const Change &change) {
        return choices.and_then([&](const std::vector<StudyChoice> &decided) { return mayAlterCodebook(decided, change); }).and_then([&] { return store.apply(change, stamp); }).transform([&] { console::out(change.text); });
    });
}

int mergeIn(const QString &path, const Merging &what)
{
    auto store = openProject(path, what.dryRun ? ProjectStore::Mode::ReadOnly : ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    if (const auto done = merge(*store, what); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

namespace {

struct Revisions
{
    std::vector<int> diff; ///< two numbers
    bool list = false, freeze = false, thaw = false, json = false;
    std::string by;
};

QString kindOf(const CodebookDifference &difference)
{
    return difference.kind == CodebookDifference::Kind::Added ? u"added"_s : difference.kind == CodebookDifference::Kind::Removed ? u"removed"_s : u"altered"_s;
}

QJsonObject objectOf(const CodebookDifference &difference)
{
    QJsonArray fields;
    for (const auto &[key, before, after] : difference.fields)
        fields.append(QJsonObject{{u"key"_s, key}, {u"before"_s, before}, {u"after"_s, after}});
    return {{u"kind"_s, kindOf(difference)}, {u"part"_s, difference.part}, {u"path"_s, difference.path}, {u"fields"_s, fields}};
}

Result<> tellDifferences(const std::vector<CodebookState> &states, const Revisions &what)
{
    const auto state = [&](int number) { return std::ranges::find(states, number, [](const CodebookState &known) { return known.codebook.revision(); }); };
    for (const int number : what.diff) {
        if (state(number) == states.end())
            return failed(QCoreApplication::translate("Command", "the history tells no revision %1; “galley codebook --revisions” lists them").arg(number));
    }
    QJsonArray list;
    for (const CodebookDifference &difference : differences(state(what.diff[0])->codebook, state(what.diff[1])->codebook)) {
        list.append(objectOf(difference));
        if (what.json)
            continue;
        const QString sign = difference.kind == CodebookDifference::Kind::Added ? u"+"_s : difference.kind == CodebookDifference::Kind::Removed ? u"−"_s : u"~"_s;
        console::out(u"%1 %2 %3"_s.arg(sign, difference.part, difference.path));
        for (const auto &[key, before, after] : difference.fields)
            console::out(u"    %1: %2 → %3"_s.arg(key, before.isEmpty() ? u"–"_s : quoted(before), after.isEmpty() ? u"–"_s : quoted(after)));
    }
    if (what.json)
        console::json(QJsonDocument(list));
    return {};
}

Result<> tellRevisions(const ProjectStore &store, const std::vector<CodebookState> &states, bool json)
{
    const auto coders = store.coders();
    if (!coders)
        return std::unexpected(coders.error());
    QJsonArray list;
    for (const CodebookState &state : states) {
        const auto coder = std::ranges::find(*coders, state.coder, &Coder::id);
        const QString who = coder == coders->end() ? QString() : coder->name;
        list.append(QJsonObject{{u"revision"_s, state.codebook.revision()}, {u"at"_s, state.at.toString(Qt::ISODateWithMs)}, {u"coder"_s, who}, {u"text"_s, state.text}});
        if (!json)
            console::out(QStringList{QString::number(state.codebook.revision()), state.at.toString(Qt::ISODate), who, state.text}.join(u'\t'));
    }
    if (json)
        console::json(QJsonDocument(list));
    return {};
}

Result<> freeze(ProjectStore &store, const Revisions &what)
{
    const auto choices = store.studyChoices();
    const auto by = coderMeant(store, QString::fromStdString(what.by));
    if (!choices || !by)
        return std::unexpected(!choices ? choices.error() : by.error());
    const Change change = setCodebookFrozen(*choices, what.freeze);
    return change.isEmpty() ? Result<>() : store.apply(change, stampOf(by->value_or(CoderId())));
}

int revisions(const QString &path, const Revisions &what)
{
    const bool alters = what.freeze || what.thaw;
    auto store = openProject(path, alters ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto done = alters ? freeze(*store, what) : codebookStates(path).and_then([&](const std::vector<CodebookState> &states) {
        return what.list ? tellRevisions(*store, states, what.json) : tellDifferences(states, what);
    });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addCodebookCommand(CLI::App &app, Run &run)
{
    struct Options { std::string project, input, output; bool write = false; Merging merging; Revisions revisions; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("codebook", "Write the codebook to a file, take one in, merge codes, freeze it, tell its revisions");
    command->add_option("project", options->project, "The project file")->required();
    auto *write = command->add_option("--export", options->output, "Write the codebook to F.yaml, .qdc (REFI-QDA), .csv or .html (to print); without a file: YAML to standard output");
    write->expected(0, 1);
    auto *read = command->add_option("--import", options->input, "Take in F.yaml, .qdc, .csv or .xlsx, or a built-in codebook by its name");
    write->excludes(read);
    auto *from = command->add_option("--merge-codes", options->merging.from, "A code, as Layer/Code, that is given up for another")->excludes(write)->excludes(read);
    from->needs(command->add_option("--into", options->merging.into, "The code that stands for both from then on"));
    command->add_option_function<std::string>("--by", [options](const std::string &name) { options->merging.by = options->revisions.by = name; }, "Who does it");
    auto *diff = command->add_option("--diff", options->revisions.diff, "What is another in the second of two revisions, by their numbers")->expected(2)->excludes(write)->excludes(read)->excludes(from);
    auto *list = command->add_flag("--revisions", options->revisions.list, "List the states the codebook has had")->excludes(diff)->excludes(write)->excludes(read)->excludes(from);
    auto *freeze = command->add_flag("--freeze", options->revisions.freeze, "Nobody alters it from now on")->excludes(diff)->excludes(list)->excludes(write)->excludes(read)->excludes(from);
    command->add_flag("--thaw", options->revisions.thaw, "It may be altered again")->excludes(freeze)->excludes(diff)->excludes(list)->excludes(write)->excludes(read)->excludes(from);
    command->add_flag("--json", options->revisions.json, "Revisions and differences as JSON");
    command->add_flag("--dry-run", options->merging.dryRun, "Only tell what merging would touch")->needs(from);
    command->callback([options, write, &run] {
        const Revisions &asked = options->revisions;
        const bool ofRevisions = !asked.diff.empty() || asked.list || asked.freeze || asked.thaw;
        if (write->count() == 0 && options->input.empty() && options->merging.from.empty() && !ofRevisions)
            throw CLI::RequiredError("--export, --import, --merge-codes, --revisions, --diff, --freeze or --thaw");
        options->write = write->count() > 0;
        run = [options, ofRevisions] {
            const QString project = QString::fromStdString(options->project);
            if (ofRevisions)
                return revisions(project, options->revisions);
            if (!options->merging.from.empty())
                return mergeIn(project, options->merging);
            return options->write ? exportCodebook(project, QString::fromStdString(options->output))
                                  : importCodebook(project, QString::fromStdString(options->input));
        };
    });
}

} // namespace galley
