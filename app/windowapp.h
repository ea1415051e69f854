// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// Runs the window, on a project if one is named; gives the exit code.
int runWindow(int argc, char **argv, const QString &project);

struct WindowPicture
{
    QString project;
    QString file; ///< PNG to write
    QString theme; ///< "light" or "dark"
    int article = 0;         ///< which of the list is shown
    QString place = {};      ///< where the window is: "compare"; empty: reading
};

/// Renders the window on a project without a display.
bool renderWindow(int argc, char **argv, const WindowPicture &picture);

/// What every application object gets, with and without a window: name, version, texts in the user's language.
void prepareApplication();

} // namespace galley
