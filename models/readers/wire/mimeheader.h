// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

namespace galley {

/// The value of a header field as people read it: encoded words (RFC 2047) and bytes of any charset become text.
QString headerText(QByteArrayView value);

/// "text/plain; charset=utf-8" in its parts; parameters may be split and encoded (RFC 2231).
struct MimeValue
{
    QString value; ///< lower case
    QHash<QString, QString> parameters; ///< by lower-case name
};
MimeValue mimeValue(QByteArrayView field);

/// Who is named in "Ann Lee <ann@example.org>, bo@example.org (Bo Kim)"; the address where there is no name.
QStringList namesOfMailboxes(QByteArrayView field);

} // namespace galley
