// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>
#include <readers/xmldocument.h>

#include <functional>

/// What the readers of XML formats share.
namespace galley {

/// Reads the whole device as XML and lets `giveAll` give away what is in it.
Result<ReadInfo> readXml(QIODevice &device, const ReadOptions &options,
    const std::function<void(const QDomElement &root)> &giveAll);

/// The root's local name, and the namespace it is in.
struct RootName
{
    QString name;
    QString space;
};
RootName rootName(const FileHead &head);

/// Without its prefix.
QString localName(const QDomElement &element);

/// The elements with one of these names, in document order, but none within another.
std::vector<QDomElement> outermost(const QDomElement &root, std::initializer_list<QLatin1StringView> names);

/// What xml:lang says of an element; empty where it says nothing.
QString languageOf(const QDomElement &element);

/// Adds what an element of NewsML says, under its own name: its name or text, else its code, literal or address.
void addElement(const QDomElement &element, Article &article);

} // namespace galley
