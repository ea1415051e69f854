// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace galley {

enum class Menu { File, Edit, Code, Go, View, Help };

/// Where in a menu something stands: groups have a line between them, and each has its order.
struct MenuSlot
{
    Menu menu;
    int group = 0;
    int order = 0;

    auto operator<=>(const MenuSlot &) const = default;
};

namespace menu {
constexpr MenuSlot fileProject{Menu::File, 0}, fileImport{Menu::File, 1, 0}, fileArticles{Menu::File, 1, 1}, fileExport{Menu::File, 1, 2},
    filePrint{Menu::File, 1, 3}, fileMerge{Menu::File, 1, 4}, filePeople{Menu::File, 2}, fileEnd{Menu::File, 3};
constexpr MenuSlot editUndo{Menu::Edit, 0}, editCopy{Menu::Edit, 1, 0}, editPaste{Menu::Edit, 1, 1}, editFind{Menu::Edit, 2};
constexpr MenuSlot codeAnnotation{Menu::Code, 0}, codeParts{Menu::Code, 1};
constexpr MenuSlot goAnnotation{Menu::Go, 0}, goArticle{Menu::Go, 1, 0}, goVersion{Menu::Go, 1, 1};
constexpr MenuSlot viewText{Menu::View};
constexpr MenuSlot help{Menu::Help};
}

/// Actions for one slot of the menus; a submenu is its menuAction().
struct MenuEntry
{
    MenuSlot slot;
    QList<QAction *> actions;
};

/// A panel at a side of the window, while a project is open.
struct Dock
{
    const char *name; ///< stable, "articlesDock": where it stands is remembered by it
    QString title;
    Qt::DockWidgetArea side;
    int width;  ///< of the side, at first
    int height; ///< beside the other docks of its side, at first
    std::function<QWidget *()> panel; ///< made with the first project: the start page needs none
};

/// What fills the middle of the window: reading, later the codebook, the team … Of those that are wanted the one of the highest
/// rank is shown.
struct WindowPlace
{
    int rank;
    std::function<bool()> isWanted;
    std::function<QWidget *()> widget;     ///< a child of the desk's window, hidden until it is first shown
    std::function<void()> shown = [] {};   ///< each time what is shown may have changed
};

/// All that an area brings to the window.
struct Contribution
{
    std::vector<MenuEntry> menus = {};
    std::vector<Dock> docks = {};
    std::vector<WindowPlace> places = {};
    QWidget *status = nullptr;       ///< at the left of the status bar
    QWidget *statusButton = nullptr; ///< at its right
    /// Takes of the files that were dropped what is for it, and gives back the others.
    std::function<QStringList(const QStringList &)> takeFiles = {};
};

} // namespace galley
