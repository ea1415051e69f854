// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../areas.h"
#include "../frame/desk.h"
#include "articlequestionscontroller.h"
#include "codebookcontroller.h"
#include "codingcontroller.h"
#include "cuecontroller.h"
#include "inspectorcontroller.h"
#include "partscontroller.h"
#include "printcontroller.h"
#include "readingpage.h"
#include "suggestioncontroller.h"
#include "viewcontroller.h"

#include <panels/articlepanel.h>
#include <panels/codebookpanel.h>
#include <panels/inspectorpanel.h>
#include <project/workspace.h>
#include <text/articleview.h>

#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace galley {

/// The article and what is done in it: reading, coding, the codebook and the chosen annotation beside it.
Contribution readingArea(Desk &desk)
{
    auto *page = new ReadingPage(desk);
    ArticleView &view = page->view();
    auto *coding = new CodingController(desk, view);
    auto *parts = new PartsController(desk.workspace, view, &desk.window);
    auto *codebook = new CodebookController(desk.workspace, *coding, &desk.window);
    auto *questions = new ArticleQuestionsController(desk.workspace, *coding, &desk.window);
    auto *inspector = new InspectorController(desk, *coding);
    auto *suggestions = new SuggestionController(desk, view, *coding);
    auto *viewing = new ViewController(desk, view);
    auto *cues = new CueController(desk, view, *coding);
    auto *printing = new PrintController(desk, view);
    QObject::connect(viewing, &ViewController::findBarMade, page, &ReadingPage::addFindBar);
    QObject::connect(viewing, &ViewController::darkChanged, coding, &CodingController::setDark);
    QObject::connect(viewing, &ViewController::darkChanged, suggestions, &SuggestionController::setDark);
    QObject::connect(viewing, &ViewController::darkChanged, cues, &CueController::setDark);
    coding->setDark(viewing->isDark());
    cues->setDark(viewing->isDark());
    suggestions->setDark(viewing->isDark());
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    view.addActions(coding->codingActions().first(4) + QList{coding->copyQuoteAction(), parts->menu()->menuAction()});

    Contribution area;
    area.menus = {
        {menu::filePrint, printing->actions(), places::read},
        {menu::editCopy, {coding->copyQuoteAction()}, places::read},
        {menu::editFind, viewing->findActions(), places::read},
        {menu::codeAnnotation, coding->codingActions(), places::read},
        {menu::codeExamples, coding->exampleActions(), places::read},
        {menu::codeFlow, coding->flowActions(), places::read},
        {menu::codeSuggestions, suggestions->answerActions() + QList{cues->suggestMenus()[0]->menuAction(), cues->suggestMenus()[1]->menuAction()}, places::read},
        {menu::codeParts, {parts->menu()->menuAction()}, places::read},
        {menu::goAnnotation, coding->movingActions() + QList{questions->questionsAction()}, places::read},
        {menu::goSuggestion, suggestions->movingActions(), places::read},
        {menu::viewText, viewing->viewActions() + QList{cues->showAction(), coding->othersAction(), cues->setMenu()->menuAction(), cues->kindMenu()->menuAction(), viewing->themeMenu()->menuAction()}},
    };
    area.docks = {
        // The codes have a side of their own; what is recorded of one passage, and of the article, stands below the list.
        {"codebookDock", CodebookController::tr("Codebook"), Qt::RightDockWidgetArea, 310, 700, [codebook] { return codebook->panel(); }},
        {"inspectorDock", InspectorController::tr("Annotation"), Qt::LeftDockWidgetArea, 290, 440, [inspector] { return inspector->panel(); }},
        {"articleDock", ArticleQuestionsController::tr("Article"), Qt::LeftDockWidgetArea, 290, 440, [questions] { return questions->panel(); }, "inspectorDock"},
    };
    area.places = {{.name = places::read, .title = ReadingPage::tr("Read"), .icon = "article", .page = [page] { return page; },
                    .shown = [page] { page->takeFocus(); }, .docks = true}};
    area.status = page->position();
    area.statusButton = suggestions->statusButton();
    return area;
}

} // namespace galley
