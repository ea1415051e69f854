// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectcontroller.h"

#include "actions.h"
#include "codebookchoice.h"
#include "demo.h"
#include "filechoice.h"
#include "presentation.h"
#include "settings.h"
#include <project/workspace.h>

#include <panels/newprojectdialog.h>
#include <panels/startpage.h>
#include <project/exporting.h>
#include <project/projectfile.h>
#include <text/articleprint.h>
#include <text/articleview.h>
#include <widgets/messagebar.h>

#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

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
    constexpr int calm = 2000;
    m_idle.setSingleShot(true);
    m_idle.setInterval(calm);
    connect(&m_idle, &QTimer::timeout, this, &ProjectController::settle);
    connect(&workspace, &Workspace::changed, &m_idle, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::projectClosing, this, [this] {
        settle();
        m_idle.stop();
    });
    listRecent();
}

ProjectController::~ProjectController() = default;

void ProjectController::makeActions()
{
    m_fileActions = {
        makeAction(this, {"newProject", tr("&New Project…"), "new", {QKeySequence::New}, [this] { askNew(u"default"_s); }}),
        makeAction(this, {"openProject", tr("&Open Project…"), "open", {QKeySequence::Open}, [this] { askOpen(); }}),
    };
    m_copy = makeAction(this, {"saveCopy", tr("Save a Cop&y…"), "", {}, [this] { askCopy(); }});
    m_fileActions.append(m_copy);
    m_exportActions = {
        makeAction(this, {"exportCsv", tr("&Export Dataset as CSV…"), "export", {Qt::CTRL | Qt::Key_E}, [this] { exportData(u"csv"_s); }}),
        makeAction(this, {"exportJsonl", tr("Export Everything as &JSON Lines…"), "", {}, [this] { exportData(u"jsonl"_s); }}),
        makeAction(this, {"print", tr("&Print Article…"), "print", {QKeySequence::Print}, [this] { print(); }}),
        makeAction(this, {"printPdf", tr("Save Article as P&DF…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [this] { printToFile(); }}),
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
        m_copy->setEnabled(project);
    };
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed})
        connect(&m_workspace, signal, this, update);
    update();
}

void ProjectController::askNew(const QString &codebook)
{
    auto *dialog = new NewProjectDialog(codebookChoices(), m_settings.folder(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCodebook(codebook);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto wanted = dialog->project())
            create(wanted->path, wanted->codebook);
    });
    dialog->open();
}

void ProjectController::create(const QString &path, const QString &codebook)
{
    const auto chosen = codebookNamed(codebook);
    if (!chosen) {
        m_messages.fail(tr("The codebook cannot be used."), chosen.error().message);
        return;
    }
    if (auto made = m_workspace.createProject(path, *chosen); !made) {
        m_messages.fail(made.error().message, made.error().detail);
        return;
    }
    m_settings.set(Setting::LastFolder, QFileInfo(path).absolutePath());
}

void ProjectController::askOpen()
{
    chooseFile(m_window, m_settings, {tr("Open Project"), tr("Galley projects (*.galley)")}, [this](const QString &path) { open(path); });
}

void ProjectController::askCopy()
{
    const QString base = QFileInfo(m_workspace.project()->store().path()).completeBaseName();
    chooseNewFile(m_window, m_settings,
                  {tr("Save a Copy"), tr("Galley projects (*.galley)"), tr("%1 copy").arg(base) + u".galley"_s, u"galley"_s},
                  [this](const QString &path) { saveCopy(path); });
}

void ProjectController::saveCopy(const QString &path)
{
    if (!m_workspace.project())
        return;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), path] { return file.saveCopy(path); }).then(this, [this, path](const Result<> &saved) {
        if (saved)
            m_messages.info(tr("A whole copy was saved as %1.").arg(path));
        else
            m_messages.fail(tr("The copy could not be saved."), saved.error().message);
    });
}

/// So that a copy made by other means than ours is whole, too: what was done a few seconds ago is in the file itself.
void ProjectController::settle()
{
    if (!m_workspace.isWritable())
        return;
    const auto settled = m_workspace.project()->store().checkpoint();
    if (settled && !*settled)
        m_idle.start(); // a reader was in the way
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
        checkInBackground();
}

/// A backup where something changed, and the long structural check of a big file, while the analyst already works.
void ProjectController::checkInBackground()
{
    const ProjectFile file(*m_workspace.project());
    QtConcurrent::run([file] { return file.backUpIfChanged(); }).then(this, [this](const Result<std::optional<QString>> &backup) {
        if (!backup)
            m_messages.warn(tr("No backup could be made."), backup.error().message);
    });
    QtConcurrent::run([file] { return file.quickCheck(); }).then(this, [this, path = file.path()](const Result<std::vector<Problem>> &problems) {
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
    const QString filter = format == "csv"_L1 ? tr("CSV tables (*.csv)") : tr("JSON Lines (*.jsonl)");
    chooseNewFile(m_window, m_settings, {tr("Export"), filter, base + u'.' + format, format}, [this, format](const QString &path) { exportTo(path, format); });
}

void ProjectController::exportTo(const QString &path, const QString &format)
{
    if (!m_workspace.project())
        return;
    const auto rows = exportToFile(m_workspace.project()->store(), path, format, {});
    if (!rows)
        m_messages.fail(rows.error().message, rows.error().detail);
    else
        m_messages.info(tr("%n rows written to %1", nullptr, int(*rows)).arg(path));
}

void ProjectController::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(*printer); });
    dialog->open();
}

void ProjectController::printToFile()
{
    chooseNewFile(m_window, m_settings, {tr("Save Article as PDF"), tr("PDF (*.pdf)"), u"article.pdf"_s, u"pdf"_s}, [this](const QString &path) {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printTo(printer);
    });
}

void ProjectController::printTo(QPrinter &printer)
{
    if (!m_workspace.article())
        return;
    printer.setDocName(m_workspace.article()->article.title);
    const std::vector<Mark> marks = marksOf(m_workspace, m_settings.value(Setting::ShowOthers).toBool(), false);
    if (printArticle(printer, m_view.page(), marks, {m_view.font(), 10.5, {}}) == 0)
        m_messages.fail(tr("The article could not be printed."), printer.outputFileName());
}

} // namespace galley
