// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codemerging.h"

#include "edittexts.h"

#include <store/projectstore.h>

#include <algorithm>

namespace galley {

namespace {

constexpr size_t mostShown = 5;

/// The two, where they can be merged.
Result<std::pair<const Code *, const Code *>> pairIn(const Codebook &codebook, CodeId from, CodeId into)
{
    const Code *one = codebook.code(from), *other = codebook.code(into);
    if (!one || !other)
        return failed(Edits::tr("The code is not in the codebook any more."));
    if (from == into)
        return failed(Edits::tr("A code is merged into another one."));
    if (one->variable != other->variable)
        return failed(Edits::tr("“%1” and “%2” are codes of different variables.").arg(codebook.path(from), codebook.path(into)));
    for (const Code *up = other; up; up = codebook.code(up->parent)) {
        if (up->parent == from)
            return failed(Edits::tr("“%1” stands below “%2”. Move it away first.").arg(codebook.path(into), codebook.path(from)));
    }
    for (const Code *child : codebook.children(one->variable, from)) {
        if (std::ranges::any_of(codebook.children(one->variable, into), [&](const Code *there) { return there->name == child->name; }))
            return failed(Edits::tr("Both have a code “%1” below them. Merge these first.").arg(child->name));
    }
    return std::pair(one, other);
}

bool has(const AnnotationRow &row, CodeId code)
{
    return row.code == code || std::ranges::any_of(row.values, [=](const VariableValue &value) { return value.value == Value(code); });
}

/// The ids of those that have the code, in any layer its variable is of.
Result<std::vector<AnnotationId>> thoseWith(const ProjectStore &store, LayerId layer, CodeId code, std::map<CoderId, qint64> &byCoder)
{
    std::vector<AnnotationId> ids;
    // The consensus is coded by the same codebook.
    std::vector<CoderId> all{consensusCoder().id};
    const auto coders = store.coders();
    if (!coders)
        return std::unexpected(coders.error());
    for (const Coder &coder : *coders)
        all.push_back(coder.id);
    const auto read = store.forEachAnnotation({false, all, {layer}}, [&](const AnnotationRow &row) -> Result<> {
        if (row.id && has(row, code)) {
            ids.push_back(row.id);
            ++byCoder[row.coder];
        }
        return {};
    });
    return read ? Result<std::vector<AnnotationId>>(std::move(ids)) : std::unexpected(read.error());
}

Annotation recoded(Annotation annotation, CodeId from, CodeId into, RevisionId revision, const QDateTime &at)
{
    if (annotation.code == from)
        annotation.code = into;
    std::vector<VariableValue> values;
    for (VariableValue &value : annotation.values) {
        if (value.value == Value(from))
            value.value = into;
        if (!std::ranges::contains(values, value))
            values.push_back(std::move(value));
    }
    annotation.values = std::move(values);
    annotation.revision = revision;
    annotation.modified = at;
    return annotation;
}

/// What depended on the one, or began with it, does with the other.
Variable naming(Variable variable, CodeId from, CodeId into)
{
    if (variable.standard == Value(from))
        variable.standard = into;
    for (Condition *condition : {&variable.shownWhen, &variable.requiredWhen}) {
        std::vector<VariableValue> anyOf;
        for (VariableValue value : condition->anyOf) {
            if (value.value == Value(from))
                value.value = into;
            if (!std::ranges::contains(anyOf, value))
                anyOf.push_back(value);
        }
        condition->anyOf = std::move(anyOf);
    }
    return variable;
}

} // namespace

Result<TouchedByMerge> touchedByMerge(const ProjectStore &store, CodeId from, CodeId into)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    const auto pair = pairIn(*codebook, from, into);
    if (!pair)
        return std::unexpected(pair.error());
    TouchedByMerge touched;
    const auto ids = thoseWith(store, codebook->variable(pair->first->variable)->layer, from, touched.byCoder);
    if (!ids)
        return std::unexpected(ids.error());
    touched.annotations = qint64(ids->size());
    for (size_t i = 0; i < std::min(mostShown, ids->size()); ++i) {
        auto annotation = store.annotation((*ids)[i]);
        if (annotation && *annotation)
            touched.some.push_back(std::move(**annotation));
    }
    return touched;
}

Result<Change> mergeCodes(const ProjectStore &store, CodeId from, CodeId into, const QDateTime &at)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    const auto pair = pairIn(*codebook, from, into);
    if (!pair)
        return std::unexpected(pair.error());
    const auto &[one, other] = *pair;
    std::map<CoderId, qint64> byCoder;
    const auto ids = thoseWith(store, codebook->variable(one->variable)->layer, from, byCoder);
    if (!ids)
        return std::unexpected(ids.error());
    Change change{Edits::tr("Merge code “%1” into “%2”").arg(codebook->path(from), codebook->path(into)), {}};
    for (const AnnotationId id : *ids) {
        const auto annotation = store.annotation(id);
        if (!annotation)
            return std::unexpected(annotation.error());
        if (*annotation)
            change.edits.emplace_back(modified(**annotation, recoded(**annotation, from, into, codebook->content(), at)));
    }
    const auto siblings = codebook->children(one->variable, into);
    int position = siblings.empty() ? 0 : std::ranges::max(siblings, {}, &Code::position)->position;
    for (const Code *child : codebook->children(one->variable, from)) {
        Code moved = *child;
        moved.parent = into;
        moved.position = ++position;
        change.edits.emplace_back(modified(*child, std::move(moved)));
    }
    for (const Variable &variable : codebook->variables()) {
        if (Variable named = naming(variable, from, into); named != variable)
            change.edits.emplace_back(modified(variable, std::move(named)));
    }
    change.edits.emplace_back(removed(*one));
    return change;
}

} // namespace galley
