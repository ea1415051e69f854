// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QObject>

namespace galley {

class Desk;
class MergeDialog;
class Workspace;

/// Makes one code of two: shows what that touches, then does it as one step. What is looked through is read on other threads.
class CodeMergingController : public QObject
{
    Q_OBJECT

public:
    explicit CodeMergingController(Desk &desk);

    void ask(CodeId from);

private:
    void preview(MergeDialog *dialog, CodeId from, CodeId into);
    void merge(CodeId from, CodeId into);

    Desk &m_desk;
    Workspace &m_workspace;
};

} // namespace galley
