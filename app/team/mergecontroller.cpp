// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergecontroller.h"

#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../settings.h"

#include <project/projectfile.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

const QString topic = u"merge"_s;

qint64 sumOf(const MergeReport::Counts &counts)
{
    return std::ranges::fold_left(counts, qint64(0), std::plus());
}

/// "Ben: 18 added, 2 changed; Cleo: 2 added", of annotations.
QString whoseOf(const MergeReport &report)
{
    QStringList coders;
    for (const CoderCounts &counts : report.byCoder) {
        QStringList parts;
        if (counts.added)
            parts << MergeController::tr("%Ln annotations added", nullptr, int(counts.added));
        if (counts.changed)
            parts << MergeController::tr("%Ln changed", nullptr, int(counts.changed));
        if (counts.removed)
            parts << MergeController::tr("%Ln removed", nullptr, int(counts.removed));
        coders << MergeController::tr("%1: %2").arg(counts.name, parts.join(u", "_s));
    }
    return coders.join(u"; "_s);
}

/// "20 annotations added, 2 rows changed, 1 removed, 1 to be looked at"
QString summaryOf(const MergeReport &report)
{
    const qint64 annotations = report.added[RowKinds::index<Annotation>()], others = sumOf(report.added) - annotations;
    QStringList parts;
    if (annotations)
        parts << MergeController::tr("%Ln annotations added", nullptr, int(annotations));
    if (others)
        parts << MergeController::tr("%Ln other rows added", nullptr, int(others));
    if (const qint64 changed = sumOf(report.changed))
        parts << MergeController::tr("%Ln rows changed", nullptr, int(changed));
    if (const qint64 removed = sumOf(report.removed))
        parts << MergeController::tr("%Ln removed", nullptr, int(removed));
    if (!report.conflicts.empty())
        parts << MergeController::tr("%Ln to be looked at", nullptr, int(report.conflicts.size()));
    return parts.join(u", "_s);
}

} // namespace

MergeController::MergeController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_merge(makeAction(this, {"mergeCopies", tr("&Merge Copies…"), "", {}, [this] { ask(); }}))
{
    const auto update = [this] { m_merge->setEnabled(m_workspace.isWritable()); };
    connect(&m_workspace, &Workspace::projectOpened, this, update);
    connect(&m_workspace, &Workspace::projectClosed, this, update);
    connect(&m_workspace, &Workspace::projectClosing, this, [this] {
        if (m_merging.isRunning())
            m_merging.waitForFinished(); // it has the store, and is one transaction a copy
    });
    update();
}

void MergeController::ask()
{
    chooseFiles(&m_desk.window, m_desk.settings, {tr("Merge Copies of This Project"), tr("Galley projects (*.galley)")}, [this](const QStringList &files) { preview(files); });
}

MergeController::Outcomes MergeController::mergeAll(ProjectStore &store, const QStringList &files, const Stamp &stamp)
{
    Outcomes outcomes;
    for (const QString &file : files)
        outcomes.push_back({file, store.merge(file, stamp)});
    return outcomes;
}

/// What would come is seen by doing it, in a copy that is thrown away; the project goes on meanwhile.
void MergeController::preview(const QStringList &files)
{
    if (!m_workspace.requireCoder())
        return;
    m_desk.say({Message::Info, tr("Reading %Ln copies…", nullptr, int(files.size())), {}, {}, 0, topic});
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), files, stamp = m_workspace.stamp()] {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"preview.galley"_s);
        const auto saved = file.saveCopy(copy);
        auto store = saved ? ProjectStore::open(copy, ProjectStore::Mode::ReadWrite) : Result<ProjectStore>(std::unexpected(saved.error()));
        return store ? mergeAll(*store, files, stamp) : Outcomes{{files.value(0), std::unexpected(store.error())}};
    }).then(this, [this](const Outcomes &outcomes) { show(outcomes); });
}

void MergeController::show(const Outcomes &outcomes)
{
    QStringList files;
    for (const Outcome &outcome : outcomes) {
        if (outcome.report && !outcome.report->isEmpty())
            files << outcome.file;
    }
    const bool failed = std::ranges::any_of(outcomes, [](const Outcome &outcome) { return !outcome.report || !outcome.report->refused.isEmpty(); });
    Message message{failed ? Message::Warning : Message::Info, told(outcomes, false), {}, {}, 0, topic};
    if (!files.isEmpty())
        message.action = {tr("Merge"), [this, files] { merge(files); }};
    m_desk.say(message);
}

void MergeController::merge(const QStringList &files)
{
    if (m_merging.isRunning() || !m_workspace.requireCoder())
        return;
    ProjectStore &store = m_workspace.project()->store();
    m_desk.say({Message::Info, tr("Merging…"), {}, {}, 0, topic});
    m_merging = QtConcurrent::run([&store, files, stamp = m_workspace.stamp()] { return mergeAll(store, files, stamp); });
    m_merging.then(this, [this, path = store.path()](const Outcomes &outcomes) { merged(path, outcomes); });
}

void MergeController::merged(const QString &project, const Outcomes &outcomes)
{
    if (m_workspace.project() && m_workspace.project()->store().path() == project)
        m_workspace.reopenProject(); // anything may be another than it was
    const bool isApart = std::ranges::any_of(outcomes, [](const Outcome &outcome) { return outcome.report && !outcome.report->conflicts.empty(); });
    const Message::Action look{tr("Look at Them"), [this] { m_desk.perform("alteredOnTwoCopies"); }};
    m_desk.say({Message::Info, told(outcomes, true), {}, isApart ? look : Message::Action(), 0, topic});
}

QString MergeController::told(const Outcomes &outcomes, bool done) const
{
    QStringList lines;
    for (const auto &[file, report] : outcomes) {
        const QString name = QFileInfo(file).fileName();
        if (!report) {
            lines << tr("“%1” cannot be merged: %2").arg(name, report.error().message);
            continue;
        }
        lines << (report->isEmpty() ? tr("“%1” holds nothing that is not here already.").arg(name)
                  : done            ? tr("“%1” is merged: %2. Undo takes it back.").arg(name, summaryOf(*report))
                                    : tr("“%1” would bring: %2.").arg(name, summaryOf(*report)));
        if (!report->byCoder.empty() && m_workspace.sight().seesAll()) // whose work there is tells a coder of the others
            lines << whoseOf(*report);
        lines += report->refused;
    }
    return lines.join(u'\n');
}

} // namespace galley
