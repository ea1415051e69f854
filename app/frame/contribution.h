// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace galley {

enum class Menu { File, Edit, Code, Review, Go, View, Help };

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
constexpr MenuSlot codeAnnotation{Menu::Code, 0}, codeDiscussion{Menu::Code, 0, 1}, codeFlow{Menu::Code, 0, 2}, codeExamples{Menu::Code, 0, 3}, codeSuggestions{Menu::Code, 1}, codeParts{Menu::Code, 2};
constexpr MenuSlot review{Menu::Review};
constexpr MenuSlot goPlace{Menu::Go, 0}, goPane{Menu::Go, 0, 1}, goAnnotation{Menu::Go, 1}, goSuggestion{Menu::Go, 1, 1}, goArticle{Menu::Go, 2, 0}, goVersion{Menu::Go, 2, 1};
constexpr MenuSlot viewText{Menu::View};
constexpr MenuSlot help{Menu::Help};
}

/// The names of places that areas refer to.
namespace places {
constexpr const char *read = "read", *team = "team", *compare = "compare", *agreement = "agreement", *discussion = "discussion", *codebook = "codebook",
                     *actors = "actors", *annotations = "annotations", *search = "search";
}

/// Actions for one slot of the menus; a submenu is its menuAction().
struct MenuEntry
{
    MenuSlot slot;
    QList<QAction *> actions;
    const char *place = nullptr; ///< they are there only at this one: what can't be seen must not be altered by a key
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
    const char *sharesWith = nullptr; ///< the dock whose place it shares at first, each behind a tab
};

/// Where work is done while a project is open: reading, the team, comparing … One is shown; the bar at the edge and Ctrl+1 … go to them.
struct Place
{
    const char *name; ///< stable: "team"
    QString title;
    const char *icon;
    std::function<QWidget *()> page;     ///< made when first gone to; a child of the desk's window, hidden until then
    std::function<void()> shown = [] {}; ///< each time it is come to, or another project or coder is there; with docks, also another article
    bool docks = false;                  ///< the docks stand beside it
};

/// What is in the way of the places for a while: the start page, who is coding, the help. Of those that are wanted the one of the
/// highest rank is shown.
struct Cover
{
    int rank;
    std::function<bool()> isWanted;
    std::function<QWidget *()> widget; ///< a child of the desk's window, hidden until it is first shown
};

/// All that an area brings to the window.
struct Contribution
{
    std::vector<MenuEntry> menus = {};
    std::vector<Dock> docks = {};
    std::vector<Place> places = {};
    std::vector<Cover> covers = {};
    QWidget *status = nullptr;       ///< at the left of the status bar
    QWidget *statusButton = nullptr; ///< at its right
    /// Takes of the files that were dropped what is for it, and gives back the others.
    std::function<QStringList(const QStringList &)> takeFiles = {};
};

} // namespace galley
