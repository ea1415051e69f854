// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <project/workspace.h>
#include <widgets/progressline.h>

#include <QAction>
#include <QMainWindow>
#include <QVBoxLayout>

namespace galley {

Desk::Desk(Workspace &openedWorkspace, Settings &itsSettings, QMainWindow &itsWindow)
    : QObject(&itsWindow)
    , workspace(openedWorkspace)
    , settings(itsSettings)
    , window(itsWindow)
    , m_centre(new QWidget)
    , m_column(new QVBoxLayout(m_centre))
    , m_messages(new MessageBar)
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(m_messages);
    connect(&workspace, &Workspace::failed, this, &Desk::fail);
    connect(&workspace, &Workspace::warned, m_messages, &MessageBar::warn);
    connect(&workspace, &Workspace::sightChanged, m_messages, &MessageBar::clear); // what was told quotes what was done
}

void Desk::say(Message message)
{
    if (message.kind != Message::Failure && message.place.isEmpty())
        message.place = m_place;
    m_messages->post(message);
}

ProgressLine &Desk::addProgress()
{
    auto *line = new ProgressLine;
    m_column->addWidget(line);
    return *line;
}

bool Desk::openProject(const QString &path)
{
    m_messages->clear();
    const auto opened = workspace.openProject(path);
    if (!opened)
        fail(opened.error());
    return opened.has_value();
}

void Desk::perform(const char *action)
{
    if (auto *known = window.findChild<QAction *>(QLatin1StringView(action)))
        known->trigger(); // nothing where it is disabled
}

} // namespace galley
