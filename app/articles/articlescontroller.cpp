// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlescontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../settings.h"
#include "../textindex.h"
#include "samplingcontroller.h"

#include <domain/shortened.h>
#include <items/articlelistmodel.h>
#include <panels/articlefieldsdialog.h>
#include <panels/articlelistpanel.h>
#include <project/articleedits.h>
#include <project/codingsets.h>
#include <project/incomplete.h>
#include <project/progressedits.h>
#include <project/relevance.h>
#include <project/retiring.h>
#include <project/workspace.h>
#include <readers/article/publisheddate.h>

#include <QInputDialog>

#include <algorithm>

namespace galley {

ArticlesController::ArticlesController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_model(new ArticleListModel(this))
    , m_textRound(std::make_shared<std::atomic<int>>(0))
    , m_next(makeAction(this, {"nextArticle", tr("&Next Article"), "next", {Qt::CTRL | Qt::Key_PageDown}, [this] { openNeighbour(1); }}))
    , m_previous(makeAction(this, {"previousArticle", tr("&Previous Article"), "previous", {Qt::CTRL | Qt::Key_PageUp}, [this] { openNeighbour(-1); }}))
    , m_nextInQueue(makeAction(this, {"nextInQueue", tr("Next in My &Queue"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown}, [this] { openNextInQueue(); }}))
    , m_done(makeAction(this, {"articleDone", tr("Mark Article &Done"), "done", {Qt::CTRL | Qt::Key_D}, [this] { markDone(false); }}))
    , m_doneNext(makeAction(this, {"articleDoneNext", tr("Done, Open &Next"), "", {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { markDone(true); }}))
    , m_irrelevant(makeAction(this, {"articleIrrelevant", tr("&Irrelevant, Open Next"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_I}, [this] { dropIrrelevant(); }}))
    , m_correct(makeAction(this, {"correctArticle", tr("&Correct Article…"), "", {}, [this] { correct(); }}))
    , m_retire(makeAction(this, {"retireArticle", tr("&Take Article Out…"), "", {}, [this] { askWhyRetired(); }}))
{
    m_actions = {m_next, m_previous, m_nextInQueue, m_done, m_doneNext, m_irrelevant};
    connect(m_model, &ArticleListModel::needsReload, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::projectOpened, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::coderChanged, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::coderChanged, this, &ArticlesController::begin);
    connect(&m_workspace, &Workspace::sightChanged, this, &ArticlesController::reload);
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        m_model->reset({}, {});
        m_queue.clear();
        panel()->setQueue({});
        updateActions();
    });
    connect(&m_workspace, &Workspace::changed, m_model, qOverload<const Change &>(&ArticleListModel::follow));
    connect(&m_workspace, &Workspace::changed, this, [this](const Change &change) {
        if (alters<Assignment>(change))
            reloadQueue();
        updateActions();
    });
    m_workspace.setListed([this] { return panel()->filter().fitting(); });
    connect(&m_workspace, &Workspace::articleOpened, this, [this] {
        const ArticleId article = m_workspace.article()->article.id;
        m_settings.setArticleOf(m_workspace.project()->store().path(), coderUuid(), article.value);
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
    connect(m_panel, &ArticleListPanel::textsWanted, this, &ArticlesController::findInTexts);
    connect(m_panel, &ArticleListPanel::filesDropped, &m_desk, &Desk::takeFiles);
    connect(m_panel, &ArticleListPanel::queueShown, this, [this](bool shown) {
        if (!m_queue.empty())
            m_settings.set(Setting::ShowQueue, shown);
    });
    connect(m_panel, &ArticleListPanel::importRequested, this, [this] { m_desk.perform("import"); });
    return m_panel;
}

/// On another thread; of several keys the last one counts.
void ArticlesController::findInTexts(const QString &query)
{
    const int round = ++*m_textRound;
    if (query.isEmpty() || !m_workspace.project())
        return;
    TextIndex::of(m_workspace).run([query, round, current = m_textRound](const ProjectLists &, const SearchIndex &index) {
        return index.articlesWith(query, [&] { return *current == round; });
    }).then(this, [this, round](const Result<std::vector<ArticleId>> &found) {
        if (*m_textRound != round)
            return;
        panel()->setTextsProblem(found ? QString() : found.error().message);
        panel()->filter().setFound(found ? QSet<ArticleId>(found->begin(), found->end()) : QSet<ArticleId>());
    });
}

void ArticlesController::reload()
{
    const CoderId coder = m_workspace.project()->coder();
    auto summaries = m_workspace.project()->store().articleSummaries(coder);
    if (!summaries) {
        m_desk.fail(summaries.error());
        return;
    }
    if (const auto again = countAgain(*summaries); !again) {
        m_desk.fail(again.error());
        return;
    }
    for (ArticleSummary &summary : *summaries) {
        if (!coder && m_workspace.sight().isBlind(summary.id))
            summary.annotations = 0; // of everybody, where nobody codes
    }
    m_model->reset(std::move(*summaries), coder, m_workspace.sight().selves());
    findInTexts(panel()->wantedInTexts());
    reloadQueue();
    updateActions();
    if (const OpenArticle *open = m_workspace.article())
        panel()->setCurrentArticle(open->article.id);
}

/// What is coded once more looks like anything else that is to be coded: the first work in it does not count.
Result<> ArticlesController::countAgain(std::vector<ArticleSummary> &summaries) const
{
    const auto &selves = m_workspace.sight().selves();
    std::map<CoderId, QHash<ArticleId, ArticleSummary>> again;
    for (const auto &[article, self] : selves)
        again.try_emplace(self);
    for (auto &[self, own] : again) {
        const auto counted = m_workspace.project()->store().articleSummaries(self);
        if (!counted)
            return std::unexpected(counted.error());
        for (const ArticleSummary &summary : *counted)
            own.insert(summary.id, summary);
    }
    for (ArticleSummary &summary : summaries) {
        if (const auto self = selves.find(summary.id); self != selves.end())
            summary = again[self->second].value(summary.id, summary);
    }
    return {};
}

QString ArticlesController::coderUuid() const
{
    return m_workspace.coder() ? m_workspace.coder()->uuid.toString() : QString();
}

void ArticlesController::reloadQueue()
{
    const auto assignments = m_workspace.project()->store().assignments();
    if (!assignments) {
        m_desk.fail(assignments.error());
        return;
    }
    const bool hadNone = m_queue.empty();
    m_queue = queueOf(m_workspace.project()->coder(), *assignments, m_workspace.sight().selves());
    panel()->setQueue(m_queue);
    if (hadNone && !m_queue.empty())
        panel()->showQueue(m_settings.value(Setting::ShowQueue).toBool());
}

/// Where one was interrupted is where one goes on.
std::optional<ArticleId> ArticlesController::firstOpen() const
{
    const auto first = std::ranges::find_if(m_queue, [this](ArticleId article) {
        const ArticleSummary *summary = m_model->summary(article);
        return summary && summary->progress != ProgressState::Done;
    });
    return first == m_queue.end() ? std::nullopt : std::optional(*first);
}

void ArticlesController::tellQueueDone()
{
    m_desk.say({Message::Info, tr("Your queue is done: %Ln articles.", nullptr, int(m_queue.size())), {}, {}, 0, QStringLiteral("queue")});
}

void ArticlesController::openNextInQueue()
{
    if (m_queue.empty()) {
        m_desk.say(passing(tr("Nothing is assigned to you.")));
        return;
    }
    const auto next = firstOpen();
    if (!next)
        tellQueueDone();
    else if (m_workspace.article() && m_workspace.article()->article.id == *next)
        m_desk.say(passing(tr("This is the article you are at in your queue; marked done, it makes way for the next.")));
    else
        open(*next);
}

void ArticlesController::open(ArticleId article)
{
    if (m_workspace.article() && m_workspace.article()->article.id == article)
        return;
    if (auto opened = m_workspace.openArticle(article); !opened)
        m_desk.fail(opened.error());
}

/// Who begins has before them what they left, or else the first of their queue; not what whoever sat here before had open.
void ArticlesController::begin()
{
    const auto first = m_workspace.article() ? firstOpen() : std::nullopt;
    if (first)
        open(unfinished(m_settings.articleOf(m_workspace.project()->store().path(), coderUuid())).value_or(*first));
}

/// The article, if it is of the queue and not done.
std::optional<ArticleId> ArticlesController::unfinished(qint64 id) const
{
    const ArticleSummary *summary = m_model->summary({id});
    return summary && summary->progress != ProgressState::Done && std::ranges::contains(m_queue, summary->id) ? std::optional(summary->id) : std::nullopt;
}

void ArticlesController::resume()
{
    if (m_workspace.article() || panel()->filter().rowCount() == 0)
        return;
    const QString path = m_workspace.project()->store().path();
    const qint64 own = m_settings.articleOf(path, coderUuid());
    if (const auto next = firstOpen()) {
        open(unfinished(own).value_or(*next));
        return;
    }
    const ArticleId last{own || panel()->isQueueShown() ? own : m_settings.articleOf(path)};
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
    const ArticleId next = panel()->neighbour(1); // before: in a queue what is done goes to the end
    if ((!wasDone || !thenNext) && m_workspace.commit(setProgress(*progress, open->article, m_workspace.codingAs(), wanted)) && wanted == ProgressState::Done) {
        tellGaps(*open);
        if (std::ranges::contains(m_queue, open->article.id) && !firstOpen())
            tellQueueDone();
    }
    if (thenNext)
        openNext(next);
}

/// `neighbour`: behind the article in the list, taken before it was done.
void ArticlesController::openNext(ArticleId neighbour)
{
    if (panel()->isQueueShown())
        openNextInQueue();
    else if (neighbour)
        open(neighbour);
}

void ArticlesController::dropIrrelevant()
{
    const OpenArticle *article = m_workspace.article();
    if (!article || !m_workspace.requireCoder())
        return;
    const auto progress = m_workspace.project()->store().progress(article->article.id);
    if (!progress)
        return m_desk.fail(progress.error());
    std::vector<Annotation> annotations;
    for (const auto &[id, annotation] : article->annotations)
        annotations.push_back(annotation);
    const CoderId coder = m_workspace.codingAs();
    const auto passages = std::ranges::count_if(annotations, [&](const Annotation &one) { return one.coder == coder && !one.ranges.empty(); });
    const QString title = quoted(shortened(article->article.title, 60));
    const bool isAsked = irrelevantAnswer(m_workspace.codebook()).has_value();
    const ArticleId next = panel()->neighbour(1); // before: in a queue what is done goes to the end
    if (!m_workspace.commit(markIrrelevant(m_workspace.codebook(), {article->text, article->positions, article->article.language}, article->article, annotations, *progress, coder,
                                           m_workspace.allot<AnnotationTag>(), m_workspace.stamp().at)))
        return;
    Message told = passages > 0 ? Message{Message::Warning, tr("%1 is marked irrelevant, and %Ln passages that you coded in it stay.", nullptr, int(passages)).arg(title)}
                 : isAsked      ? passing(tr("%1 is marked irrelevant and done.").arg(title))
                                : passing(tr("%1 is marked done. The codebook does not ask for relevance, so nothing else is recorded.").arg(title));
    told.topic = QStringLiteral("irrelevant");
    m_desk.say(told);
    openNext(next);
}

/// Required is required: it is said, and may be left as it is.
void ArticlesController::tellGaps(const OpenArticle &article)
{
    const Codebook &codebook = m_workspace.codebook();
    std::vector<Annotation> annotations;
    for (const auto &[id, annotation] : article.annotations)
        annotations.push_back(annotation);
    const auto gaps = incompleteIn(codebook, article.article.id, m_workspace.codingAs(article.article.id), annotations);
    QStringList names;
    int missing = 0;
    for (const Incomplete &gap : gaps) {
        missing += int(gap.missing.size());
        for (const VariableId variable : gap.missing) {
            if (const QString name = codebook.variable(variable)->name; !names.contains(name))
                names << name;
        }
    }
    const QString topic = QStringLiteral("gaps");
    if (gaps.empty())
        return;
    m_desk.say({Message::Warning, tr("%1 is marked done, and %Ln required answers are missing: %2.", nullptr, missing).arg(quoted(shortened(article.article.title, 60)), names.join(QStringLiteral(", "))),
                {}, {tr("Go to the First"), [this, gap = gaps.front()] {
                    if (!m_workspace.project())
                        return;
                    m_desk.goTo(places::read);
                    m_workspace.showGap(gap);
                }}, 0, topic});
}

void ArticlesController::correct()
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    const Article article = open->article;
    auto *dialog = new ArticleFieldsDialog(article.title, article.outlet, article.published, &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = article.id] {
        if (!m_workspace.project())
            return;
        const auto before = m_workspace.project()->store().article(id);
        if (!before) {
            m_desk.fail(before.error());
            return;
        }
        const ArticleCorrection correction{dialog->title(), dialog->outlet(), isoDate(dialog->published())};
        if (correction.title == before->title && correction.outlet == before->outlet && correction.published == before->published)
            return;
        m_workspace.commit(correctArticle(*before, correction));
    });
    dialog->open();
}

/// The reason is asked for: a sample whose articles go without one can't be reported.
void ArticlesController::askWhyRetired()
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    const auto work = workIn(m_workspace.project()->store(), {open->article.id}, m_workspace.codingAs());
    if (!work) {
        m_desk.fail(work.error());
        return;
    }
    if (const auto allowed = mayRetire(m_workspace.project()->store(), *work, m_workspace.project()->coder()); !allowed) {
        m_desk.say(passing(allowed.error().message));
        return;
    }
    auto *dialog = new QInputDialog(&m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("retireDialog"));
    dialog->setWindowTitle(tr("Take Article Out"));
    dialog->setAccessibleName(dialog->windowTitle());
    QString question = tr("“%1” leaves the project").arg(shortened(open->article.title, 60));
    if (work->annotations > 0)
        question += tr(" with %n annotations", nullptr, work->annotations) + tr(" of %n coders", nullptr, work->coders);
    dialog->setLabelText(question + tr(". Undo brings all of it back.\n\nWhy? The reason stands in the history:"));
    dialog->setOkButtonText(tr("Take Out"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, article = open->article.id](const QString &reason) { retire(article, reason); });
    dialog->open();
}

void ArticlesController::retire(ArticleId article, const QString &reason)
{
    if (!m_workspace.project())
        return;
    const bool shown = m_workspace.article() && m_workspace.article()->article.id == article;
    const ArticleId next = shown ? panel()->neighbour(1) ? panel()->neighbour(1) : panel()->neighbour(-1) : ArticleId();
    const auto change = retireArticles(m_workspace.project()->store(), {article}, reason);
    if (!m_workspace.commit(change))
        return;
    if (next && !(m_workspace.article() && m_workspace.article()->article.id != article))
        open(next);
    m_desk.say(passing(tr("The article is out of the project; undo brings it back.")));
}

void ArticlesController::updateActions()
{
    const OpenArticle *open = m_workspace.article();
    const ArticleSummary *summary = open ? m_model->summary(open->article.id) : nullptr;
    const bool done = summary && summary->progress == ProgressState::Done;
    const bool codes = open && m_workspace.isWritable();
    m_next->setEnabled(open);
    m_previous->setEnabled(open);
    m_nextInQueue->setEnabled(m_workspace.project());
    m_done->setEnabled(codes);
    m_done->setText(done ? tr("Mark Article Not &Done") : tr("Mark Article &Done"));
    m_doneNext->setEnabled(codes);
    m_irrelevant->setEnabled(codes);
    m_correct->setEnabled(codes);
    m_retire->setEnabled(codes);
}

Contribution articlesArea(Desk &desk)
{
    auto *articles = new ArticlesController(desk);
    auto *sampling = new SamplingController(desk, *articles);
    Contribution area;
    area.menus = {{menu::goArticle, articles->actions(), places::read}, {menu::fileArticles, QList<QAction *>{sampling->drawAction()} + articles->fileActions()}};
    area.docks = {{"articlesDock", ArticlesController::tr("Articles"), Qt::LeftDockWidgetArea, 290, 300, [articles] { return articles->panel(); }}};
    return area;
}

} // namespace galley
