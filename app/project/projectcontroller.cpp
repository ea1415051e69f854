// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectcontroller.h"

#include "../areas.h"
#include "../codebookchoice.h"
#include "../demo.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../settings.h"

#include <panels/newprojectdialog.h>
#include <panels/startpage.h>
#include <project/projectfile.h>
#include <project/workspace.h>

#include <QFileInfo>
#include <QMenu>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

ProjectController::ProjectController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_startPage(new StartPage(&desk.window))
    , m_recent(new QMenu(tr("Open &Recent"), &desk.window))
{
    m_startPage->hide(); // until the frame shows it
    makeActions();
    connect(m_startPage, &StartPage::openRequested, this, &ProjectController::askOpen);
    connect(m_startPage, &StartPage::projectChosen, this, &ProjectController::open);
    connect(m_startPage, &StartPage::newProjectRequested, this, &ProjectController::askNew);
    connect(m_startPage, &StartPage::demoRequested, this, &ProjectController::openDemo);
    connect(m_startPage, &StartPage::recentRemoved, this, [this](const QString &path) {
        m_settings.removeRecentProject(path);
        listRecent();
    });
    connect(m_startPage, &StartPage::filesDropped, &m_desk, &Desk::takeFiles);
    std::vector<CodebookChoice> choices = codebookChoices();
    m_startPage->setCodebooks(choices);
    m_startPage->setDemoAvailable(true);
    connect(&m_workspace, &Workspace::projectOpened, this, &ProjectController::opened);
    connect(&m_workspace, &Workspace::projectClosed, this, &ProjectController::listRecent);
    constexpr int calm = 2000;
    m_idle.setSingleShot(true);
    m_idle.setInterval(calm);
    connect(&m_idle, &QTimer::timeout, this, &ProjectController::settle);
    connect(&m_workspace, &Workspace::changed, &m_idle, qOverload<>(&QTimer::start));
    connect(&m_workspace, &Workspace::projectClosing, this, [this] {
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
    m_close = makeAction(this, {"closeProject", tr("&Close Project"), "close", {Qt::CTRL | Qt::Key_W}, [this] { m_workspace.closeProject(); }});
    const auto update = [this] {
        const bool project = m_workspace.project() != nullptr;
        m_close->setEnabled(project);
        m_copy->setEnabled(project);
    };
    connect(&m_workspace, &Workspace::projectOpened, this, update);
    connect(&m_workspace, &Workspace::projectClosed, this, update);
    update();
}

void ProjectController::askNew(const QString &codebook)
{
    auto *dialog = new NewProjectDialog(codebookChoices(), m_settings.folder(), &m_desk.window);
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
        m_desk.fail({tr("The codebook cannot be used."), chosen.error().message});
        return;
    }
    if (auto made = m_workspace.createProject(path, chosen->codebook); !made) {
        m_desk.fail(made.error());
        return;
    }
    m_settings.set(Setting::LastFolder, QFileInfo(path).absolutePath());
    if (!chosen->remarks.isEmpty())
        m_desk.say({Message::Warning, tr("Not all of the codebook's file could be taken as it is."), chosen->remarks.join(u'\n')});
}

void ProjectController::askOpen()
{
    chooseFile(&m_desk.window, m_settings, {tr("Open Project"), tr("Galley projects (*.galley)")}, [this](const QString &path) { open(path); });
}

void ProjectController::askCopy()
{
    const QString base = QFileInfo(m_workspace.project()->store().path()).completeBaseName();
    chooseNewFile(&m_desk.window, m_settings,
                  {tr("Save a Copy"), tr("Galley projects (*.galley)"), tr("%1 copy").arg(base) + u".galley"_s, u"galley"_s},
                  [this](const QString &path) { saveCopy(path); });
}

void ProjectController::saveCopy(const QString &path)
{
    if (!m_workspace.project())
        return;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), path] { return file.saveCopy(path); }).then(this, [this, path](const Result<> &saved) {
        if (saved)
            m_desk.say(passing(tr("A whole copy was saved as %1.").arg(path)));
        else
            m_desk.fail({tr("The copy could not be saved."), saved.error().message});
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

void ProjectController::open(const QString &path)
{
    if (!m_desk.openProject(path))
        listRecent(); // it may be gone
}

void ProjectController::openDemo()
{
    const auto demo = demoProject();
    if (!demo) {
        m_desk.fail(demo.error());
        return;
    }
    open(*demo);
}

QStringList ProjectController::openDropped(const QStringList &files)
{
    QStringList others;
    for (const QString &file : files) {
        if (file.endsWith(u".galley"_s, Qt::CaseInsensitive))
            open(file);
        else
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
            m_desk.say({Message::Warning, tr("No backup could be made."), backup.error().message});
    });
    // Not while the window fills: it goes through the whole file.
    QTimer::singleShot(std::chrono::seconds(1), m_workspace.project(), [this, file] {
        QtConcurrent::run([file] { return file.quickCheck(); }).then(this, [this, path = file.path()](const Result<std::vector<Problem>> &problems) {
            if (m_workspace.project() && m_workspace.project()->store().path() == path && problems && !problems->empty())
                m_desk.fail({tr("This project is damaged. Close it, and go on with the newest backup beside it."),
                             problems->front().where + u": "_s + problems->front().what});
        });
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

Contribution projectArea(Desk &desk)
{
    auto *project = new ProjectController(desk);
    Contribution area;
    area.menus = {{menu::fileProject, project->fileActions() + QList{project->recentMenu()->menuAction()}}, {menu::fileEnd, {project->closeAction()}}};
    area.covers = {{.rank = 1, .isWanted = [&desk] { return !desk.workspace.project(); }, .widget = [project] { return project->startPage(); }}};
    area.takeFiles = [project](const QStringList &files) { return project->openDropped(files); };
    return area;
}

} // namespace galley
