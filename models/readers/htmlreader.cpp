// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlreader.h"

#include "anatomy.h"
#include "decoding.h"
#include "htmlarticle.h"
#include "htmlmetadata.h"

#include <domain/textpositions.h>

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <tuple>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::HtmlReader)
};

constexpr qint64 largest = 64'000'000;
constexpr std::array<const char *, 3> suffixes{"html", "htm", "xhtml"};

std::optional<ZoneKind> zoneOf(HtmlBlock::Kind kind)
{
    switch (kind) {
    case HtmlBlock::Kind::Heading:
        return ZoneKind::Subheading;
    case HtmlBlock::Kind::Caption:
        return ZoneKind::Caption;
    case HtmlBlock::Kind::Credit:
        return ZoneKind::PhotoCredit;
    case HtmlBlock::Kind::Paragraph:
        break;
    }
    return std::nullopt;
}

struct Written
{
    QString text;
    std::vector<std::pair<ZoneKind, Utf16Range>> zones; ///< that the markup states
};

void write(Written &out, const QString &paragraph, std::optional<ZoneKind> kind)
{
    if (!out.text.isEmpty())
        out.text += "\n\n"_L1;
    if (kind)
        out.zones.emplace_back(*kind, Utf16Range{out.text.size(), out.text.size() + paragraph.size()});
    out.text += paragraph;
}

/// What the markup states, and between it what the rules find.
std::vector<Zone> zonesOf(const Written &written, const QString &title)
{
    const TextPositions positions(written.text);
    std::vector<Zone> zones;
    for (const auto &[kind, range] : written.zones) {
        Zone zone;
        zone.kind = kind;
        zone.range = positions.toCodePoints(range);
        zones.push_back(zone);
    }
    const size_t stated = zones.size();
    for (const Zone &zone : findZones(written.text, {.title = title, .headlineFirst = false})) {
        const bool known = std::any_of(zones.begin(), zones.begin() + qsizetype(stated), [&](const Zone &other) {
            return intersection(zone.range, other.range) && (zone.kind == other.kind || zone.kind != ZoneKind::PhotoCredit);
        });
        if (!known)
            zones.push_back(zone);
    }
    std::ranges::stable_sort(zones, {}, [](const Zone &zone) { return std::tuple(zone.range.begin, -zone.range.end); });
    return zones;
}

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largest);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    auto page = decoded(*bytes, options.encoding);
    if (!page)
        return std::unexpected(page.error());
    const auto tree = HtmlTree::parse(page->text.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());

    const ReadInfo info{page->encoding, sha256, page->guessed};
    ReadArticle read;
    read.article = htmlMetadata(*tree);
    const auto blocks = articleBlocks(*tree, read.article.title);
    if (blocks.empty()) {
        take({1, ReadProblem{Tr::tr("No article was found on the page.")}});
        return info;
    }
    Written written;
    if (!read.article.title.isEmpty())
        write(written, read.article.title, ZoneKind::Headline);
    for (const HtmlBlock &block : blocks)
        write(written, block.text, zoneOf(block.kind));
    read.zones = zonesOf(written, read.article.title);
    if (read.article.title.isEmpty())
        read.article.title = blocks.front().text.section(u'\n', 0, 0).left(200);
    read.text = std::move(written.text);
    take({1, std::move(read)});
    return info;
}

/// A doctype, or one of the elements that only pages begin with.
bool recognises(QByteArrayView head, QStringView)
{
    QByteArray start = head.first(std::min<qsizetype>(head.size(), 2048)).toByteArray().toLower().trimmed();
    if (start.startsWith("<?xml"))
        return start.contains("<html") || start.contains("<!doctype html");
    while (start.startsWith("<!--")) {
        const qsizetype end = start.indexOf("-->");
        if (end < 0)
            return start.contains("<html");
        start = start.sliced(end + 3).trimmed();
    }
    constexpr std::array beginnings{"<!doctype html", "<html", "<head", "<body"};
    return std::ranges::any_of(beginnings, [&](const char *beginning) { return start.startsWith(beginning); });
}

} // namespace

const Reader htmlReader{"html", [] { return Tr::tr("Web page (HTML)"); }, suffixes, recognises, read};

} // namespace galley
