// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisreader.h"

#include "nexisdocument.h"

#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// Not "txt": that is any text, and a download is known by what it says.
constexpr std::array<const char *, 1> nexisSuffixes{"nexis"};
constexpr qsizetype pageWidth = 80;

qsizetype indentOf(QStringView line)
{
    const auto first = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return first - line.begin();
}

QStringView withoutEnd(QStringView line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

/// Does every line stand in the middle of the page? At least one has to be well away from its left.
bool areCentred(const QStringList &lines)
{
    constexpr qsizetype tolerance = 2, telling = 8;
    qsizetype most = 0;
    for (const QString &line : lines) {
        const qsizetype indent = indentOf(line);
        const qsizetype expected = (pageWidth - (line.size() - indent)) / 2;
        if (std::abs(indent - expected) > tolerance)
            return false;
        most = std::max(most, indent);
    }
    return most >= telling;
}

std::vector<NexisBlock> nexisBlocksOf(std::span<const QStringView> lines)
{
    std::vector<NexisBlock> blocks{{}};
    for (const QStringView line : lines) {
        const QStringView used = withoutEnd(line);
        if (!used.isEmpty())
            blocks.back().lines.push_back(used.toString());
        else if (!blocks.back().lines.isEmpty())
            blocks.push_back({});
    }
    if (blocks.back().lines.isEmpty())
        blocks.pop_back();
    for (NexisBlock &block : blocks)
        block.centred = areCentred(block.lines);
    return blocks;
}

/// The width at which lines are wrapped: that of nearly all lines that have another below them. 0 where lines are longer
/// than a page is wide.
int wrapWidth(const std::vector<QStringView> &lines)
{
    std::vector<qsizetype> widths;
    for (size_t at = 0; at + 1 < lines.size(); ++at) {
        const qsizetype width = withoutEnd(lines[at]).size();
        if (width > 0 && !lines[at + 1].trimmed().isEmpty() && indentOf(lines[at]) < 8)
            widths.push_back(width);
    }
    if (widths.empty())
        return 0;
    const auto most = widths.begin() + qsizetype(widths.size() * 99 / 100);
    std::ranges::nth_element(widths, most);
    constexpr qsizetype narrowest = 50, widest = 100;
    return *most >= narrowest && *most <= widest ? int(*most) : 0;
}

/// "Terms: …" and what else stands before the first document.
QMap<QString, QString> coverOf(std::span<const QStringView> lines)
{
    static const QRegularExpression named(u"^(\\p{Lu}[\\p{L} ]{1,38}):(?:\\s+(.*))?$"_s);
    QMap<QString, QString> cover;
    QString name;
    for (const QStringView line : lines) {
        const QString text = line.trimmed().toString();
        const auto match = named.match(text);
        if (match.hasMatch())
            name = match.captured(1);
        const QString value = match.hasMatch() ? match.captured(2) : text;
        if (!name.isEmpty() && !value.isEmpty())
            cover[name] += (cover[name].isEmpty() ? u""_s : u"\n"_s) + value;
    }
    return cover;
}

Result<ReadInfo> readNexis(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    whole->text.replace(u'\f', u'\n');
    std::vector<QStringView> lines;
    std::vector<size_t> marks;
    for (const QStringView line : qTokenize(whole->text, u'\n')) {
        if (isNexisMarker(line))
            marks.push_back(lines.size());
        lines.push_back(line);
    }
    if (marks.empty())
        return failed(Readers::tr("No document begins with “1 of 10 DOCUMENTS” or the same in another language."));
    const std::span all(lines);
    const NexisFile file{coverOf(all.first(marks.front())), wrapWidth(lines)};
    FileAccount account(take);
    for (size_t at = 0; at < marks.size(); ++at) {
        const size_t begin = marks[at] + 1, end = at + 1 < marks.size() ? marks[at + 1] : lines.size();
        StatedArticle article = nexisArticle(nexisBlocksOf(all.subspan(begin, end - begin)), file);
        article.line = int(marks[at]) + 1;
        for (const QStringView line : all.subspan(begin, end - begin))
            article.account.holds(line.toString(), LeftOutReason::Label);
        if (!give(std::move(article), account.take()))
            break;
    }
    whole->info.characters = inkOf(whole->text);
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

/// A marker, or the cover page of a download whose search is so long that the first marker comes late.
bool isNexis(const FileHead &head)
{
    static const QRegularExpression cover(
        u"^(?:(?:Download|Print|E-?mail) Request:|Time Of Request:|Printopdracht:|Tijdstip printopdracht:|Project ID:)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (head.text.startsWith('<') || head.text.startsWith('{'))
        return false;
    int covers = 0;
    const QString text = QString::fromUtf8(head.text);
    for (const QStringView line : qTokenize(text, QStringView(u"\n"))) {
        const QStringView words = line.trimmed();
        if (isNexisMarker(words))
            return true;
        covers += cover.matchView(words).hasMatch();
    }
    return covers >= 2;
}

} // namespace

const Reader nexisReader{"nexis", [] { return Readers::tr("LexisNexis (text)"); }, nexisSuffixes, isNexis, readNexis, false, nullptr, true};

} // namespace galley
