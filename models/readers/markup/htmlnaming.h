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
    bool never = false;        ///< comments of readers, consent dialogues: however much they say
    bool surroundings = false; ///< navigation, share buttons, teasers, advertisements: unless much of the text is there
    bool weak = false;         ///< a word that says little: surroundings where little prose is there
    bool gated = false;        ///< for subscribers: a part of the article, or the box that asks to subscribe
    bool unseen = false;       ///< for screen readers or for print only
    bool lead = false;         ///< what stands between headline and text
    bool quote = false;        ///< of the article itself, set apart
    bool embedded = false;     ///< a post or a card from elsewhere, shown within the article
    bool caption = false;
    bool credit = false;
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
