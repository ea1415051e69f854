// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apartcontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"

#include <project/workspace.h>
#include <team/apartdialog.h>

namespace galley {

ApartController::ApartController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_action(makeAction(this, {"alteredOnTwoCopies", tr("Altered on T&wo Copies…"), "", {}, [this] { show(); }}))
{
    const auto enable = [this] { m_action->setEnabled(m_workspace.isWritable()); };
    connect(&m_workspace, &Workspace::projectOpened, this, enable);
    connect(&m_workspace, &Workspace::projectClosed, this, enable);
    connect(&m_workspace, &Workspace::changed, this, [this] {
        if (m_dialog)
            refresh();
    });
    enable();
}

void ApartController::show()
{
    if (!m_workspace.requireCoder())
        return;
    if (!m_dialog) {
        m_dialog = new ApartDialog(&m_desk.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_workspace, &Workspace::projectClosing, m_dialog, &QDialog::reject);
        connect(m_dialog, &ApartDialog::takeRequested, this, [this](int at) { decide(m_versions[size_t(at)].take); });
        connect(m_dialog, &ApartDialog::keepRequested, this, [this](int at) { decide(m_versions[size_t(at)].keep); });
        connect(m_dialog, &ApartDialog::bothRequested, this, [this](int at) { decide(*m_versions[size_t(at)].both); });
        connect(m_dialog, &ApartDialog::goRequested, this, &ApartController::go);
    }
    refresh();
    m_dialog->show(); // beside the window: one goes to the article, and comes back to the list
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ApartController::refresh()
{
    auto versions = otherVersions(m_workspace.project()->store());
    if (!versions) {
        m_desk.fail(versions.error());
        return;
    }
    m_versions = seenBy(m_workspace.sight(), std::move(*versions));
    std::vector<ShownApart> shown;
    for (const OtherVersion &version : m_versions)
        shown.push_back({version.what, version.stands, version.other, version.article.value != 0, version.both.has_value()});
    m_dialog->setVersions(shown);
}

/// By value: the list that it is of is made anew meanwhile.
void ApartController::decide(Change change)
{
    m_workspace.commit(std::move(change));
}

void ApartController::go(int version)
{
    const OtherVersion place = m_versions[size_t(version)];
    m_desk.goTo(places::read);
    if (const auto opened = m_workspace.openArticle(place.article); !opened) {
        m_desk.fail(opened.error());
        return;
    }
    if (place.annotation)
        m_workspace.setCurrent(place.annotation);
}

} // namespace galley
