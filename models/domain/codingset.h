// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QString>
#include <QStringView>
#include <QUuid>

#include <optional>
#include <vector>

namespace galley {

/// What articles are coded for: to learn, to measure agreement, for the study itself, or by the same coder once more.
enum class SetKind { Training, Reliability, Main, Retest };

/// Articles that are to be coded. While it is blind, a coder sees nothing of what others do in it.
struct CodingSet
{
    SetId id; ///< follows from the name
    QString name;
    SetKind kind = SetKind::Main;
    bool blind = false;
    QString record; ///< JSON: {"articles": [UUIDs, in their order], "from": how they were chosen, "seed": of that order}

    bool operator==(const CodingSet &) const = default;
};

/// That one coder codes one article of a set. How far they are is Progress.
struct Assignment
{
    AssignmentId id; ///< follows from the three
    SetId set;
    ArticleId article;
    CoderId coder;
    int position = 0; ///< in the coder's queue

    bool operator==(const Assignment &) const = default;
};

SetId setId(QStringView name); ///< white space and case aside
AssignmentId assignmentId(SetId set, ArticleId article, CoderId coder);

std::vector<QUuid> articlesOf(const CodingSet &set); ///< in their order
const CodingSet *setNamed(const std::vector<CodingSet> &known, const QString &name); ///< null: there is none

QString nameOf(SetKind kind); ///< "training", "reliability", "main", "retest"
std::optional<SetKind> setKindNamed(QStringView name);

} // namespace galley
