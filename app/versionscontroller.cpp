// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionscontroller.h"

#include "actions.h"
#include "presentation.h"
#include <project/workspace.h>

#include <panels/versionsdialog.h>
#include <project/storyfamilies.h>
#include <widgets/messagebar.h>

#include <QProgressDialog>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

VersionsController::VersionsController(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_find(makeAction(this, {"findVersions", tr("Find Stories in Several &Versions"), "", {}, [this] { find(true); }}))
    , m_show(makeAction(this, {"showVersions", tr("&Versions of This Story…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_V}, [this] { showVersions(); }}))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &VersionsController::found);
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed})
        connect(&workspace, signal, this, &VersionsController::update);
    connect(&workspace, &Workspace::projectClosing, this, &VersionsController::stop);
    update();
}

VersionsController::~VersionsController()
{
    stop();
}

void VersionsController::update()
{
    m_find->setEnabled(m_workspace.isWritable());
    m_show->setEnabled(m_workspace.article() && m_workspace.article()->article.family);
}

void VersionsController::stop()
{
    if (m_stopped)
        *m_stopped = true;
    m_watcher.waitForFinished();
    m_progress.reset();
}

void VersionsController::find(bool asked)
{
    if (m_watcher.isRunning() || !m_workspace.isWritable())
        return;
    m_asked = asked;
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    if (asked) {
        m_progress = std::make_unique<QProgressDialog>(tr("Comparing the articles…"), tr("Cancel"), 0, 0, m_window);
        m_progress->setWindowModality(Qt::WindowModal);
        connect(m_progress.get(), &QProgressDialog::canceled, this, [this] { *m_stopped = true; });
        m_progress->show();
    }
    m_watcher.setFuture(QtConcurrent::run([path = m_workspace.project()->store().path(), stopped = m_stopped]() -> Found {
        const auto store = ProjectStore::open(path, ProjectStore::Mode::ReadOnly); // its own: a store belongs to one thread
        if (!store)
            return std::unexpected(store.error());
        return groupStories(*store, [stopped](double) { return !*stopped; });
    }));
}

void VersionsController::findAfterImport()
{
    constexpr qint64 quick = 20'000;
    const auto counts = m_workspace.project()->store().counts();
    if (counts && counts->articles <= quick)
        find(false);
}

void VersionsController::found()
{
    m_progress.reset();
    const Found result = m_watcher.result();
    if (!m_workspace.project() || *m_stopped)
        return;
    if (!result) {
        if (m_asked)
            emit m_workspace.failed(result.error());
        return;
    }
    if (!*result || (*result)->isEmpty()) {
        if (m_asked)
            emit reported(passing(tr("Nothing new: the articles are grouped as before.")));
        return;
    }
    // What was changed meanwhile makes the result old; after an import it is found again at the next one.
    const auto done = m_workspace.project()->store().apply(**result, m_workspace.stamp());
    if (!done) {
        if (m_asked)
            emit m_workspace.failed(done.error());
        return;
    }
    m_workspace.project()->announce(**result);
    update();
    emit reported(passing((*result)->text + u'.'));
}

void VersionsController::showVersions()
{
    const OpenArticle *open = m_workspace.article();
    const ProjectStore &store = m_workspace.project()->store();
    const auto articles = versionsOf(store, open->article);
    if (!articles) {
        emit m_workspace.failed(articles.error());
        return;
    }
    std::vector<ShownVersion> versions;
    for (const Article &article : *articles) {
        const auto text = store.text(article.id);
        if (!text) {
            emit m_workspace.failed(text.error());
            return;
        }
        QStringList where{article.outlet, readableDate(article.published)};
        where.removeAll(QString());
        const QString share = article.id == article.family ? tr("lead version") : tr("%1 % in common with the lead").arg(qRound(article.containment.value_or(0) * 100));
        versions.push_back({article.id, article.title, where.join(u" · "_s), share, *text});
    }
    auto *dialog = new VersionsDialog(versions, open->article.id, m_workspace.coder() && m_workspace.isWritable(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionsDialog::openRequested, this, [this, dialog](ArticleId article) {
        dialog->close();
        if (const auto opened = m_workspace.openArticle(article); !opened)
            emit m_workspace.failed(opened.error());
    });
    connect(dialog, &VersionsDialog::carryOverRequested, this,
            [this, from = open->article.id](const std::vector<ArticleId> &to) { carryOver(from, to); });
    dialog->open();
}

void VersionsController::carryOver(ArticleId from, const std::vector<ArticleId> &to)
{
    Change all;
    int carried = 0, missing = 0;
    for (const ArticleId id : to) {
        const auto article = m_workspace.project()->store().article(id);
        const auto result = article ? carriedOver(m_workspace.project()->store(), from, *article, m_workspace.project()->coder(),
                                                  m_workspace.stamp().at, [this] { return m_workspace.allot<AnnotationTag>(); })
                                    : std::unexpected(article.error());
        if (!result) {
            emit m_workspace.failed(result.error());
            return;
        }
        carried += result->carried;
        missing += int(result->missing.size());
        all.text = result->change.text;
        all.edits.insert(all.edits.end(), result->change.edits.begin(), result->change.edits.end());
    }
    if (to.size() > 1)
        all.text = tr("Carry %n annotations over to other versions", nullptr, carried);
    if (carried > 0 && !m_workspace.commit(all))
        return;
    QString text = carried > 0 ? tr("%n annotations were carried over; each is to be confirmed where it now stands.", nullptr, carried)
                               : tr("Nothing was carried over: it is there already, or nothing is coded here.");
    if (missing > 0)
        text += u' ' + tr("%n have no place there.", nullptr, missing);
    emit reported(passing(text));
}

} // namespace galley
