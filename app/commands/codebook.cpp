// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../codebookchoice.h"
#include "../console.h"

#include <base/outputfile.h>
#include <project/codebookedits.h>
#include <project/codemerging.h>
#include <writers/codebookwriter.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

int exportCodebook(const QString &path, const QString &output)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto codebook = store->codebook();
    if (!codebook) {
        console::failure(codebook.error(), path);
        return console::Failed;
    }
    const QByteArray yaml = codebookToYaml(*codebook);
    if (output.isEmpty() || output == QStringLiteral("-")) {
        console::out(yaml);
        return console::Done;
    }
    OutputFile file(output);
    if (!file.open() || !file.write(yaml) || !file.commit()) {
        console::failure(file.errorString(), output);
        return console::Failed;
    }
    return console::Done;
}

int importCodebook(const QString &path, const QString &input)
{
    const auto wanted = codebookNamed(input);
    if (!wanted) {
        for (const QString &line : wanted.error().message.split(u'\n'))
            console::failure(line);
        return console::Failed;
    }
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto current = store->codebook();
    const auto use = store->codebookUse();
    if (!current || !use) {
        console::failure(current ? use.error() : current.error(), path);
        return console::Failed;
    }
    const auto change = adoptCodebook(*current, *wanted, Adoption::Replace, *use, idsFrom(*store));
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

/// "Layer/Code" of the layer's principal variable, else "Layer/variable/Code".
Result<CodeId> codeMeant(const Codebook &codebook, const QString &name)
{
    const Layer *layer = codebook.layer(name.section(u'/', 0, 0));
    const Variable *principal = layer ? codebook.principalVariable(layer->id) : nullptr;
    if (const Code *code = principal ? codebook.code(principal->id, name.section(u'/', 1)) : nullptr)
        return code->id;
    const Variable *variable = layer ? codebook.variable(layer->id, name.section(u'/', 1, 1)) : nullptr;
    if (const Code *code = variable ? codebook.code(variable->id, name.section(u'/', 2)) : nullptr)
        return code->id;
    return failed(QCoreApplication::translate("Command", "there is no code “%1”; a code is named Layer/Code").arg(name));
}

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
    return mergeCodes(store, *from, *into, stamp.at).and_then([&](const Change &change) {
        return store.apply(change, stamp).transform([&] { console::out(change.text); });
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

void addCodebookCommand(CLI::App &app, Run &run)
{
    struct Options { std::string project, input, output; bool write = false; Merging merging; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("codebook", "Export the codebook as YAML, take one in, or merge one of its codes into another");
    command->add_option("project", options->project, "The project file")->required();
    auto *write = command->add_option("--export", options->output, "Write the codebook as YAML (without a file: to standard output)");
    write->expected(0, 1);
    auto *read = command->add_option("--import", options->input, "A YAML file or a built-in codebook's name");
    write->excludes(read);
    auto *from = command->add_option("--merge-codes", options->merging.from, "A code, as Layer/Code, that is given up for another")->excludes(write)->excludes(read);
    from->needs(command->add_option("--into", options->merging.into, "The code that stands for both from then on"));
    command->add_option("--by", options->merging.by, "Who merges")->needs(from);
    command->add_flag("--dry-run", options->merging.dryRun, "Only tell what merging would touch")->needs(from);
    command->callback([options, write, &run] {
        if (write->count() == 0 && options->input.empty() && options->merging.from.empty())
            throw CLI::RequiredError("--export, --import or --merge-codes");
        options->write = write->count() > 0;
        run = [options] {
            const QString project = QString::fromStdString(options->project);
            if (!options->merging.from.empty())
                return mergeIn(project, options->merging);
            return options->write ? exportCodebook(project, QString::fromStdString(options->output))
                                  : importCodebook(project, QString::fromStdString(options->input));
        };
    });
}

} // namespace galley
