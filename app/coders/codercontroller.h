// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QList>
#include <QObject>

class QAction;
class QToolButton;

namespace galley {

class CoderChooser;
class Desk;
class Settings;
class Workspace;

/// Who codes: asked when a project is opened for the first time, remembered per project, shown in the status bar.
class CoderController : public QObject
{
    Q_OBJECT

public:
    explicit CoderController(Desk &desk);

    CoderChooser *page() const { return m_page; }
    QToolButton *statusButton() const { return m_button; }
    QList<QAction *> actions() const { return {m_choose, m_blind}; }
    bool isAsking() const { return m_asking; }

private:
    void opened();
    void ask();
    void remember();
    void create(const QString &name, CoderRole role);
    void setAsking(bool asking);
    void showName();
    void decideBlind(bool blind);

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    CoderChooser *m_page;
    QToolButton *m_button;
    QAction *m_choose;
    QAction *m_blind;
    bool m_asking = false;
};

} // namespace galley
