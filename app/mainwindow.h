// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace galley {

class ArticlesController;
class ArticleView;
class CodebookController;
class CoderController;
class CodingController;
class EmptyState;
class HelpController;
class HistoryController;
class ImportController;
class InspectorController;
class MessageBar;
class PartsController;
class ProgressLine;
class ProjectController;
class SamplingController;
class Settings;
class VersionsController;
class ViewController;
class Workspace;

/// Places what the controllers own: menus, docks, the reading page, the start page. Nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    Workspace &workspace() { return *m_workspace; }
    ArticleView &view() { return *m_view; }
    ArticlesController &articles() { return *m_articles; }
    bool openProject(const QString &path);
    void importFiles(const QStringList &files);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildReadingPage();
    void buildControllers();
    void buildDocks();
    void buildMenus();
    void buildStatusBar();
    void connectPages();
    void showPage();
    void showDocks(bool shown);
    void take(const QList<QUrl> &urls);
    QDockWidget *addDock(const QString &title, const char *name, QWidget *panel, Qt::DockWidgetArea area);

    Settings &m_settings;
    Workspace *m_workspace;
    QStackedWidget *m_pages;
    QStackedWidget *m_reading = nullptr; ///< the article, or what to do while there is none
    ArticleView *m_view = nullptr;
    EmptyState *m_noArticle = nullptr;
    MessageBar *m_messages = nullptr;
    ProgressLine *m_progress = nullptr;
    QLabel *m_status = nullptr;
    QMenu *m_viewMenu = nullptr;
    QList<QDockWidget *> m_docks; ///< articles, codebook, inspector, history
    QByteArray m_dockState;       ///< while they are not shown
    bool m_docksShown = false;

    ProjectController *m_project = nullptr;
    ArticlesController *m_articles = nullptr;
    CodingController *m_coding = nullptr;
    PartsController *m_parts = nullptr;
    SamplingController *m_sampling = nullptr;
    VersionsController *m_versions = nullptr;
    CodebookController *m_codebook = nullptr;
    InspectorController *m_inspector = nullptr;
    HistoryController *m_history = nullptr;
    ViewController *m_viewing = nullptr;
    ImportController *m_import = nullptr;
    CoderController *m_coder = nullptr;
    HelpController *m_help = nullptr;
};

} // namespace galley
