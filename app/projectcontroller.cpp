// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectcontroller.h"

#include "actions.h"
#include "codebookchoice.h"
#include "demo.h"
#include "presentation.h"
#include "settings.h"
#include "workspace.h"

#include <panels/newprojectdialog.h>
#include <panels/startpage.h>
#include <project/exporting.h>
#include <store/backup.h>
#include <text/articleprint.h>
#include <text/articleview.h>
#include <widgets/messagebar.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Every format there is, that one first: "CSV tables (*.csv);;JSON Lines (*.jsonl)".
QString exportFilters(const QString &format)
{
    QStringList filters;
    for (const Writer &writer : writers())
        filters.insert(format == QLatin1StringView(writer.name) ? 0 : filters.size(),
                       ProjectController::tr("%1 (*.%2)").arg(writer.title(), QLatin1StringView(writer.suffix)));
    return filters.join(u";;"_s);
}

/// What the file's name asks for; else the format that was chosen before.
QString exportFormat(const QString &path, const QString &format)
{
    const Writer *writer = writerForFile(path);
    return writer ? QString::fromLatin1(writer->name) : format;
}

} // namespace

ProjectController::ProjectController(Workspace &workspace, Settings &settings, ArticleView &view, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_view(view)
    , m_messages(messages)
    , m_window(window)
    , m_startPage(new StartPage)
    , m_recent(new QMenu(tr("Open &Recent"), window))
{
    makeActions();
    connect(m_startPage, &StartPage::openRequested, this, &ProjectController::askOpen);
    connect(m_startPage, &StartPage::projectChosen, this, &ProjectController::open);
    connect(m_startPage, &StartPage::newProjectRequested, this, &ProjectController::askNew);
    connect(m_startPage, &StartPage::demoRequested, this, &ProjectController::openDemo);
    connect(m_startPage, &StartPage::recentRemoved, this, [this](const QString &path) {
        m_settings.removeRecentProject(path);
        listRecent();
    });
    connect(m_startPage, &StartPage::filesDropped, this, [this](const QList<QUrl> &urls) {
        const QStringList articles = openDropped(urls);
        if (!articles.isEmpty())
            emit articlesDropped(articles);
    });
    std::vector<CodebookChoice> choices = codebookChoices();
    m_startPage->setCodebooks(choices);
    m_startPage->setDemoAvailable(true);
    connect(&workspace, &Workspace::projectOpened, this, &ProjectController::opened);
    connect(&workspace, &Workspace::projectClosed, this, &ProjectController::listRecent);
    listRecent();
}

ProjectController::~ProjectController() = default;

void ProjectController::makeActions()
{
    m_fileActions = {
        makeAction(this, {"newProject", tr("&New Project…"), "new", {QKeySequence::New}, [this] { askNew(u"default"_s); }}),
        makeAction(this, {"openProject", tr("&Open Project…"), "open", {QKeySequence::Open}, [this] { askOpen(); }}),
    };
    m_exportActions = {
        makeAction(this, {"exportCsv", tr("&Export Dataset as CSV…"), "export", {Qt::CTRL | Qt::Key_E}, [this] { exportData(u"csv"_s); }}),
        makeAction(this, {"exportJsonl", tr("Export Everything as &JSON Lines…"), "", {}, [this] { exportData(u"jsonl"_s); }}),
        makeAction(this, {"print", tr("&Print Article…"), "print", {QKeySequence::Print}, [this] { print(false); }}),
        makeAction(this, {"printPdf", tr("Save Article as P&DF…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [this] { print(true); }}),
    };
    m_close = makeAction(this, {"closeProject", tr("&Close Project"), "close", {Qt::CTRL | Qt::Key_W}, [this] { m_workspace.closeProject(); }});
    const auto update = [this] {
        const bool project = m_workspace.project() != nullptr;
        const bool article = m_workspace.article() != nullptr;
        m_exportActions[0]->setEnabled(project);
        m_exportActions[1]->setEnabled(project);
        m_exportActions[2]->setEnabled(article);
        m_exportActions[3]->setEnabled(article);
        m_close->setEnabled(project);
    };
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed})
        connect(&m_workspace, signal, this, update);
    update();
}

void ProjectController::rememberFolder(const QString &file)
{
    m_settings.set(Setting::LastFolder, QFileInfo(file).absolutePath());
}

void ProjectController::askNew(const QString &codebook)
{
    NewProjectDialog dialog(codebookChoices(), m_settings.folder(), m_window);
    dialog.setCodebook(codebook);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto wanted = dialog.project();
    if (!wanted)
        return;
    const auto chosen = codebookNamed(wanted->codebook);
    if (!chosen) {
        m_messages.fail(tr("The codebook cannot be used."), chosen.error().message);
        return;
    }
    if (auto made = m_workspace.createProject(wanted->path, *chosen); !made) {
        m_messages.fail(made.error().message, made.error().detail);
        return;
    }
    rememberFolder(wanted->path);
}

void ProjectController::askOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open Project"), m_settings.folder(), tr("Galley projects (*.galley)"));
    if (!path.isEmpty() && open(path))
        rememberFolder(path);
}

bool ProjectController::open(const QString &path)
{
    m_messages.clear();
    if (auto done = m_workspace.openProject(path); !done) {
        m_messages.fail(done.error().message, done.error().detail);
        listRecent();
        return false;
    }
    emit projectOpened();
    return true;
}

void ProjectController::openDemo()
{
    const auto demo = demoProject();
    if (!demo) {
        m_messages.fail(demo.error().message, demo.error().detail);
        return;
    }
    open(*demo);
}

QStringList ProjectController::openDropped(const QList<QUrl> &urls)
{
    QStringList others;
    for (const QUrl &url : urls) {
        const QString file = url.toLocalFile();
        if (file.endsWith(u".galley"_s, Qt::CaseInsensitive))
            open(file);
        else if (!file.isEmpty())
            others.append(file);
    }
    return others;
}

void ProjectController::opened()
{
    const QString path = m_workspace.project()->store().path();
    m_settings.addRecentProject(path);
    listRecent();
    if (m_workspace.isWritable())
        checkInBackground(path);
}

/// A backup where something changed, and the long structural check of a big file, while the analyst already works.
void ProjectController::checkInBackground(const QString &path)
{
    QtConcurrent::run([path] { return backUpIfChanged(path); }).then(this, [this](const Result<std::optional<QString>> &backup) {
        if (!backup)
            m_messages.warn(tr("No backup could be made."), backup.error().message);
    });
    QtConcurrent::run([path] { return quickCheck(path); }).then(this, [this, path](const Result<std::vector<Problem>> &problems) {
        if (m_workspace.project() && m_workspace.project()->store().path() == path && problems && !problems->empty())
            m_messages.fail(tr("This project is damaged. Close it, and go on with the newest backup beside it."),
                            problems->front().where + u": "_s + problems->front().what);
    });
}

void ProjectController::listRecent()
{
    std::vector<RecentProject> projects;
    m_recent->clear();
    for (const QString &path : m_settings.recentProjects()) {
        const QFileInfo file(path);
        projects.push_back({path, file.lastModified(), !file.exists()});
        QAction *action = m_recent->addAction(file.completeBaseName() + u"  —  "_s + file.path());
        action->setEnabled(file.exists());
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    m_recent->setEnabled(!projects.empty());
    m_startPage->setRecentProjects(projects);
}

void ProjectController::exportData(const QString &format)
{
    const QString base = QFileInfo(m_workspace.project()->store().path()).completeBaseName();
    const QString filter = exportFilters(format);
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export"), m_settings.folder() + u'/' + base + u'.' + format, filter);
    if (path.isEmpty())
        return;
    rememberFolder(path);
    const auto rows = exportToFile(m_workspace.project()->store(), path, exportFormat(path, format), {});
    if (!rows)
        m_messages.fail(rows.error().message, rows.error().detail);
    else
        m_messages.info(tr("%n rows written to %1", nullptr, int(*rows)).arg(path));
}

void ProjectController::print(bool toFile)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_workspace.article()->article.title);
    if (toFile) {
        const QString path = QFileDialog::getSaveFileName(m_window, tr("Save Article as PDF"), m_settings.folder() + u"/article.pdf"_s, tr("PDF (*.pdf)"));
        if (path.isEmpty())
            return;
        rememberFolder(path);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
    } else if (QPrintDialog dialog(&printer, m_window); dialog.exec() != QDialog::Accepted) {
        return;
    }
    const std::vector<Mark> marks = marksOf(m_workspace, m_settings.value(Setting::ShowOthers).toBool(), false);
    if (printArticle(printer, m_view.page(), marks, {m_view.font(), 10.5, {}}) == 0)
        m_messages.fail(tr("The article could not be printed."), printer.outputFileName());
}

} // namespace galley
