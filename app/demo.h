// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QString>

namespace galley {

/// The demo project: made from the sample articles with three coders' codings where it is not there yet,
/// in the user's data folder (or `folder`). Gives its path.
Result<QString> demoProject(const QString &folder = {});

} // namespace galley
