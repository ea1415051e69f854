// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookdoor.h"

#include <project/studychoices.h>
#include <project/workspace.h>

#include <QCoreApplication>

namespace galley {

bool isCodebookFrozen(const Workspace &workspace)
{
    const auto choices = workspace.project()->store().studyChoices();
    return choices && isCodebookFrozen(*choices);
}

QString whyNotAlterCodebook(const Workspace &workspace)
{
    if (!workspace.isWritable())
        return QCoreApplication::translate("CodebookPlace", "The project is open for reading only.");
    if (isCodebookFrozen(workspace))
        return QCoreApplication::translate("CodebookPlace", "The codebook is frozen, so that all code by the same. A lead thaws it.");
    return workspace.maySettle() || !workspace.coder() ? QString()
                                                       : QCoreApplication::translate("CodebookPlace", "Only a lead changes the codebook. Ask for a change with Ctrl+M.");
}

} // namespace galley
