// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

class QAction;
class QMenu;
class QPrinter;

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
    void create(const QString &path, const QString &codebook);
    void askOpen();
    void askCopy();
    void saveCopy(const QString &path);
    void settle();
    void opened();
    void checkInBackground();
    void listRecent();
    void exportData(const QString &format);
    void exportTo(const QString &path, const QString &format);
    void print();
    void printToFile();
    void printTo(QPrinter &printer);

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
    QAction *m_copy = nullptr;
    QTimer m_idle; ///< since the last change
};

} // namespace galley
