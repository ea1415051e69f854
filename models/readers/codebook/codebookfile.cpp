// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookfile.h"

#include "codebookproblems.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

namespace galley {

Result<Codebook> codebookFromYaml(QByteArrayView bytes, QStringView fileName)
{
    if (bytes.size() > largestCodebook)
        return refusedCodebook({tooLargeForCodebook()}, fileName);
    const auto text = decoded(bytes);
    if (!text)
        return refusedCodebook({{1, text.error().message}}, fileName);
    const auto tree = codebookTreeFromYaml(text->text.toUtf8());
    if (!tree)
        return refusedCodebook({tree.error()}, fileName);
    return codebookOf(*tree, CodebookSyntax::YamlFile, fileName);
}

Result<Codebook> codebookFromJson(const QJsonObject &object)
{
    BuiltCodebook built = buildCodebook(codebookTreeFromJson(object), CodebookSyntax::JsonRecord);
    if (built.problems.empty())
        return std::move(built.codebook);
    QStringList lines;
    for (const TreeProblem &problem : built.problems)
        lines += Readers::tr("Codebook: %1").arg(problem.reason);
    return failed(lines.mid(0, 50).join(u'\n'));
}

} // namespace galley
