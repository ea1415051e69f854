// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "article.h"

#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array names{std::pair(ZoneKind::Headline, "headline"_L1), std::pair(ZoneKind::Kicker, "kicker"_L1),
                           std::pair(ZoneKind::Byline, "byline"_L1), std::pair(ZoneKind::Dateline, "dateline"_L1),
                           std::pair(ZoneKind::Lead, "lead"_L1), std::pair(ZoneKind::Body, "body"_L1),
                           std::pair(ZoneKind::Subheading, "subheading"_L1), std::pair(ZoneKind::Caption, "caption"_L1),
                           std::pair(ZoneKind::PhotoCredit, "photo credit"_L1), std::pair(ZoneKind::Credit, "credit"_L1),
                           std::pair(ZoneKind::Copyright, "copyright"_L1), std::pair(ZoneKind::Chrome, "chrome"_L1),
                           std::pair(ZoneKind::Quote, "quote"_L1)};

} // namespace

QString nameOf(ZoneKind kind)
{
    return names[size_t(std::to_underlying(kind))].second;
}

std::optional<ZoneKind> zoneKindNamed(QStringView name)
{
    for (const auto &[kind, known] : names) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

std::vector<ZoneKind> zoneKindsMeant(QStringView name)
{
    if (const auto kind = zoneKindNamed(name))
        return {*kind};
    std::vector<ZoneKind> kinds;
    for (const auto &[kind, known] : names) {
        if (name == u"boilerplate" && isBoilerplate(kind))
            kinds.push_back(kind);
    }
    return kinds;
}

} // namespace galley
