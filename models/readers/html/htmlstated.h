// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmllinkeddata.h"

#include <readers/markup/htmltree.h>

#include <QHash>
#include <QStringList>

#include <initializer_list>

namespace galley {

/// Everything that a page says about itself, as it is met there.
struct HtmlStated
{
    QHash<QString, QStringList> meta; ///< by lower-case name, property or itemprop
    LinkedData linked;
    QString title;          ///< of the window
    QStringList headings;   ///< of the first level
    QStringList subheadings; ///< of the second and third level
    QStringList ownHeadlines; ///< of the headings of the first level those in an article, which is what they head
    QStringList headlines;  ///< those of them that stand in the article or the main part of the page
    QString canonical;
    QString language;
    QString time;           ///< of publication as far as the page says so, else the first one
    QStringList authors;    ///< linked or marked as such
    QString byline;         ///< of an element that is called so

    /// The first value of the first of these names that has one.
    QString first(std::initializer_list<const char *> names) const;
};

HtmlStated statedOn(const HtmlTree &tree);

} // namespace galley
