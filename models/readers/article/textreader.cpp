// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textreader.h"

#include "anatomy.h"
#include "articlefields.h"
#include "publisheddate.h"
#include "textaccount.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestText = 256'000'000;
constexpr std::array<const char *, 2> textSuffixes{"txt", "text"};

Result<ReadInfo> readText(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestText);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto text = decoded(*bytes, options.encoding);
    if (!text)
        return std::unexpected(text.error());
    ReadInfo info{text->encoding, sha256Of(*bytes), text->guessed, text->remarks};
    ReadArticle read;
    read.zones = findZones(text->text, {.title = {}, .headlineFirst = true});
    read.article.title = titleFrom(text->text, read.zones);
    info.characters = inkOf(text->text);
    if (read.article.title.isEmpty()) {
        take({1, ReadProblem{Readers::tr("There is no text in it.")}});
        return info;
    }
    read.article.published = publishedIn(text->text);
    read.text = std::move(text->text);
    read.heldInText = *info.characters;
    take({1, std::move(read)});
    return info;
}

} // namespace

const Reader textReader{"text", [] { return Readers::tr("Plain text"); }, textSuffixes,
                        [](const FileHead &) { return false; }, readText};

} // namespace galley
