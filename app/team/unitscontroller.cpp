// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitscontroller.h"

#include "../frame/actions.h"
#include "../frame/desk.h"

#include <project/projectfile.h>
#include <project/workspace.h>
#include <team/unitsdialog.h>

#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

UnitsController::UnitsController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_action(makeAction(this, {"giveUnits", tr("Give &Units to Be Coded…"), "", {}, [this] { ask(); }}))
{
    const auto enable = [this] { m_action->setEnabled(m_workspace.isWritable()); };
    connect(&m_workspace, &Workspace::projectOpened, this, enable);
    connect(&m_workspace, &Workspace::projectClosed, this, enable);
    enable();
}

void UnitsController::ask()
{
    if (!m_workspace.requireCoder())
        return;
    if (!m_workspace.maySettle()) {
        m_desk.say({Message::Warning, tr("Only a lead sets up the study.")});
        return;
    }
    std::vector<Layer> layers;
    std::ranges::copy_if(m_workspace.codebook().layers(), std::back_inserter(layers), [](const Layer &layer) { return layer.unit == LayerUnit::Span; });
    const auto settled = m_workspace.project()->store().hasConsensus();
    auto *dialog = new UnitsDialog(layers, m_workspace.coders(), settled && *settled, &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_workspace, &Workspace::projectClosing, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { give({dialog->layer(), dialog->from(), dialog->to(), {}, dialog->withCodes()}); });
    dialog->open();
}

void UnitsController::give(const UnitsToGive &what)
{
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), what, at = m_workspace.stamp().at]() -> Result<GivenUnits> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? giveUnits(*store, what, at) : std::unexpected(store.error());
    }).then(this, [this, path = m_workspace.project()->store().path()](const Result<GivenUnits> &given) {
        if (m_workspace.project() && m_workspace.project()->store().path() == path)
            take(given);
    });
}

void UnitsController::take(const Result<GivenUnits> &given)
{
    if (!given) {
        m_desk.fail(given.error());
    } else if (given->change.isEmpty()) {
        m_desk.say(passing(tr("All %n units were given before.", nullptr, int(given->units))));
    } else if (m_workspace.commit(given->change)) {
        m_desk.say(passing(tr("%n units are given. Agreement shows what their coders say of them.", nullptr, int(given->units))));
    }
}

} // namespace galley
