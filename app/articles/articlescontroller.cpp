// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlescontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../settings.h"
#include "samplingcontroller.h"

#include <items/articlelistmodel.h>
#include <panels/articlelistpanel.h>
#include <project/progressedits.h>
#include <project/workspace.h>

namespace galley {

ArticlesController::ArticlesController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_model(new ArticleListModel(this))
    , m_next(makeAction(this, {"nextArticle", tr("&Next Article"), "next", {Qt::CTRL | Qt::Key_PageDown}, [this] { openNeighbour(1); }}))
    , m_previous(makeAction(this, {"previousArticle", tr("&Previous Article"), "previous", {Qt::CTRL | Qt::Key_PageUp}, [this] { openNeighbour(-1); }}))
    , m_done(makeAction(this, {"articleDone", tr("Mark Article &Done"), "done", {Qt::CTRL | Qt::Key_D}, [this] { markDone(false); }}))
    , m_doneNext(makeAction(this, {"articleDoneNext", tr("Done, Open &Next"), "", {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { markDone(true); }}))
{
    m_actions = {m_next, m_previous, m_done, m_doneNext};
    connect(m_model, &ArticleListModel::needsReload, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::projectOpened, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::coderChanged, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::projectClosed, this, [this] { m_model->reset({}, {}); });
    connect(&m_workspace, &Workspace::changed, m_model, qOverload<const Change &>(&ArticleListModel::follow));
    connect(&m_workspace, &Workspace::changed, this, &ArticlesController::updateActions);
    connect(&m_workspace, &Workspace::articleOpened, this, [this] {
        const ArticleId article = m_workspace.article()->article.id;
        m_settings.setArticleOf(m_workspace.project()->store().path(), article.value);
        panel()->setCurrentArticle(article);
        updateActions();
    });
    connect(&m_workspace, &Workspace::articleClosed, this, &ArticlesController::updateActions);
    connect(&m_workspace, &Workspace::projectReady, this, &ArticlesController::resume);
    connect(&m_workspace, &Workspace::imported, this, &ArticlesController::resume);
    updateActions();
}

ArticleListPanel *ArticlesController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new ArticleListPanel;
    m_panel->setModel(m_model);
    connect(m_panel, &ArticleListPanel::articleActivated, this, &ArticlesController::open);
    connect(m_panel, &ArticleListPanel::filesDropped, &m_desk, &Desk::takeFiles);
    connect(m_panel, &ArticleListPanel::importRequested, this, [this] { m_desk.perform("import"); });
    return m_panel;
}

void ArticlesController::reload()
{
    const CoderId coder = m_workspace.project()->coder();
    auto summaries = m_workspace.project()->store().articleSummaries(coder);
    if (!summaries) {
        m_desk.fail(summaries.error());
        return;
    }
    m_model->reset(std::move(*summaries), coder);
    updateActions();
    if (const OpenArticle *open = m_workspace.article())
        panel()->setCurrentArticle(open->article.id);
}

void ArticlesController::open(ArticleId article)
{
    if (m_workspace.article() && m_workspace.article()->article.id == article)
        return;
    if (auto opened = m_workspace.openArticle(article); !opened)
        m_desk.fail(opened.error());
}

void ArticlesController::resume()
{
    if (m_workspace.article() || panel()->filter().rowCount() == 0)
        return;
    const ArticleId last{m_settings.articleOf(m_workspace.project()->store().path())};
    const ArticleId first{panel()->filter().index(0, 0).data(ArticleListModel::ArticleIdRole).toLongLong()};
    open(m_model->summary(last) ? last : first);
}

void ArticlesController::openNeighbour(int step)
{
    if (const ArticleId article = panel()->neighbour(step))
        open(article);
}

void ArticlesController::markDone(bool thenNext)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    const ProjectStore &store = m_workspace.project()->store();
    auto progress = store.progress(open->article.id);
    if (!progress) {
        m_desk.fail(progress.error());
        return;
    }
    const ArticleSummary *summary = m_model->summary(open->article.id);
    const bool wasDone = summary && summary->progress == ProgressState::Done;
    const ProgressState wanted = wasDone && !thenNext ? ProgressState::InProgress : ProgressState::Done;
    if (!wasDone || !thenNext)
        m_workspace.commit(setProgress(*progress, open->article, m_workspace.project()->coder(), wanted));
    if (thenNext)
        openNeighbour(1);
}

void ArticlesController::updateActions()
{
    const OpenArticle *open = m_workspace.article();
    const ArticleSummary *summary = open ? m_model->summary(open->article.id) : nullptr;
    const bool done = summary && summary->progress == ProgressState::Done;
    const bool codes = open && m_workspace.isWritable();
    m_next->setEnabled(open);
    m_previous->setEnabled(open);
    m_done->setEnabled(codes);
    m_done->setText(done ? tr("Mark Article Not &Done") : tr("Mark Article &Done"));
    m_doneNext->setEnabled(codes);
}

Contribution articlesArea(Desk &desk)
{
    auto *articles = new ArticlesController(desk);
    auto *sampling = new SamplingController(desk, *articles);
    Contribution area;
    area.menus = {{menu::goArticle, articles->actions(), places::read}, {menu::fileArticles, {sampling->drawAction()}}};
    area.docks = {{"articlesDock", ArticlesController::tr("Articles"), Qt::LeftDockWidgetArea, 270, 520, [articles] { return articles->panel(); }}};
    return area;
}

} // namespace galley
