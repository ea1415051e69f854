// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace galley {

/// What a file is that no reader takes and that would make no sense as plain text either, and what is expected instead;
/// empty where it may well be text. Told by content alone: `head` as it stands in the file, `start` the same as UTF-8
/// (empty where it cannot be decoded).
QString whyForeign(QByteArrayView head, QByteArrayView start);

} // namespace galley
