// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <optional>

/// What one line of an article is, seen from the line alone. Positions are UTF-16 units within the line; lines come
/// without white space around them.
namespace galley {

bool isChrome(QStringView line);     ///< "Send a link to a friend  Share", "Back to top", "ADVERTISEMENT"
bool isCopyright(QStringView line);  ///< "© 2023 …", "Copyright 2022 …", "This material may not be published …"
bool isByline(QStringView line);     ///< "By Ann Lee and Bo Kim"
bool isSubheading(QStringView line); ///< a short line in capitals
bool isGalleryCaption(QStringView line); ///< "1 of 4. A diver …"

/// The photo credit a caption ends with: "REUTERS/Ann Lee/File Photo", "(AP Photo/Ann Lee)".
std::optional<Utf16Range> photoCredit(QStringView line);

/// The photo credit a caption begins with: "© AFP A ferry leaves".
std::optional<Utf16Range> leadingPhotoCredit(QStringView line);

/// "(Reporting by …; editing by …)", alone or after the last sentence.
std::optional<Utf16Range> creditLine(QStringView line);

/// "A. Writer in Rome contributed to this report." The line says so wherever it stands; only near the end it is a credit.
bool isContributionNote(QStringView line);

} // namespace galley
