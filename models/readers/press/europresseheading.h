// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

namespace galley {

/// "Le Journal, no. 5968": the outlet, and the issue as a field.
void takeEuropresseOutlet(const QString &text, Article &article);

/// "Politique, jeudi 4 mai 2023 823 mots, p. 03": section, date, length and page, as far as they are there.
void takeEuropresseHeading(const QString &text, Article &article);

/// "Numéro de document : news·20230504·LJ·12": the number with what it is called. False where the line is none.
bool takeEuropresseNumber(const QString &text, Article &article);

} // namespace galley
