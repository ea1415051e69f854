// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"

#include <widgets/icons.h>

namespace galley {

QAction *makeAction(QObject *owner, const ActionRow &row)
{
    auto *action = new QAction(row.text, owner);
    action->setObjectName(QLatin1StringView(row.id));
    if (*row.icon)
        action->setIcon(icon(QLatin1StringView(row.icon)));
    action->setShortcuts(row.keys);
    if (row.run)
        QObject::connect(action, &QAction::triggered, owner, row.run);
    return action;
}

QAction *makeToggle(QObject *owner, const ActionRow &row, bool on, std::function<void(bool)> run)
{
    QAction *action = makeAction(owner, row);
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::toggled, owner, std::move(run));
    return action;
}

} // namespace galley
