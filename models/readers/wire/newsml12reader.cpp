// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsml12reader.h"

#include "newsxml.h"
#include "nitf.h"
#include "xmlprose.h"

#include <readers/readertext.h>
#include <readers/text/plaintext.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> newsml12Suffixes{"newsml"};

QString formalName(const QDomElement &element)
{
    return element.attribute(u"FormalName"_s);
}

bool isCaption(const QDomElement &component)
{
    return formalName(childNamed(component, "Role"_L1)).contains("caption"_L1, Qt::CaseInsensitive);
}

/// What a component is to the article, by its role.
enum class ComponentRole { Text, Media, StyleSheet, HeadLine, Contact };

ComponentRole roleOf(const QDomElement &component)
{
    const QString role = formalName(childNamed(component, "Role"_L1)).toLower();
    for (const QLatin1StringView media : {"video"_L1, "photo"_L1, "picture"_L1, "image"_L1, "audio"_L1, "logo"_L1}) {
        if (role.contains(media) && !role.contains("caption"_L1))
            return ComponentRole::Media;
    }
    if (role.contains("stylesheet"_L1) || role == "style"_L1 || role == "css"_L1)
        return ComponentRole::StyleSheet;
    return role == "headline"_L1 ? ComponentRole::HeadLine : role == "contact"_L1 ? ComponentRole::Contact : ComponentRole::Text;
}

/// "Property FormalName=Keyword Value=x" as "Keyword": "x", everything else by its own name, whatever it is nested in.
void addLeaves(const QDomElement &element, Article &article)
{
    const auto children = childrenNamed(element);
    if (localName(element) == "Property"_L1 && children.empty())
        return addField(article, formalName(element), collapsed(element.attribute(u"Value"_s, collapsedText(element))));
    if (children.empty())
        return addElement(element, article);
    for (const QDomElement &child : children)
        addLeaves(child, article);
}

void addLines(const QDomElement &component, StatedArticle &stated)
{
    for (const QDomElement &line : childrenNamed(childNamed(component, "NewsLines"_L1))) {
        const QString name = localName(line);
        const QString text = collapsedText(line);
        if (text.isEmpty())
            continue;
        if (name == "HeadLine"_L1 && stated.article.title.isEmpty())
            stated.article.title = text;
        else if (name == "SubHeadLine"_L1)
            stated.decks += text;
        else if (name == "ByLine"_L1)
            setByline(stated, stated.byline.isEmpty() ? text : stated.byline + u'\n' + text);
        else if (name == "DateLine"_L1)
            setDateline(stated, text);
        else if (name == "NewsLine"_L1)
            addField(stated.article, formalName(childNamed(line, "NewsLineType"_L1)),
                collapsedText(childNamed(line, "NewsLineText"_L1)));
        else
            addField(stated.article, name, text);
    }
}

void addNewsml12Metadata(const QDomElement &component, StatedArticle &stated)
{
    Article &article = stated.article;
    for (const QLatin1StringView part
        : {"AdministrativeMetadata"_L1, "RightsMetadata"_L1, "DescriptiveMetadata"_L1, "Metadata"_L1})
        addLeaves(childNamed(component, part), article);
    const QDomElement administrative = childNamed(component, "AdministrativeMetadata"_L1);
    for (const QLatin1StringView part : {"Provider"_L1, "Source"_L1, "Creator"_L1}) {
        if (article.outlet.isEmpty())
            article.outlet = formalName(descendantNamed(childNamed(administrative, part), "Party"_L1));
    }
    const QDomElement language = childNamed(childNamed(component, "DescriptiveMetadata"_L1), "Language"_L1);
    if (article.language.isEmpty())
        article.language = formalName(language);
}

Result<Prose> decodedProse(const QString &text, const QString &notation)
{
    if (notation.contains("base64"_L1, Qt::CaseInsensitive))
        return proseOf(QString::fromUtf8(QByteArray::fromBase64(text.toLatin1())));
    return proseOf(text);
}

/// The text that a content item carries, if it does: NITF, XHTML, or plain text that may be HTML.
void addNewsml12Content(const QDomElement &item, StatedArticle &stated)
{
    const QString media = formalName(childNamed(item, "MediaType"_L1));
    if (!media.isEmpty() && !media.contains("text"_L1, Qt::CaseInsensitive))
        return;
    const QString mime = formalName(childNamed(item, "MimeType"_L1)).toLower();
    if (mime.startsWith("image/"_L1) || mime.startsWith("video/"_L1) || mime.startsWith("audio/"_L1) || mime == "text/css"_L1)
        return;
    const QDomElement data = descendantNamed(item, "DataContent"_L1);
    const auto documents = outermost(data, {"nitf"_L1});
    for (const QDomElement &document : documents)
        addNitf(document, stated);
    if (!documents.empty())
        return;
    if (!childrenNamed(data).empty()) {
        std::ranges::move(xmlProse(data), std::back_inserter(stated.body));
        return;
    }
    auto prose = decodedProse(data.text(), childNamed(item, "Encoding"_L1).attribute(u"Notation"_s));
    if (prose)
        std::ranges::move(*prose, std::back_inserter(stated.body));
    else
        stated.losses += prose.error().message;
    addLeaves(childNamed(item, "Characteristics"_L1), stated.article);
}

/// Goes through the components of one news item and parts them into articles, which are given away one by one.
class Components
{
public:
    Components(const QDomElement &item, const TakeRecord &take)
        : m_item(item)
        , m_line(item.lineNumber())
        , m_take(take)
    {
    }

    /// False asks to stop.
    bool visit(const QDomElement &component, StatedArticle inherited)
    {
        const QString headline = collapsedText(childNamed(childNamed(component, "NewsLines"_L1), "HeadLine"_L1));
        const ComponentRole role = roleOf(component);
        if (role == ComponentRole::StyleSheet)
            return true;
        if (role == ComponentRole::Media && childrenNamed(component, "NewsComponent"_L1).empty()) {
            m_beside.emplace_back(formalName(childNamed(component, "Role"_L1)), headline);
            return true;
        }
        if (role == ComponentRole::HeadLine || role == ComponentRole::Contact)
            return visitBeside(component, role, inherited);
        const bool caption = m_inCaption || isCaption(component);
        if (!headline.isEmpty() && !caption && headline != inherited.article.title) {
            inherited.article.title.clear(); // what stands further out is about several
            m_apart = true;
        }
        addNewsml12Metadata(component, inherited);
        if (!caption)
            addLines(component, inherited);
        if (const QString language = languageOf(component); !language.isEmpty())
            inherited.article.language = language;
        for (const QDomElement &item : childrenNamed(component, "ContentItem"_L1)) {
            if (!addItem(item, inherited, caption))
                return false;
        }
        const bool same = component.attribute(u"EquivalentsList"_s) == "yes"_L1;
        const bool outer = std::exchange(m_inCaption, caption);
        const int before = m_texts;
        for (const QDomElement &child : childrenNamed(component, "NewsComponent"_L1)) {
            if (!visit(child, inherited))
                return false;
            if (same && m_texts > before)
                break; // the others say the same in another format
        }
        m_inCaption = outer;
        return true;
    }

    bool finish()
    {
        if (!m_article)
            return true;
        std::ranges::move(std::exchange(m_captions, {}), std::back_inserter(m_article->body));
        for (const auto &[name, value] : std::exchange(m_beside, {}))
            addField(m_article->article, name, value);
        if (m_article->article.title.isEmpty())
            m_article->article.title = m_headline;
        m_headline.clear();
        m_article->line = m_line;
        // An item may hold several: the first accounts for all of it.
        if (!std::exchange(m_accounted, true))
            holdTexts(m_article->account, m_item);
        return give(*std::exchange(m_article, {}), m_take);
    }

    bool foundNothing() const { return m_texts == 0; }

private:
    /// A part that says a second time what the headline is, or whom to ask: no paragraph of the text.
    bool visitBeside(const QDomElement &component, ComponentRole role, const StatedArticle &inherited)
    {
        StatedArticle part;
        for (const QDomElement &item : childrenNamed(component, "ContentItem"_L1))
            addNewsml12Content(item, part);
        QStringList words;
        for (const ProseBlock &block : part.body)
            words += block.text.simplified();
        const QString text = words.join(u' ');
        if (role == ComponentRole::HeadLine && (inherited.article.title.isEmpty() || text == inherited.article.title))
            m_headline = text;
        else
            m_beside.emplace_back(formalName(childNamed(component, "Role"_L1)), text);
        return true;
    }

    bool addItem(const QDomElement &item, const StatedArticle &inherited, bool caption)
    {
        StatedArticle stated = inherited;
        addNewsml12Content(item, stated);
        if (stated.body.empty())
            return true;
        if (caption) {
            for (const ProseBlock &block : stated.body)
                m_captions.push_back({block.text, ZoneKind::Caption});
            return true;
        }
        ++m_texts;
        if (m_article && !m_apart) {
            std::ranges::move(stated.body, std::back_inserter(m_article->body));
            return true;
        }
        const bool more = finish();
        m_article = std::move(stated);
        m_apart = false;
        return more;
    }

    const QDomElement m_item;
    bool m_accounted = false;
    int m_line;
    const TakeRecord &m_take;
    std::optional<StatedArticle> m_article; ///< to which more may come
    Prose m_captions;
    std::vector<std::pair<QString, QString>> m_beside; ///< fields of the article, from parts that are none of its text
    QString m_headline; ///< where no line states it
    int m_texts = 0;
    bool m_apart = false; ///< a headline of its own came since the last article
    bool m_inCaption = false;
};

StatedArticle statedByNewsml12(const QDomElement &item, const QDomElement &envelope)
{
    StatedArticle stated;
    addLeaves(childNamed(item, "Identification"_L1), stated.article);
    addLeaves(childNamed(item, "NewsManagement"_L1), stated.article);
    addLeaves(envelope, stated.article);
    const QDomElement management = childNamed(item, "NewsManagement"_L1);
    for (const auto &[parent, name] : {std::pair(management, "ThisRevisionCreated"_L1), std::pair(management, "FirstCreated"_L1),
             std::pair(descendantNamed(item, "NewsIdentifier"_L1), "DateId"_L1), std::pair(envelope, "DateAndTime"_L1)}) {
        if (stated.article.published.isEmpty())
            setPublished(stated, collapsedText(childNamed(parent, name)));
    }
    stated.article.language = languageOf(item);
    return stated;
}

bool giveNewsml12(const QDomElement &item, const QDomElement &envelope, const TakeRecord &take)
{
    StatedArticle stated = statedByNewsml12(item, envelope);
    Components components(item, take);
    for (const QDomElement &component : childrenNamed(item, "NewsComponent"_L1)) {
        if (!components.visit(component, stated))
            return false;
    }
    if (!components.foundNothing())
        return components.finish();
    stated.article.title = collapsedText(descendantNamed(item, "HeadLine"_L1));
    if (stated.article.title.isEmpty())
        stated.article.title = collapsedText(descendantNamed(item, "NewsItemId"_L1));
    stated.line = item.lineNumber();
    return give(std::move(stated), take);
}

Result<ReadInfo> readNewsml12(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const auto all = outermost(root, {"NewsItem"_L1});
        if (all.empty())
            take({1, ReadProblem{Readers::tr("There is no news item in it.")}});
        for (const QDomElement &item : all) {
            if (!giveNewsml12(item, childNamed(root, "NewsEnvelope"_L1), take))
                return;
        }
    });
}

} // namespace

const Reader newsml12Reader{"newsml12", [] { return Readers::tr("NewsML 1"); }, newsml12Suffixes,
    [](const FileHead &head) { return rootName(head).name == "NewsML"_L1; }, readNewsml12};

} // namespace galley
