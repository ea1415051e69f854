// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../areas.h"
#include "../frame/desk.h"
#include "annotationscontroller.h"
#include "searchcontroller.h"

#include <retrieval/annotationspage.h>
#include <retrieval/searchpage.h>

namespace galley {

/// What was coded across all articles, and where words stand in them.
Contribution retrievalArea(Desk &desk)
{
    auto *annotations = new AnnotationsController(desk);
    auto *search = new SearchController(desk);
    Contribution area;
    area.menus = {{menu::codeAnnotation, annotations->actions(), places::annotations}, {menu::editFind, search->actions()}, {menu::codeSuggestions, search->suggestActions(), places::search}};
    area.places = {{.name = places::annotations, .title = AnnotationsController::tr("Annotations"), .icon = "annotations", .page = [annotations] { return annotations->page(); },
                    .shown = [annotations] { annotations->shown(); }},
                   {.name = places::search, .title = SearchController::tr("Search"), .icon = "find", .page = [search] { return search->page(); }, .shown = [search] { search->shown(); }}};
    return area;
}

} // namespace galley
