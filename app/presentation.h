// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/workspace.h>
#include <text/mark.h>

#include <vector>

/// How project values are shown in the article view; pure.
namespace galley {

/// The page of an article: its text, its metadata line, its parts set as what they are.
Page pageOf(const OpenArticle &open);

/// The metadata line: "Harbour Post · 4 May 2023 · page 3 · By Ada Lind".
QString metadataLine(const Article &article);

/// An ISO date as the reader's locale writes it; anything else unchanged.
QString readableDate(const QString &published);

QString titleOf(ZoneKind kind); ///< as people call it: "Photo credit"

/// The marks of one annotation, one per range; none for a whole-article annotation.
std::vector<Mark> marksOf(const Annotation &annotation, const Workspace &workspace, bool dark);

/// The marks of a suggestion for the open article. Their key is the negative of its id.
std::vector<Mark> marksOf(const Suggestion &suggestion, const Workspace &workspace, bool dark);

/// The marks of all annotations of the open article: of the active coder, and of others where they are shown.
std::vector<Mark> marksOf(const Workspace &workspace, bool others, bool dark);

/// The passages that are values of an annotation of the open article, for the text.
std::vector<RoleMark> rolesOf(const Annotation &annotation, const Workspace &workspace, bool dark);

/// A quote with its source, as an analyst pastes it into a memo.
QString quoteWithSource(const QString &quote, const Article &article);

} // namespace galley
