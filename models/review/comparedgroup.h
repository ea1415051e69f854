// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>

#include <optional>
#include <span>
#include <vector>

namespace galley {

/// What sets the coders of a group apart: the first of these that applies. Nothing; somebody marked nothing here; they marked other
/// stretches, or one of them in several parts; they chose other codes; they gave other values.
enum class Difference { Agreement, Missing, Extent, Code, Values };

QString nameOf(Difference difference); ///< "agreement", "missing", "extent", "code", "values"
QString textOf(Difference difference); ///< for people: "Other codes"

/// Annotations of several coders that are compared with each other as being of one thing. Each coder has one, none, or several
/// that are parts of what another marked as a whole.
struct ComparedGroup
{
    ArticleId article;
    LayerId layer;
    std::vector<CoderId> coders;         ///< whose work is compared, with or without an annotation here; sorted
    std::vector<Annotation> annotations; ///< coder by coder, each in reading order
    Difference kind = Difference::Agreement;

    bool operator==(const ComparedGroup &) const = default;
};

/// What one or several coders say of a group, to the letter the same: stretches of text, code, values. Notes and flags are no part of it.
struct Reading
{
    std::vector<CoderId> coders;
    std::span<const Annotation> annotations; ///< of the first of them
};

std::span<const Annotation> annotationsOf(const ComparedGroup &group, CoderId coder);

/// The different readings of those who marked something, the one most coders share first, then by the coders. They look into the group.
std::vector<Reading> readingsOf(const ComparedGroup &group);

Difference differenceIn(const ComparedGroup &group);

/// Where an annotation is; stretches that touch are one. Two of whole articles are in one place.
std::vector<Range> placeOf(const Annotation &annotation);

} // namespace galley
