// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace galley {

/// The language a text is written in as BCP 47 ("en", "zh-Hant"), by its beginning; empty where that is too short or too
/// mixed to be sure. Compact Language Detector 2.
QString detectedLanguage(QStringView text);

} // namespace galley
