// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmltree.h"

#include <QHash>

namespace galley {

/// What the class and the id of an element say about it, in the words of several languages.
struct Naming
{
    bool article = false;      ///< the article, or its body
    bool comments = false;     ///< of readers
    bool surroundings = false; ///< navigation, share buttons, newsletters and the like
    bool perhaps = false;      ///< teasers, advertisements, tags, author boxes: unless much of the text is there
    bool weak = false;         ///< a word that says little: surroundings where little prose is there
    bool unseen = false;       ///< for screen readers or for print only
    bool caption = false;
    bool credit = false;

    bool isSurroundings() const { return comments || surroundings || perhaps || weak; }
};

/// Finds out what names mean, each once: a page says the same ones again and again.
class Namings
{
public:
    Naming of(const GumboNode *element);

private:
    QHash<QByteArray, Naming> m_known;
};

} // namespace galley
