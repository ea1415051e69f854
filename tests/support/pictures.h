// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QWidget>

namespace galley::testing {

/// Keeps what the widget looks like at this moment of a test as NAME.png in the folder "pictures" of the test's build folder,
/// to be looked at by people. False where it shows nothing or cannot be written.
inline bool keepPicture(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(QT_TESTCASE_BUILDDIR "/pictures"));
    return folder.mkpath(QStringLiteral(".")) && widget.grab().save(folder.filePath(name + QStringLiteral(".png")));
}

} // namespace galley::testing
