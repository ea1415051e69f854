// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

namespace galley {

bool hasSuffix(QStringView fileName, const char *suffix)
{
    const QLatin1StringView ending(suffix);
    const qsizetype dot = fileName.size() - ending.size() - 1;
    return dot >= 0 && fileName[dot] == u'.' && fileName.endsWith(ending, Qt::CaseInsensitive);
}

} // namespace galley
