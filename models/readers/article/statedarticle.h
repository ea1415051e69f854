// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "articlefields.h"
#include "textaccount.h"

#include <readers/reader.h>

#include <optional>
#include <vector>

namespace galley {

/// A part of an article's text, and what the source says that it is.
struct ProseBlock
{
    QString text;
    std::optional<ZoneKind> kind = std::nullopt;
};
using Prose = std::vector<ProseBlock>;

/// There is nothing to read in it.
bool isSilent(const Prose &prose);

/// What an agency, a feed, a mail or a press database states about one article, before its text is put together.
struct StatedArticle
{
    Article article;
    int line = 0; ///< of the file, where it begins
    QString kicker;
    QString headline;    ///< as it stands in the text; empty: the title
    QStringList decks;   ///< headlines below the headline
    QStringList leads;   ///< subtitle, standfirst, highlights
    QString byline;
    QString dateline;    ///< apart from the text; one that the text begins with is not repeated
    Prose body;
    QStringList captions;
    TextAccount account; ///< every piece of text the source holds for it
    QStringList losses;  ///< sentences about text that could not be read
    QStringList remarks; ///< about what was taken, but not as it should be
};

/// The date as ISO 8601; one that is none stays as written, which give() remarks.
void setPublished(StatedArticle &stated, const QString &date);

/// Keeps the line and, where none are stated, takes the authors from it.
void setByline(StatedArticle &stated, const QString &byline);

/// Keeps the line; one that is only a time stamp, as some agencies send it, does not become a part of the text.
void setDateline(StatedArticle &stated, const QString &dateline);

/// Puts the line before the text, even where the text repeats it: that of a database's field. To be done last.
void prependDateline(StatedArticle &stated, const QString &dateline);

/// Puts the article together and gives it away with its remarks, or says why it is none. False asks to stop.
bool give(StatedArticle stated, const TakeRecord &take);

/// Whatever stands between a reader and the values it was given: "“Title”: reason"; the reason alone without a title.
QString about(const QString &title, const QString &reason);

} // namespace galley
