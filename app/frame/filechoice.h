// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace galley {

class Settings;

/// Dialogs for files that let the window go on: what was chosen comes to `then`, and the folder is remembered for the next one.
struct FileChoice
{
    QString title;
    QString filter;      ///< "Galley projects (*.galley)"
    QString name = {};   ///< proposed
    QString suffix = {}; ///< of what is saved, where none is typed
};

void chooseFiles(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QStringList &)> then);
void chooseFile(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QString &)> then);
void chooseFolder(QWidget *window, Settings &settings, const QString &title, std::function<void(const QString &)> then);
void chooseNewFile(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QString &)> then); ///< asks before it replaces one

} // namespace galley
