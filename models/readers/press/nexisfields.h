// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace galley {

/// What the fields of a LexisNexis document mean. They are named in the language of the database or of its user.
struct NexisField
{
    enum class Kind {
        Headline,
        Byline,
        Section,
        Length,
        Dateline,
        Highlight,
        Language,
        LoadDate,
        Body, ///< the text comes after it
        Graphic,
        Show, ///< a broadcast, with its time
        Url,
        Other, ///< kept as it is, like all that are in no list
    };
    Kind kind = Kind::Other;
    bool afterBody = false; ///< stands after the text, never right before it
};
using NexisKind = NexisField::Kind;

/// The meaning of a field's name ("BYLINE", "Länge"), in any case; nothing where Nexis has no field of that name.
std::optional<NexisField> nexisFieldNamed(QStringView name);

/// "n of N DOCUMENTS", "Dokument n von N": what every document of a download begins with.
bool isNexisMarker(QStringView line);

} // namespace galley
