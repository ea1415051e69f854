// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace galley {

/// What text is compared as when somebody searches: without case, accents and doubled white space ("Über  alles" -> "uber alles").
QString folded(QStringView text);

/// The same in UTF-8: half the memory, and byte search is fast over 100,000 of them.
QByteArray foldedUtf8(QStringView text);
void appendFolded(QByteArray &to, QStringView text);

} // namespace galley
