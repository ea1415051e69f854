// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QAction;
class QMenu;

namespace galley {

class Desk;
class Settings;
class StartPage;
class Workspace;

/// Projects as files: new, open, recent, close, copies and backups.
class ProjectController : public QObject
{
    Q_OBJECT

public:
    explicit ProjectController(Desk &desk);
    ~ProjectController() override;

    StartPage *startPage() const { return m_startPage; }
    QMenu *recentMenu() const { return m_recent; }
    QList<QAction *> fileActions() const { return m_fileActions; }
    QAction *closeAction() const { return m_close; }

    void open(const QString &path);
    void openDemo();
    /// Opens dropped projects; gives back the other files, to be imported.
    QStringList openDropped(const QStringList &files);

private:
    void makeActions();
    void askNew(const QString &codebook);
    void create(const QString &path, const QString &codebook);
    void askOpen();
    void askCopy();
    void saveCopy(const QString &path);
    void settle();
    void opened();
    void checkInBackground();
    void listRecent();

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    StartPage *m_startPage;
    QMenu *m_recent;
    QList<QAction *> m_fileActions;
    QAction *m_close = nullptr;
    QAction *m_copy = nullptr;
    QTimer m_idle; ///< since the last change
};

} // namespace galley
