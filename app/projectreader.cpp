// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectreader.h"

#include <project/workspace.h>

namespace galley {

ProjectReader::ProjectReader(Workspace &workspace, std::function<void()> stop, QObject *parent)
    : QObject(parent)
    , m_stop(std::move(stop))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // what is open stays on its thread
    const auto take = [this, &workspace] { m_open = std::make_shared<Open>(workspace.project()->store().path()); };
    connect(&workspace, &Workspace::projectOpened, this, take);
    connect(&workspace, &Workspace::projectClosing, this, &ProjectReader::close);
    if (workspace.project())
        take();
}

ProjectReader::~ProjectReader()
{
    close();
}

void ProjectReader::close()
{
    m_stop();
    m_open.reset();
    m_pool.waitForDone();
}

} // namespace galley
