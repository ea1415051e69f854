// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace galley {

class CheatSheet;
class Desk;
class HelpPage;

/// Help pages, the sheet of all shortcuts, and what Galley is.
class HelpController : public QObject
{
    Q_OBJECT

public:
    explicit HelpController(Desk &desk);

    HelpPage *page(); ///< made when it is first asked for
    QList<QAction *> actions() const { return m_actions; }
    bool isShown() const { return m_shown; }

private:
    void show(const QString &path);
    void showShortcuts();
    void showAbout();
    void setShown(bool shown);

    Desk &m_desk;
    HelpPage *m_page = nullptr;
    CheatSheet *m_sheet = nullptr;
    QList<QAction *> m_actions;
    bool m_shown = false;
};

} // namespace galley
