// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookchoice.h"

#include <readers/codebook/builtincodebooks.h>
#include <readers/codebook/codebookfile.h>

#include <QCoreApplication>
#include <QFile>

namespace galley {

std::vector<CodebookChoice> codebookChoices()
{
    std::vector<CodebookChoice> choices;
    for (const BuiltInCodebook &builtIn : builtInCodebooks())
        choices.push_back({builtIn.name, builtIn.title, builtIn.description});
    return choices;
}

Result<Codebook> codebookNamed(const QString &nameOrFile)
{
    QStringList names;
    for (const BuiltInCodebook &builtIn : builtInCodebooks()) {
        if (builtIn.name == nameOrFile)
            return builtInCodebook(nameOrFile);
        names.append(builtIn.name);
    }
    QFile file(nameOrFile);
    if (!file.open(QIODevice::ReadOnly))
        return failed(QCoreApplication::translate("Command", "There is no codebook file “%1”; the built-in codebooks are %2.")
                          .arg(nameOrFile, names.join(QStringLiteral(", "))));
    constexpr qint64 largest = 16 << 20;
    return codebookFromYaml(file.read(largest), nameOrFile);
}

} // namespace galley
