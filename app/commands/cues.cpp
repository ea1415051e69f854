// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"
#include "../cueplaces.h"

#include <domain/words.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct CueOptions
{
    std::string path, set;
    bool json = false;
};

struct OutletCues
{
    qint64 articles = 0, words = 0;
    std::map<QString, qint64> kinds;
};

double perThousand(qint64 cues, qint64 words)
{
    return words > 0 ? 1000.0 * double(cues) / double(words) : 0;
}

Result<std::map<QString, OutletCues>> counted(const CueFinder &finder, const ProjectStore &store, const QString &set)
{
    std::map<QString, OutletCues> outlets;
    return forEachCued(finder, store, set, {}, [&](const Article &article, const QString &text, const std::vector<Cue> &cues) {
        OutletCues &outlet = outlets[article.outlet];
        ++outlet.articles;
        outlet.words += qint64(wordsOf(text, article.language).size());
        for (const Cue &cue : cues)
            ++outlet.kinds[cue.name];
    }).transform([&] { return outlets; });
}

void tell(const std::map<QString, OutletCues> &outlets, bool json)
{
    QJsonArray list;
    for (const auto &[name, outlet] : outlets) {
        for (const auto &[kind, cues] : outlet.kinds) {
            const double rate = perThousand(cues, outlet.words);
            if (json)
                list.append(QJsonObject{{u"outlet"_s, name}, {u"articles"_s, outlet.articles}, {u"words"_s, outlet.words}, {u"kind"_s, kind}, {u"cues"_s, cues}, {u"per_thousand"_s, rate}});
            else
                console::out(QStringList{name, QString::number(outlet.articles), QString::number(outlet.words), kind, QString::number(cues), QString::number(rate, 'f', 2)}.join(u'\t'));
        }
    }
    if (json)
        console::json(QJsonDocument(list));
}

int countCues(const CueOptions &what)
{
    const QString path = QString::fromStdString(what.path), set = QString::fromStdString(what.set);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const CueFinder finder(cueFolders(path));
    for (const QString &problem : finder.problems())
        console::failure(problem);
    if (!set.isEmpty() && !std::ranges::contains(finder.available(), set, &CueSet::name)) {
        QStringList names;
        for (const CueSet &known : finder.available())
            names << known.name;
        console::failure(QCoreApplication::translate("Command", "there is no cue set “%1”; there are: %2").arg(set, names.join(u", "_s)));
        return console::Failed;
    }
    const auto outlets = counted(finder, *store, set);
    if (!outlets) {
        console::failure(outlets.error(), path);
        return console::Failed;
    }
    tell(*outlets, what.json);
    return finder.problems().isEmpty() ? console::Done : console::Failed;
}

} // namespace

void addCuesCommand(CLI::App &app, Run &run)
{
    auto what = std::make_shared<CueOptions>();
    CLI::App *command = app.add_subcommand("cues", "Count per outlet what cue definitions and word lists mark in the texts, also those in PROJECT.cues beside the project");
    command->add_option("project", what->path, "The project file")->required();
    command->add_option("--set", what->set, "This set for all articles (default: that of each article's language); word lists are always counted");
    command->add_flag("--json", what->json, "As JSON: [{\"outlet\",\"articles\",\"words\",\"kind\",\"cues\",\"per_thousand\"}], the last in words of the outlet's articles");
    command->callback([what, &run] { run = [what] { return countCues(*what); }; });
}

} // namespace galley
