// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teireader.h"

#include "newsxml.h"

#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/plaintext.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> teiSuffixes{"tei", "teip5"};

/// What stands in the text and is none of it: what the printer put on the page, what an editor took out.
bool isNoTeiText(const QString &name)
{
    static const QSet<QString> names{u"fw"_s, u"note"_s, u"figure"_s, u"del"_s, u"sic"_s, u"orig"_s, u"abbr"_s, u"metamark"_s, u"gb"_s, u"teiHeader"_s};
    return names.contains(name);
}

/// The words of one block. A choice between what is printed and what is meant is made for the meant.
void addTeiWords(const QDomNode &node, QString &words)
{
    for (QDomNode child = node.firstChild(); !child.isNull(); child = child.nextSibling()) {
        if (child.isText() || child.isCDATASection()) {
            words += child.nodeValue();
            continue;
        }
        const QString name = localName(child.toElement());
        const bool choice = localName(node.toElement()) == "choice"_L1;
        if (name == "lb"_L1)
            words += child.toElement().attribute(u"break"_s) == "no"_L1 ? QString() : u" "_s;
        else if (!(isNoTeiText(name) && (choice || name == "fw"_L1 || name == "del"_L1 || name == "note"_L1 || name == "figure"_L1)))
            addTeiWords(child, words);
    }
}

QString teiWords(const QDomElement &element)
{
    QString words;
    addTeiWords(element, words);
    return collapsed(words).trimmed();
}

/// Blocks of a division, in order; verses and items each on their own.
class TeiText
{
public:
    explicit TeiText(StatedArticle &stated) : m_stated(stated) {}

    void take(const QDomElement &parent)
    {
        for (const QDomElement &part : childrenNamed(parent)) {
            const QString name = localName(part);
            if (name == "head"_L1)
                takeHead(teiWords(part));
            else if (name == "byline"_L1 || name == "docAuthor"_L1)
                setByline(m_stated, teiWords(part));
            else if (name == "dateline"_L1)
                setDateline(m_stated, teiWords(part));
            else if (name == "p"_L1 || name == "ab"_L1 || name == "l"_L1 || name == "item"_L1 || name == "row"_L1 || name == "speaker"_L1
                     || name == "salute"_L1 || name == "signed"_L1 || name == "s"_L1 || name == "u"_L1)
                add(teiWords(part));
            else if (name == "figure"_L1)
                takeFigure(part);
            else if (name == "fw"_L1 || name == "note"_L1)
                addField(m_stated.article, name, teiWords(part));
            else
                take(part);
        }
    }

private:
    void add(const QString &words)
    {
        if (!words.isEmpty())
            m_stated.body.push_back({words});
    }

    void takeHead(const QString &words)
    {
        if (m_stated.headline.isEmpty() && m_stated.body.empty())
            m_stated.headline = words;
        else if (m_stated.body.empty())
            m_stated.decks += words;
        else
            m_stated.body.push_back({words, ZoneKind::Subheading});
    }

    void takeFigure(const QDomElement &figure)
    {
        for (const QDomElement &part : childrenNamed(figure)) {
            if (const QString words = teiWords(part); !words.isEmpty() && localName(part) != "graphic"_L1)
                m_stated.captions += words;
        }
    }

    StatedArticle &m_stated;
};

StatedArticle statedByTei(const QDomElement &document)
{
    StatedArticle stated;
    Article &article = stated.article;
    const QDomElement header = childNamed(document, "teiHeader"_L1);
    const QDomElement file = childNamed(header, "fileDesc"_L1);
    const QDomElement titles = childNamed(file, "titleStmt"_L1);
    const QDomElement source = childNamed(file, "sourceDesc"_L1);
    article.title = teiWords(childNamed(titles, "title"_L1));
    QStringList authors;
    for (const QDomElement &author : childrenNamed(titles, "author"_L1))
        authors += teiWords(author);
    authors.removeAll(QString());
    article.authors = authors.join("; "_L1);
    // The newspaper is what the file was made from; the library that made it is who published the file.
    for (const QDomElement &title : descendantsNamed(source, "title"_L1)) {
        const QString level = title.attribute(u"level"_s);
        if (article.outlet.isEmpty() && (level == "j"_L1 || level == "m"_L1 || level.isEmpty()) && teiWords(title) != article.title)
            article.outlet = teiWords(title);
    }
    for (const QDomElement &parent : {source, childNamed(file, "publicationStmt"_L1)}) {
        const QDomElement date = descendantNamed(parent, "date"_L1);
        if (article.published.isEmpty() && !date.isNull())
            setPublished(stated, date.attribute(u"when"_s, date.attribute(u"when-iso"_s, teiWords(date))));
    }
    addField(article, u"publisher"_s, teiWords(descendantNamed(childNamed(file, "publicationStmt"_L1), "publisher"_L1)));
    addField(article, u"idno"_s, teiWords(descendantNamed(header, "idno"_L1)));
    article.language = descendantNamed(header, "language"_L1).attribute(u"ident"_s);
    if (article.language.isEmpty())
        article.language = languageOf(childNamed(document, "text"_L1));
    return stated;
}

std::vector<QDomElement> articlesIn(const QDomElement &text)
{
    auto divisions = descendantsNamed(text, "div"_L1);
    std::erase_if(divisions, [](const QDomElement &division) {
        return division.attribute(u"type"_s).compare("article"_L1, Qt::CaseInsensitive) != 0;
    });
    return divisions;
}

bool giveTei(const QDomElement &document, const TakeRecord &take)
{
    const QDomElement text = childNamed(document, "text"_L1);
    const auto articles = articlesIn(text);
    const auto giveOne = [&](const QDomElement &element, bool of) {
        StatedArticle stated = statedByTei(document);
        if (of) {
            addField(stated.article, u"document"_s, stated.article.title);
            stated.article.title.clear();
        }
        TeiText(stated).take(element);
        stated.line = element.lineNumber();
        holdTexts(stated.account, element);
        return give(std::move(stated), take);
    };
    if (articles.size() < 2)
        return giveOne(text, false);
    return std::ranges::all_of(articles, [&](const QDomElement &article) { return giveOne(article, true); });
}

Result<ReadInfo> readTei(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const auto documents = outermost(root, {"TEI"_L1, "TEI.2"_L1});
        if (documents.empty())
            take({1, ReadProblem{Readers::tr("There is no document in it.")}});
        for (const QDomElement &document : documents) {
            if (!giveTei(document, take))
                return;
        }
    });
}

bool isTei(const FileHead &head)
{
    const QString name = rootName(head).name;
    return name == "TEI"_L1 || name == "TEI.2"_L1 || name == "teiCorpus"_L1;
}

} // namespace

const Reader teiReader{"tei", [] { return Readers::tr("TEI"); }, teiSuffixes, isTei, readTei};

} // namespace galley
