// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDockWidget>

namespace galley {

/// Shows the dock that a panel is in, where it was closed or lies behind another.
inline void bringUp(QWidget *panel)
{
    for (QWidget *around = panel; around; around = around->parentWidget()) {
        if (auto *dock = qobject_cast<QDockWidget *>(around)) {
            dock->show();
            dock->raise();
        }
    }
}

/// The same for one that lies behind another; one that was closed stays so.
inline void bringForward(QWidget *panel)
{
    for (QWidget *around = panel; around; around = around->parentWidget()) {
        auto *dock = qobject_cast<QDockWidget *>(around);
        if (dock && dock->toggleViewAction()->isChecked() && dock->visibleRegion().isEmpty())
            dock->raise();
    }
}

} // namespace galley
