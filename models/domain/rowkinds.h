// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/article.h>
#include <domain/codebook.h>
#include <domain/coder.h>
#include <domain/codingset.h>
#include <domain/comment.h>
#include <domain/ruling.h>
#include <domain/storedsample.h>
#include <domain/studychoice.h>
#include <domain/suggestion.h>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

/// The one list of what a project consists of. From it follow the edits of a change, their JSON in the history, the access to
/// the tables and the checks of the tests: a new kind of row is its struct, its entry here, its table in the schema.
namespace galley {

/// A row of that type, const or not.
template<typename Row, typename Plain>
concept RowOf = std::same_as<std::remove_const_t<Row>, Plain>;

/// Of each kind: its table, and its members by the names of their columns, in the order of the table. A visitor is called
/// with name and member.
template<typename Row>
struct RowKind;

template<>
struct RowKind<Article>
{
    static constexpr auto table = "article";
    static void fields(RowOf<Article> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid);
        visit("position", row.position);
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
        visit("left_out", row.leftOut);
        visit("family", row.family);
        visit("containment", row.containment);
        visit("revises", row.revises);
    }
};

template<>
struct RowKind<Zone>
{
    static constexpr auto table = "zone";
    static void fields(RowOf<Zone> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("article", row.article);
        visit("kind", row.kind);
        visit("start", row.range.begin);
        visit("end", row.range.end);
    }
};

template<>
struct RowKind<Layer>
{
    static constexpr auto table = "layer";
    static void fields(RowOf<Layer> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid);
        visit("name", row.name);
        visit("unit", row.unit);
        visit("description", row.description);
        visit("position", row.position);
        visit("leave_out", row.leaveOut);
        visit("snap", row.snap);
        visit("overlap", row.overlap);
        visit("across_paragraphs", row.acrossParagraphs);
    }
};

template<>
struct RowKind<Variable>
{
    static constexpr auto table = "variable";
    static void fields(RowOf<Variable> auto &row, auto &&visit)
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
        visit("ratio", row.ratio);
        visit("standard", row.standard);
        visit("shown_when", row.shownWhen);
        visit("required_when", row.requiredWhen);
    }
};

template<>
struct RowKind<Code>
{
    static constexpr auto table = "code";
    static void fields(RowOf<Code> auto &row, auto &&visit)
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
        visit("aliases", row.aliases);
        visit("hint", row.hint);
        visit("counter_examples", row.counterExamples);
        visit("retired", row.retired);
    }
};

template<>
struct RowKind<Actor>
{
    static constexpr auto table = "actor";
    static void fields(RowOf<Actor> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid);
        visit("name", row.name);
        visit("kind", row.kind);
        visit("aliases", row.aliases);
        visit("attributes", row.attributes);
    }
};

template<>
struct RowKind<Coder>
{
    static constexpr auto table = "coder";
    static void fields(RowOf<Coder> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid);
        visit("name", row.name);
        visit("role", row.role);
    }
};

template<>
struct RowKind<Annotation>
{
    static constexpr auto table = "annotation";
    static void fields(RowOf<Annotation> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid); // stored where it is another than the id's own
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
};

template<>
struct RowKind<Progress>
{
    static constexpr auto table = "progress";
    static void fields(RowOf<Progress> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("article", row.article);
        visit("coder", row.coder);
        visit("state", row.state);
    }
};

template<>
struct RowKind<StoredSample>
{
    static constexpr auto table = "sample";
    static void fields(RowOf<StoredSample> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("uuid", row.uuid);
        visit("name", row.name);
        visit("record", row.record);
    }
};

template<>
struct RowKind<CodingSet>
{
    static constexpr auto table = "coding_set";
    static void fields(RowOf<CodingSet> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("name", row.name);
        visit("kind", row.kind);
        visit("blind", row.blind);
        visit("record", row.record);
    }
};

template<>
struct RowKind<Assignment>
{
    static constexpr auto table = "assignment";
    static void fields(RowOf<Assignment> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("coding_set", row.set);
        visit("article", row.article);
        visit("coder", row.coder);
        visit("position", row.position);
    }
};

template<>
struct RowKind<Ruling>
{
    static constexpr auto table = "ruling";
    static void fields(RowOf<Ruling> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("article", row.article);
        visit("layer", row.layer);
        visit("about", row.about);
        visit("results", row.results);
        visit("how", row.how);
        visit("reason", row.reason);
        visit("category", row.category);
        visit("coder", row.by);
        visit("revision", row.revision);
        visit("created", row.created);
    }
};

template<>
struct RowKind<Comment>
{
    static constexpr auto table = "comment";
    static void fields(RowOf<Comment> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("article", row.article);
        visit("about", row.about);
        visit("reply_to", row.replyTo);
        visit("coder", row.by);
        visit("recipient", row.to);
        visit("text", row.text);
        visit("closed", row.closed);
        visit("created", row.created);
    }
};

template<>
struct RowKind<StudyChoice>
{
    static constexpr auto table = "study_choice";
    static void fields(RowOf<StudyChoice> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("name", row.name);
        visit("value", row.value);
    }
};

template<>
struct RowKind<Suggestion>
{
    static constexpr auto table = "suggestion";
    static void fields(RowOf<Suggestion> auto &row, auto &&visit)
    {
        visit("id", row.id);
        visit("article", row.article);
        visit("layer", row.layer);
        visit("code", row.code);
        visit("ranges", row.ranges); // stored as start, end and, where there are several, ranges
        visit("maker", row.by);
        visit("coder", row.coder);
        visit("origin", row.origin);
        visit("state", row.state);
        visit("annotation", row.annotation);
        visit("created", row.created);
    }
};

template<typename... Rows>
struct RowList
{
    static constexpr size_t size = sizeof...(Rows);
    static constexpr const char *tables[] = {RowKind<Rows>::table...};

    /// Where a kind stands in the list.
    template<typename Row>
    static constexpr size_t index()
    {
        size_t at = 0;
        (void)((std::is_same_v<Row, Rows> ? false : (++at, true)) && ...);
        return at;
    }

    /// Where the kind of that table stands; nothing where none has it.
    static constexpr std::optional<size_t> named(std::string_view table)
    {
        for (size_t at = 0; at < size; ++at) {
            if (table == tables[at])
                return at;
        }
        return std::nullopt;
    }

    /// Calls `take.operator()<Row>()` for each kind, in order.
    static void forEach(auto &&take) { (take.template operator()<Rows>(), ...); }
    /// As forEach() until one gives true; did one?
    static bool any(auto &&take) { return (take.template operator()<Rows>() || ...); }
};

using RowKinds = RowList<Article, Zone, Layer, Variable, Code, Actor, Coder, Annotation, Progress, StoredSample, CodingSet, Assignment, Ruling, Comment,
                          StudyChoice, Suggestion>;

} // namespace galley
