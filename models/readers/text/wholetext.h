// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A whole file as text, with what is to be told about it.
struct WholeText
{
    QString text;
    ReadInfo info;
};
Result<WholeText> wholeText(QIODevice &device, const ReadOptions &options);

} // namespace galley
