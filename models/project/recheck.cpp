// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recheck.h"

#include "codebookdiff.h"

#include <store/codebookstates.h>
#include <store/projectstore.h>

#include <map>

namespace galley {

Result<std::vector<Recheck>> toRecheck(const QString &project, CoderId coder, const Sight &sight)
{
    const auto states = codebookStates(project);
    const auto store = ProjectStore::open(project, ProjectStore::Mode::ReadOnly);
    if (!states || !store)
        return std::unexpected(!states ? states.error() : store.error());
    const Codebook &now = states->back().codebook;
    std::map<int, std::set<CodeId>> changed; // by the number of the revision
    for (const CodebookState &state : *states)
        changed[state.codebook.revision()] = codesThatMeanSomethingElse(state.codebook, now);
    ExportFilter filter;
    filter.sight = sight;
    if (coder)
        filter.coders = {coder};
    std::vector<Recheck> found;
    const auto read = store->forEachAnnotation(filter, [&](const AnnotationRow &row) -> Result<> {
        const auto then = changed.find(row.revision);
        const auto meansAnother = [&](CodeId code) { return then != changed.end() && then->second.contains(code); };
        CodeId code = meansAnother(row.code) ? row.code : CodeId();
        for (const VariableValue &value : row.values) {
            const auto *given = std::get_if<CodeId>(&value.value);
            if (!code && given && meansAnother(*given))
                code = *given;
        }
        if (row.id && code)
            found.push_back({row.id, row.article, row.coder, code, row.revision, QString::fromUtf8(row.quote)});
        return {};
    });
    return read ? Result<std::vector<Recheck>>(std::move(found)) : std::unexpected(read.error());
}

} // namespace galley
