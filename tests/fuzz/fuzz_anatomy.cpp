// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/article/anatomy.h>
#include <readers/article/publisheddate.h>
#include <readers/article/quotedpassages.h>

#include <algorithm>

using namespace galley;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ReadArticle read;
    read.text = QString::fromUtf8(fuzzing::bytesOf(data, size)).remove(QChar(u'\0')).remove(u'\r');
    if (read.text.isEmpty())
        return 0;
    read.zones = findZones(read.text, {.title = {}, .headlineFirst = true});
    fuzzing::check(read);
    fuzzing::require(
        std::ranges::is_sorted(read.zones, {}, [](const Zone &zone) { return zone.range.begin; }), "zones come in reading order");
    const auto quotes = quotedPassages(read.text, read.zones);
    fuzzing::require(std::ranges::is_sorted(quotes, {}, [](const Zone &zone) { return zone.range.begin; }), "quotes come in reading order");
    read.zones = quotes;
    fuzzing::check(read);
    const QString date = publishedIn(read.text);
    fuzzing::require(isoDate(date) == date, "a found date is ISO 8601");
    return 0;
}
