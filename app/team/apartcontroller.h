// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/otherversions.h>

#include <QObject>
#include <QPointer>

class QAction;

namespace galley {

class Desk;
class ApartDialog;
class Workspace;

/// What two copies altered without knowing of each other: listed, and decided by key.
class ApartController : public QObject
{
    Q_OBJECT

public:
    explicit ApartController(Desk &desk);

    QAction *action() const { return m_action; }
    void show();

private:
    void refresh();
    void decide(Change change);
    void go(int version);

    Desk &m_desk;
    Workspace &m_workspace;
    QAction *m_action;
    QPointer<ApartDialog> m_dialog; ///< while it is open
    std::vector<OtherVersion> m_versions; ///< shown in it
};

} // namespace galley
