// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epubreader.h"

#include "opcpackage.h"

#include <readers/article/articlefields.h>
#include <readers/article/composedtext.h>
#include <readers/article/publisheddate.h>
#include <readers/markup/htmlblocks.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QDir>
#include <QIODevice>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestEpub = 512'000'000;
constexpr std::array<const char *, 1> epubSuffixes{"epub"};

struct Book
{
    Article stated;       ///< what holds for all of its articles
    QStringList chapters; ///< names of entries, in reading order
};

Result<QDomDocument> requiredTree(const ZipArchive &archive, const QString &name)
{
    const auto bytes = archive.contents(name);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = xmlDocument(*bytes);
    return document ? Result<QDomDocument>(document->tree) : std::unexpected(document.error());
}

/// Fonts may be garbled, which harms no text.
bool isProtected(const ZipArchive &archive)
{
    const QString list = u"META-INF/encryption.xml"_s;
    const auto tree = archive.contains(list) ? requiredTree(archive, list) : Result<QDomDocument>(QDomDocument());
    const auto encrypted = tree ? descendantsNamed(*tree, "EncryptedData"_L1) : std::vector<QDomElement>();
    return std::ranges::any_of(encrypted, [](const QDomElement &entry) {
        const QString method = attributeNamed(childNamed(entry, "EncryptionMethod"_L1), "Algorithm"_L1);
        return !method.endsWith("/embedding"_L1) && !method.endsWith("enc#RC"_L1);
    });
}

/// Titles, names and the like, which a book may state several times.
Article statedByBook(const QDomElement &metadata)
{
    QMap<QString, QStringList> values;
    for (const QDomElement &property : childrenNamed(metadata)) {
        // <meta> is for programs, but for those of publishers' own: <meta property="dcterms:modified">
        const QString name = property.localName() == "meta"_L1 ? attributeNamed(property, "property"_L1) : property.localName();
        const QString value = collapsedText(property);
        if (!name.isEmpty() && !value.isEmpty() && !property.hasAttribute(u"refines"_s))
            values[name].push_back(value);
    }
    Article stated;
    stated.outlet = values.take(u"title"_s).join(u": "_s);
    stated.authors = values.take(u"creator"_s).join(u"; "_s);
    stated.language = values.take(u"language"_s).value(0);
    stated.published = isoDate(values.take(u"date"_s).value(0));
    for (auto field = values.cbegin(); field != values.cend(); ++field)
        stated.fields.insert(field.key(), field->join(u"; "_s));
    return stated;
}

Result<Book> bookIn(const ZipArchive &archive)
{
    const auto container = requiredTree(archive, u"META-INF/container.xml"_s);
    if (!container)
        return std::unexpected(container.error());
    const QString root = attributeNamed(descendantNamed(*container, "rootfile"_L1), "full-path"_L1);
    const auto tree = requiredTree(archive, root);
    if (!tree)
        return std::unexpected(tree.error());
    const QDomElement package = tree->documentElement();
    QHash<QString, QString> items;
    for (const QDomElement &item : childrenNamed(childNamed(package, "manifest"_L1), "item"_L1)) {
        const QString type = attributeNamed(item, "media-type"_L1);
        const bool contents = attributeNamed(item, "properties"_L1).split(u' ').contains("nav"_L1);
        if (!contents && (type.contains("html"_L1) || type.isEmpty()))
            items.insert(attributeNamed(item, "id"_L1), attributeNamed(item, "href"_L1));
    }
    Book book{statedByBook(childNamed(package, "metadata"_L1)), {}};
    const QString folder = root.first(root.lastIndexOf(u'/') + 1);
    for (const QDomElement &place : childrenNamed(childNamed(package, "spine"_L1), "itemref"_L1)) {
        const QString href = items.value(attributeNamed(place, "idref"_L1)).section(u'#', 0, 0);
        if (!href.isEmpty())
            book.chapters.push_back(QDir::cleanPath(folder + QUrl::fromPercentEncoding(href.toUtf8())));
    }
    return book;
}

/// In XHTML any element may be closed where it begins; the parser, which is one for HTML, takes it for open.
QString withoutShortTags(QString page)
{
    static const QRegularExpression tag(u"<([A-Za-z][\\w:-]*)((?:\\s[^<>]*)?)/>"_s);
    static const QStringList empty{u"area"_s,  u"base"_s, u"br"_s,   u"col"_s,   u"embed"_s,  u"hr"_s,    u"img"_s,
                                   u"input"_s, u"link"_s, u"meta"_s, u"param"_s, u"source"_s, u"track"_s, u"wbr"_s};
    QString result;
    qsizetype begin = 0;
    for (auto found = tag.globalMatch(page); found.hasNext();) {
        const auto match = found.next();
        result += QStringView(page).sliced(begin, match.capturedStart() - begin);
        const QString name = match.captured(1);
        result += u'<' + name + match.captured(2) + u'>';
        if (!empty.contains(name))
            result += u"</"_s + name + u'>';
        begin = match.capturedEnd();
    }
    result += QStringView(page).sliced(begin);
    return result;
}

/// None where the page has no text: a cover, a picture.
Result<std::optional<ReadArticle>> chapterIn(const ZipArchive &archive, const QString &name, const Article &stated, qint64 &characters)
{
    const auto bytes = archive.contents(name);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto page = decoded(*bytes);
    if (!page)
        return std::unexpected(page.error());
    const auto tree = HtmlTree::parse(withoutShortTags(page->text).toUtf8());
    if (!tree)
        return std::unexpected(tree.error());
    const auto blocks = htmlBlocks(*tree);
    const auto heading = std::ranges::find(blocks, HtmlBlock::Kind::Heading, &HtmlBlock::kind);
    ReadArticle read;
    read.article = stated;
    // Only a heading at the top is the chapter's.
    const bool titled = heading != blocks.end() && heading - blocks.begin() < 3;
    if (titled)
        read.article.title = heading->text.simplified();
    ComposedText text;
    for (const HtmlBlock &block : blocks)
        text.add(block.text, titled && &block == &*heading ? ZoneKind::Headline : zoneOf(block.kind));
    TextAccount account;
    holdTexts(account, tree->root());
    characters += account.characters();
    if (text.isEmpty())
        return std::optional<ReadArticle>();
    text.moveTo(read);
    if (!titled)
        read.article.title = titleFrom(read.text, {});
    account.settle(read);
    return std::optional(std::move(read));
}

Result<ReadInfo> readEpub(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestEpub);
    if (!bytes)
        return std::unexpected(bytes.error());
    ReadInfo info{u"UTF-8"_s, sha256Of(*bytes)};
    const auto archive = ZipArchive::open(std::move(*bytes));
    if (!archive)
        return std::unexpected(archive.error());
    if (isProtected(*archive))
        return failed(Readers::tr("The book is protected against copying, so its text cannot be read."));
    const auto book = bookIn(*archive);
    if (!book)
        return std::unexpected(book.error());
    bool any = false;
    FileAccount account(take);
    qint64 characters = 0;
    for (const QString &name : book->chapters) {
        auto chapter = chapterIn(*archive, name, book->stated, characters);
        if (chapter && !*chapter)
            continue;
        any = true;
        ReadValue value = chapter ? ReadValue(std::move(**chapter)) : ReadProblem{name + u": "_s + chapter.error().message};
        if (!account.take()({0, std::move(value)}))
            return info;
    }
    info.characters = characters;
    account.close(characters, LeftOutReason::Part);
    if (!any)
        take({0, ReadProblem{Readers::tr("There is no text in it.")}});
    return info;
}

bool isEpub(const FileHead &head)
{
    if (const QByteArray type = mimeTypeInZipHead(head.bytes); !type.isEmpty())
        return type.startsWith("application/epub+zip");
    return hasSuffix(head.fileName, epubSuffixes.front()) && head.bytes.startsWith("PK\x03\x04");
}

} // namespace

const Reader epubReader{"epub", [] { return Readers::tr("Electronic book (EPUB)"); }, epubSuffixes, isEpub, readEpub, true};

} // namespace galley
