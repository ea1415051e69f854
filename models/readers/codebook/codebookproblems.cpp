// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookproblems.h"

#include <readers/readertext.h>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostReported = 50;

} // namespace

std::unexpected<Error> refusedCodebook(std::vector<TreeProblem> problems, QStringView fileName)
{
    const auto show = [&](int line, const QString &reason) {
        return u"%1:%2: %3"_s.arg(fileName).arg(std::max(line, 1)).arg(QString(reason).replace(u'\n', u' '));
    };
    std::ranges::stable_sort(problems, {}, &TreeProblem::line);
    QStringList lines;
    for (const TreeProblem &problem : problems) {
        if (lines.size() == mostReported) {
            lines.push_back(show(problem.line, Readers::tr("%1 further problems follow.").arg(qsizetype(problems.size()) - mostReported)));
            break;
        }
        lines.push_back(show(problem.line, problem.reason));
    }
    return failed(lines.join(u'\n'));
}

Result<Codebook> codebookOf(const CodebookNode &tree, CodebookSyntax syntax, QStringView fileName)
{
    BuiltCodebook built = buildCodebook(tree, syntax);
    if (!built.problems.empty())
        return refusedCodebook(std::move(built.problems), fileName);
    return std::move(built.codebook);
}

TreeProblem tooLargeForCodebook()
{
    return {1, Readers::tr("The file is larger than %1 MB, too large for a codebook.").arg(largestCodebook / 1'000'000)};
}

TreeProblem tooManyCodes(int line)
{
    return {line, Readers::tr("The file holds more than %L1 codes, more than any codebook does.").arg(mostCodes)};
}

} // namespace galley
