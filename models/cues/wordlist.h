// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QString>

namespace galley {

/// The syntax definition that marks the words of a list: UTF-8, on each line a word, several words, or the beginning of one with a * behind it;
/// what follows # is a remark. In any case, and as whole words. Errors name the line.
Result<QByteArray> definitionOfWords(const QByteArray &list, const QString &name);

} // namespace galley
