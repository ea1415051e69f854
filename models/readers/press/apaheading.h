// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

namespace galley {

/// Takes a line above an article of APA's archives: outlet, date and page, or the section. False where the line is none.
///   "Beispielblatt" Nr. 065 vom 04.05.2023      Seite: 3
///   "beispiel.at" Politik gefunden am 04.05.2023 10:20 Uhr
///   Ressort: Wirtschaft
bool takeApaHeading(const QString &line, Article &article);

} // namespace galley
