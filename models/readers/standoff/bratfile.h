// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QHash>
#include <QString>

#include <utility>
#include <vector>

/// A file of annotations as brat writes it, line by line, before anybody asks what its offsets count.
namespace galley::brat {

using Offsets = std::vector<std::pair<qint64, qint64>>;

/// T: a stretch of the text, in one or several pieces.
struct TextBound
{
    int line = 0;
    QString id, type;
    Offsets offsets; ///< as stated: some tools put pieces in another order than the text has them
    QString quote; ///< line breaks as blanks
};

/// E and R: what refers to stretches by roles.
struct Link
{
    int line = 0;
    QString id, type;
    QString trigger;                                ///< of an event
    std::vector<std::pair<QString, QString>> roles; ///< role and id
};

/// A and M: a value may be missing.
struct Attribute
{
    int line = 0;
    QString name, target, value;
};

struct Note
{
    int line = 0;
    QString target, text;
};

struct File
{
    std::vector<TextBound> textBounds;
    std::vector<Link> events, relations;
    std::vector<Attribute> attributes;
    std::vector<Note> notes;
    int references = 0, equivalences = 0, otherNotes = 0; ///< lines N, * and # of tools, which have no place here
    std::vector<std::pair<int, QString>> problems;        ///< by line
};

File parsed(const QString &text);

/// "Content2" is the second "Content".
QString roleName(const QString &numbered);

} // namespace galley::brat
