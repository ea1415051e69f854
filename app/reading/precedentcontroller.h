// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <project/precedents.h>

#include <QObject>

#include <vector>

namespace galley {

class CodebookPanel;
class Workspace;

/// How the like was settled before, below the definition of a code: read on another thread when a project is opened, then followed.
class PrecedentController : public QObject
{
    Q_OBJECT

public:
    PrecedentController(Workspace &workspace, QObject *parent);

    void attach(CodebookPanel &panel);

private:
    void read();
    void follow(const Change &change);
    void show();

    Workspace &m_workspace;
    CodebookPanel *m_panel = nullptr;
    std::vector<Precedent> m_precedents;
    int m_round = 0; ///< of reading: what an earlier one found is not wanted any more
};

} // namespace galley
