// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingset.h"

#include "identity.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array setKinds{u"training", u"reliability", u"main", u"retest"}; // in the order of SetKind

} // namespace

SetId setId(QStringView name)
{
    return {idFrom({u"set", foldedName(name)})};
}

AssignmentId assignmentId(SetId set, ArticleId article, CoderId coder)
{
    return {idFrom({u"assignment", QString::number(set.value), QString::number(article.value), QString::number(coder.value)})};
}

QString nameOf(SetKind kind)
{
    return QString::fromUtf16(setKinds[size_t(std::to_underlying(kind))]);
}

std::optional<SetKind> setKindNamed(QStringView name)
{
    const auto found = std::ranges::find_if(setKinds, [=](const char16_t *known) { return name == QStringView(known); });
    return found == setKinds.end() ? std::nullopt : std::optional(SetKind(found - setKinds.begin()));
}

} // namespace galley
