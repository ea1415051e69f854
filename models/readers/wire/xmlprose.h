// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

#include <QDomElement>

namespace galley {

/// The text within an element of NITF, XHTML or their like, block by block, white space collapsed as these formats say.
/// Headings, captions, credits, bylines and notes are known by their elements.
Prose xmlProse(const QDomNode &element);

/// The same for HTML that stands in a text, as feeds and mail carry it; all of it is content.
Result<Prose> htmlProse(const QString &html);

/// Text, or HTML where it looks like it.
Result<Prose> proseOf(const QString &text);

/// What a reader of the page would see of a line of HTML.
QString plainTitle(const QString &html);

} // namespace galley
