// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wxrreader.h"

#include "feeditem.h"
#include "newsxml.h"
#include "xmlprose.h"

#include <readers/article/writtendate.h>
#include <readers/readertext.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> wxrSuffixes{"wxr"};
constexpr auto exported = "wordpress.org/export"_L1;

bool isOfWordPress(const QDomElement &element)
{
    return element.namespaceURI().contains(exported) && !element.namespaceURI().contains("excerpt"_L1);
}

QString textIn(const QDomElement &item, QLatin1StringView name)
{
    for (const QDomElement &child : childrenNamed(item, name)) {
        if (isOfWordPress(child))
            return collapsedText(child);
    }
    return {};
}

/// What WordPress keeps beside articles.
bool isNoPost(const QString &type)
{
    static const QSet<QString> types{u"attachment"_s, u"nav_menu_item"_s, u"revision"_s, u"custom_css"_s,
        u"customize_changeset"_s, u"oembed_cache"_s, u"user_request"_s, u"wp_block"_s, u"wp_template"_s, u"wp_template_part"_s,
            u"wp_global_styles"_s,
        u"wp_navigation"_s, u"wp_font_family"_s, u"wp_font_face"_s};
    return types.contains(type);
}

/// Posts name their authors by login.
QHash<QString, QString> displayNames(const QDomElement &channel)
{
    QHash<QString, QString> names;
    for (const QDomElement &author : childrenNamed(channel, "author"_L1)) {
        const QString name = textIn(author, "author_display_name"_L1);
        if (!name.isEmpty())
            names.insert(textIn(author, "author_login"_L1), name);
    }
    return names;
}

/// "[dropcap]M[/dropcap]", and "[contact_form id="7"]" where it stands alone: marks for plug-ins, no words.
void removeShortcodes(QString &content)
{
    static const QRegularExpression paired(u"\\[([a-z][a-z0-9_-]{1,40})(?: [^\\]\\n]{0,500})?\\](?=[^\\[]{0,20000}\\[/\\1\\])"_s);
    static const QRegularExpression closing(u"\\[/[a-z][a-z0-9_-]{1,40}\\]"_s);
    static const QRegularExpression alone(u"(?<=\\n)[ \\t]*\\[[a-z][a-z0-9_-]{1,40}(?: [^\\]\\n]{0,500})?\\][ \\t]*(?=\\n)"_s);
    content.remove(paired);
    content.remove(closing);
    content.remove(alone);
}

/// What WordPress does when it shows a post: lines are lines, pictures with a caption have a figure. What its block editor
/// wrote is HTML as it stands.
QString shownHtml(QString content)
{
    static const QRegularExpression caption(
        u"\\[caption[^\\]]{0,500}\\]((?:<a [^>]{0,1000}>)?\\s*<img [^>]{0,2000}>\\s*(?:</a>)?)"
        "([^\\[]{0,5000})\\[/caption\\]"_s);
    content.replace(caption, u"<figure>\\1<figcaption>\\2</figcaption></figure>"_s);
    removeShortcodes(content);
    if (content.contains("<!-- wp:"_L1))
        return content;
    QString html;
    bool inTag = false, inPre = false;
    for (qsizetype at = 0; at < content.size(); ++at) {
        const QChar c = content[at];
        const QStringView rest = QStringView(content).sliced(at);
        if (c == u'<')
            inPre = rest.startsWith("<pre"_L1, Qt::CaseInsensitive)
                || (inPre && !rest.startsWith("</pre"_L1, Qt::CaseInsensitive));
        inTag = c == u'<' ? rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/' || rest[1] == u'!') : inTag && c != u'>';
        html += c;
        if (c == u'\n' && !inTag && !inPre)
            html += "<br>"_L1;
    }
    return html;
}

/// "status", "post_type", … and what the site's own fields hold.
void addWordPressFields(const QDomElement &item, Article &article)
{
    for (const QDomElement &child : childrenNamed(item)) {
        const QString name = localName(child);
        if (name == "category"_L1) {
            addField(article, child.attribute(u"domain"_s, name), collapsedText(child));
        } else if (name == "postmeta"_L1) {
            const QString key = textIn(child, "meta_key"_L1);
            if (!key.startsWith(u'_'))
                addField(article, key, textIn(child, "meta_value"_L1));
        } else if (isOfWordPress(child) && name != "comment"_L1 && name != "post_password"_L1) {
            addField(article, name, collapsedText(child));
        }
    }
}

/// Takes the namespace's elements away, which have their own fields, so that the rest is an item as every feed has it.
QDomElement withoutWordPress(const QDomElement &item)
{
    QDomElement plain = item.cloneNode().toElement();
    for (const QDomElement &child : childrenNamed(plain)) {
        if (isOfWordPress(child) || localName(child) == "category"_L1)
            plain.removeChild(child);
    }
    return plain;
}

/// A draft has no date of publication, but the day it was written on.
void setDate(const QDomElement &item, StatedArticle &stated)
{
    const QString published = ownText(item, "pubDate"_L1);
    const bool never = published.isEmpty() || published.contains("-0001"_L1) || published.contains(" 1970 00:00:00"_L1);
    if (!never)
        return;
    stated.article.published.clear();
    for (const QLatin1StringView name : {"post_date_gmt"_L1, "post_date"_L1}) {
        const QString date = isoDateWritten(textIn(item, name)).value_or(QString());
        if (stated.article.published.isEmpty() && !date.isEmpty())
            stated.article.published = name == "post_date_gmt"_L1 ? date + u'Z' : date;
    }
}

StatedArticle statedByPost(const QDomElement &item, const Channel &channel, const QHash<QString, QString> &names)
{
    StatedArticle stated;
    addFeedMetadata(withoutWordPress(item), channel, stated);
    addWordPressFields(item, stated.article);
    setDate(item, stated);
    const QString login = stated.article.authors;
    stated.article.authors = names.value(login, login);
    for (const QDomElement &content : childrenNamed(item, "encoded"_L1)) {
        auto prose = htmlProse(shownHtml(content.text()));
        if (!prose)
            stated.losses += prose.error().message;
        else if (content.namespaceURI().contains("excerpt"_L1))
            addField(stated.article, u"excerpt"_s, plainTitle(content.text()));
        else
            stated.body = std::move(*prose);
    }
    return stated;
}

QString leftOut(const QStringList &names, qsizetype count)
{
    const QString all = names.join(", "_L1) + (count > names.size() ? u", …"_s : QString());
    return Readers::tr("%Ln attachment(s), menu(s) and the like are no articles and were left out: %1", nullptr, int(count)).arg(all);
}

Result<ReadInfo> readWxr(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const QDomElement element = childNamed(root, "channel"_L1);
        const Channel channel = channelOf(element);
        const auto names = displayNames(element);
        constexpr qsizetype mostNamed = 50;
        QStringList others;
        qsizetype count = 0;
        int line = 0;
        for (const QDomElement &item : childrenNamed(element, "item"_L1)) {
            if (isNoPost(textIn(item, "post_type"_L1))) {
                line = count == 0 ? item.lineNumber() : line;
                if (++count <= mostNamed)
                    others += ownText(item, "title"_L1);
            } else {
                StatedArticle stated = statedByPost(item, channel, names);
                stated.line = item.lineNumber();
                holdTexts(stated.account, item);
                if (!give(std::move(stated), take))
                    return;
            }
        }
        if (count > 0)
            take({line, ReadProblem{leftOut(others, count), true}});
    });
}

bool isWxr(const FileHead &head)
{
    return rootName(head).name == "rss"_L1 && head.text.contains(QByteArrayView(exported.data(), exported.size()));
}

} // namespace

const Reader wxrReader{"wxr", [] { return Readers::tr("WordPress export (WXR)"); }, wxrSuffixes, isWxr, readWxr};

} // namespace galley
