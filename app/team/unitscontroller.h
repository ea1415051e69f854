// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <project/unitedits.h>

#include <QObject>

class QAction;

namespace galley {

class Desk;
class Workspace;

/// Unitise, then code: what was settled is given to coders, to say what each passage is.
class UnitsController : public QObject
{
    Q_OBJECT

public:
    explicit UnitsController(Desk &desk);

    QAction *action() const { return m_action; }

private:
    void ask();
    void give(const UnitsToGive &what);
    void take(const Result<GivenUnits> &given);

    Desk &m_desk;
    Workspace &m_workspace;
    QAction *m_action;
};

} // namespace galley
