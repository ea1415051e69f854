// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplingcontroller.h"

#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../samplereport.h"
#include "articlescontroller.h"

#include <panels/articlelistpanel.h>
#include <panels/sampledialog.h>
#include <project/samples.h>
#include <project/workspace.h>
#include <sampling/drawing.h>
#include <sampling/strata.h>

#include <algorithm>

namespace galley {

namespace {

/// The first and last day of the articles that state one.
std::pair<QDate, QDate> daysOf(const std::vector<Article> &articles)
{
    std::pair<QDate, QDate> days;
    for (const Article &article : articles) {
        const QDate day = QDate::fromString(article.published.first(std::min<qsizetype>(10, article.published.size())), Qt::ISODate);
        if (!day.isValid())
            continue;
        if (!days.first.isValid() || day < days.first)
            days.first = day;
        if (!days.second.isValid() || day > days.second)
            days.second = day;
    }
    return days;
}

} // namespace

SamplingController::SamplingController(Desk &desk, ArticlesController &articles)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_articles(articles)
    , m_draw(makeAction(this, {"drawSample", tr("Draw a &Sample…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, [this] { ask(); }}))
{
    const auto update = [this] { m_draw->setEnabled(m_workspace.isWritable()); };
    connect(&m_workspace, &Workspace::projectOpened, this, [this, update] {
        update();
        listSets();
    });
    connect(&m_workspace, &Workspace::projectClosed, this, update);
    connect(&m_workspace, &Workspace::changed, this, [this](const Change &change) {
        const bool samples = std::ranges::any_of(change.edits, [](const AnyEdit &edit) { return std::holds_alternative<Edit<StoredSample>>(edit); });
        if (samples)
            listSets();
    });
    update();
}

void SamplingController::ask()
{
    if (!m_workspace.requireCoder())
        return;
    auto read = sampleFrame(m_workspace.project()->store());
    if (!read) {
        m_desk.fail(read.error());
        return;
    }
    const auto frame = std::make_shared<const std::vector<Article>>(std::move(*read)); // as it is now: the window goes on
    const auto preview = [frame](const SampleRequest &request) -> SamplePreview {
        const auto sample = drawn(*frame, request);
        if (!sample)
            return {sample.error().message, false};
        return {sampleReport(*sample).join(u'\n'), !sample->articles.empty()};
    };
    const auto [first, last] = daysOf(*frame);
    auto *dialog = new SampleDialog(int(frame->size()), fieldNames(*frame), first, last, preview, &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_workspace, &Workspace::projectClosing, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog, frame] { draw(*frame, dialog->request(), dialog->name()); });
    dialog->open();
}

void SamplingController::draw(const std::vector<Article> &frame, const SampleRequest &request, const QString &name)
{
    const auto sample = drawn(frame, request);
    const auto known = m_workspace.project()->store().samples();
    if (!sample || !known) {
        m_desk.fail(!sample ? sample.error() : known.error());
        return;
    }
    const auto change = addSample(*known, m_workspace.allot<SampleTag>(), name, *sample);
    if (!m_workspace.commit(change))
        return;
    const QString drawnAs = std::get<Edit<StoredSample>>(change->edits.front()).after->name;
    m_articles.panel()->showSet(drawnAs);
    m_desk.say(passing(tr("%n articles were drawn as “%1”; the list shows them.", nullptr, int(sample->articles.size())).arg(drawnAs)));
}

void SamplingController::listSets()
{
    const ProjectStore &store = m_workspace.project()->store();
    const auto known = store.samples();
    if (!known) {
        m_desk.fail(known.error());
        return;
    }
    if (known->empty()) {
        m_articles.panel()->setSets({});
        return;
    }
    const auto articles = store.articles();
    if (!articles) {
        m_desk.fail(articles.error());
        return;
    }
    QHash<QUuid, ArticleId> ids;
    for (const Article &article : *articles)
        ids.insert(article.uuid, article.id);
    std::vector<ArticleSet> sets;
    for (const StoredSample &stored : *known) {
        const auto sample = sampleOf(stored);
        if (!sample) {
            m_desk.say({Message::Warning, tr("The sample “%1” cannot be read, so the list does not offer it.").arg(stored.name), sample.error().message});
            continue;
        }
        ArticleSet &set = sets.emplace_back(stored.name, QSet<ArticleId>());
        for (const SampledArticle &article : sample->articles)
            set.articles.insert(ids.value(article.uuid));
    }
    m_articles.panel()->setSets(sets);
}

} // namespace galley
