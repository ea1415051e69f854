// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

/// What brat's files and a codebook call each other, where reader and writer must agree.
namespace galley::brat {

/// The layer of what comes from brat, and its principal variable: its types stand as they are, without the layer's name.
inline const QString layer = QStringLiteral("brat");
inline const QString type = QStringLiteral("type");

/// A variable that was a relation (R) says so in its description, with the names of its two ends; any other that takes
/// passages is a role of an event (E).
inline QString relationDescription(const QString &from, const QString &to)
{
    return QStringLiteral("A relation of brat, %1 to %2").arg(from, to);
}

inline std::optional<std::pair<QString, QString>> relationEnds(const QString &description)
{
    const QString beginning = relationDescription({}, {}).section(QStringLiteral(" to "), 0, 0);
    if (!description.startsWith(beginning))
        return std::nullopt;
    const QStringList ends = description.sliced(beginning.size()).split(QStringLiteral(" to "));
    return ends.size() == 2 ? std::optional(std::pair(ends[0], ends[1])) : std::nullopt;
}

/// The first line of a visual.conf whose labels are the names that had to be made safe: "Framing/Crime and punishment".
inline const QString ownLabels = QStringLiteral("# Names as Galley has them; brat's types stand for them.");

} // namespace galley::brat
