// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace galley {

/// A page's title without the name of the site at its end or its beginning, which the page separates from it ("Headline |
/// Outlet"); `sites` are the names it goes by. Where none of them is met, what follows the last separator goes if enough
/// is left.
QString withoutSiteName(const QString &title, const QStringList &sites);

/// Is it one of the names that a site goes by, or nearly?
bool isSiteName(const QString &part, const QStringList &sites);

/// Letters and digits alone, in lower case: what is the same in two versions of a text.
QString bareWords(QStringView text);

/// Who wrote it, by a line that says so: without "By", e-mail addresses, @names, dates and the writer's office. Empty where
/// the line names nobody.
QString authorIn(const QString &byline);

} // namespace galley
