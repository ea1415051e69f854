// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/error.h>

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

namespace galley {

/// Reads a codebook file (resources/codebooks/README.md documents the format). Rows get ids from 1 in their order.
/// The error's message has a line for everything that is wrong, each "FILE:LINE: reason".
Result<Codebook> codebookFromYaml(QByteArrayView bytes, QStringView fileName);

/// The same from a JSONL record of type codebook, with its revision. The error's message has a line for each reason.
Result<Codebook> codebookFromJson(const QJsonObject &object);

} // namespace galley
