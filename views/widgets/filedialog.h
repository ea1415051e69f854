// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace galley {

/// A dialog for files that lists them by their names alone. Qt's own looks into files to say what they are; to close a project that
/// is open here takes SQLite's locks off it (fcntl(2)), and another program then takes its journal away, with what was coded since.
QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &folder, const QString &filter = {});

} // namespace galley
