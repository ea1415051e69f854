// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QList>
#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace galley {

class ArticleView;
class Desk;
class FindBar;
class Settings;
class Workspace;
struct FindRequest;

/// How the article is shown: theme, zoom, margin, find.
class ViewController : public QObject
{
    Q_OBJECT

public:
    ViewController(Desk &desk, ArticleView &view);
    ~ViewController() override;

    QList<QAction *> viewActions() const { return m_viewActions; }
    QList<QAction *> findActions() const { return m_findActions; }
    QMenu *themeMenu() const { return m_themeMenu; }
    bool isDark() const { return m_dark; }

signals:
    void darkChanged(bool dark);
    void findBarMade(FindBar *bar); ///< for the first search; it has no place yet

private:
    void makeActions();
    void makeThemeMenu();
    void noticeTheme();
    FindBar &findBar();
    void find(const FindRequest &request);
    void findStep(int direction);
    void showHit();

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    ArticleView &m_view;
    FindBar *m_findBar = nullptr;
    std::vector<Utf16Range> m_hits;
    int m_hit = -1;
    QList<QAction *> m_viewActions;
    QList<QAction *> m_findActions;
    QMenu *m_themeMenu;
    bool m_dark = false;
};

} // namespace galley
