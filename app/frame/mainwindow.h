// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contribution.h"

#include <QMainWindow>

#include <map>
#include <span>

class QActionGroup;
class QDockWidget;
class QStackedWidget;
class QToolBar;

namespace galley {

class Desk;
class Settings;
class Workspace;

/// The frame: places what the areas contribute, and knows none of them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using MakeArea = Contribution (*)(Desk &);

    MainWindow(Settings &settings, std::span<const MakeArea> areas, QWidget *parent = nullptr);
    ~MainWindow() override;

    Workspace &workspace() { return *m_workspace; }
    bool openProject(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct PlacedDock
    {
        Dock dock;
        QDockWidget *widget;
    };

    void buildPlaces();
    void buildMenus();
    void buildDocks();
    void sizeDocks();
    void goTo(QLatin1StringView name);
    void goToPane(int direction);
    void showPage();
    void put(QWidget *page);
    void showActionsOfPlace();
    void showDocks(bool shown);
    void take(const QList<QUrl> &urls);

    Settings &m_settings;
    Workspace *m_workspace;
    Desk *m_desk;
    QStackedWidget *m_pages;
    std::vector<Contribution> m_contributions;
    std::vector<Place> m_places;
    const Place *m_place = nullptr; ///< where we are, whatever covers it
    QToolBar *m_bar;
    QActionGroup *m_placeActions;
    std::vector<Cover> m_covers; ///< the highest rank first
    std::map<Menu, QMenu *> m_menus;
    std::vector<MenuEntry> m_entries; ///< in the order of the menus
    std::vector<PlacedDock> m_docks;
    QByteArray m_dockState; ///< while they are not shown
    bool m_docksShown = false;
};

} // namespace galley
