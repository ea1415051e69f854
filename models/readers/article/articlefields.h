// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/records.h>

#include <QStringView>

#include <optional>

namespace galley {

/// What a column of a table or a key of a JSON object can say about an article.
enum class ArticleField { Id, Title, Outlet, Authors, Published, Section, Page, Language, Url, Text };

/// The field a column or key means: by its own name or a common synonym, in any case, with blanks, "_" or "-" between
/// words ("articleBody", "Article text", "pub_date").
std::optional<ArticleField> articleFieldNamed(QStringView name);

/// Is it the field's own name ("text"), not a synonym of it ("body")?
bool isOwnName(ArticleField field, QStringView name);

QString ownNameOf(ArticleField field); ///< "text"

/// Puts a value into the article; dates become ISO 8601 where they are understood. Not for Id.
void setField(ReadArticle &read, ArticleField field, QString value);

/// Keeps something further that the source states, under its own name; what is stated twice under one name is joined by
/// "; ", each once. Beyond 500 names they are nobody's metadata.
void addField(Article &article, const QString &name, const QString &value);

/// A title for what states none: the first line that is not blank and that is no caption, credit, byline or date by the
/// zones found, cut at a word where it is a whole paragraph. The first line at all where there is no other.
QString titleFrom(QStringView text, const std::vector<Zone> &zones);

/// Are there tags of HTML in a text that came as plain text?
bool holdsTags(const QString &text);

/// What is told of so many texts with tags.
QString tagsRemark(int texts);

/// Completes an article of a table or a JSON line, whose text has LF line ends: identity from what stands in its "id"
/// (which is kept among the fields where it is no UUID), a title where none is stated, zones by rule where none are stated.
/// A reason where it cannot be taken.
QString completed(ReadArticle &read, const QString &id, bool titled);

} // namespace galley
