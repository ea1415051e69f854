// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace galley {

class CodebookPanel;
class CodingController;
class Workspace;

/// The codebook beside the article: codes to read and to apply.
class CodebookController : public QObject
{
    Q_OBJECT

public:
    CodebookController(Workspace &workspace, CodingController &coding, QObject *parent = nullptr);

    CodebookPanel *panel();

private:
    void showCodebook();
    void showPrecedents();

    Workspace &m_workspace;
    CodingController &m_coding;
    CodebookPanel *m_panel = nullptr;
};

} // namespace galley
