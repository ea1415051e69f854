// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QList>
#include <QObject>
#include <QUrl>

class QAction;
class QMenu;

namespace galley {

class ArticleView;
class MessageBar;
class Settings;
class StartPage;
class Workspace;

/// Projects as files: new, open, recent, close, backups, and what leaves them (datasets, printed articles).
class ProjectController : public QObject
{
    Q_OBJECT

public:
    ProjectController(Workspace &workspace, Settings &settings, ArticleView &view, MessageBar &messages, QWidget *window);
    ~ProjectController() override;

    StartPage *startPage() const { return m_startPage; }
    QMenu *recentMenu() const { return m_recent; }
    QList<QAction *> fileActions() const { return m_fileActions; }
    QList<QAction *> exportActions() const { return m_exportActions; }
    QAction *closeAction() const { return m_close; }

    bool open(const QString &path);
    void openDemo();
    /// Opens dropped projects; gives back the other files, to be imported.
    QStringList openDropped(const QList<QUrl> &urls);

signals:
    void projectOpened(); ///< by the user's wish, and with all panels filled
    void articlesDropped(const QStringList &files); ///< on the start page

private:
    void makeActions();
    void askNew(const QString &codebook);
    void askOpen();
    void opened();
    void checkInBackground(const QString &path);
    void listRecent();
    void exportData(const QString &format);
    void print(bool toFile);
    void rememberFolder(const QString &file);

    Workspace &m_workspace;
    Settings &m_settings;
    ArticleView &m_view;
    MessageBar &m_messages;
    QWidget *m_window;
    StartPage *m_startPage;
    QMenu *m_recent;
    QList<QAction *> m_fileActions;
    QList<QAction *> m_exportActions;
    QAction *m_close = nullptr;
};

} // namespace galley
