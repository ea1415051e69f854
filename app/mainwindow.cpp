// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "articlescontroller.h"
#include "codebookcontroller.h"
#include "codercontroller.h"
#include "codingcontroller.h"
#include "helpcontroller.h"
#include "historycontroller.h"
#include "importcontroller.h"
#include "inspectorcontroller.h"
#include "partscontroller.h"
#include "projectcontroller.h"
#include "samplingcontroller.h"
#include "settings.h"
#include "versionscontroller.h"
#include "viewcontroller.h"
#include <project/workspace.h>

#include <panels/articlelistpanel.h>
#include <panels/codebookpanel.h>
#include <panels/coderchooser.h>
#include <panels/helppage.h>
#include <panels/historypanel.h>
#include <panels/importreportpanel.h>
#include <panels/inspectorpanel.h>
#include <panels/startpage.h>
#include <text/articleview.h>
#include <widgets/emptystate.h>
#include <widgets/findbar.h>
#include <widgets/icons.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_workspace(new Workspace(this))
    , m_pages(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    QWidget *reading = buildReadingPage();
    buildControllers();

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    column->addWidget(m_progress);
    m_pages->addWidget(m_project->startPage());
    m_pages->addWidget(reading);
    m_pages->addWidget(m_coder->page());
    setCentralWidget(centre);

    buildMenus();
    buildStatusBar();
    connectPages();
    resize(1280, 820);
    restoreGeometry(settings.value(Setting::WindowGeometry).toByteArray());
    m_dockState = settings.value(Setting::WindowState).toByteArray();
    showPage();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::buildReadingPage()
{
    m_messages = new MessageBar;
    m_progress = new ProgressLine;
    m_view = new ArticleView;
    m_view->setObjectName(u"articleView"_s);
    m_noArticle = new EmptyState(u"article"_s);
    m_noArticle->setTexts(tr("No article is open"), tr("Choose one from the list, or bring articles in: drop files on this window."));
    m_reading = new QStackedWidget;
    m_reading->addWidget(m_noArticle);
    m_reading->addWidget(m_view);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_reading, 1);
    return page;
}

void MainWindow::buildControllers()
{
    m_project = new ProjectController(*m_workspace, m_settings, *m_view, *m_messages, this);
    m_articles = new ArticlesController(*m_workspace, m_settings, this);
    m_coding = new CodingController(*m_workspace, m_settings, *m_view, this);
    m_parts = new PartsController(*m_workspace, *m_view, this);
    m_sampling = new SamplingController(*m_workspace, *m_articles, this);
    m_versions = new VersionsController(*m_workspace, this);
    m_codebook = new CodebookController(*m_workspace, *m_coding, this);
    m_inspector = new InspectorController(*m_workspace, *m_coding, this);
    m_history = new HistoryController(*m_workspace, this);
    m_viewing = new ViewController(*m_workspace, m_settings, *m_view, this);
    m_import = new ImportController(*m_workspace, m_settings, *m_progress, this);
    m_coder = new CoderController(*m_workspace, m_settings, this);
    m_help = new HelpController(*this);
}

QDockWidget *MainWindow::addDock(const QString &title, const char *name, QWidget *panel, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1StringView(name));
    dock->setAccessibleName(title);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    m_docks.append(dock);
    return dock;
}

void MainWindow::buildDocks()
{
    QDockWidget *articles = addDock(tr("Articles"), "articlesDock", m_articles->panel(), Qt::LeftDockWidgetArea);
    QDockWidget *codebook = addDock(tr("Codebook"), "codebookDock", m_codebook->panel(), Qt::RightDockWidgetArea);
    QDockWidget *inspector = addDock(tr("Annotation"), "inspectorDock", m_inspector->panel(), Qt::RightDockWidgetArea);
    QDockWidget *history = addDock(tr("History"), "historyDock", m_history->panel(), Qt::LeftDockWidgetArea);
    splitDockWidget(articles, history, Qt::Vertical);
    splitDockWidget(codebook, inspector, Qt::Vertical);
    m_viewMenu->addSeparator();
    for (QDockWidget *dock : m_docks)
        m_viewMenu->addAction(dock->toggleViewAction());
}

/// The docks are there while a project is open, as they were left; the start page stands alone, and comes up before they are made.
void MainWindow::showDocks(bool shown)
{
    if (shown == m_docksShown)
        return;
    m_docksShown = shown;
    if (m_docks.isEmpty())
        buildDocks();
    if (!shown)
        m_dockState = saveState();
    for (QDockWidget *dock : m_docks) {
        dock->setVisible(shown);
        dock->toggleViewAction()->setEnabled(shown);
    }
    if (!shown || restoreState(m_dockState))
        return;
    resizeDocks({m_docks[0], m_docks[1]}, {270, 310}, Qt::Horizontal);
    resizeDocks({m_docks[0], m_docks[3]}, {520, 220}, Qt::Vertical);
    resizeDocks({m_docks[1], m_docks[2]}, {520, 240}, Qt::Vertical);
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions(m_project->fileActions());
    file->addMenu(m_project->recentMenu());
    file->addSeparator();
    file->addAction(m_import->importAction());
    file->addActions({m_versions->findAction(), m_sampling->drawAction()});
    file->addActions(m_project->exportActions());
    file->addSeparator();
    file->addAction(m_coder->chooseAction());
    file->addSeparator();
    file->addAction(m_project->closeAction());
    QAction *quit = file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    quit->setObjectName(u"quit"_s);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_history->undoAction(), m_history->redoAction()});
    edit->addSeparator();
    edit->addActions({m_coding->copyQuoteAction(), m_import->pasteAction()});
    edit->addSeparator();
    edit->addActions(m_viewing->findActions());

    QMenu *code = menuBar()->addMenu(tr("&Code"));
    code->addActions(m_coding->codingActions());
    code->addSeparator();
    code->addMenu(m_parts->menu());
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions(m_coding->codingActions().first(3) + QList{m_coding->copyQuoteAction(), m_parts->menu()->menuAction()});

    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions(m_coding->movingActions());
    go->addSeparator();
    go->addActions(m_articles->actions());
    go->addAction(m_versions->showAction());

    QMenu *view = m_viewMenu = menuBar()->addMenu(tr("&View"));
    view->addActions(m_viewing->viewActions());
    view->addAction(m_coding->othersAction());
    view->addMenu(m_viewing->cueMenu());
    view->addMenu(m_viewing->themeMenu());

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions(m_help->actions());
}

void MainWindow::buildStatusBar()
{
    m_status = new QLabel;
    m_status->setAccessibleName(tr("Selection and position"));
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_coder->statusButton());
    const auto update = [this] {
        const Utf16Range selected = m_view->selection();
        const OpenArticle *open = m_workspace->article();
        if (!open) {
            m_status->clear();
            return;
        }
        const Range range = open->positions.toCodePoints(selected);
        m_status->setText(selected.isEmpty() ? tr("Position %1 of %2").arg(range.begin).arg(open->article.length)
                                             : tr("Selected %1–%2 (%n characters)", nullptr, int(range.length())).arg(range.begin).arg(range.end));
    };
    connect(m_view, &QTextEdit::cursorPositionChanged, this, update);
    connect(m_view, &QTextEdit::selectionChanged, this, update);
    connect(m_workspace, &Workspace::articleOpened, this, update);
    connect(m_workspace, &Workspace::articleClosed, this, update);
}

void MainWindow::connectPages()
{
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed, &Workspace::coderChanged})
        connect(m_workspace, signal, this, &MainWindow::showPage);
    connect(m_coder, &CoderController::pageChanged, this, &MainWindow::showPage);
    connect(m_help, &HelpController::pageChanged, this, &MainWindow::showPage);
    connect(m_workspace, &Workspace::failed, this, [this](const Error &error) { m_messages->fail(error.message, error.detail); });
    connect(m_workspace, &Workspace::warned, m_messages, &MessageBar::warn);
    connect(m_viewing, &ViewController::warned, m_messages, &MessageBar::warn);
    connect(m_viewing, &ViewController::findBarMade, this, [this](FindBar *bar) { m_reading->parentWidget()->layout()->addWidget(bar); });
    connect(m_viewing, &ViewController::darkChanged, m_coding, &CodingController::setDark);
    m_coding->setDark(m_viewing->isDark());
    connect(m_articles, &ArticlesController::importRequested, m_import, &ImportController::ask);
    connect(m_articles, &ArticlesController::filesDropped, this, &MainWindow::take);
    connect(m_view, &ArticleView::filesDropped, this, &MainWindow::take);
    connect(m_workspace, &Workspace::imported, this, [this] {
        m_articles->resume();
        m_versions->findAfterImport();
    });
    connect(m_coder, &CoderController::reported, this, [this](const Message &message) { m_messages->post(message); });
    connect(m_coding, &CodingController::reported, this, [this](const Message &message) { m_messages->post(message); });
    connect(m_versions, &VersionsController::reported, this, [this](const Message &message) { m_messages->post(message); });
    connect(m_project, &ProjectController::projectOpened, m_articles, &ArticlesController::resume);
    connect(m_import, &ImportController::reported, this, [this](const Message &message) { m_messages->post(message); });
    connect(m_sampling, &SamplingController::reported, this, [this](const Message &message) { m_messages->post(message); });
    connect(m_project, &ProjectController::articlesDropped, m_import, &ImportController::offerFiles);
    connect(m_noArticle->addButton(tr("Import articles…")), &QPushButton::clicked, m_import, &ImportController::ask);
}

void MainWindow::showPage()
{
    const Project *project = m_workspace->project();
    showDocks(project);
    setWindowTitle(project ? QFileInfo(project->store().path()).completeBaseName() + u" — Galley"_s : u"Galley"_s);
    m_reading->setCurrentIndex(m_workspace->article() ? 1 : 0);
    if (m_help->isShown()) {
        if (m_pages->indexOf(m_help->page()) < 0)
            m_pages->addWidget(m_help->page());
        m_pages->setCurrentWidget(m_help->page());
    } else if (!project)
        m_pages->setCurrentIndex(0);
    else
        m_pages->setCurrentIndex(m_coder->isAsking() ? 2 : 1);
    if (m_pages->currentIndex() == 1 && m_workspace->article())
        m_view->setFocus();
}

bool MainWindow::openProject(const QString &path)
{
    return m_project->open(path);
}

void MainWindow::importFiles(const QStringList &files)
{
    m_import->importFiles(files);
}

void MainWindow::take(const QList<QUrl> &urls)
{
    const QStringList articles = m_project->openDropped(urls);
    if (!articles.isEmpty())
        m_import->offerFiles(articles);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.set(Setting::WindowGeometry, saveGeometry());
    m_settings.set(Setting::WindowState, m_docksShown ? saveState() : m_dockState);
    m_workspace->closeProject();
    event->accept();
}

/// What nobody else wanted of Escape: it closes the message.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_messages->messages().isEmpty())
        m_messages->closeCurrent();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    take(event->mimeData()->urls());
    event->acceptProposedAction();
}

} // namespace galley
