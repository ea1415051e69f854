// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookcontroller.h"

#include "../precedentbook.h"
#include "codingcontroller.h"

#include <panels/codebookpanel.h>
#include <project/workspace.h>

namespace galley {

CodebookController::CodebookController(Workspace &workspace, CodingController &coding, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_coding(coding)
{
    connect(&workspace, &Workspace::projectOpened, this, &CodebookController::showCodebook);
    connect(&workspace, &Workspace::projectClosed, this, [this] { panel()->setCodebook({}); });
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
        if (altersCodebook(change))
            showCodebook();
    });
    connect(&workspace, &Workspace::currentChanged, this, [this] {
        if (const Annotation *current = m_workspace.current())
            panel()->showCode(current->code);
    });
}

CodebookPanel *CodebookController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new CodebookPanel;
    connect(m_panel, &CodebookPanel::codeChosen, &m_coding, &CodingController::code);
    connect(&PrecedentBook::of(m_workspace), &PrecedentBook::changed, this, &CodebookController::showPrecedents);
    showPrecedents();
    return m_panel;
}

/// How the like was settled, below the definition of each code.
void CodebookController::showPrecedents()
{
    m_panel->setPrecedents([this](CodeId code) {
        return PrecedentBook::of(m_workspace).shown([code](const Precedent &precedent) { return concerns(precedent, code); },
                                                    {m_workspace.codebook(), m_workspace.coders()});
    });
}

void CodebookController::showCodebook()
{
    panel()->setCodebook(m_workspace.codebook());
}

} // namespace galley
