// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "opcpackage.h"

#include <readers/readertext.h>

#include <QDir>
#include <QUrl>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView compoundFile = "\xD0\xCF\x11\xE0";

/// "word/document.xml" -> "word/_rels/document.xml.rels"
QString relationsPart(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    return part.first(slash) + u"_rels/"_s + part.sliced(slash) + u".rels"_s;
}

QString resolved(const QString &part, const QString &target)
{
    const QString path = QUrl::fromPercentEncoding(target.toUtf8());
    return path.startsWith(u'/') ? QDir::cleanPath(path).sliced(1)
                                 : QDir::cleanPath(part.first(part.lastIndexOf(u'/') + 1) + path);
}

} // namespace

Result<OpcPackage> OpcPackage::open(QByteArray bytes)
{
    if (bytes.startsWith(compoundFile)) {
        const bool encrypted = bytes.contains(QByteArrayView("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
        return failed(encrypted ? Readers::tr("It is protected with a password; it has to be saved without one first.")
                                : Readers::tr("It is a document of an old office program under a new name; it has to be saved in the "
                                         "new format first."));
    }
    auto archive = ZipArchive::open(std::move(bytes));
    if (!archive)
        return std::unexpected(archive.error());
    return OpcPackage(std::move(*archive));
}

std::vector<OpcPackage::Relation> OpcPackage::relations(const QString &part) const
{
    std::vector<Relation> found;
    const QDomDocument listed = tree(relationsPart(part));
    for (const QDomElement &relation : childrenNamed(listed.documentElement(), "Relationship"_L1)) {
        if (relation.attribute(u"TargetMode"_s) == "External"_L1)
            continue;
        found.push_back({relation.attribute(u"Id"_s), relation.attribute(u"Type"_s).section(u'/', -1),
                         resolved(part, relation.attribute(u"Target"_s))});
    }
    return found;
}

QString OpcPackage::related(const QString &part, QLatin1StringView type) const
{
    const auto all = relations(part);
    const auto found = std::ranges::find_if(all, [&](const Relation &relation) { return relation.type == type; });
    return found == all.end() ? QString() : found->target;
}

QDomDocument OpcPackage::tree(const QString &part) const
{
    if (!m_archive.contains(part))
        return {};
    const auto bytes = m_archive.contents(part);
    const auto document = bytes ? xmlDocument(*bytes) : std::unexpected(bytes.error());
    return document ? document->tree : QDomDocument();
}

Article OpcPackage::properties() const
{
    Article stated;
    const auto keep = [&](const QString &name, const QString &value) {
        if (!name.isEmpty() && !value.isEmpty())
            stated.fields.insert(name, value);
    };
    const QDomDocument core = tree(related({}, "core-properties"_L1));
    for (const QDomElement &property : childrenNamed(core.documentElement())) {
        const QString name = property.localName();
        const QString value = collapsedText(property);
        if (name == "title"_L1)
            stated.title = value;
        else if (name == "creator"_L1)
            stated.authors = value;
        else if (name == "language"_L1)
            stated.language = value;
        else
            keep(name, value);
    }
    // Of the program's own properties those that say something about the document, not about the program.
    const QDomDocument extended = tree(related({}, "extended-properties"_L1));
    for (const QLatin1StringView name : {"Company"_L1, "Manager"_L1, "Pages"_L1, "Words"_L1})
        keep(name, collapsedText(childNamed(extended.documentElement(), name)));
    const QDomDocument custom = tree(related({}, "custom-properties"_L1));
    for (const QDomElement &property : childrenNamed(custom.documentElement(), "property"_L1))
        keep(property.attribute(u"name"_s), collapsedText(property));
    return stated;
}

bool isOpcPackage(const FileHead &head, QLatin1StringView folder, std::span<const char *const> suffixes)
{
    const bool called = std::ranges::any_of(suffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); });
    if (head.bytes.startsWith(compoundFile))
        return called;
    const QStringList names = namesInZipHead(head.bytes);
    if (std::ranges::any_of(names, [&](const QString &name) { return name.startsWith(folder); }))
        return true;
    const bool telling = mimeTypeInZipHead(head.bytes).isEmpty() && std::ranges::none_of(names, [](const QString &name) {
                             return name.startsWith("word/"_L1) || name.startsWith("xl/"_L1) || name.startsWith("ppt/"_L1);
                         });
    return called && telling && head.bytes.startsWith("PK\x03\x04");
}

QString attributeNamed(const QDomElement &element, QLatin1StringView name)
{
    const QDomNamedNodeMap attributes = element.attributes();
    for (int at = 0; at < attributes.count(); ++at) {
        const QDomNode attribute = attributes.item(at);
        if ((attribute.localName().isEmpty() ? attribute.nodeName() : attribute.localName()) == name)
            return attribute.nodeValue();
    }
    return {};
}

} // namespace galley
