// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "documenttext.h"

#include "anatomy.h"
#include "articlefields.h"
#include "composedtext.h"
#include "publisheddate.h"

#include <readers/readertext.h>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

} // namespace

std::optional<ZoneKind> zoneOfStyle(QStringView name, int outlineLevel)
{
    const QString lower = name.trimmed().toString().toLower();
    if (lower == "title"_L1)
        return ZoneKind::Headline;
    if (lower == "caption"_L1)
        return ZoneKind::Caption;
    const bool heading = lower.startsWith("heading "_L1) || lower == "subtitle"_L1 || (outlineLevel >= 0 && outlineLevel < 9);
    return heading ? std::optional(ZoneKind::Subheading) : std::nullopt;
}

TextAccount accountOf(const DocumentText &document)
{
    TextAccount account = document.account;
    if (account.isEmpty()) {
        for (const TextParagraph &paragraph : document.paragraphs)
            account.took(paragraph.text);
    }
    return account;
}

void takeDocument(DocumentText document, const TakeRecord &take)
{
    for (const QString &remark : document.remarks) {
        if (!take({0, ReadProblem{remark, true}}))
            return;
    }
    ReadArticle read;
    read.article = std::move(document.stated);
    ComposedText text;
    for (const TextParagraph &paragraph : document.paragraphs) {
        text.add(paragraph.text, paragraph.zone);
        if (paragraph.zone == ZoneKind::Headline && read.article.title.isEmpty())
            read.article.title = paragraph.text.simplified();
    }
    if (text.isEmpty()) {
        take({0, ReadProblem{Readers::tr("There is no text in it.")}});
        return;
    }
    text.moveTo(read);
    if (read.article.title.isEmpty()) {
        const auto first = std::ranges::find_if(document.paragraphs, [](const TextParagraph &paragraph) {
            return !paragraph.text.trimmed().isEmpty() && !(paragraph.zone && isBoilerplate(*paragraph.zone));
        });
        read.article.title = titleFrom(first == document.paragraphs.end() ? read.text : first->text, {});
        // A document without any styles is read as plain text is: its first line may be the headline.
        if (std::ranges::none_of(document.paragraphs, [](const TextParagraph &paragraph) { return paragraph.zone.has_value(); }))
            read.zones = findZones(read.text, {.title = {}, .headlineFirst = true});
    }
    if (read.article.published.isEmpty())
        read.article.published = publishedIn(read.text);
    accountOf(document).settle(read);
    take({0, std::move(read)});
}

} // namespace galley
