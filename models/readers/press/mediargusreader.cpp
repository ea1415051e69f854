// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mediargusreader.h"

#include <readers/article/statedarticle.h>
#include <readers/article/writtendate.h>
#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> mediargusSuffixes{"mediargus"};

/// "1. De haven gaat open"; what is left of a byte order mark may stand before the first.
const QRegularExpression &mediargusTitle()
{
    static const QRegularExpression title(u"^[?\\x{FEFF}\\x{FFFD}]?(\\d{1,5})\\. (\\S.*)$"_s);
    return title;
}

/// "De Bode, dinsdag 3 maart 2020, p. 4, 853w." Nothing where the line has no date and no length.
bool takeMediargusSource(const QString &line, Article &article)
{
    static const QRegularExpression length(u"^(\\d[\\d.]*) ?(?:w|woorden|mots|words)\\.?$"_s);
    static const QRegularExpression page(u"^(?:p|pp|blz|pag)\\.? ?(\\S.*)$"_s);
    const QStringList parts = line.simplified().split(u", "_s);
    const auto size = length.match(parts.back().trimmed());
    if (parts.size() < 3 || !size.hasMatch())
        return false;
    Article read = article;
    QStringList others;
    for (const QString &part : parts.sliced(1, parts.size() - 2)) {
        const auto iso = isoDateWritten(part);
        const auto onPage = page.match(part);
        if (iso && iso->size() >= 10 && read.published.isEmpty())
            read.published = *iso;
        else if (onPage.hasMatch())
            read.page = onPage.captured(1);
        else
            others += part;
    }
    if (read.published.isEmpty())
        return false;
    read.outlet = parts.front();
    addField(read, u"length"_s, size.captured(1));
    addField(read, u"edition"_s, others.join(", "_L1));
    article = read;
    return true;
}

/// The next line that is not blank.
qsizetype nextLineWithWords(const QStringList &lines, qsizetype from)
{
    while (from < lines.size() && lines[from].trimmed().isEmpty())
        ++from;
    return from;
}

/// Where articles begin: a numbered title with its source below.
std::vector<qsizetype> mediargusTitles(const QStringList &lines)
{
    std::vector<qsizetype> titles;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const qsizetype below = mediargusTitle().match(lines[at].trimmed()).hasMatch() ? nextLineWithWords(lines, at + 1) : lines.size();
        Article article;
        if (below < lines.size() && takeMediargusSource(lines[below], article))
            titles.push_back(at);
    }
    return titles;
}

Result<ReadInfo> readMediargus(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    const QStringList lines = whole->text.split(u'\n');
    const auto titles = mediargusTitles(lines);
    if (titles.empty())
        return failed(Readers::tr("No article begins with its number and title and a line with outlet, date and length."));
    FileAccount account(take);
    for (const QString &line : lines.first(titles.front()))
        account.leave(1, line, LeftOutReason::Part);
    for (size_t at = 0; at < titles.size(); ++at) {
        const qsizetype end = at + 1 < titles.size() ? titles[at + 1] : lines.size();
        StatedArticle stated;
        stated.line = int(titles[at]) + 1;
        stated.article.title = mediargusTitle().match(lines[titles[at]].trimmed()).captured(2);
        const qsizetype source = nextLineWithWords(lines, titles[at] + 1);
        takeMediargusSource(lines[source], stated.article);
        for (const QString &paragraph : lines.sliced(source + 1, end - source - 1).join(u'\n').split(QRegularExpression(u"\\n[ \\t]*\\n"_s), Qt::SkipEmptyParts))
            stated.body.push_back({paragraph.trimmed()});
        for (const QString &line : lines.sliced(titles[at], end - titles[at]))
            stated.account.holds(line, LeftOutReason::Label);
        if (!give(std::move(stated), account.take()))
            break;
    }
    whole->info.characters = inkOf(whole->text);
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

bool isMediargus(const FileHead &head)
{
    if (head.text.startsWith('<') || head.text.startsWith('{'))
        return false;
    const QStringList lines = QString::fromUtf8(head.text).split(u'\n');
    const qsizetype first = nextLineWithWords(lines, 0);
    const auto titles = mediargusTitles(lines.first(std::min<qsizetype>(lines.size(), first + 5)));
    return !titles.empty() && titles.front() == first;
}

} // namespace

const Reader mediargusReader{"mediargus", [] { return Readers::tr("Mediargus (text)"); }, mediargusSuffixes, isMediargus, readMediargus, false, nullptr, true};

} // namespace galley
