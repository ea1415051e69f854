// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplingcontroller.h"

#include "actions.h"
#include "articlescontroller.h"
#include "samplereport.h"
#include <project/workspace.h>

#include <panels/articlelistpanel.h>
#include <panels/sampledialog.h>
#include <project/samples.h>
#include <sampling/drawing.h>
#include <sampling/strata.h>
#include <widgets/messagebar.h>

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

SamplingController::SamplingController(Workspace &workspace, ArticlesController &articles, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_articles(articles)
    , m_window(window)
    , m_draw(makeAction(this, {"drawSample", tr("Draw a &Sample…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, [this] { ask(); }}))
{
    const auto update = [this] { m_draw->setEnabled(m_workspace.isWritable()); };
    connect(&workspace, &Workspace::projectOpened, this, [this, update] {
        update();
        listSets();
    });
    connect(&workspace, &Workspace::projectClosed, this, update);
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
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
    const auto frame = sampleFrame(m_workspace.project()->store());
    const auto known = m_workspace.project()->store().samples();
    if (!frame || !known) {
        emit m_workspace.failed(!frame ? frame.error() : known.error());
        return;
    }
    const auto preview = [&](const SampleRequest &request) -> SamplePreview {
        const auto sample = drawn(*frame, request);
        if (!sample)
            return {sample.error().message, false};
        return {sampleReport(*sample).join(u'\n'), !sample->articles.empty()};
    };
    const auto [first, last] = daysOf(*frame);
    SampleDialog dialog(int(frame->size()), fieldNames(*frame), first, last, preview, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto sample = drawn(*frame, dialog.request());
    if (!sample) {
        emit m_workspace.failed(sample.error());
        return;
    }
    const auto change = addSample(*known, m_workspace.allot<SampleTag>(), dialog.name(), *sample);
    if (!m_workspace.commit(change))
        return;
    const QString name = std::get<Edit<StoredSample>>(change->edits.front()).after->name;
    m_articles.panel()->showSet(name);
    emit reported(passing(tr("%n articles were drawn as “%1”; the list shows them.", nullptr, int(sample->articles.size())).arg(name)));
}

void SamplingController::listSets()
{
    const ProjectStore &store = m_workspace.project()->store();
    const auto known = store.samples();
    if (!known) {
        emit m_workspace.failed(known.error());
        return;
    }
    if (known->empty()) {
        m_articles.panel()->setSets({});
        return;
    }
    const auto articles = store.articles();
    if (!articles) {
        emit m_workspace.failed(articles.error());
        return;
    }
    QHash<QUuid, ArticleId> ids;
    for (const Article &article : *articles)
        ids.insert(article.uuid, article.id);
    std::vector<ArticleSet> sets;
    for (const StoredSample &stored : *known) {
        const auto sample = sampleOf(stored);
        if (!sample)
            continue;
        ArticleSet &set = sets.emplace_back(stored.name, QSet<ArticleId>());
        for (const SampledArticle &article : sample->articles)
            set.articles.insert(ids.value(article.uuid));
    }
    m_articles.panel()->setSets(sets);
}

} // namespace galley
