// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycontroller.h"

#include "actions.h"
#include <project/workspace.h>

#include <items/historylistmodel.h>
#include <panels/historypanel.h>

namespace galley {

HistoryController::HistoryController(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(new HistoryListModel(this))
    , m_undo(makeAction(this, {"undo", tr("&Undo"), "undo", {QKeySequence::Undo}, [this] { m_workspace.undo(); }}))
    , m_redo(makeAction(this, {"redo", tr("&Redo"), "redo", {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, [this] { m_workspace.redo(); }}))
{
    connect(&workspace, &Workspace::projectOpened, this, [this] {
        connect(m_workspace.project(), &Project::historyChanged, this, &HistoryController::reload);
        m_model->setFetch([this](int limit, OperationId before) {
            auto page = m_workspace.project()->store().history(limit, before);
            if (!page)
                emit m_workspace.failed(page.error());
            return page ? std::move(*page) : std::vector<Operation>();
        });
        reload();
    });
    connect(&workspace, &Workspace::projectClosed, this, [this] {
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
    }
    return m_panel;
}

void HistoryController::reload()
{
    const ProjectStore &store = m_workspace.project()->store();
    m_model->setCoders(m_workspace.coders());
    m_model->refresh();
    name(m_undo, tr("&Undo"), store.nextUndo());
    name(m_redo, tr("&Redo"), store.nextRedo());
}

void HistoryController::name(QAction *action, const QString &verb, const Result<std::optional<Operation>> &next)
{
    const bool possible = next && *next && m_workspace.isWritable();
    action->setEnabled(possible);
    QString what = possible ? (*next)->text : QString();
    if (what.size() > 40)
        what = what.first(39) + u'…';
    action->setText(possible ? verb + QStringLiteral(": ") + what.replace(u'&', QStringLiteral("&&")) : verb);
}

} // namespace galley
