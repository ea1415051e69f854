// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"

#include <domain/shortened.h>
#include <items/historylistmodel.h>
#include <panels/historypanel.h>
#include <project/workspace.h>

namespace galley {

HistoryController::HistoryController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_model(new HistoryListModel(this))
    , m_undo(makeAction(this, {"undo", tr("&Undo"), "undo", {QKeySequence::Undo}, [this] { m_workspace.undo(); }}))
    , m_redo(makeAction(this, {"redo", tr("&Redo"), "redo", {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, [this] { m_workspace.redo(); }}))
{
    connect(&m_workspace, &Workspace::projectOpened, this, [this] {
        connect(m_workspace.project(), &Project::historyChanged, this, &HistoryController::reload);
        readAnew();
    });
    connect(&m_workspace, &Workspace::sightChanged, this, &HistoryController::readAnew);
    connect(&m_workspace, &Workspace::coderChanged, this, &HistoryController::reload);
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        m_model->clear();
        m_undo->setEnabled(false);
        m_redo->setEnabled(false);
    });
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
}

HistoryPanel *HistoryController::panel()
{
    if (!m_panel) {
        m_panel = new HistoryPanel;
        m_panel->setModel(m_model);
        connect(m_panel, &HistoryPanel::takeBackRequested, this, &HistoryController::takeBack);
    }
    return m_panel;
}

/// One's own as everybody does it, another's as a lead's act. What was made of it since stands in the way, and is named.
void HistoryController::takeBack(const QModelIndex &operation)
{
    if (!m_workspace.requireCoder())
        return;
    const CoderId by{operation.data(HistoryListModel::ByRole).toLongLong()};
    const QString what = shortened(operation.data(HistoryListModel::TextRole).toString(), 60), who = operation.data(HistoryListModel::CoderRole).toString();
    const bool ownWork = by == m_workspace.coder()->id || m_workspace.sight().isLooker(by);
    if (!ownWork && m_workspace.coder()->role != CoderRole::Lead) {
        m_desk.say({Message::Warning, tr("Only a lead takes back what others did.")});
        return;
    }
    if (m_workspace.undo(OperationId{operation.data(HistoryListModel::OperationIdRole).toLongLong()}))
        m_desk.say(passing(ownWork ? tr("Taken back: %1. Redo puts it back.").arg(what) : tr("Taken back, of %1: %2. Redo puts it back.").arg(who, what)));
}

/// From the newest entry on, as far as who codes may see it.
void HistoryController::readAnew()
{
    m_model->setFetch([this](int limit, OperationId before) {
        auto page = m_workspace.project()->store().history(limit, before, m_workspace.sight());
        if (!page)
            m_desk.fail(page.error());
        return page ? std::move(*page) : std::vector<Operation>();
    });
    reload();
}

void HistoryController::reload()
{
    m_model->setCoders(m_workspace.everybody());
    m_model->refresh();
    name(m_undo, tr("&Undo"), m_workspace.nextUndo()); // what another did is not taken back, and its words are not for everybody
    name(m_redo, tr("&Redo"), m_workspace.nextRedo());
}

void HistoryController::name(QAction *action, const QString &verb, const Result<std::optional<Operation>> &next)
{
    const bool possible = next && *next && m_workspace.isWritable();
    action->setEnabled(possible);
    QString what = possible ? shortened((*next)->text, 40) : QString();
    action->setText(possible ? verb + QStringLiteral(": ") + what.replace(u'&', QStringLiteral("&&")) : verb);
}

Contribution historyArea(Desk &desk)
{
    auto *history = new HistoryController(desk);
    Contribution area;
    area.menus = {{menu::editUndo, {history->undoAction(), history->redoAction()}}};
    area.docks = {{"historyDock", HistoryController::tr("History"), Qt::LeftDockWidgetArea, 290, 440, [history] { return history->panel(); }, "inspectorDock"}};
    return area;
}

} // namespace galley
