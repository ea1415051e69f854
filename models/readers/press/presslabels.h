// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace galley {

/// What press databases write in the language of whoever uses them, in one table for all of them: the line of an article's length,
/// of its rights, of its number.
bool isLengthLine(QStringView line);    ///< "584 words", "1.234 Wörter", "815 字"
bool isRightsLine(QStringView line);    ///< "Copyright 2023 …", "© …", "版权 2018 …", "All Rights Reserved"
QString documentNumberIn(QStringView line); ///< of "Document HARBR00020181007eea70005l", "文件 …"; empty where it is none

} // namespace galley
