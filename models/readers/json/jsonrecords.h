// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/records.h>

#include <QHash>
#include <QJsonObject>

#include <array>
#include <vector>

namespace galley {

/// Where line ends were made one character (or a byte order mark dropped) when a text came in, counted in each offset
/// unit over the text as it stands in the file, so that offsets of the same file still find their words.
struct Removed
{
    std::array<std::vector<qsizetype>, 3> positions; ///< by OffsetUnit, ascending

    qint64 moved(qint64 offset, OffsetUnit unit) const;
};

/// The text with LF line ends and without a byte order mark before it; `removed` tells what went.
QString withUnifiedLineEnds(const QString &text, Removed &removed);

/// What has been learned from the lines of one file so far.
struct JsonContext
{
    OffsetUnit unit = OffsetUnit::CodePoint; ///< where a record states none
    QHash<QString, Removed> removed;         ///< by article key, where anything was
    QHash<QString, QString> coders;          ///< names by ids that are no UUIDs
    qint64 characters = 0; ///< of all strings of articles so far
    bool counted = true;   ///< every record was an article of another program: those of Galley say themselves what was left out
};

/// All strings within but those of keys and zones.
QStringList stringsIn(const QJsonValue &value);

/// The values of one record, with what was wrong in it; a record of a kind nobody knows gives a problem.
std::vector<ReadValue> readJsonRecord(const QJsonObject &object, JsonContext &context);

/// Does it have a key that means an article's text, with one in it?
bool holdsArticleText(const QJsonObject &object);

/// "codepoint", "utf16" or "utf8".
std::optional<OffsetUnit> offsetUnitNamed(QStringView name);

} // namespace galley
