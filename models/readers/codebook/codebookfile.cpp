// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookfile.h"

#include "codebookbuilder.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype largestCodebook = 8'000'000;
constexpr qsizetype mostReported = 50;

/// Reasons in the order of their lines, each on a line of its own.
template<typename Show>
std::unexpected<Error> refused(std::vector<TreeProblem> problems, Show show)
{
    std::ranges::stable_sort(problems, {}, &TreeProblem::line);
    QStringList lines;
    for (const TreeProblem &problem : problems) {
        if (lines.size() == mostReported) {
            lines.push_back(
                show({problem.line, Readers::tr("%1 further problems follow.").arg(qsizetype(problems.size()) - mostReported)}));
            break;
        }
        lines.push_back(show(problem));
    }
    return failed(lines.join(u'\n'));
}

} // namespace

Result<Codebook> codebookFromYaml(QByteArrayView bytes, QStringView fileName)
{
    const auto show = [&](const TreeProblem &problem) {
        return u"%1:%2: %3"_s.arg(fileName).arg(std::max(problem.line, 1)).arg(QString(problem.reason).replace(u'\n', u' '));
    };
    if (bytes.size() > largestCodebook)
        return refused({{1, Readers::tr("The file is larger than %1 MB, too large for a codebook.").arg(largestCodebook / 1'000'000)}}, show);
    const auto text = decoded(bytes);
    if (!text)
        return refused({{1, text.error().message}}, show);
    const auto tree = codebookTreeFromYaml(text->text.toUtf8());
    if (!tree)
        return refused({tree.error()}, show);
    BuiltCodebook built = buildCodebook(*tree, CodebookSyntax::YamlFile);
    if (!built.problems.empty())
        return refused(std::move(built.problems), show);
    return std::move(built.codebook);
}

Result<Codebook> codebookFromJson(const QJsonObject &object)
{
    BuiltCodebook built = buildCodebook(codebookTreeFromJson(object), CodebookSyntax::JsonRecord);
    if (!built.problems.empty())
        return refused(
            std::move(built.problems), [](const TreeProblem &problem) { return Readers::tr("Codebook: %1").arg(problem.reason); });
    return std::move(built.codebook);
}

} // namespace galley
