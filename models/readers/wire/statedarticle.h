// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/articlefields.h>
#include <readers/reader.h>

#include <optional>
#include <vector>

namespace galley {

/// A part of an article's text, and what the source says that it is.
struct ProseBlock
{
    QString text;
    std::optional<ZoneKind> kind;
};
using Prose = std::vector<ProseBlock>;

/// There is nothing to read in it.
bool isSilent(const Prose &prose);

/// What a wire format, a feed or a mail states about one article, before its text is put together.
struct StatedArticle
{
    Article article;
    QString kicker;
    QStringList decks;  ///< headlines below the headline
    QString byline;
    QString dateline;   ///< apart from the text; one that the text begins with is not repeated
    Prose body;
    QStringList losses;  ///< sentences about text that could not be read
    QStringList remarks; ///< about what was taken, but not as it should be
};

/// The date as ISO 8601; one that cannot be stays as written, with a remark.
void setPublished(StatedArticle &stated, const QString &date);

/// Keeps the line and, where none are stated, takes the authors from it.
void setByline(StatedArticle &stated, const QString &byline);

/// Keeps the line; one that is only a time stamp, as some agencies send it, does not become a part of the text.
void setDateline(StatedArticle &stated, const QString &dateline);

/// The names in "By Ann Lee and Bo Kim, Staff Writers", joined by "; ".
QString authorsIn(const QString &byline);

/// "dpa", "AP", "Staff Reporter", "Press Association": what stands beside a name in a byline and is none.
bool isAffiliation(const QString &part);

bool isWebAddress(const QString &text);

/// White space collapsed to single blanks and trimmed; no-break spaces stay.
QString collapsed(QStringView text);

/// Puts the article together and gives it away with its remarks, or says why it is none. False asks to stop.
bool give(StatedArticle stated, int line, const TakeRecord &take);

/// Whatever stands between a reader and the values it was given: "“Title”: reason"; the reason alone without a title.
QString about(const QString &title, const QString &reason);

} // namespace galley
