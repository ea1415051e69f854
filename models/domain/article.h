// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/leftout.h>
#include <domain/range.h>

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace galley {

/// Where imported bytes came from. Articles of one file share it.
struct Source
{
    SourceId id;
    QString path;
    QByteArray sha256; ///< lower-case hex, of the original bytes
    QString encoding;  ///< as found or stated, e.g. "UTF-8", "windows-1252"

    bool operator==(const Source &) const = default;
};

/// The unit that is sampled and read; its text is kept apart (ProjectStore::text) and never changes.
struct Article
{
    ArticleId id;
    QUuid uuid;          ///< the id is always idOf(uuid)
    qint64 position = 0; ///< in the order of import, the same in every copy: that of the import, then within it
    SourceId source;
    QString title;
    QString outlet;
    QString authors;   ///< joined by "; "
    QString published; ///< ISO 8601 as far as known: 2023, 2023-05-04, 2023-05-04T09:30:00+02:00; else as found
    QString section;
    QString page;
    QString language; ///< BCP 47
    QString url;
    QMap<QString, QString> fields; ///< everything else the source states, under its own name
    qint64 length = 0;             ///< of the text, in code points
    QByteArray textSha256;         ///< lower-case hex, of the text in UTF-8
    std::vector<LeftOutText> leftOut = {}; ///< what else its source held, and why it is not in the text
    ArticleId family = {};         ///< the lead version of the story it is a copy of; its own id for a lead that has copies
    std::optional<double> containment = std::nullopt; ///< how much of the shorter of the two the lead and it share, 0 to 1
    ArticleId revises = {};        ///< the article whose corrected text this is

    bool operator==(const Article &) const = default;
};

enum class ZoneKind { Headline, Kicker, Byline, Dateline, Lead, Body, Subheading, Caption, PhotoCredit, Credit, Copyright, Chrome, Quote };

/// A part of an article, over its text.
struct Zone
{
    ZoneId id;
    ArticleId article;
    ZoneKind kind = ZoneKind::Body;
    Range range;

    bool operator==(const Zone &) const = default;
};

/// Zones whose words are not the newsroom's reporting: dimmed, and left out of units where the codebook says so.
constexpr bool isBoilerplate(ZoneKind kind)
{
    return kind == ZoneKind::Chrome || kind == ZoneKind::Caption || kind == ZoneKind::PhotoCredit || kind == ZoneKind::Credit
        || kind == ZoneKind::Copyright;
}

QString nameOf(ZoneKind kind); ///< stable, lower case, as in the file and in exports: "headline", "photo credit"
std::optional<ZoneKind> zoneKindNamed(QStringView name);
std::vector<ZoneKind> zoneKindsMeant(QStringView name); ///< that kind, or all that are boilerplate by "boilerplate"; empty: there is none

} // namespace galley
