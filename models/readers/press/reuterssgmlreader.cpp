// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reuterssgmlreader.h"

#include "nexisblocks.h"

#include <readers/article/bylines.h>
#include <readers/article/publisheddate.h>
#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> reutersSgmlSuffixes{"sgm", "sgml"};
constexpr int lineWidth = 64; ///< at which the wire wrapped its lines

/// Entities as characters; references to control characters, which steered printers, go.
QString plainSgml(QStringView sgml)
{
    static const QRegularExpression entity(u"&(?:#(\\d{1,7})|(lt|gt|amp|quot|apos));"_s);
    QString text;
    qsizetype end = 0;
    for (const auto &match : entity.globalMatchView(sgml)) {
        text += sgml.sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const QStringView name = match.capturedView(2);
        const uint code = match.capturedView(1).toUInt();
        if (!name.isEmpty())
            text += name == u"lt" ? u'<' : name == u"gt" ? u'>' : name == u"amp" ? u'&' : name == u"quot" ? u'"' : u'\'';
        else if ((code >= 0x20 && code != 0x7F && code < 0xD800) || (code > 0xDFFF && code <= 0x10FFFF))
            text += QStringView(QChar::fromUcs4(char32_t(code)));
        else if (code == '\n' || code == '\t')
            text += QChar(ushort(code));
    }
    text += sgml.sliced(end);
    const auto isControl = [](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0x7F); };
    text.removeIf(isControl);
    return text;
}

/// Some copies of the collection have "&\\t" in place of an indent, character by character.
QString indented(QString text)
{
    static const QRegularExpression mark(u"^&(?:\\\\t|\\t)"_s, QRegularExpression::MultilineOption);
    return text.replace(mark, u"    "_s);
}

/// What stands between <NAME …> and </NAME>; a null view where it is not there.
QStringView withinTag(QStringView sgml, QLatin1StringView name)
{
    for (qsizetype begin = sgml.indexOf(u'<'); begin >= 0; begin = sgml.indexOf(u'<', begin + 1)) {
        const QStringView tag = sgml.sliced(begin + 1);
        const QChar after = tag.size() > name.size() ? tag[name.size()] : QChar();
        const bool named = tag.startsWith(name) && (after == u'>' || after == u' ');
        const qsizetype open = named ? sgml.indexOf(u'>', begin) : -1;
        if (open < 0)
            continue;
        const qsizetype close = sgml.indexOf(u"</"_s + name + u'>', open);
        return sgml.sliced(open + 1, (close < 0 ? sgml.size() : close) - open - 1);
    }
    return {};
}

QString attributeOf(QStringView tag, const QString &name)
{
    const auto afterBlanks = [&](qsizetype at) {
        while (at < tag.size() && tag[at].isSpace())
            ++at;
        return at;
    };
    for (qsizetype found = tag.indexOf(name); found >= 0; found = tag.indexOf(name, found + 1)) {
        const qsizetype equals = afterBlanks(found + name.size());
        const qsizetype quote = equals < tag.size() && tag[equals] == u'=' ? afterBlanks(equals + 1) : tag.size();
        const qsizetype end = quote < tag.size() && tag[quote] == u'"' ? tag.indexOf(u'"', quote + 1) : -1;
        if (end >= 0 && (found == 0 || !(tag[found - 1].isLetterOrNumber() || tag[found - 1] == u'_')))
            return tag.sliced(quote + 1, end - quote - 1).toString();
    }
    return {};
}

/// "<D>cocoa</D><D>usa</D>" as "cocoa; usa".
QString listIn(QStringView sgml)
{
    static const QRegularExpression item(u"<D>(.*?)</D>"_s, QRegularExpression::DotMatchesEverythingOption);
    QStringList items;
    for (const auto &match : item.globalMatchView(sgml))
        items.push_back(plainSgml(match.capturedView(1)).simplified());
    return items.join(u"; "_s);
}

/// Paragraphs begin with an indent.
void addReutersBody(Prose &parts, const QString &text, qsizetype used)
{
    static const QRegularExpression signOff(u"^\\s*reuters?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList lines;
    const auto flush = [&] {
        if (!lines.isEmpty())
            parts.push_back({unwrapped(lines, lineWidth)});
        lines.clear();
    };
    // The first line goes on where the dateline ends.
    for (const QString &line : (QString(used, u' ') + indented(text)).split(u'\n')) {
        const bool begins = line.startsWith("   "_L1) || line.startsWith(u'\t');
        const QString before = lines.isEmpty() ? QString() : lines.back().trimmed();
        const bool ended = before.endsWith(u'.') || before.endsWith(u'"') || before.endsWith(u'?') || before.endsWith(u':');
        if (line.trimmed().isEmpty() || signOff.match(line).hasMatch() || (begins && ended))
            flush();
        if (signOff.match(line).hasMatch())
            parts.push_back({line.trimmed(), ZoneKind::Credit});
        else if (!line.trimmed().isEmpty())
            lines.push_back(line);
    }
    flush();
}

/// Without the blanks at the ends of its lines and without blank lines around it.
QString withoutBlankEnds(QString text)
{
    static const QRegularExpression ends(u"[ \\t]+$"_s, QRegularExpression::MultilineOption), around(u"^\\n+|\\n+\\z"_s);
    return text.remove(ends).remove(around);
}

/// TEXT without marked parts: as it stands, for it is a table more often than not.
void addUnmarked(StatedArticle &out, QStringView text)
{
    static const QRegularExpression title(u"<TITLE>.*?</TITLE>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression blank(u"\\n[ \\t]*\\n\\s*?(?=[^\\n]*\\S)"_s);
    static const QRegularExpression onlyMarks(u"^[*\\s]*$"_s); // "******": a flash
    const auto match = title.matchView(text);
    if (match.hasMatch() && !onlyMarks.match(plainSgml(text.first(match.capturedStart()))).hasMatch())
        out.kicker = plainSgml(text.first(match.capturedStart())).simplified();
    const QString rest = indented(plainSgml(match.hasMatch() ? text.sliced(match.capturedEnd()) : text));
    for (const QString &part : rest.split(blank)) {
        out.body.push_back({withoutBlankEnds(part)});
    }
}

/// Without the tags.
QString textOfSgml(QStringView sgml)
{
    static const QRegularExpression tag(u"<[!/]?[A-Za-z][^<>]*>"_s);
    return plainSgml(sgml.toString().replace(tag, u"\n"_s));
}

StatedArticle reutersArticleIn(QStringView sgml)
{
    static const QRegularExpression agency(u",? *reuters?$"_s, QRegularExpression::CaseInsensitiveOption);
    StatedArticle out;
    Article &article = out.article;
    article.outlet = u"Reuters"_s;
    article.language = u"en"_s;
    const QStringView tag = sgml.first(std::max<qsizetype>(sgml.indexOf(u'>'), 0));
    for (const char *name : {"NEWID", "OLDID", "LEWISSPLIT", "CGISPLIT"})
        addField(article, QString::fromLatin1(name), attributeOf(tag, QString::fromLatin1(name)));
    article.published = isoDate(plainSgml(withinTag(sgml, "DATE"_L1)).simplified());
    for (const QLatin1StringView name : {"TOPICS"_L1, "PLACES"_L1, "PEOPLE"_L1, "ORGS"_L1, "EXCHANGES"_L1, "COMPANIES"_L1})
        addField(article, name, listIn(withinTag(sgml, name)));
    addField(article, u"MKNOTE"_s, plainSgml(withinTag(sgml, "MKNOTE"_L1)).simplified());
    addField(article, u"UNKNOWN"_s, plainSgml(withinTag(sgml, "UNKNOWN"_L1)).trimmed());

    const QStringView text = withinTag(sgml, "TEXT"_L1);
    const QString type = attributeOf(sgml.sliced(std::max<qsizetype>(sgml.indexOf("<TEXT"_L1), 0)), u"TYPE"_s);
    addField(article, u"TYPE"_s, type.isEmpty() ? u"NORM"_s : type);
    const QStringView body = withinTag(text, "BODY"_L1);
    out.headline = plainSgml(withinTag(text, "TITLE"_L1)).simplified();
    out.byline = plainSgml(withinTag(text, "AUTHOR"_L1)).simplified();
    article.authors = authorsIn(QString(out.byline).remove(agency));
    const QString dateline = plainSgml(withinTag(text, "DATELINE"_L1));
    addField(article, u"DATELINE"_s, dateline.simplified());
    if (body.isNull())
        addUnmarked(out, text);
    else
        addReutersBody(out.body, plainSgml(body), dateline.size());
    prependDateline(out, dateline.simplified());
    return out;
}

Result<ReadInfo> readReutersSgml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    const QStringView all(whole->text);
    const auto next = [&](qsizetype from) { return all.indexOf("<REUTERS"_L1, from); };
    qsizetype begin = next(0);
    if (begin < 0)
        return failed(Readers::tr("There is no <REUTERS> element in it."));
    int line = 1;
    FileAccount account(take);
    qint64 characters = inkOf(textOfSgml(all.first(begin)));
    for (qsizetype counted = 0; begin >= 0;) {
        line += int(all.sliced(counted, begin - counted).count(u'\n'));
        counted = begin;
        const qsizetype end = next(begin + 1);
        StatedArticle article = reutersArticleIn(all.sliced(begin, (end < 0 ? all.size() : end) - begin));
        article.line = line;
        const QString held = textOfSgml(all.sliced(begin, (end < 0 ? all.size() : end) - begin));
        article.account.holds(held, LeftOutReason::Label);
        characters += inkOf(held);
        if (!give(std::move(article), account.take()))
            break;
        begin = end;
    }
    ReadInfo info = whole->info;
    info.characters = characters;
    account.close(*info.characters, LeftOutReason::Label);
    return info;
}

bool isReutersSgml(const FileHead &head)
{
    const QByteArray text = head.text.toByteArray().trimmed();
    return text.startsWith("<!DOCTYPE lewis") || text.startsWith("<REUTERS ");
}

} // namespace

const Reader reutersSgmlReader{"reuters-sgml", [] { return Readers::tr("Reuters-21578 (SGML)"); }, reutersSgmlSuffixes,
    isReutersSgml, readReutersSgml};

} // namespace galley
