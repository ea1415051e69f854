// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QUuid>

#include <array>
#include <initializer_list>

/// Ids are the same in every copy of a project: 63 bits that follow from a UUID, from what the row is by its nature, or from
/// time and chance. What is one thing by its nature (a coder's progress in an article, an actor of one name, an article of
/// one text) has one id, whoever makes the row on whichever copy.
namespace galley {

/// An id of one of many things that belong to something: those of one owner stand next to each other, so that a million of them are
/// written and read in order. 23 bits of the owner's idFrom(), 40 of the thing.
qint64 idWithin(qint64 owner, const QUuid &thing);

/// The id of what has this UUID: the one within it where uuidOf() made it, else 63 bits of its SHA-256. Never 0 but for a null UUID.
qint64 idOf(const QUuid &uuid);

/// The id as the outside sees it, where numbers of more than 53 bits are not safe: a UUID of version 8 around it. Null for 0.
QUuid uuidOf(qint64 id);
/// The same as text, for exports that write a million of them. Not for 0.
std::array<char, 36> uuidTextOf(qint64 id);

/// The id that follows from these parts and nothing else.
qint64 idFrom(std::initializer_list<QStringView> parts);

/// The first id of a block to be given away one after the other: drawn anew for each opening of a file, so that two copies
/// give the same one with a chance of 2 · ids / 2⁶³.
qint64 drawnId();

/// As names are compared: white space and case aside.
QString foldedName(QStringView name);

} // namespace galley
