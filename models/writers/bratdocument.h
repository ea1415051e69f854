// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safenames.h"

#include <domain/labels.h>
#include <domain/rows.h>

#include <QMap>
#include <QSet>
#include <QStringList>

namespace galley {

/// What goes into brat's files of a whole export: names, and what brat has no place for.
struct BratExport
{
    Labels labels;
    const Codebook &codebook;
    SafeNames names = {};
    QSet<QString> entities = {};
    QMap<QString, QSet<QString>> events = {};     ///< roles by type
    QMap<QString, QStringList> relations = {};    ///< the names of their two ends
    QMap<QString, QSet<QString>> attributes = {}; ///< values by name
    qint64 wholeArticles = 0, flags = 0, brokenNotes = 0, wordsAsNotes = 0;
};

/// One coder's annotations of one article.
class BratDocument
{
public:
    /// False: it has no place in a file of brat, which is counted.
    bool add(BratExport &all, const AnnotationRow &row);
    QByteArray text(BratExport &all) const;
    bool isEmpty() const { return m_items.empty(); }

private:
    struct Piece
    {
        std::vector<Range> ranges;
        QString quote; ///< pieces parted by a blank
    };

    struct Link
    {
        QString role;
        QString type; ///< of a stretch that is there for it alone
        Piece to;
        QString from = {}, at = {}; ///< of a relation: the names of its ends
    };

    struct Item
    {
        LayerId layer;
        QString type;
        Piece place;
        std::vector<Link> roles, relations;
        std::vector<std::pair<QString, QString>> attributes;
        QStringList notes;
    };

    class Lines;

    static Piece pieceOf(std::vector<Range> ranges, const QString &quote);
    void addValue(BratExport &all, Item &item, const VariableValue &value) const;

    std::vector<Item> m_items;
};

} // namespace galley
