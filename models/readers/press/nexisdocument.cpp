// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisdocument.h"

#include "languagename.h"
#include "nexisdate.h"

#include <readers/article/writtendate.h>
#include <readers/readertext.h>

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t headerReach = 12; ///< blocks that can come before the fields
constexpr qsizetype longestHeadline = 500;
constexpr size_t markReach = 30;   ///< blocks that can come before "BODY:"

bool isMark(const NexisBlock &block)
{
    const auto entry = nexisEntry(block);
    return entry && entry->known && entry->known->kind == NexisKind::Body;
}

class Document
{
public:
    Document(std::vector<NexisBlock> blocks, const NexisFile &file)
        : m_blocks(entriesApart(std::move(blocks))), m_width(file.width), m_date(nexisDate(m_blocks, headerReach))
    {
        m_out.article.fields = file.cover;
    }

    StatedArticle read()
    {
        readTop();
        const size_t tail = nexisTail(m_blocks, m_at);
        readHeader(tail);
        for (; m_at < tail; ++m_at)
            takeBody(m_blocks[m_at]);
        readEntries(m_blocks.size());
        complete();
        prependDateline(m_out, m_dateline);
        return std::move(m_out);
    }

private:
    void readTop();
    void takeTopBlock(const NexisBlock &block);
    void takeDate();
    size_t fieldsFrom(size_t begin) const;
    void readHeader(size_t tail);
    void readHeaderText(size_t end, size_t tail);
    void readEntries(size_t end);
    void takeBody(const NexisBlock &block);
    void takeCopyright(const NexisBlock &block);
    void takeHeadline(const QStringList &lines);
    void takeEntry(NexisEntry entry);
    void complete();
    Article &article() { return m_out.article; }

    std::vector<NexisBlock> m_blocks;
    int m_width;
    size_t m_at = 0;
    std::optional<NexisDate> m_date;
    QString m_loaded, m_show;
    StatedArticle m_out;
    QString m_dateline;
};

/// Outlet, headline or notices, up to the date.
void Document::readTop()
{
    const size_t end = m_date ? m_date->block : std::min(m_blocks.size(), headerReach);
    for (; m_at < end; ++m_at) {
        const NexisBlock &block = m_blocks[m_at];
        if (isRights(block)) {
            takeCopyright(block);
        } else if (const auto entry = nexisEntry(block); entry && entry->known) {
            if (!block.centred)
                break;
            takeEntry(*entry);
        } else {
            const bool body = !m_date && !article().outlet.isEmpty() && !m_out.headline.isEmpty() && !block.centred;
            if (body)
                break;
            takeTopBlock(block);
        }
    }
    if (m_date && m_at == m_date->block) {
        takeDate();
        ++m_at;
    }
}

void Document::takeTopBlock(const NexisBlock &block)
{
    static const QRegularExpression label(u"^(\\p{Lu}[\\p{Lu}\\d -]{2,30}): +(?=\\S)"_s);
    const QString text = joined(block.lines);
    if (text.startsWith("http"_L1) && text.contains("://"_L1)) {
        article().url = QString(text).remove(u' ');
    } else if (article().outlet.isEmpty()) {
        article().outlet = block.lines.front().simplified();
        addField(article(), u"notice"_s, joined(block.lines.sliced(1)));
    } else if (block.centred || !m_out.headline.isEmpty()) {
        addField(article(), u"notice"_s, text);
    } else {
        QStringList lines = block.lines;
        if (const auto match = label.match(lines.front()); match.hasMatch()) { // "LEADALL: Minister resigns"
            m_out.kicker = match.captured(1);
            lines.front().remove(0, match.capturedLength());
        }
        takeHeadline(lines);
    }
}

void Document::takeDate()
{
    const QStringList &lines = m_blocks[m_date->block].lines;
    QStringList before = lines.first(m_date->begin);
    if (!before.isEmpty() && isRights(before.front())) {
        takeCopyright({before, true});
        before.clear();
    }
    if (!before.isEmpty() && article().outlet.isEmpty())
        article().outlet = before.takeFirst().simplified();
    addField(article(), u"notice"_s, joined(before));
    article().published = m_date->iso;
    if (m_date->iso.size() == 4)
        addField(article(), u"date"_s, lines[m_date->begin].simplified());
    addField(article(), u"edition"_s, m_date->rest + u' ' + joined(lines.sliced(m_date->end)));
}

/// The block of the first field among the next ones.
size_t Document::fieldsFrom(size_t begin) const
{
    for (size_t at = begin; at < std::min(m_blocks.size(), begin + 5); ++at) {
        if (isKnownEntry(m_blocks[at]) && !m_blocks[at].centred)
            return at;
    }
    return m_blocks.size();
}

/// Headline, byline and fields between the date and the text.
void Document::readHeader(size_t tail)
{
    const size_t reach = std::min(m_blocks.size(), m_at + markReach);
    size_t mark = m_at;
    while (mark < reach && !isMark(m_blocks[mark]))
        ++mark;
    const bool isMarked = mark < reach;
    const size_t fields = std::min(fieldsFrom(m_at), isMarked ? mark : m_blocks.size());
    readHeaderText(fields, tail);
    if (!isMarked && m_at < fields)
        return; // they come after the text
    readEntries(isMarked ? mark : nexisHeaderEnd(m_blocks, m_at, tail));
    if (!isMarked)
        return;
    NexisEntry body = *nexisEntry(m_blocks[mark]);
    if (body.isEmpty())
        ++m_at;
    else
        m_blocks[mark].lines = std::move(body.value);
}

/// Blocks before the first field, if these are header: the headline and a byline that has no name.
void Document::readHeaderText(size_t end, size_t tail)
{
    const auto isShort = [](const NexisBlock &block) {
        return block.lines.size() == 1 && block.lines.front().size() <= 70 && !block.lines.front().trimmed().endsWith(u'.');
    };
    const bool fieldsFollow = end < tail;
    if (!m_out.headline.isEmpty()) {
        const bool byline = fieldsFollow && end == m_at + 1 && isShort(m_blocks[m_at]);
        if (byline)
            m_out.byline = joined(m_blocks[m_at++].lines);
        return;
    }
    for (; m_at < std::min(end, m_blocks.size()); ++m_at) {
        const NexisBlock &block = m_blocks[m_at];
        const auto entry = nexisEntry(block);
        if (block.centred && entry && entry->known)
            takeEntry(*entry);
        else if (isRights(block))
            takeCopyright(block);
        else if (block.centred)
            addField(article(), u"edition"_s, joined(block.lines));
        else if (block.lines.front().contains(u'\t'))
            return; // a table
        else if (m_out.headline.isEmpty() && joined(block.lines).size() <= longestHeadline && m_at + 1 < m_blocks.size())
            takeHeadline(block.lines);
        else if (fieldsFollow && m_out.byline.isEmpty() && isShort(block))
            m_out.byline = joined(block.lines);
        else
            return;
    }
}

void Document::readEntries(size_t end)
{
    std::optional<NexisEntry> last;
    for (; m_at < end; ++m_at) {
        const NexisBlock &block = m_blocks[m_at];
        auto entry = nexisEntry(block);
        if (isRights(block)) {
            takeCopyright(block);
        } else if (entry) {
            if (last)
                takeEntry(std::move(*last));
            last = std::move(entry);
        } else if (block.centred || !last) {
            addField(article(), u"notice"_s, joined(block.lines));
        } else {
            last->value += {QString(), unwrapped(block.lines, m_width)};
        }
    }
    if (last)
        takeEntry(std::move(*last));
}

void Document::takeBody(const NexisBlock &block)
{
    if (block.centred && isRights(block))
        takeCopyright(block);
    else
        m_out.body.push_back({unwrapped(block.lines, m_width)});
}

/// At the top of a document the outlet may stand right below the rights.
void Document::takeCopyright(const NexisBlock &block)
{
    const bool top = m_at < headerReach && article().outlet.isEmpty() && article().published.isEmpty() && m_out.body.empty();
    QStringList rights{block.lines.front()}, outlet;
    for (const QString &line : block.lines.sliced(1)) {
        const bool continues = isRights(line) || (outlet.isEmpty() && rights.back().trimmed().size() >= 70);
        (top && !continues ? outlet : rights).push_back(line);
    }
    addField(article(), u"COPYRIGHT"_s, joined(rights));
    if (!outlet.isEmpty())
        article().outlet = joined(outlet);
}

/// Where a line ends with a semicolon, another headline begins.
void Document::takeHeadline(const QStringList &lines)
{
    QStringList parts{QString()};
    for (qsizetype at = 0; at < lines.size(); ++at) {
        QString line = lines[at].simplified();
        const bool ends = line.endsWith(u';') && at + 1 < lines.size();
        line.chop(ends);
        parts.back() += (parts.back().isEmpty() ? QString() : u" "_s) + line;
        if (ends)
            parts.push_back({});
    }
    parts.removeAll(QString());
    if (m_out.headline.isEmpty() && !parts.isEmpty())
        m_out.headline = parts.takeFirst();
    m_out.leads += parts;
}

void Document::takeEntry(NexisEntry entry)
{
    static const QRegularExpression page(u"\\b(?:Pg|Page|Blz|S|p|Seite|Pág)\\b\\.? ?([A-Z]{0,2}\\d+[\\w-]*)"_s);
    const QString text = unwrapped(entry.value, m_width).trimmed();
    switch (entry.known ? entry.known->kind : NexisKind::Other) {
    case NexisKind::Headline:
        takeHeadline(entry.value);
        return;
    case NexisKind::Byline:
        m_out.byline += (m_out.byline.isEmpty() ? QString() : u"; "_s) + joined(entry.value);
        return;
    case NexisKind::Section:
        article().section = joined(entry.value);
        article().page = page.match(article().section).captured(1);
        return;
    case NexisKind::Highlight:
        m_out.leads += text.split(u"\n\n"_s, Qt::SkipEmptyParts);
        return;
    case NexisKind::Graphic:
        m_out.captions += text.split(u"\n\n"_s, Qt::SkipEmptyParts);
        return;
    case NexisKind::Url:
        article().url = QString(text).remove(QRegularExpression(u"\\s"_s));
        return;
    case NexisKind::Dateline:
        m_dateline = joined(entry.value);
        break;
    case NexisKind::Language:
        article().language = languageTag(text);
        break;
    case NexisKind::LoadDate:
        m_loaded = text;
        break;
    case NexisKind::Show:
        m_show = text;
        break;
    case NexisKind::Length:
    case NexisKind::Body:
    case NexisKind::Other:
        break;
    }
    addField(article(), entry.name, text);
}

void Document::complete()
{
    // "SHOW: EVENING NEWS 7:00 PM EST"
    static const QRegularExpression time(u"\\b\\d{1,2}:\\d{2} ?[AP]M(?: [A-Z]{2,4}\\b)?"_s);
    if (const auto match = time.match(m_show); match.hasMatch() && article().published.size() == 10)
        article().published = isoDateWritten(article().published + u' ' + match.captured()).value_or(article().published);
    if (const auto loaded = isoDateWritten(m_loaded); loaded && article().published.isEmpty()) {
        article().published = *loaded;
        m_out.remarks += Readers::tr("The article states no date; the day on which it came into the database stands for it.");
    }
    const bool hasText = !m_out.body.empty() || !m_out.captions.isEmpty() || !m_out.leads.isEmpty();
    if (!hasText && !m_out.byline.isEmpty() && article().authors.isEmpty())
        m_out.body.push_back({std::exchange(m_out.byline, QString())}); // a flash of one line was taken for a byline
}

} // namespace

StatedArticle nexisArticle(std::vector<NexisBlock> blocks, const NexisFile &file)
{
    std::erase_if(blocks, [](const NexisBlock &block) { return block.lines.isEmpty(); });
    return Document(std::move(blocks), file).read();
}

} // namespace galley
