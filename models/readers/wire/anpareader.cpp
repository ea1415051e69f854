// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "anpareader.h"

#include "wiremessage.h"

#include <readers/article/bylines.h>
#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QIODevice>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> anpaSuffixes{"anpa"};

/// "W2870␟_asian" and "f l␓␑ BC-LT--Argentina-CancerB     11-13 1049"
void addAnpaHeader(const QString &header, Article &article)
{
    static const QRegularExpression first(u"^\\s*([A-Za-z]?)\\s*(\\d{2,5})(?:\\x1F\\s*(\\S.*))?$"_s);
    static const QRegularExpression second(
        u"^\\s*(\\w) ?(\\w)\\s*[\\x11-\\x14]*\\s*(\\S.*?)\\s+(\\d{1,2}-\\d{1,2})(?:-\\d\\d)?\\s+(\\d{1,5})\\s*$"_s);
    const auto add = [&](const QRegularExpressionMatch &match, std::initializer_list<QLatin1StringView> names) {
        int group = 0;
        for (const QLatin1StringView name : names)
            addField(article, name, match.captured(++group).trimmed());
    };
    for (const QString &line : header.split(u'\n')) {
        if (const auto match = first.match(line); match.hasMatch())
            add(match, {"service level"_L1, "story number"_L1, "selector"_L1});
        else if (const auto other = second.match(line); other.hasMatch())
            add(other, {"priority"_L1, "category"_L1, "keyword"_L1, "date"_L1, "word count"_L1});
        else if (!line.trimmed().isEmpty())
            addField(article, u"header"_s, collapsed(QString(line).removeIf([](QChar c) { return c.unicode() < 0x20; })));
    }
}

/// What typesetters read from these signs.
QString typeset(QString text)
{
    static const QRegularExpression dash(u"(^|[ \\n])_(?= )"_s);
    static const QRegularExpression single(u"‘([^‘“”\\n]{0,500}?)'(?!\\p{L})"_s);
    text.replace("``"_L1, u"“"_s).replace("''"_L1, u"”"_s).replace(u'`', u'‘');
    text.replace(single, u"‘\\1’"_s);
    return text.replace(dash, u"\\1—"_s);
}

/// "^By GERRY SHIH=" without its signs.
QString headText(const QString &line)
{
    QString text = line.trimmed();
    while (text.startsWith(u'^'))
        text.remove(0, 1);
    while (text.endsWith(u'<') || text.endsWith(u'=') || text.endsWith(u'>') || text.endsWith(u' '))
        text.chop(1);
    return typeset(text.trimmed());
}

bool isHead(const QString &line)
{
    return line.trimmed().startsWith(u'^');
}

bool endsLine(const QString &line)
{
    const QString text = line.trimmed();
    return text.endsWith(u'<') || text.endsWith(u'=') || text.endsWith(u'>');
}

/// Gives the lines at a story's top their meaning, one by one.
class Heads
{
public:
    explicit Heads(StatedArticle &stated)
        : m_stated(stated)
    {
    }

    void take(const QString &head)
    {
        static const QRegularExpression slug(u"^(?:BC|AM|PM|AP|APTV)-{1,2}\\S|,\\s?\\d{2,5}$"_s);
        static const QRegularExpression note(
            u"^\\(?(?:Eds?|Editors?|Hfr|For (?:immediate|release))\\b"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression photo(u"^(?:With )?(?:\\p{Lu}{2,4} )?Photos?\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression signal(u"^(?:URGENT|BULLETIN|FLASH|ADVISORY|APNEWSALERT|NEWSALERT)$"_s);
        static const QRegularExpression number(u"^\\*?\\d+$"_s);
        if (m_first && number.match(head).hasMatch())
            return addField(m_stated.article, u"header"_s, head);
        const bool first = std::exchange(m_first, false);
        const bool afterByline = std::exchange(m_afterByline, false);
        if (first && slug.match(head).hasMatch())
            return addField(m_stated.article, u"slug"_s, head);
        if (note.match(head).hasMatch())
            return addField(m_stated.article, u"editor's note"_s, head);
        if (m_stated.kicker.isEmpty() && signal.match(head).hasMatch()) {
            m_stated.kicker = head;
            return;
        }
        if (photo.match(head).hasMatch())
            return addField(m_stated.article, u"photo"_s, head);
        if (head.startsWith("By "_L1, Qt::CaseInsensitive)) {
            setByline(m_stated, head);
            m_afterByline = true;
        } else if (afterByline && isAffiliation(head) && (head.size() <= 3 || head != head.toUpper())) {
            m_stated.byline += u'\n' + head; // whom the author writes for
        } else if (m_stated.article.title.isEmpty()) {
            m_stated.article.title = head;
        } else if (!m_stated.byline.isEmpty()) {
            m_stated.body.push_back({head, ZoneKind::Subheading}); // of the first of several tables
        } else {
            m_stated.decks.push_back(head);
        }
    }

private:
    StatedArticle &m_stated;
    bool m_first = true;
    bool m_afterByline = false;
};

/// The lines at the top that begin with "^", each with what it runs on to; the number of lines taken.
qsizetype takeHeads(const QStringList &lines, StatedArticle &stated)
{
    Heads heads(stated);
    qsizetype at = 0;
    while (at < lines.size() && (lines[at].trimmed().isEmpty() || isHead(lines[at]))) {
        QString head = lines[at++];
        if (head.trimmed().isEmpty())
            continue;
        while (at < lines.size() && !endsLine(head) && !isHead(lines[at]) && !isWireRow(head) && !lines[at].startsWith(u'\t')
            && !lines[at].startsWith("  "_L1) && !lines[at].trimmed().isEmpty())
            head = head.trimmed() + u' ' + lines[at++].trimmed();
        if (const QString text = headText(head); !text.isEmpty())
            heads.take(text);
    }
    return at;
}

void addParagraphs(std::vector<WireLine> &lines, StatedArticle &stated)
{
    for (const QString &paragraph : wireParagraphs(lines))
        stated.body.push_back({typeset(paragraph), std::nullopt});
    lines.clear();
}

void addAnpaText(const QString &text, StatedArticle &stated)
{
    const QStringList lines = QString(text).replace("< ^"_L1, "<\n^"_L1).split(u'\n');
    std::vector<WireLine> run;
    for (qsizetype at = takeHeads(lines, stated); at < lines.size(); ++at) {
        if (isHead(lines[at])) {
            addParagraphs(run, stated);
            stated.body.push_back({headText(lines[at]), ZoneKind::Subheading});
            continue;
        }
        QString line = lines[at];
        const bool ends = endsLine(line);
        while (endsLine(line))
            line = line.trimmed().size() > 1 ? line.first(line.lastIndexOf(line.trimmed().back())) : QString();
        run.push_back({line, ends});
    }
    addParagraphs(run, stated);
    // A list of headlines is all there is.
    if (stated.body.empty()) {
        for (const QString &deck : std::exchange(stated.decks, {}))
            stated.body.push_back({deck, std::nullopt});
    }
}

/// "AP-WF-11-13-13 1509GMT<": the 13th of November 2013, 15:09.
void addAnpaTrailer(const QString &trailer, StatedArticle &stated)
{
    QString line = collapsed(trailer);
    while (line.endsWith(u'<') || line.endsWith(u' '))
        line.chop(1);
    addField(stated.article, u"trailer"_s, line);
    static const QRegularExpression pattern(
        u"(?:^|[ (])(?:([A-Z]{2,5})-)?(?:[A-Z]{1,4}-){0,3}(\\d{1,2})-(\\d{1,2})-(\\d\\d) (\\d\\d)(\\d\\d) ?([A-Z]{1,4})?"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return;
    const int year = match.captured(4).toInt();
    stated.article.outlet = match.captured(1);
    setPublished(stated, u"%1-%2-%3T%4:%5 %6"_s.arg(year < 70 ? 2000 + year : 1900 + year)
                             .arg(match.captured(2).toInt(), 2, 10, '0'_L1)
                             .arg(match.captured(3).toInt(), 2, 10, '0'_L1)
                             .arg(match.captured(5), match.captured(6), match.captured(7)));
}

void stateAnpa(const WireMessage &message, StatedArticle &stated)
{
    addAnpaHeader(message.header, stated.article);
    addAnpaText(message.text, stated);
    addAnpaTrailer(message.trailer, stated);
}

Result<ReadInfo> readAnpa(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    return readMessages(device, options, take, stateAnpa, Readers::tr("There is no ANPA message in it."));
}

/// Two SYN before the heading, or the format bytes of the second line.
bool isAnpa(const FileHead &head)
{
    const QByteArrayView lead = wireHeader(head.bytes);
    if (lead.isEmpty())
        return false;
    const qsizetype begin = lead.indexOf('\x01');
    const QByteArrayView header = lead.sliced(begin);
    return lead.first(begin).contains('\x16') || header.contains('\x1F')
        || std::ranges::any_of(header, [](char c) { return c >= '\x11' && c <= '\x14'; });
}

} // namespace

const Reader anpaReader{"anpa", [] { return Readers::tr("ANPA 1312"); }, anpaSuffixes, isAnpa, readAnpa};

} // namespace galley
