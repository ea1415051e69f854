// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "precedentbook.h"

#include "rulingtexts.h"

#include <project/projectfile.h>
#include <project/workspace.h>

#include <QtConcurrentRun>

#include <algorithm>
#include <unordered_set>

namespace galley {

PrecedentBook &PrecedentBook::of(Workspace &workspace)
{
    if (auto *known = workspace.findChild<PrecedentBook *>())
        return *known;
    return *new PrecedentBook(workspace);
}

PrecedentBook::PrecedentBook(Workspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::projectReady, this, &PrecedentBook::read);
    connect(&workspace, &Workspace::changed, this, &PrecedentBook::follow);
    connect(&workspace, &Workspace::sightChanged, this, &PrecedentBook::changed);
    connect(&workspace, &Workspace::projectClosed, this, [this] {
        ++m_round;
        take({});
    });
}

void PrecedentBook::read()
{
    const int round = ++m_round;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project())]() -> Result<std::vector<Precedent>> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? precedents(*store) : std::unexpected(store.error());
    }).then(this, [this, round](Result<std::vector<Precedent>> found) {
        if (round != m_round)
            return;
        if (!found)
            emit m_workspace.failed(found.error());
        take(std::move(found).value_or(std::vector<Precedent>()));
    });
}

void PrecedentBook::follow(const Change &change)
{
    std::unordered_set<RulingId> altered;
    std::vector<Precedent> now;
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Ruling>>(&any);
        if (!edit)
            continue;
        altered.insert(edit->after ? edit->after->id : edit->before->id);
        auto precedent = edit->after ? precedentOf(m_workspace.project()->store(), *edit->after) : Result<std::optional<Precedent>>();
        if (precedent && *precedent)
            now.push_back(std::move(**precedent));
    }
    if (altered.empty())
        return;
    std::ranges::copy_if(m_precedents, std::back_inserter(now), [&](const Precedent &known) { return !altered.contains(known.ruling.id); });
    take(std::move(now));
}

void PrecedentBook::take(std::vector<Precedent> precedents)
{
    m_precedents = std::move(precedents);
    emit changed();
}

std::vector<ShownPrecedent> PrecedentBook::shown(const std::function<bool(const Precedent &)> &wanted, const ComparisonNames &names) const
{
    constexpr size_t most = 5;
    std::vector<ShownPrecedent> shown;
    for (const Precedent &precedent : m_precedents) {
        if (shown.size() < most && !m_workspace.sight().isBlind(precedent.ruling.article) && wanted(precedent))
            shown.push_back(shownPrecedent(precedent, names));
    }
    return shown;
}

RulingsByCode PrecedentBook::byCode(const ComparisonNames &names) const
{
    std::vector<Precedent> seen;
    std::ranges::copy_if(m_precedents, std::back_inserter(seen), [&](const Precedent &precedent) { return !m_workspace.sight().isBlind(precedent.ruling.article); });
    return rulingsByCode(seen, names);
}

} // namespace galley
