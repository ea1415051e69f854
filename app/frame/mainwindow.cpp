// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "../settings.h"
#include "desk.h"

#include <project/workspace.h>
#include <widgets/icons.h>

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Settings &settings, std::span<const MakeArea> makers, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_workspace(new Workspace(this))
    , m_desk(new Desk(*m_workspace, settings, *this))
    , m_pages(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    m_desk->m_column->addWidget(m_pages, 1);
    setCentralWidget(m_desk->centre());
    for (const MakeArea make : makers)
        m_contributions.push_back(make(*m_desk));
    buildMenus();
    for (const Contribution &area : m_contributions) {
        m_ranked.insert(m_ranked.end(), area.places.begin(), area.places.end());
        if (area.status)
            statusBar()->addWidget(area.status, 1);
        if (area.statusButton)
            statusBar()->addPermanentWidget(area.statusButton);
    }
    std::ranges::stable_sort(m_ranked, std::greater(), &WindowPlace::rank);
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed, &Workspace::coderChanged})
        connect(m_workspace, signal, this, &MainWindow::showPlace);
    connect(m_desk, &Desk::placesChanged, this, &MainWindow::showPlace);
    connect(m_desk, &Desk::filesCame, this, &MainWindow::take);
    resize(1280, 820);
    restoreGeometry(settings.value(Setting::WindowGeometry).toByteArray());
    m_dockState = settings.value(Setting::WindowState).toByteArray();
    showPlace();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildMenus()
{
    for (const auto &[menu, title] : {std::pair(Menu::File, tr("&File")), std::pair(Menu::Edit, tr("&Edit")), std::pair(Menu::Code, tr("&Code")),
                                      std::pair(Menu::Go, tr("&Go")), std::pair(Menu::View, tr("&View")), std::pair(Menu::Help, tr("&Help"))})
        m_menus[menu] = menuBar()->addMenu(title);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    std::vector<MenuEntry> entries;
    for (const Contribution &area : m_contributions)
        entries.insert(entries.end(), area.menus.begin(), area.menus.end());
    entries.push_back({menu::fileEnd, {quit}});
    std::ranges::stable_sort(entries, {}, &MenuEntry::slot);
    for (size_t at = 0; at < entries.size(); ++at) {
        const MenuSlot &slot = entries[at].slot;
        if (at > 0 && entries[at - 1].slot.menu == slot.menu && entries[at - 1].slot.group != slot.group)
            m_menus[slot.menu]->addSeparator();
        m_menus[slot.menu]->addActions(entries[at].actions);
    }
}

void MainWindow::buildDocks()
{
    m_menus[Menu::View]->addSeparator();
    std::map<Qt::DockWidgetArea, QDockWidget *> last;
    for (const Contribution &area : m_contributions) {
        for (const Dock &dock : area.docks) {
            auto *widget = new QDockWidget(dock.title, this);
            widget->setObjectName(QLatin1StringView(dock.name));
            widget->setAccessibleName(dock.title);
            widget->setWidget(dock.panel());
            if (QDockWidget *above = std::exchange(last[dock.side], widget))
                splitDockWidget(above, widget, Qt::Vertical);
            else
                addDockWidget(dock.side, widget);
            m_menus[Menu::View]->addAction(widget->toggleViewAction());
            m_docks.push_back({dock, widget});
        }
    }
}

void MainWindow::sizeDocks()
{
    QList<QDockWidget *> first;
    QList<int> widths;
    for (const Qt::DockWidgetArea side : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea}) {
        QList<QDockWidget *> column;
        QList<int> heights;
        for (const auto &[dock, widget] : m_docks) {
            if (dock.side != side)
                continue;
            if (column.isEmpty()) {
                first << widget;
                widths << dock.width;
            }
            column << widget;
            heights << dock.height;
        }
        resizeDocks(column, heights, Qt::Vertical);
    }
    resizeDocks(first, widths, Qt::Horizontal);
}

/// The docks are there while a project is open, as they were left; the start page stands alone, and comes up before they are made.
void MainWindow::showDocks(bool shown)
{
    if (shown == m_docksShown)
        return;
    m_docksShown = shown;
    if (m_docks.empty())
        buildDocks();
    if (!shown)
        m_dockState = saveState();
    for (const auto &[dock, widget] : m_docks) {
        widget->setVisible(shown);
        widget->toggleViewAction()->setEnabled(shown);
    }
    if (shown && !restoreState(m_dockState))
        sizeDocks();
}

void MainWindow::showPlace()
{
    const Project *project = m_workspace->project();
    showDocks(project);
    setWindowTitle(project ? QFileInfo(project->store().path()).completeBaseName() + u" — Galley"_s : u"Galley"_s);
    const auto wanted = std::ranges::find_if(m_ranked, [](const WindowPlace &place) { return place.isWanted(); });
    if (wanted == m_ranked.end())
        return;
    QWidget *widget = wanted->widget();
    if (m_pages->indexOf(widget) < 0)
        m_pages->addWidget(widget);
    m_pages->setCurrentWidget(widget);
    wanted->shown();
}

bool MainWindow::openProject(const QString &path)
{
    return m_desk->openProject(path);
}

void MainWindow::take(const QList<QUrl> &urls)
{
    QStringList files;
    for (const QUrl &url : urls)
        files += url.toLocalFile();
    files.removeAll(QString());
    for (const Contribution &area : m_contributions) {
        if (area.takeFiles && !files.isEmpty())
            files = area.takeFiles(files);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.set(Setting::WindowGeometry, saveGeometry());
    m_settings.set(Setting::WindowState, m_docksShown ? saveState() : m_dockState);
    m_workspace->closeProject();
    event->accept();
}

/// What nobody else wanted of Escape: it closes the message.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_desk->messages().messages().isEmpty())
        m_desk->messages().closeCurrent();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    take(event->mimeData()->urls());
    event->acceptProposedAction();
}

} // namespace galley
