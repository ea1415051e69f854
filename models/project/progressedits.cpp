// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressedits.h"

#include "edittexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

QString textFor(const QString &title, std::optional<ProgressState> state)
{
    if (!state)
        return Edits::tr("Mark “%1” as not begun").arg(title);
    return (*state == ProgressState::Done ? Edits::tr("Mark “%1” as done") : Edits::tr("Mark “%1” as in progress")).arg(title);
}

} // namespace

Change setProgress(const std::vector<Progress> &rows, const Article &article, CoderId coder,
                   std::optional<ProgressState> state)
{
    const auto found = std::ranges::find(rows, coder, &Progress::coder);
    Edit<Progress> edit;
    if (found != rows.end())
        edit.before = *found;
    if (state)
        edit.after = Progress{progressId(article.id, coder), article.id, coder, *state};
    if (edit.before == edit.after)
        return {};
    return {textFor(article.title, state), {edit}};
}

} // namespace galley
