// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/contribution.h"

#include <array>

namespace galley {

class Desk;

/// The areas of the window, in the order of their docks and menus. Each is a folder with a function that makes what belongs
/// to it, for as long as the desk's window lives, and gives what it contributes. A new one is a line here and a line below.
Contribution projectArea(Desk &desk);
Contribution importArea(Desk &desk);
Contribution versionsArea(Desk &desk);
Contribution articlesArea(Desk &desk);
Contribution exportArea(Desk &desk);
Contribution readingArea(Desk &desk);
Contribution historyArea(Desk &desk);
Contribution codersArea(Desk &desk);
Contribution teamArea(Desk &desk);
Contribution trainingArea(Desk &desk);
Contribution compareArea(Desk &desk);
Contribution agreementArea(Desk &desk);
Contribution discussionArea(Desk &desk);
Contribution codebookArea(Desk &desk);
Contribution actorsArea(Desk &desk);
Contribution retrievalArea(Desk &desk);
Contribution helpArea(Desk &desk);

constexpr std::array areas{projectArea, importArea, versionsArea, articlesArea, exportArea, readingArea, historyArea, codersArea, teamArea, trainingArea, compareArea, agreementArea,
                           discussionArea, codebookArea, actorsArea, retrievalArea, helpArea};

} // namespace galley
