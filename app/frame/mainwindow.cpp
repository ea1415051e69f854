// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "../settings.h"
#include "actions.h"
#include "desk.h"

#include <project/workspace.h>
#include <widgets/icons.h>

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Of where the docks stand at first: a new one is seen by everybody once.
constexpr int layoutVersion = 2;

/// Where the keyboard goes in a panel: its first field, list or button.
QWidget *firstField(QWidget *panel)
{
    for (QWidget *field = panel->nextInFocusChain(); field && field != panel; field = field->nextInFocusChain()) {
        if (panel->isAncestorOf(field) && field->isVisible() && field->isEnabled() && (field->focusPolicy() & Qt::TabFocus))
            return field;
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(Settings &settings, std::span<const MakeArea> makers, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_workspace(new Workspace(this))
    , m_desk(new Desk(*m_workspace, settings, *this))
    , m_pages(new QStackedWidget)
    , m_bar(new QToolBar(tr("Places"), this))
    , m_placeActions(new QActionGroup(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_desk->m_column->addWidget(m_pages, 1);
    setCentralWidget(m_desk->centre());
    for (const MakeArea make : makers)
        m_contributions.push_back(make(*m_desk));
    for (const Contribution &area : m_contributions) {
        m_places.insert(m_places.end(), area.places.begin(), area.places.end());
        m_covers.insert(m_covers.end(), area.covers.begin(), area.covers.end());
        if (area.status)
            statusBar()->addWidget(area.status, 1);
        if (area.statusButton)
            statusBar()->addPermanentWidget(area.statusButton);
    }
    std::ranges::stable_sort(m_covers, std::greater(), &Cover::rank);
    buildPlaces();
    buildMenus();
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::coderChanged})
        connect(m_workspace, signal, this, &MainWindow::showPage);
    for (auto signal : {&Workspace::articleOpened, &Workspace::articleClosed}) {
        connect(m_workspace, signal, this, [this] {
            if (m_place && m_place->docks) // elsewhere it is not seen, and must not take the focus from what somebody is doing
                showPage();
        });
    }
    connect(m_desk, &Desk::coversChanged, this, &MainWindow::showPage);
    connect(m_desk, &Desk::placeWanted, this, &MainWindow::goTo);
    connect(m_desk, &Desk::filesCame, this, &MainWindow::take);
    constexpr QSize frame(16, 48); // of most desktops; what is larger than the screen would begin outside it
    resize(QSize(1280, 820).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(settings.value(Setting::WindowGeometry).toByteArray());
    m_dockState = settings.value(Setting::WindowState).toByteArray();
    showActionsOfPlace();
    showPage();
}

MainWindow::~MainWindow() = default;

/// The bar at the edge, and an action with Ctrl and a digit, for each place.
void MainWindow::buildPlaces()
{
    m_bar->setObjectName(u"placeBar"_s);
    m_bar->setAccessibleName(tr("Places"));
    m_bar->setMovable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_bar->toggleViewAction()->setVisible(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_bar->setIconSize({20, 20});
    for (const Place &place : m_places) {
        auto *action = new QAction(icon(QLatin1StringView(place.icon)), place.title, m_placeActions);
        action->setObjectName(u"place-"_s + QLatin1StringView(place.name));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + m_placeActions->actions().size() - 1)));
        action->setToolTip(u"%1 (%2)"_s.arg(place.title, action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, name = QLatin1StringView(place.name)] { goTo(name); });
    }
    m_bar->addActions(m_placeActions->actions());
    addToolBar(Qt::LeftToolBarArea, m_bar);
    if (m_places.empty())
        return;
    m_place = &m_places.front();
    m_desk->m_place = QLatin1StringView(m_place->name);
    m_desk->messages().setPlace(m_desk->m_place);
    m_placeActions->actions().front()->setChecked(true);
}

void MainWindow::buildMenus()
{
    for (const auto &[menu, title] : {std::pair(Menu::File, tr("&File")), std::pair(Menu::Edit, tr("&Edit")), std::pair(Menu::Code, tr("&Code")),
                                      std::pair(Menu::Review, tr("&Review")), std::pair(Menu::Go, tr("&Go")), std::pair(Menu::View, tr("&View")), std::pair(Menu::Help, tr("&Help"))})
        m_menus[menu] = menuBar()->addMenu(title);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    for (const Contribution &area : m_contributions)
        m_entries.insert(m_entries.end(), area.menus.begin(), area.menus.end());
    m_entries.push_back({menu::fileEnd, {quit}});
    m_entries.push_back({menu::goPlace, m_placeActions->actions()});
    m_entries.push_back({menu::goPane, {makeAction(this, {"nextPane", tr("Next &Pane"), "", {Qt::Key_F6}, [this] { goToPane(1); }}),
                                        makeAction(this, {"previousPane", tr("Previous Pane"), "", {Qt::SHIFT | Qt::Key_F6}, [this] { goToPane(-1); }})}});
    std::ranges::stable_sort(m_entries, {}, &MenuEntry::slot);
    for (size_t at = 0; at < m_entries.size(); ++at) {
        const MenuSlot &slot = m_entries[at].slot;
        if (at > 0 && m_entries[at - 1].slot.menu == slot.menu && m_entries[at - 1].slot.group != slot.group)
            m_menus[slot.menu]->addSeparator();
        m_menus[slot.menu]->addActions(m_entries[at].actions);
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
            const auto shared = std::ranges::find_if(m_docks, [&](const PlacedDock &known) { return dock.sharesWith && QLatin1StringView(known.dock.name) == QLatin1StringView(dock.sharesWith); });
            if (shared != m_docks.end())
                tabifyDockWidget(shared->widget, widget);
            else if (QDockWidget *above = std::exchange(last[dock.side], widget))
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
            if (dock.side != side || dock.sharesWith)
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
        m_dockState = saveState(layoutVersion);
    for (const auto &[dock, widget] : m_docks) {
        widget->setVisible(shown);
        widget->toggleViewAction()->setEnabled(shown);
    }
    if (shown && !restoreState(m_dockState, layoutVersion)) {
        sizeDocks();
        for (const auto &[dock, widget] : m_docks) {
            if (!dock.sharesWith)
                widget->raise();
        }
    }
}

void MainWindow::goTo(QLatin1StringView name)
{
    const auto place = std::ranges::find(m_places, name, [](const Place &known) { return QLatin1StringView(known.name); });
    if (place == m_places.end())
        return;
    emit m_workspace->aboutToMoveOn();
    m_place = &*place;
    m_desk->m_place = QLatin1StringView(place->name);
    m_desk->messages().setPlace(m_desk->m_place);
    m_placeActions->actions().at(place - m_places.begin())->setChecked(true);
    showActionsOfPlace();
    showPage();
}

/// Keys and menus of one place are not there at another, nor is what its area says in the status bar; a menu of which nothing is
/// left is not there either.
void MainWindow::showActionsOfPlace()
{
    for (const MenuEntry &entry : m_entries) {
        for (QAction *action : entry.place ? entry.actions : QList<QAction *>())
            action->setVisible(m_desk->isAt(entry.place));
    }
    for (const Contribution &area : m_contributions) {
        if (area.status && !area.places.empty())
            area.status->setVisible(std::ranges::any_of(area.places, [this](const Place &place) { return m_desk->isAt(place.name); }));
    }
    for (const auto &[menu, widget] : m_menus)
        widget->menuAction()->setVisible(std::ranges::any_of(widget->actions(), [](const QAction *action) { return action->isVisible() && !action->isSeparator(); }));
}

/// From the page to the panels beside it that are seen, from left to right and from above, and back.
void MainWindow::goToPane(int direction)
{
    std::vector<QWidget *> panes;
    for (const auto &[dock, widget] : m_docks) {
        if (!widget->visibleRegion().isEmpty() && firstField(widget->widget()))
            panes.push_back(widget->widget());
    }
    if (QWidget *page = m_pages->currentWidget())
        panes.push_back(page);
    std::ranges::sort(panes, {}, [this](const QWidget *pane) {
        const QPoint corner = pane->mapTo(this, QPoint());
        return std::pair(corner.x(), corner.y());
    });
    if (panes.empty())
        return;
    const QWidget *focused = focusWidget();
    const auto now = std::ranges::find_if(panes, [&](const QWidget *pane) { return focused && (pane == focused || pane->isAncestorOf(focused)); });
    const auto count = std::ssize(panes);
    const auto at = now == panes.end() ? (direction > 0 ? 0 : count - 1) : (now - panes.begin() + direction + count) % count;
    QWidget *pane = panes[size_t(at)];
    if (pane == m_pages->currentWidget() && m_place && m_workspace->project())
        m_place->shown();
    else if (QWidget *field = firstField(pane))
        field->setFocus(Qt::TabFocusReason);
}

/// What covers the places, else the place where we are.
void MainWindow::showPage()
{
    const Project *project = m_workspace->project();
    const bool docks = project && m_place && m_place->docks;
    if (!docks)
        showDocks(false); // before a page that needs more room squeezes them
    m_bar->setVisible(project && m_places.size() > 1);
    for (QAction *action : m_placeActions->actions())
        action->setEnabled(project);
    setWindowTitle(project ? QFileInfo(project->store().path()).completeBaseName() + u" — Galley"_s : u"Galley"_s);
    const auto cover = std::ranges::find_if(m_covers, [](const Cover &known) { return known.isWanted(); });
    const bool covered = cover != m_covers.end(), atPlace = !covered && project && m_place;
    if (covered || atPlace)
        put(covered ? cover->widget() : m_place->page());
    showDocks(docks); // when the room is that of the page they stand beside
    if (atPlace)
        m_place->shown();
}

/// Only the page that is shown says how small the window may be; at once, as the docks are sized by it.
void MainWindow::put(QWidget *page)
{
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = m_pages->widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentWidget(page);
    for (QWidget *around = m_pages; around != this; around = around->parentWidget()) {
        around->layout()->invalidate();
        around->layout()->activate();
    }
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
    m_settings.set(Setting::WindowState, m_docksShown ? saveState(layoutVersion) : m_dockState);
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
