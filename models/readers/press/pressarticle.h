// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/articlefields.h>
#include <readers/reader.h>

namespace galley {

struct PressPart
{
    QString text;
    std::optional<ZoneKind> kind = std::nullopt; ///< where the source says it
};

/// One article as a press database states it: its parts in the order in which databases deliver them, before they are
/// put together.
struct PressArticle
{
    ReadArticle read; ///< its metadata
    QString kicker;
    QString headline;
    QStringList leads; ///< subtitle, standfirst, highlights
    QString byline;
    QString dateline;
    std::vector<PressPart> body;
    QStringList captions;
    int line = 0; ///< of the file, where it begins
    QString remark; ///< what the user should know about it
};

/// Authors, one by one where a byline names them so: "By Ann Lee and Bo Kim" gives "Ann Lee; Bo Kim".
QString bylineAuthors(const QString &byline);

/// Puts the parts together and gives the article away; a problem where it has no text. False where no more is wanted.
bool give(PressArticle article, const TakeRecord &take);

/// A whole file as text, with what is to be told about it.
struct WholeText
{
    QString text;
    ReadInfo info;
};
Result<WholeText> wholeText(QIODevice &device, const ReadOptions &options);

} // namespace galley
