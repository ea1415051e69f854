// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/xmldocument.h>
#include <readers/reader.h>

#include <functional>

/// What the readers of XML formats share.
namespace galley {

/// Reads the whole device as XML and lets `giveAll` give away what is in it; what none of the articles accounts for is told.
Result<ReadInfo> readXml(QIODevice &device, const ReadOptions &options, const TakeRecord &take,
    const std::function<void(const QDomElement &root, const TakeRecord &take)> &giveAll);

/// Adds what an element of NewsML says, under its own name: its name or text, else its code, literal or address.
void addElement(const QDomElement &element, Article &article);

} // namespace galley
