// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisblocks.h"

#include "presslabels.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Lines with columns in them: joining would destroy them.
bool isTable(const QStringList &lines)
{
    static const QRegularExpression columns(u"\\S(?: {3,}|\\t)\\S"_s);
    return std::ranges::count_if(lines, [](const QString &line) { return columns.match(line).hasMatch(); }) >= 2
        || (!lines.isEmpty() && std::ranges::all_of(lines, [](const QString &line) { return line.contains(u'\t'); }));
}

/// Without the blanks and tabs around it; no-break spaces stay.
QStringView withoutBlanks(QStringView line)
{
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
    while (!line.isEmpty() && isBlank(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && isBlank(line.back()))
        line.chop(1);
    return line;
}

/// Can paragraphs of their own follow the first one of the field?
bool takesParagraphs(const NexisEntry &entry)
{
    return entry.known && entry.known->afterBody && (entry.name.startsWith("GR"_L1) || entry.name == "CORRECTION"_L1);
}

} // namespace

std::optional<NexisEntry> nexisEntry(const NexisBlock &block)
{
    static const QRegularExpression pattern(
        u"^\\s*(\\p{Lu}[\\p{Lu}\\d/&'. -]{0,38}?)[\\s\\x{A0}]?:(?:[\\s\\x{A0}]+(.*))?$"_s);
    if (block.lines.size() == 1 && isLengthLine(block.lines.front()))
        return NexisEntry{u"LENGTH"_s, block.lines, NexisField{NexisKind::Length}};
    const auto match = pattern.match(block.lines.front());
    if (!match.hasMatch())
        return std::nullopt;
    QStringList value = block.lines;
    // The words stay where they were on the line, so that it is as long as it was.
    value.front() = match.hasCaptured(2) ? QString(match.capturedStart(2), u' ') + match.captured(2) : QString();
    return NexisEntry{match.captured(1), std::move(value), nexisFieldNamed(match.capturedView(1))};
}

bool isKnownEntry(const NexisBlock &block)
{
    const auto entry = nexisEntry(block);
    return entry && entry->known;
}

std::vector<NexisBlock> entriesApart(std::vector<NexisBlock> blocks)
{
    std::vector<NexisBlock> apart;
    for (NexisBlock &block : blocks) {
        const bool known = isKnownEntry(block);
        apart.push_back({{}, block.centred});
        for (const QString &line : std::as_const(block.lines)) {
            if (known && !apart.back().lines.isEmpty() && isKnownEntry({{line}}))
                apart.push_back({{}, block.centred});
            apart.back().lines.push_back(line);
        }
    }
    return apart;
}

bool isRights(const QString &line)
{
    return isRightsLine(line);
}

bool isRights(const NexisBlock &block)
{
    return isRights(block.lines.front()) && block.lines.size() < 8;
}

size_t nexisTail(const std::vector<NexisBlock> &blocks, size_t begin)
{
    size_t tail = blocks.size();
    int loose = 0; // blocks that are no entries and want one before them
    bool strange = false; // an entry was passed that Nexis does not know: it may be a line of the text
    for (size_t at = blocks.size(); at-- > begin;) {
        const auto entry = nexisEntry(blocks[at]);
        if (isRights(blocks[at]) || (blocks[at].centred && !entry))
            continue;
        if (!entry) {
            ++loose;
            continue;
        }
        const bool known = entry->known.has_value();
        const bool fits = loose == 0 || takesParagraphs(*entry) || (known && entry->isEmpty() && loose == 1);
        if (!fits || (known && entry->known->kind == NexisKind::Body) || (known && strange && !entry->known->afterBody))
            break;
        loose = 0;
        strange = !known;
        if (known)
            tail = at;
    }
    return tail;
}

size_t nexisHeaderEnd(const std::vector<NexisBlock> &blocks, size_t begin, size_t tail)
{
    size_t end = begin;
    bool open = false; // the entry before has no value yet
    for (size_t at = begin; at < tail; ++at) {
        const auto entry = nexisEntry(blocks[at]);
        if (!entry && !open && !blocks[at].centred)
            break;
        if ((entry && entry->known) || (!entry && open))
            end = at + 1;
        open = entry && entry->isEmpty() && entry->known && entry->known->kind == NexisKind::Highlight;
    }
    return end;
}

QString joined(const QStringList &lines)
{
    return lines.join(u' ').simplified();
}

QString unwrapped(const QStringList &lines, int width)
{
    if (isTable(lines))
        return lines.join(u'\n');
    QString text;
    qsizetype before = 0; // the length of the line before
    for (const QString &line : lines) {
        const QStringView words = withoutBlanks(line);
        const qsizetype blank = words.indexOf(u' ');
        // Had the first word had room in the line before, then that line was ended on purpose.
        const bool room = width == 0 || before + 1 + (blank < 0 ? words.size() : blank) + 1 < width;
        if (!text.isEmpty())
            text += room || words.isEmpty() || before == 0 || line.startsWith("  "_L1) ? u'\n' : u' ';
        text += words;
        before = words.isEmpty() ? 0 : words.data() + words.size() - line.constData();
    }
    return text;
}

} // namespace galley
