// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

#include <functional>

namespace galley {

/// One row of a controller's table of actions.
struct ActionRow
{
    const char *id;    ///< stable object name, "undo"
    QString text;      ///< as in the menu, with a mnemonic
    const char *icon;  ///< of the icon set, or ""
    QList<QKeySequence> keys;
    std::function<void()> run;
};

/// Makes the action, named, with icon, keys and tooltip; it belongs to `owner`.
QAction *makeAction(QObject *owner, const ActionRow &row);
QAction *makeToggle(QObject *owner, const ActionRow &row, bool on, std::function<void(bool)> run);

} // namespace galley
