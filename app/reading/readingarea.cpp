// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../areas.h"
#include "../frame/desk.h"
#include "codebookcontroller.h"
#include "codingcontroller.h"
#include "inspectorcontroller.h"
#include "partscontroller.h"
#include "printcontroller.h"
#include "readingpage.h"
#include "viewcontroller.h"

#include <panels/codebookpanel.h>
#include <panels/inspectorpanel.h>
#include <project/workspace.h>
#include <text/articleview.h>

#include <QLabel>
#include <QMenu>

namespace galley {

/// The article and what is done in it: reading, coding, the codebook and the chosen annotation beside it.
Contribution readingArea(Desk &desk)
{
    auto *page = new ReadingPage(desk);
    ArticleView &view = page->view();
    auto *coding = new CodingController(desk, view);
    auto *parts = new PartsController(desk.workspace, view, &desk.window);
    auto *codebook = new CodebookController(desk.workspace, *coding, &desk.window);
    auto *inspector = new InspectorController(desk.workspace, *coding, &desk.window);
    auto *viewing = new ViewController(desk, view);
    auto *printing = new PrintController(desk, view);
    QObject::connect(viewing, &ViewController::findBarMade, page, &ReadingPage::addFindBar);
    QObject::connect(viewing, &ViewController::darkChanged, coding, &CodingController::setDark);
    coding->setDark(viewing->isDark());
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    view.addActions(coding->codingActions().first(4) + QList{coding->copyQuoteAction(), parts->menu()->menuAction()});

    Contribution area;
    area.menus = {
        {menu::filePrint, printing->actions(), places::read},
        {menu::editCopy, {coding->copyQuoteAction()}, places::read},
        {menu::editFind, viewing->findActions(), places::read},
        {menu::codeAnnotation, coding->codingActions(), places::read},
        {menu::codeParts, {parts->menu()->menuAction()}, places::read},
        {menu::goAnnotation, coding->movingActions() + QList{codebook->questionsAction()}, places::read},
        {menu::viewText, viewing->viewActions() + QList{coding->othersAction(), viewing->cueMenu()->menuAction(), viewing->themeMenu()->menuAction()}},
    };
    area.docks = {
        {"codebookDock", CodebookController::tr("Codebook"), Qt::RightDockWidgetArea, 310, 520, [codebook] { return codebook->panel(); }},
        {"inspectorDock", InspectorController::tr("Annotation"), Qt::RightDockWidgetArea, 310, 240, [inspector] { return inspector->panel(); }},
    };
    area.places = {{.name = places::read, .title = ReadingPage::tr("Read"), .icon = "article", .page = [page] { return page; },
                    .shown = [page] { page->takeFocus(); }, .docks = true}};
    area.status = page->position();
    return area;
}

} // namespace galley
