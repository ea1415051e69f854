// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookchoice.h"

#include <readers/codebook/builtincodebooks.h>

#include <QCoreApplication>
#include <QFile>

namespace galley {

namespace {

const QString emptyCodebook = QStringLiteral("empty");

} // namespace

std::vector<CodebookChoice> codebookChoices()
{
    std::vector<CodebookChoice> choices;
    for (const BuiltInCodebook &builtIn : builtInCodebooks())
        choices.push_back({builtIn.name, builtIn.title, builtIn.description});
    choices.push_back({emptyCodebook, QCoreApplication::translate("Command", "Empty"), QCoreApplication::translate("Command", "Nothing yet: layers, variables and codes are made in the place Codebook.")});
    return choices;
}

Result<IncomingCodebook> codebookNamed(const QString &nameOrFile, const QString &name)
{
    if (nameOrFile == emptyCodebook)
        return IncomingCodebook{Codebook(QCoreApplication::translate("Command", "Codebook"), 1, {}, {}, {})};
    QStringList names;
    for (const BuiltInCodebook &builtIn : builtInCodebooks()) {
        if (builtIn.name == nameOrFile)
            return builtInCodebook(nameOrFile).transform([](const Codebook &codebook) { return IncomingCodebook{codebook}; });
        names.append(builtIn.name);
    }
    QFile file(nameOrFile);
    if (!file.open(QIODevice::ReadOnly))
        return failed(QCoreApplication::translate("Command", "There is no codebook file “%1”; the built-in codebooks are %2, and “empty”.")
                          .arg(nameOrFile, names.join(QStringLiteral(", "))));
    constexpr qint64 largest = 16 << 20;
    return codebookFromFile(file.read(largest), nameOrFile, name);
}

} // namespace galley
