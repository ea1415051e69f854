// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

namespace galley {

/// A symbolic icon from :/galley/icons ("undo", "find-next"), drawn in the palette's text colour at any size and scale;
/// greyed where disabled, in the highlighted text colour where selected. Follows a change of theme.
QIcon icon(const QString &name);

/// The same in one fixed colour.
QIcon icon(const QString &name, const QColor &color);

QIcon applicationIcon();

QStringList iconNames();

} // namespace galley
