// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reading.h>

namespace galley::testing {

using namespace Qt::StringLiterals;

/// All that one article of a press database gave.
inline QString shownArticle(const ReadArticle &read)
{
    const Article &article = read.article;
    QString out;
    const auto line = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            out += name + u": "_s + QString(value).replace(u'\n', u'⏎') + u'\n';
    };
    line(u"title"_s, article.title);
    line(u"outlet"_s, article.outlet);
    line(u"authors"_s, article.authors);
    line(u"published"_s, article.published);
    line(u"section"_s, article.section);
    line(u"page"_s, article.page);
    line(u"language"_s, article.language);
    line(u"url"_s, article.url);
    for (auto field = article.fields.begin(); field != article.fields.end(); ++field)
        line(u"field "_s + field.key(), field.value());
    for (const QString &zone : zoneLines(read.text, read.zones))
        line(u"zone"_s, zone);
    return out + u'\n' + read.text + u'\n';
}

/// All records, in order, each with its line.
inline QString shownRecords(const Reading &reading)
{
    QString out = reading.info ? QString() : u"error: "_s + reading.info.error().message + u'\n';
    for (const ReadRecord &record : reading.records) {
        out += u"==== line %1\n"_s.arg(record.line);
        if (const auto *article = std::get_if<ReadArticle>(&record.value))
            out += shownArticle(*article);
        else if (const auto *problem = std::get_if<ReadProblem>(&record.value))
            out += u"problem: "_s + problem->reason + u'\n';
        else if (const auto *left = std::get_if<ReadLeftOut>(&record.value))
            out += u"left out: %1 characters, %2\n"_s.arg(left->what.characters).arg(nameOf(left->what.reason));
    }
    return out;
}

} // namespace galley::testing
