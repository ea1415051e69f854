// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingset.h"

#include "identity.h"

#include <QJsonArray>
#include <QJsonDocument>

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

std::vector<QUuid> articlesOf(const CodingSet &set)
{
    std::vector<QUuid> articles;
    const QJsonArray list = QJsonDocument::fromJson(set.record.toUtf8())["articles"_L1].toArray();
    for (const QJsonValue &article : list)
        articles.push_back(QUuid::fromString(article.toString()));
    return articles;
}

const CodingSet *setNamed(const std::vector<CodingSet> &known, const QString &name)
{
    const auto found = std::ranges::find(known, foldedName(name), [](const CodingSet &set) { return foldedName(set.name); });
    return found == known.end() ? nullptr : &*found;
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
