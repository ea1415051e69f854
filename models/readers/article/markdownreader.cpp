// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownreader.h"

#include "articlefields.h"
#include "statedarticle.h"

#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 3> markdownSuffixes{"md", "markdown", "mdown"};

/// Without the marks for emphasis, links and code, and the tags of HTML; a backslash before a sign leaves the sign.
QString withoutMarkdown(QString line)
{
    static const QRegularExpression image(u"!\\[([^\\]]*)\\]\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)"_s);
    static const QRegularExpression link(u"(?<!\\\\)\\[([^\\]]+)\\](?:\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)|\\[[^\\]]*\\])"_s);
    static const QRegularExpression address(u"<((?:https?|mailto):[^<>\\s]+)>"_s);
    static const QRegularExpression strong(u"(?<![\\\\*\\w])(\\*\\*\\*|\\*\\*|\\*|___|__|_)(?=\\S)([^\\n]*?\\S)\\1(?![*\\w])"_s);
    static const QRegularExpression code(u"(?<!`)(`+)([^`]+)\\1(?!`)"_s);
    static const QRegularExpression escaped(u"\\\\([\\\\`*_{}\\[\\]()#+\\-.!>~|])"_s);
    static const QRegularExpression comment(u"<!--.*?-->"_s);
    static const QRegularExpression tag(u"(?<!\\\\)</?[a-zA-Z][a-zA-Z0-9-]*(?:\\s[^<>`]*)?/?>(?=[^`]*(?:`[^`]*`[^`]*)*$)"_s);
    line.remove(comment).remove(tag).replace(image, u"\\1"_s).replace(link, u"\\1"_s).replace(address, u"\\1"_s);
    for (int nested = 0; nested < 3 && line.contains(strong); ++nested)
        line.replace(strong, u"\\2"_s);
    return line.replace(code, u"\\2"_s).replace(escaped, u"\\1"_s);
}

/// What stands above the text: "title: Harbour opens". Returns the line behind it.
qsizetype takeFrontMatter(const QStringList &lines, StatedArticle &stated)
{
    static const QRegularExpression entry(u"^([A-Za-z][\\w .-]{0,40}?)\\s*:\\s*(.*)$"_s);
    TextAccount &account = stated.account;
    if (lines.isEmpty() || lines.front().trimmed() != "---"_L1)
        return 0;
    qsizetype end = 1;
    while (end < lines.size() && lines[end].trimmed() != "---"_L1 && lines[end].trimmed() != "..."_L1)
        ++end;
    if (end == lines.size())
        return 0;
    ReadArticle read;
    QString name;
    QMap<QString, QStringList> values;
    account.left(lines.front() + lines[end], LeftOutReason::Label);
    for (const QString &line : lines.sliced(1, end - 1)) {
        account.stated(line);
        const auto match = entry.match(line);
        QString value = match.hasMatch() ? match.captured(2).trimmed() : line.trimmed();
        if (match.hasMatch())
            name = match.captured(1);
        else if (value.startsWith("- "_L1))
            value = value.sliced(2).trimmed();
        const bool list = value.startsWith(u'[') && value.endsWith(u']');
        for (QString one : list ? value.sliced(1).chopped(1).split(u',') : QStringList{value}) {
            one = one.trimmed();
            if (one.size() >= 2 && (one.startsWith(u'"') || one.startsWith(u'\'')) && one.back() == one.front())
                one = one.sliced(1).chopped(1);
            if (!one.isEmpty())
                values[name] += one;
        }
    }
    QSet<ArticleField> known; // "author" beside "authors": the second keeps its own name
    for (const auto &[key, all] : values.asKeyValueRange()) {
        const auto field = articleFieldNamed(key);
        const bool fills = field && *field != ArticleField::Id && *field != ArticleField::Text && !known.contains(*field);
        if (fills) {
            known += *field;
            setField(read, *field, all.join("; "_L1));
        } else {
            addField(read.article, key, all.join("; "_L1));
        }
    }
    stated.article = read.article;
    return end + 1;
}

/// "| a | b |" as cells; nothing where the line is no row of a table.
std::optional<QStringList> markdownCells(const QString &line)
{
    const QString row = line.trimmed();
    if (row.size() < 3 || !row.startsWith(u'|') || !row.endsWith(u'|'))
        return std::nullopt;
    static const QRegularExpression wall(u"(?<!\\\\)\\|"_s);
    QStringList cells = row.sliced(1).chopped(1).split(wall);
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// Paragraphs, headings and tables, in order.
class MarkdownText
{
public:
    explicit MarkdownText(StatedArticle &stated) : m_stated(stated) {}

    void take(const QString &line)
    {
        static const QRegularExpression heading(u"^ {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*$"_s), rule(u"^ {0,3}(?:[*_-] *){3,}$"_s);
        static const QRegularExpression fence(u"^ {0,3}(?:```|~~~)"_s), under(u"^ {0,3}(=+|-+)\\s*$"_s);
        static const QRegularExpression item(u"^\\s*(?:[*+-]|\\d{1,3}[.)])\\s+"_s), definition(u"^ {0,3}\\[(?!\\^)[^\\]]+\\]:\\s+\\S+"_s);
        if (fence.match(line).hasMatch()) {
            end();
            m_code = !m_code;
            leaveSigns(line);
        } else if (m_code) {
            m_lines += line;
        } else if (line.trimmed().isEmpty()) {
            if (!m_comment)
                end();
        } else if (const auto match = heading.match(line); match.hasMatch()) {
            end();
            addHeading(line, match.captured(2), match.capturedLength(1));
        } else if (const auto below = under.match(line); below.hasMatch() && m_lines.size() == 1) {
            const QString above = m_lines.takeFirst();
            addHeading(above + line, above, below.captured(1).startsWith(u'=') ? 1 : 2);
        } else if (rule.match(line).hasMatch()) {
            end();
            leaveSigns(line);
        } else if (definition.match(line).hasMatch()) {
            addField(m_stated.article, u"links"_s, line.simplified());
            m_stated.account.stated(line);
        } else {
            if (item.match(line).hasMatch())
                end();
            m_lines += line;
            m_comment = line.lastIndexOf("<!--"_L1) > line.lastIndexOf("-->"_L1) || (m_comment && !line.contains("-->"_L1));
        }
    }

    void end()
    {
        const QStringList lines = std::exchange(m_lines, {});
        m_comment = false;
        if (lines.isEmpty())
            return;
        const bool table = !m_code && lines.size() > 1 && std::ranges::all_of(lines, [](const QString &line) { return markdownCells(line).has_value(); });
        const QString text = m_code ? lines.join(u'\n') : table ? tableOf(lines) : withoutMarkdown(unquoted(lines).join(u' '));
        addBlock(lines.join(u'\n'), {text.trimmed()});
    }

private:
    static QStringList unquoted(const QStringList &lines)
    {
        static const QRegularExpression quote(u"^(?: {0,3}>\\s?)+"_s);
        QStringList plain;
        for (const QString &line : lines)
            plain += QString(line).remove(quote).trimmed();
        return plain;
    }

    /// A row a line, its cells parted by tabs; without the row of dashes.
    static QString tableOf(const QStringList &lines)
    {
        static const QRegularExpression dashes(u"^[\\s|:-]+$"_s);
        QStringList rows;
        for (const QString &line : lines) {
            if (dashes.match(line).hasMatch())
                continue;
            QStringList cells = *markdownCells(line);
            for (QString &cell : cells)
                cell = withoutMarkdown(cell);
            rows += cells.join(u'\t');
        }
        return rows.join(u'\n');
    }

    void addHeading(const QString &source, const QString &marked, qsizetype level)
    {
        const QString words = withoutMarkdown(marked).simplified();
        if (m_stated.headline.isEmpty() && m_stated.body.empty() && level == 1) {
            m_stated.headline = words;
            account(source, words);
        } else {
            addBlock(source, {words, ZoneKind::Subheading});
        }
    }

    void addBlock(const QString &source, const ProseBlock &block)
    {
        account(source, block.text);
        if (!block.text.isEmpty())
            m_stated.body.push_back(block);
    }

    /// What the source has beside the words are its signs, and what its writer hid.
    void account(const QString &source, const QString &words)
    {
        static const QRegularExpression comment(u"<!--(.*?)-->"_s, QRegularExpression::DotMatchesEverythingOption);
        m_stated.account.holds(words);
        QString rest = source;
        for (const auto &match : m_code ? QRegularExpressionMatchIterator() : comment.globalMatch(source)) {
            m_stated.account.left(match.captured(1), LeftOutReason::Hidden);
            rest.replace(match.captured(), u"<!---->"_s);
        }
        leaveSigns(signsAround(rest, words));
    }

    void leaveSigns(const QString &signs) { m_stated.account.left(signs, LeftOutReason::Label, std::nullopt, false); }

    StatedArticle &m_stated;
    QStringList m_lines;
    bool m_code = false;
    bool m_comment = false; ///< one is open
};

Result<ReadInfo> readMarkdown(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    StatedArticle stated;
    stated.line = 1;
    const QStringList lines = whole->text.split(u'\n');
    MarkdownText text(stated);
    for (const QString &line : lines.sliced(takeFrontMatter(lines, stated)))
        text.take(line);
    text.end();
    if (!stated.headline.isEmpty() && stated.article.title.isEmpty())
        stated.article.title = stated.headline;
    whole->info.characters = inkOf(whole->text);
    FileAccount account(take);
    give(std::move(stated), account.take());
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

} // namespace

const Reader markdownReader{"markdown", [] { return Readers::tr("Markdown"); }, markdownSuffixes,
    [](const FileHead &head) { return std::ranges::any_of(markdownSuffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); })
        && !head.text.trimmed().startsWith('<') && !head.text.trimmed().startsWith('{') && !head.text.isEmpty(); },
    readMarkdown};

} // namespace galley
