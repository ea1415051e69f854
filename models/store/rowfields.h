// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <concepts>
#include <type_traits>

/// The one list of each row's columns, by which it is read, written, compared and kept in the history.
/// A visitor is called with the column's name and the member, in the order of the table.
namespace galley {

template<typename Row>
inline constexpr const char *tableOf = nullptr;
template<>
inline constexpr const char *tableOf<Article> = "article";
template<>
inline constexpr const char *tableOf<Zone> = "zone";
template<>
inline constexpr const char *tableOf<Layer> = "layer";
template<>
inline constexpr const char *tableOf<Variable> = "variable";
template<>
inline constexpr const char *tableOf<Code> = "code";
template<>
inline constexpr const char *tableOf<Actor> = "actor";
template<>
inline constexpr const char *tableOf<Coder> = "coder";
template<>
inline constexpr const char *tableOf<Annotation> = "annotation";
template<>
inline constexpr const char *tableOf<Progress> = "progress";
template<>
inline constexpr const char *tableOf<StoredSample> = "sample";

/// A row of that type, const or not.
template<typename Row, typename Plain>
concept RowOf = std::same_as<std::remove_const_t<Row>, Plain>;

void visitFields(RowOf<Article> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("source", row.source);
    visit("title", row.title);
    visit("outlet", row.outlet);
    visit("authors", row.authors);
    visit("published", row.published);
    visit("section", row.section);
    visit("page", row.page);
    visit("language", row.language);
    visit("url", row.url);
    visit("length", row.length);
    visit("text_sha256", row.textSha256);
    visit("fields", row.fields);
    visit("family", row.family);
    visit("containment", row.containment);
    visit("revises", row.revises);
}

void visitFields(RowOf<Zone> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("article", row.article);
    visit("kind", row.kind);
    visit("start", row.range.begin);
    visit("end", row.range.end);
}

void visitFields(RowOf<Layer> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("name", row.name);
    visit("unit", row.unit);
    visit("description", row.description);
    visit("position", row.position);
    visit("leave_out", row.leaveOut);
}

void visitFields(RowOf<Variable> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("layer", row.layer);
    visit("name", row.name);
    visit("type", row.type);
    visit("description", row.description);
    visit("required", row.required);
    visit("multiple", row.multiple);
    visit("minimum", row.minimum);
    visit("maximum", row.maximum);
    visit("position", row.position);
}

void visitFields(RowOf<Code> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("variable", row.variable);
    visit("parent", row.parent);
    visit("name", row.name);
    visit("value", row.value);
    visit("definition", row.definition);
    visit("include", row.include);
    visit("exclude", row.exclude);
    visit("examples", row.examples);
    visit("color", row.color);
    visit("key", row.key);
    visit("position", row.position);
}

void visitFields(RowOf<Actor> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("name", row.name);
}

void visitFields(RowOf<Coder> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("name", row.name);
    visit("role", row.role);
}

void visitFields(RowOf<Annotation> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("article", row.article);
    visit("layer", row.layer);
    visit("coder", row.coder);
    visit("code", row.code);
    visit("ranges", row.ranges); // stored as start, end and, where there are several, ranges
    visit("quote", row.quote);
    visit("memo", row.memo);
    visit("status", row.status);
    visit("revision", row.revision);
    visit("created", row.created);
    visit("modified", row.modified);
    visit("origin", row.origin);
    visit("inherited", row.inherited);
    visit("values", row.values); // stored in annotation_value
}

void visitFields(RowOf<Progress> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("article", row.article);
    visit("coder", row.coder);
    visit("state", row.state);
}

void visitFields(RowOf<StoredSample> auto &row, auto &&visit)
{
    visit("id", row.id);
    visit("uuid", row.uuid);
    visit("name", row.name);
    visit("record", row.record);
}

} // namespace galley
