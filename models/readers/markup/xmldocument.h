// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <readers/article/textaccount.h>
#include <readers/reader.h>

#include <QByteArrayView>
#include <QDomDocument>

#include <vector>

namespace galley {

/// A whole XML file as a tree, with namespaces. Nothing outside the file is ever read, entities are those of XML and
/// HTML by their names; a file that declares its own, nests more than 500 deep, holds more than two million elements
/// or one with more than a thousand attributes is refused. Bytes that are UTF-8 although the file declares another
/// encoding are taken as UTF-8. One that ends in the middle is refused too, or read as far as it is whole.
struct XmlDocument
{
    QDomDocument tree;
    QString encoding;
    bool encodingGuessed = false;
    QStringList remarks = {};
    QString lost = {}; ///< words of what was begun when it broke off
    qint64 lostLine = 0;
};
enum class XmlEnd { Required, MayBeMissing };
Result<XmlDocument> xmlDocument(QByteArrayView bytes, const QString &encoding = {}, XmlEnd end = XmlEnd::Required);

/// The local name of the root element, read from the beginning of a file; empty where it is no XML. With its namespace
/// where one is declared: "{http://www.w3.org/2005/Atom}feed".
QString xmlRoot(QByteArrayView head);

/// The root's local name, and the namespace it is in.
struct RootName
{
    QString name;
    QString space;
};
RootName rootName(const FileHead &head);

/// The first child, or descendant, element with a local name, whatever its namespace; null where there is none.
QDomElement childNamed(const QDomNode &parent, QLatin1StringView name);
QDomElement descendantNamed(const QDomNode &parent, QLatin1StringView name);
/// All child elements with a local name, in order; every child element where the name is empty.
std::vector<QDomElement> childrenNamed(const QDomNode &parent, QLatin1StringView name = {});
/// All descendants with a local name, in document order.
std::vector<QDomElement> descendantsNamed(const QDomNode &parent, QLatin1StringView name);

/// The text of an element and of all in it, white space collapsed to single blanks (no-break spaces stay) and trimmed.
QString collapsedText(const QDomNode &node);

/// Adds a text, or what it says where it is written as HTML.
void holdMarkup(TextAccount &account, const QString &text, LeftOutReason ifLeft = LeftOutReason::Metadata);

/// Adds every text within an element to what a source holds; of markup that is written as text, what it says.
void holdTexts(TextAccount &account, const QDomNode &node, LeftOutReason ifLeft = LeftOutReason::Metadata);

/// Without its prefix.
QString localName(const QDomElement &element);

/// The elements with one of these names, in document order, but none within another.
std::vector<QDomElement> outermost(const QDomElement &root, std::initializer_list<QLatin1StringView> names);

/// What xml:lang says of an element; empty where it says nothing.
QString languageOf(const QDomElement &element);

} // namespace galley
