// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/codebook/codebookfile.h>

using namespace galley;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto book = codebookFromYaml(fuzzing::bytesOf(data, size), u"input");
    if (!book) {
        for (const QString &line : book.error().message.split(u'\n'))
            fuzzing::require(line.startsWith(QStringLiteral("input:")), "each reason begins with its place");
        return 0;
    }
    fuzzing::require(!book->layers().empty(), "a codebook has layers");
    for (const Code &code : book->codes())
        fuzzing::require(
            !code.name.isEmpty() && !code.uuid.isNull() && book->code(code.id) != nullptr, "a code has a name and an id");
    return 0;
}
