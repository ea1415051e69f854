// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace galley {

/// The BCP 47 tag of a language by its English or its own name ("GERMAN; DEUTSCH", "Dutch / Nederlands") or by its code
/// ("EN"); empty where it is not known.
QString languageTag(QStringView stated);

} // namespace galley
