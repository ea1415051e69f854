// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <ranges>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QJsonObject countsOf(const MergeReport::Counts &counts)
{
    QJsonObject object;
    for (size_t kind = 0; kind < counts.size(); ++kind)
        object.insert(QLatin1StringView(RowKinds::tables[kind]), counts[kind]);
    return object;
}

/// "3 annotations, 1 progress": of what there is any.
QString countsInWords(const MergeReport::Counts &counts)
{
    QStringList parts;
    for (size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind])
            parts << u"%1 %2"_s.arg(counts[kind]).arg(QLatin1StringView(RowKinds::tables[kind]));
    }
    return parts.join(", "_L1);
}

QJsonArray jsonOf(const std::vector<CoderCounts> &byCoder)
{
    QJsonArray list;
    for (const CoderCounts &counts : byCoder)
        list.append(QJsonObject{{u"coder"_s, counts.name}, {u"added"_s, counts.added}, {u"changed"_s, counts.changed}, {u"removed"_s, counts.removed}});
    return list;
}

QString kindOf(const LookedAt &found)
{
    return QLatin1StringView(RowKinds::tables[found.kind]);
}

/// With the one that stands. What taking another ruling would do to the consensus belongs to it.
qint64 versionsOf(const LookedAt &found)
{
    if (found.kind != RowKinds::index<Ruling>())
        return std::ssize(found.others) + 1;
    return 1 + std::ranges::count_if(found.others, [&](const AnyEdit &any) {
        const auto *edit = std::get_if<Edit<Ruling>>(&any);
        return edit && (edit->after ? edit->after->id : edit->before->id).value == found.id;
    });
}

QJsonObject jsonOf(const LookedAt &found, const ProjectStore &store)
{
    QJsonObject object{{u"kind"_s, kindOf(found)}, {u"id"_s, QString::number(found.id)}, {u"versions"_s, versionsOf(found)}};
    if (found.kind != RowKinds::index<Annotation>())
        return object;
    QJsonArray others;
    for (const AnyEdit &any : found.others) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        if (edit && edit->after)
            others.append(QString::number(edit->after->id.value));
        const Annotation &row = edit->after ? *edit->after : *edit->before;
        object.insert(u"quote"_s, row.quote);
        if (const auto article = store.article(row.article))
            object.insert(u"article"_s, article->uuid.toString(QUuid::WithoutBraces));
    }
    object.insert(u"others"_s, others);
    return object;
}

/// What several merges brought together.
struct Brought
{
    MergeReport report;
    bool failed = false;

    void add(const MergeReport &more)
    {
        report.operations += more.operations;
        for (const auto counts : {&MergeReport::added, &MergeReport::changed, &MergeReport::removed})
            std::ranges::transform(report.*counts, more.*counts, (report.*counts).begin(), std::plus());
        for (const CoderCounts &counts : more.byCoder) {
            const auto known = std::ranges::find(report.byCoder, counts.coder, &CoderCounts::coder);
            CoderCounts &sum = known == report.byCoder.end() ? report.byCoder.emplace_back(counts.coder, counts.name) : *known;
            sum.added += counts.added;
            sum.changed += counts.changed;
            sum.removed += counts.removed;
        }
        report.conflicts.insert(report.conflicts.end(), more.conflicts.begin(), more.conflicts.end());
        report.refused += more.refused;
        report.remarks += more.remarks;
    }
};

void print(const Brought &brought, const ProjectStore &store, bool json, bool dryRun)
{
    const MergeReport &report = brought.report;
    if (json) {
        QJsonArray conflicts;
        for (const LookedAt &found : report.conflicts)
            conflicts.append(jsonOf(found, store));
        const QJsonObject object{{u"operations"_s, report.operations}, {u"added"_s, countsOf(report.added)}, {u"changed"_s, countsOf(report.changed)},
            {u"removed"_s, countsOf(report.removed)}, {u"coders"_s, jsonOf(report.byCoder)}, {u"conflicts"_s, conflicts}, {u"refused"_s, QJsonArray::fromStringList(report.refused)},
            {u"remarks"_s, QJsonArray::fromStringList(report.remarks)}};
        console::json(QJsonDocument(object));
        return;
    }
    console::out((dryRun ? QCoreApplication::translate("Command", "would bring %Ln history entries", nullptr, int(report.operations))
                         : QCoreApplication::translate("Command", "brought %Ln history entries", nullptr, int(report.operations))));
    for (const auto &[name, counts] : {std::pair(QCoreApplication::translate("Command", "added"), report.added),
             std::pair(QCoreApplication::translate("Command", "changed"), report.changed), std::pair(QCoreApplication::translate("Command", "removed"), report.removed)}) {
        if (const QString words = countsInWords(counts); !words.isEmpty())
            console::out(u"  %1: %2"_s.arg(name, words));
    }
    for (const CoderCounts &counts : report.byCoder)
        console::out(QCoreApplication::translate("Command", "  annotations of %1: %2 added, %3 changed, %4 removed").arg(counts.name).arg(counts.added).arg(counts.changed).arg(counts.removed));
    for (const LookedAt &found : report.conflicts)
        console::out(QCoreApplication::translate("Command", "  to be looked at: %1 %2 was altered on two copies; the later stands, the other is kept").arg(kindOf(found)).arg(found.id));
    for (const QString &remark : report.remarks)
        console::out(u"  "_s + remark);
}

int merge(const QString &path, const QStringList &others, const QString &by, bool dryRun, bool json)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, by);
    if (!coder) {
        console::failure(coder.error(), path);
        return console::Failed;
    }
    Brought brought;
    for (const QString &other : others) {
        const auto report = store->merge(other, stampOf(coder->value_or(CoderId())), dryRun);
        if (!report) {
            console::failure(report.error(), other);
            brought.report.refused << u"%1: %2"_s.arg(other, report.error().message);
            brought.failed = true;
            continue;
        }
        for (const QString &refused : report->refused)
            console::failure(refused, other);
        brought.add(*report);
    }
    print(brought, *store, json, dryRun);
    return brought.report.refused.isEmpty() ? console::Done : console::Failed;
}

} // namespace

void addMergeCommand(CLI::App &app, Run &run)
{
    struct Asked
    {
        std::string path, by;
        std::vector<std::string> others;
        bool dryRun = false, json = false;
    };
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("merge", "Add what other copies of the project hold: returned packets, whole copies, backups that were coded on");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("others", asked->others, "Copies of the same project")->required();
    command->add_option("--coder", asked->by, "Who merges");
    command->add_flag("--dry-run", asked->dryRun, "Only say what it would bring");
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([=, &run] {
        run = [=] {
            QStringList others;
            for (const std::string &other : asked->others)
                others << QString::fromStdString(other);
            return merge(QString::fromStdString(asked->path), others, QString::fromStdString(asked->by), asked->dryRun, asked->json);
        };
    });
}

} // namespace galley
