// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <functional>

namespace galley {

/// An identity that is the same in every copy of a project (identity.h) and cannot be mistaken for another kind's.
/// Outside the tables it is text: R and JavaScript keep 53 bits of a number.
template<typename Tag>
struct Id
{
    qint64 value = 0;

    constexpr explicit operator bool() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return std::hash<qint64>{}(id.value) ^ seed; }
};

using SourceId = Id<struct SourceTag>;
using ArticleId = Id<struct ArticleTag>;
using ZoneId = Id<struct ZoneTag>;
using LayerId = Id<struct LayerTag>;
using VariableId = Id<struct VariableTag>;
using CodeId = Id<struct CodeTag>;
using ActorId = Id<struct ActorTag>;
using CoderId = Id<struct CoderTag>;
using AnnotationId = Id<struct AnnotationTag>;
using ProgressId = Id<struct ProgressTag>;
using RulingId = Id<struct RulingTag>;
using CommentId = Id<struct CommentTag>;
using SuggestionId = Id<struct SuggestionTag>;
using StudyChoiceId = Id<struct StudyChoiceTag>;
using SampleId = Id<struct SampleTag>;
using SetId = Id<struct SetTag>;
using AssignmentId = Id<struct AssignmentTag>;
using RevisionId = Id<struct RevisionTag>;
using OperationId = Id<struct OperationTag>;

} // namespace galley

template<typename Tag>
struct std::hash<galley::Id<Tag>>
{
    size_t operator()(galley::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
