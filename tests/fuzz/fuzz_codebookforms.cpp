// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/codebook/codebookcompletion.h>
#include <readers/codebookfiles.h>

using namespace galley;

/// What begins like XML is a QDC, anything else a table; its text is typed in as well.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzzing::bytesOf(data, size);
    const QString name = bytes.startsWith('<') ? QStringLiteral("input.qdc") : QStringLiteral("input.csv");
    const auto read = codebookFromFile(bytes, name);
    if (read) {
        fuzzing::require(!read->codebook.layers().empty(), "a codebook has layers");
        for (const Code &code : read->codebook.codes())
            fuzzing::require(!code.name.isEmpty() && !code.uuid.isNull(), "a code has a name and an id");
    } else {
        for (const QString &line : read.error().message.split(u'\n'))
            fuzzing::require(line.startsWith(name + u':'), "each reason begins with its place");
    }
    const QString text = QString::fromUtf8(bytes.left(2000));
    const CodebookCompletion completion = completionAt(text, int(text.size() / 2));
    fuzzing::require(completion.begin >= 0 && completion.begin <= text.size(), "what is completed stands in the text");
    return 0;
}
