// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codercontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../settings.h"

#include <panels/coderchooser.h>
#include <project/studychoices.h>
#include <project/workspace.h>
#include <widgets/icons.h>

#include <QToolButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

CoderController::CoderController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_page(new CoderChooser(&desk.window))
    , m_button(new QToolButton)
    , m_choose(makeAction(this, {"chooseCoder", tr("&Who Is Coding…"), "people", {Qt::CTRL | Qt::SHIFT | Qt::Key_K}, [this] { ask(); }}))
    , m_blind(makeAction(this, {"codeBlind", tr("Code &Blind, as a Lead"), "", {}, {}}))
{
    m_page->hide();
    m_blind->setCheckable(true);
    m_blind->setToolTip(tr("In blind sets, see no more of others' work than a coder does. It is recorded in the history."));
    connect(m_blind, &QAction::triggered, this, &CoderController::decideBlind);
    connect(&m_workspace, &Workspace::sightChanged, this, &CoderController::showName);
    m_button->setAutoRaise(true);
    m_button->setIcon(icon(u"people"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setToolTip(tr("Who is coding; click to change"));
    connect(m_button, &QToolButton::clicked, this, &CoderController::ask);
    connect(m_page, &CoderChooser::coderChosen, &m_workspace, &Workspace::setCoder);
    connect(m_page, &CoderChooser::coderCreated, this, &CoderController::create);
    connect(m_page, &CoderChooser::cancelled, this, [this] { setAsking(false); });
    connect(&m_workspace, &Workspace::projectOpened, this, &CoderController::opened);
    connect(&m_workspace, &Workspace::coderChanged, this, &CoderController::remember);
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        setAsking(false);
        showName();
    });
    connect(&m_workspace, &Workspace::coderNeeded, this, [this] {
        m_desk.say({.kind = Message::Warning, .text = tr("Nobody is coding, so nothing can be altered."),
                    .action = {tr("Who Is Coding…"), [this] { ask(); }}, .topic = u"coder"_s});
    });
    showName();
}

void CoderController::opened()
{
    const QString remembered = m_settings.coderOf(m_workspace.project()->store().path());
    const auto known = std::ranges::find_if(m_workspace.coders(), [&](const Coder &coder) { return coder.uuid.toString() == remembered; });
    if (known != m_workspace.coders().end())
        m_workspace.setCoder(known->id);
    else if (m_workspace.isWritable())
        ask();
    showName();
}

void CoderController::ask()
{
    if (!m_workspace.project())
        return;
    const Coder *current = m_workspace.coder();
    m_page->setCoders(m_workspace.coders(), current ? current->id : CoderId(), qEnvironmentVariable("USER"));
    m_page->setCancellable(current != nullptr);
    setAsking(true);
}

void CoderController::remember()
{
    if (const Coder *coder = m_workspace.coder()) {
        m_settings.setCoderOf(m_workspace.project()->store().path(), coder->uuid.toString());
        setAsking(false);
    } else if (m_workspace.isWritable()) {
        ask();
    }
    showName();
}

void CoderController::create(const QString &name, CoderRole role)
{
    if (const CoderId coder = m_workspace.addCoder(name, role))
        m_workspace.setCoder(coder);
}

void CoderController::setAsking(bool asking)
{
    m_asking = asking;
    m_desk.showCovers(); // the page takes the focus to its field as it is shown
}

void CoderController::showName()
{
    const Coder *coder = m_workspace.coder();
    m_button->setVisible(m_workspace.project() != nullptr);
    m_button->setText(coder ? coder->name : tr("Nobody is coding"));
    m_button->setAccessibleName(tr("Coder: %1").arg(m_button->text()));
    m_choose->setEnabled(m_workspace.project() != nullptr);
    const bool leads = coder && coder->role == CoderRole::Lead && m_workspace.isWritable();
    const auto choices = leads ? m_workspace.project()->store().studyChoices() : std::vector<StudyChoice>();
    m_blind->setEnabled(leads);
    m_blind->setChecked(leads && choices && codesBlind(*choices, coder->id));
}

/// What a lead sees while coding bears on what their agreement with others means.
void CoderController::decideBlind(bool blind)
{
    const auto choices = m_workspace.project()->store().studyChoices();
    m_workspace.commit(choices.transform([&](const std::vector<StudyChoice> &known) { return setCodesBlind(known, *m_workspace.coder(), blind); }));
    showName();
}

Contribution codersArea(Desk &desk)
{
    auto *coders = new CoderController(desk);
    Contribution area;
    area.menus = {{menu::filePeople, coders->actions()}};
    area.covers = {{.rank = 2, .isWanted = [coders] { return coders->isAsking(); }, .widget = [coders] { return coders->page(); }}};
    area.statusButton = coders->statusButton();
    return area;
}

} // namespace galley
