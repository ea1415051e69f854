// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionscontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../presentation.h"

#include <panels/versionsdialog.h>
#include <project/projectfile.h>
#include <project/storyfamilies.h>
#include <project/workspace.h>
#include <widgets/progressline.h>

#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

VersionsController::VersionsController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_find(makeAction(this, {"findVersions", tr("Find Stories in Several &Versions"), "", {}, [this] { find(true); }}))
    , m_show(makeAction(this, {"showVersions", tr("&Versions of This Story…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_V}, [this] { showVersions(); }}))
{
    for (auto signal : {&Workspace::projectOpened, &Workspace::projectClosed, &Workspace::articleOpened, &Workspace::articleClosed})
        connect(&m_workspace, signal, this, &VersionsController::update);
    connect(&m_workspace, &Workspace::projectClosing, this, &VersionsController::stop);
    connect(&m_workspace, &Workspace::imported, this, &VersionsController::findAfterImport);
    update();
}

VersionsController::~VersionsController()
{
    if (m_stopped)
        *m_stopped = true;
}

void VersionsController::update()
{
    m_find->setEnabled(m_workspace.isWritable());
    m_show->setEnabled(m_workspace.article() && m_workspace.article()->article.family);
}

/// Nobody waits for it: it ends by itself, and what it found is not taken any more.
void VersionsController::stop()
{
    if (const Stopped stopped = std::exchange(m_stopped, nullptr))
        *stopped = true;
    if (m_progress)
        m_progress->end();
}

void VersionsController::find(bool asked)
{
    if (m_stopped || !m_workspace.isWritable())
        return;
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    if (asked) {
        if (!m_progress) {
            m_progress = &m_desk.addProgress();
            connect(m_progress, &ProgressLine::cancelRequested, this, &VersionsController::stop);
        }
        m_progress->begin(tr("Comparing the articles…"));
    }
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), stopped = m_stopped]() -> Found {
        const auto store = file.open(); // its own: a store belongs to one thread
        if (!store)
            return std::unexpected(store.error());
        return groupStories(*store, [stopped](double) { return !*stopped; });
    }).then(this, [this, asked, stopped = m_stopped](const Found &found) {
        if (*stopped)
            return;
        stop();
        take(found, asked);
    });
}

void VersionsController::findAfterImport()
{
    constexpr qint64 quick = 20'000;
    const auto counts = m_workspace.project()->store().counts();
    if (counts && counts->articles <= quick)
        find(false);
}

void VersionsController::take(const Found &found, bool asked)
{
    if (!found) {
        if (asked)
            m_desk.fail(found.error());
        return;
    }
    if (!*found || (*found)->isEmpty()) {
        if (asked)
            m_desk.say(passing(tr("Nothing new: the articles are grouped as before.")));
        return;
    }
    // What was changed meanwhile makes the result old; after an import it is found again at the next one.
    if (const auto done = m_workspace.project()->commit(**found); !done) {
        if (asked)
            m_desk.fail(done.error());
        return;
    }
    update();
    m_desk.say(passing((*found)->text + u'.'));
}

void VersionsController::showVersions()
{
    const OpenArticle *open = m_workspace.article();
    if (!open)
        return;
    const ProjectStore &store = m_workspace.project()->store();
    const auto articles = versionsOf(store, open->article);
    if (!articles) {
        m_desk.fail(articles.error());
        return;
    }
    std::vector<ShownVersion> versions;
    for (const Article &article : *articles) {
        const auto text = store.text(article.id);
        if (!text) {
            m_desk.fail(text.error());
            return;
        }
        QStringList where{article.outlet, readableDate(article.published)};
        where.removeAll(QString());
        const QString share = article.id == article.family ? tr("lead version") : tr("%1 % in common with the lead").arg(qRound(article.containment.value_or(0) * 100));
        versions.push_back({article.id, article.title, where.join(u" · "_s), share, *text});
    }
    auto *dialog = new VersionsDialog(versions, open->article.id, m_workspace.coder() && m_workspace.isWritable(), &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionsDialog::openRequested, this, [this, dialog](ArticleId article) {
        dialog->close();
        if (const auto opened = m_workspace.openArticle(article); !opened)
            m_desk.fail(opened.error());
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
        if (m_workspace.codingAs(id) != m_workspace.codingAs(from))
            continue; // what is coded once more takes nothing from first work, and gives it nothing
        const auto article = m_workspace.project()->store().article(id);
        const auto result = article ? carriedOver(m_workspace.project()->store(), from, *article, m_workspace.codingAs(from),
                                                  m_workspace.stamp().at, [this] { return m_workspace.allot<AnnotationTag>(); })
                                    : std::unexpected(article.error());
        if (!result) {
            m_desk.fail(result.error());
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
    m_desk.say(passing(text));
}

Contribution versionsArea(Desk &desk)
{
    auto *versions = new VersionsController(desk);
    Contribution area;
    area.menus = {{menu::fileImport, {versions->findAction()}}, {menu::goVersion, {versions->showAction()}, places::read}};
    return area;
}

} // namespace galley
