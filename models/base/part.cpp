// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "part.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>

namespace galley {

using namespace Qt::StringLiterals;

std::expected<QFunctionPointer, QString> partEntry(const char *part, const char *entry)
{
    // Beside the program as it is installed, and as it is built: programs of the tests lie one folder deeper.
    const QString program = QCoreApplication::applicationDirPath(), name = u"galley-"_s + QLatin1StringView(part);
    QLibrary library;
    for (const QString &up : {u"/../"_s, u"/../../"_s}) {
        library.setFileName(program + up + QStringLiteral(GALLEY_PARTS) + u'/' + name);
        if (library.load())
            break;
    }
    if (const QFunctionPointer found = library.isLoaded() ? library.resolve(entry) : nullptr)
        return found;
    return std::unexpected(library.errorString());
}

} // namespace galley
