// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "precedentcontroller.h"

#include "../rulingtexts.h"

#include <panels/codebookpanel.h>
#include <project/projectfile.h>
#include <project/workspace.h>

#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

PrecedentController::PrecedentController(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::projectReady, this, &PrecedentController::read);
    connect(&workspace, &Workspace::changed, this, &PrecedentController::follow);
    connect(&workspace, &Workspace::coderChanged, this, &PrecedentController::show);
    connect(&workspace, &Workspace::sightChanged, this, &PrecedentController::show);
    connect(&workspace, &Workspace::projectClosed, this, [this] {
        ++m_round;
        m_precedents.clear();
        show();
    });
}

void PrecedentController::attach(CodebookPanel &panel)
{
    m_panel = &panel;
    show();
}

void PrecedentController::read()
{
    const int round = ++m_round;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project())]() -> std::vector<Precedent> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? precedents(*store).value_or(std::vector<Precedent>()) : std::vector<Precedent>();
    }).then(this, [this, round](const std::vector<Precedent> &found) {
        if (round != m_round)
            return;
        m_precedents = found;
        show();
    });
}

void PrecedentController::follow(const Change &change)
{
    if (std::ranges::any_of(change.edits, [](const AnyEdit &edit) { return std::holds_alternative<Edit<Ruling>>(edit); }))
        read();
}

/// What others made of articles that are blind is not told.
void PrecedentController::show()
{
    if (!m_panel)
        return;
    if (!m_workspace.project() || m_precedents.empty()) {
        m_panel->setPrecedents({});
        return;
    }
    m_panel->setPrecedents([this](CodeId code) {
        constexpr size_t most = 5;
        std::vector<ShownPrecedent> shown;
        const ComparisonNames names{m_workspace.codebook(), m_workspace.coders(), m_workspace.actors(), {}};
        for (const Precedent &precedent : m_precedents) {
            if (shown.size() < most && !m_workspace.sight().isBlind(precedent.ruling.article) && concerns(precedent, code))
                shown.push_back(shownPrecedent(precedent, names));
        }
        return shown;
    });
}

} // namespace galley
