// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "stoppablefile.h"

#include <project/exporting.h>
#include <project/projectfile.h>
#include <project/workspace.h>
#include <widgets/progressline.h>

#include <QFileInfo>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

Result<qint64> written(const ProjectFile &project, const QString &path, const QString &format, const ExportFilter &filter, const WriteOptions &options,
                       const std::function<bool()> &goOn, const ExportTold &tell)
{
    auto store = project.open();
    if (!store)
        return std::unexpected(store.error());
    if (const auto still = store->holdStill(); !still)
        return std::unexpected(still.error());
    StoppableFile file(path, goOn);
    if (!file.open(QIODevice::WriteOnly))
        return failed(ExportController::tr("“%1” cannot be written.").arg(path), file.errorString());
    const auto rows = exportTo(*store, file, format, options, filter, tell);
    if (rows && !file.commit())
        return failed(ExportController::tr("“%1” cannot be written.").arg(path), file.errorString());
    return rows;
}

/// Every format there is, that one first: "CSV tables (*.csv);;JSON Lines (*.jsonl)".
QString exportFilters(const QString &format)
{
    QStringList filters;
    for (const Writer &writer : writers())
        filters.insert(format == QLatin1StringView(writer.name) ? 0 : filters.size(),
                       ExportController::tr("%1 (*.%2)").arg(writer.title(), QLatin1StringView(writer.suffix)));
    return filters.join(u";;"_s);
}

/// What the file's name asks for; else the format that was chosen before.
QString exportFormat(const QString &path, const QString &format)
{
    const Writer *writer = writerForFile(path);
    return writer ? QString::fromLatin1(writer->name) : format;
}

} // namespace

ExportController::ExportController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_actions({
          makeAction(this, {"exportCsv", tr("&Export Dataset as CSV…"), "export", {Qt::CTRL | Qt::Key_E}, [this] { ask(u"csv"_s); }}),
          makeAction(this, {"exportConsensus", tr("Export the &Settled Dataset as CSV…"), "", {}, [this] { ask(u"csv"_s, {consensusCoder().id}); }}),
          makeAction(this, {"exportJsonl", tr("Export Everything as &JSON Lines…"), "", {}, [this] { ask(u"jsonl"_s, everybody()); }}),
      })
{
    const auto update = [this] {
        for (QAction *action : m_actions)
            action->setEnabled(m_workspace.project());
    };
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, &ExportController::showProgress);
    connect(&m_workspace, &Workspace::projectOpened, this, update);
    connect(&m_workspace, &Workspace::projectClosed, this, update);
    update();
}

ExportController::~ExportController()
{
    if (m_work)
        m_work->stopped = true;
}

/// Where something was settled, the consensus and its rulings are part of everything.
std::vector<CoderId> ExportController::everybody() const
{
    std::vector<CoderId> coders;
    if (!m_workspace.project()->store().hasConsensus().value_or(false))
        return coders;
    for (const Coder &coder : m_workspace.everybody())
        coders.push_back(coder.id);
    coders.push_back(consensusCoder().id);
    return coders;
}

void ExportController::ask(const QString &format, const std::vector<CoderId> &coders)
{
    const bool settledOnly = coders == std::vector{consensusCoder().id};
    const QString base = QFileInfo(m_workspace.project()->store().path()).completeBaseName() + (settledOnly ? tr(" settled") : QString());
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Export"), exportFilters(format), base + u'.' + format, format},
                  [this, format, coders](const QString &path) { write(path, exportFormat(path, format), coders); });
}

void ExportController::stop()
{
    if (const auto work = std::exchange(m_work, nullptr))
        work->stopped = true;
    m_look.stop();
    m_progress->end();
}

void ExportController::showProgress()
{
    const qint64 done = m_work->done, inAll = m_work->inAll;
    m_progress->setProgress(done, inAll);
    if (inAll > 0)
        m_progress->setText(tr("Exporting… %1 %").arg(done * 100 / inAll));
}

void ExportController::write(const QString &path, const QString &format, const std::vector<CoderId> &coders)
{
    if (!m_workspace.project())
        return;
    if (m_work) {
        m_desk.say(passing(tr("An export is going on. Wait for its end or cancel it first.")));
        return;
    }
    if (!m_progress) {
        m_progress = &m_desk.addProgress();
        connect(m_progress, &ProgressLine::cancelRequested, this, [this] {
            stop();
            m_desk.say(passing(tr("The export was cancelled; nothing was written.")));
        });
    }
    m_work = std::make_shared<Work>();
    m_progress->begin(tr("Exporting…"));
    m_look.start();
    ExportFilter filter;
    filter.coders = coders;
    filter.sight = m_workspace.sight();
    QtConcurrent::run([project = ProjectFile(*m_workspace.project()), path, format, filter, work = m_work] {
        WriteOptions options;
        options.leftOut = [&work](const QString &sentence) { work->leftOut += sentence; };
        return written(project, path, format, filter, options, [work] { return !work->stopped; }, [work](qint64 done, qint64 inAll) {
            work->inAll = inAll;
            work->done = done;
        });
    }).then(this, [this, path, work = m_work](const Result<qint64> &rows) {
        if (work->stopped)
            return;
        stop();
        if (!rows) {
            m_desk.fail(rows.error());
            return;
        }
        Message told = passing(tr("%n rows written to %1", nullptr, int(*rows)).arg(path));
        told.topic = u"export"_s; // what was told of the one before is of no more use
        if (!work->leftOut.isEmpty()) {
            told.seconds = 0;
            told.detail = work->leftOut.join(u'\n');
        }
        m_desk.say(told);
    });
}

Contribution exportArea(Desk &desk)
{
    auto *exporting = new ExportController(desk);
    Contribution area;
    area.menus = {{menu::fileExport, exporting->actions()}};
    return area;
}

} // namespace galley
