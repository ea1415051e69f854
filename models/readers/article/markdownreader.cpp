// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownreader.h"

#include "articlefields.h"
#include "statedarticle.h"

#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 3> markdownSuffixes{"md", "markdown", "mdown"};

/// Without the marks for emphasis, links and code; a backslash before a sign leaves the sign.
QString withoutMarkdown(QString line)
{
    static const QRegularExpression image(u"!\\[([^\\]]*)\\]\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)"_s);
    static const QRegularExpression link(u"(?<!\\\\)\\[([^\\]]+)\\](?:\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)|\\[[^\\]]*\\])"_s);
    static const QRegularExpression address(u"<((?:https?|mailto):[^<>\\s]+)>"_s);
    static const QRegularExpression strong(u"(?<![\\\\*\\w])(\\*\\*\\*|\\*\\*|\\*|___|__|_)(?=\\S)([^\\n]*?\\S)\\1(?![*\\w])"_s);
    static const QRegularExpression code(u"(?<!`)(`+)([^`]+)\\1(?!`)"_s);
    static const QRegularExpression escaped(u"\\\\([\\\\`*_{}\\[\\]()#+\\-.!>~|])"_s);
    static const QRegularExpression comment(u"<!--.*?-->"_s);
    line.remove(comment).replace(image, u"\\1"_s).replace(link, u"\\1"_s).replace(address, u"\\1"_s);
    for (int nested = 0; nested < 3 && line.contains(strong); ++nested)
        line.replace(strong, u"\\2"_s);
    return line.replace(code, u"\\2"_s).replace(escaped, u"\\1"_s);
}

/// What stands above the text: "title: Harbour opens". Returns the line behind it.
qsizetype takeFrontMatter(const QStringList &lines, StatedArticle &stated)
{
    static const QRegularExpression entry(u"^([A-Za-z][\\w .-]{0,40}?)\\s*:\\s*(.*)$"_s);
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
    for (const QString &line : lines.sliced(1, end - 1)) {
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
    for (const auto &[key, all] : values.asKeyValueRange()) {
        const auto field = articleFieldNamed(key);
        if (field && *field != ArticleField::Id && *field != ArticleField::Text)
            setField(read, *field, all.join("; "_L1));
        else
            addField(read.article, key, all.join("; "_L1));
    }
    stated.article = read.article;
    return end + 1;
}

/// Paragraphs and headings, in order.
class MarkdownText
{
public:
    explicit MarkdownText(StatedArticle &stated) : m_stated(stated) {}

    void take(const QString &line)
    {
        static const QRegularExpression heading(u"^ {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*$"_s), rule(u"^ {0,3}(?:[*_-] *){3,}$"_s);
        static const QRegularExpression fence(u"^ {0,3}(?:```|~~~)"_s), under(u"^ {0,3}(=+|-+)\\s*$"_s), quote(u"^ {0,3}>\\s?"_s);
        static const QRegularExpression item(u"^\\s*(?:[*+-]|\\d{1,3}[.)])\\s+"_s), definition(u"^ {0,3}\\[[^\\]]+\\]:\\s+\\S+"_s);
        if (fence.match(line).hasMatch()) {
            end();
            m_code = !m_code;
        } else if (m_code) {
            m_lines += line;
        } else if (line.trimmed().isEmpty()) {
            end();
        } else if (const auto match = heading.match(line); match.hasMatch()) {
            end();
            addHeading(match.captured(2), match.capturedLength(1));
        } else if (const auto below = under.match(line); below.hasMatch() && m_lines.size() == 1) {
            addHeading(m_lines.takeFirst(), below.captured(1).startsWith(u'=') ? 1 : 2);
        } else if (rule.match(line).hasMatch()) {
            end();
        } else if (definition.match(line).hasMatch()) {
            addField(m_stated.article, u"links"_s, line.simplified());
        } else {
            if (item.match(line).hasMatch())
                end();
            m_lines += QString(line).remove(quote).trimmed();
        }
    }

    void end()
    {
        if (m_lines.isEmpty())
            return;
        const QString paragraph = m_code ? m_lines.join(u'\n') : withoutMarkdown(m_lines.join(u' '));
        m_lines.clear();
        if (!paragraph.trimmed().isEmpty())
            m_stated.body.push_back({paragraph.trimmed()});
    }

private:
    void addHeading(const QString &marked, qsizetype level)
    {
        const QString words = withoutMarkdown(marked).simplified();
        if (m_stated.headline.isEmpty() && m_stated.body.empty() && level == 1)
            m_stated.headline = words;
        else
            m_stated.body.push_back({words, ZoneKind::Subheading});
    }

    StatedArticle &m_stated;
    QStringList m_lines;
    bool m_code = false;
};

Result<ReadInfo> readMarkdown(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto whole = wholeText(device, options);
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
    give(std::move(stated), take);
    return whole->info;
}

} // namespace

const Reader markdownReader{"markdown", [] { return Readers::tr("Markdown"); }, markdownSuffixes,
    [](const FileHead &head) { return std::ranges::any_of(markdownSuffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); })
        && !head.text.trimmed().startsWith('<') && !head.text.trimmed().startsWith('{') && !head.text.isEmpty(); },
    readMarkdown};

} // namespace galley
