// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreementcontroller.h"

#include "../areas.h"
#include "../frame/desk.h"
#include "../settings.h"
#include "rememberedfilter.h"

#include <agreementpage/agreementpage.h>
#include <project/projectfile.h>
#include <project/studychoices.h>
#include <project/workspace.h>

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto afterWork = 1500ms, afterChoice = 120ms; // coders who code one after the other are not measured in between

/// May the edit change what is compared?
bool matters(const AnyEdit &edit)
{
    return !std::holds_alternative<Edit<StoredSample>>(edit) && !std::holds_alternative<Edit<Ruling>>(edit) && !std::holds_alternative<Edit<Actor>>(edit)
        && !std::holds_alternative<Edit<Suggestion>>(edit);
}

template <typename Outcome> Proceed proceedOf(QPromise<Outcome> &promise)
{
    return [&promise](double done) {
        promise.setProgressValue(int(100 * done));
        return !promise.isCanceled();
    };
}

/// Those with these ids; all where none is named.
template <typename Row> std::vector<Row> chosenOf(const std::vector<Row> &rows, const std::vector<qint64> &ids)
{
    std::vector<Row> chosen;
    std::ranges::copy_if(rows, std::back_inserter(chosen), [&](const Row &row) { return ids.empty() || std::ranges::contains(ids, row.id.value); });
    return chosen;
}

template <typename Row> std::vector<AgreementChoices::Named> namesOf(const std::vector<Row> &rows)
{
    std::vector<AgreementChoices::Named> names;
    for (const Row &row : rows)
        names.emplace_back(row.id.value, row.name);
    return names;
}

} // namespace

AgreementController::AgreementController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
    m_pause.setSingleShot(true);
    m_chosen.setSingleShot(true);
    m_chosen.setInterval(afterChoice);
    connect(&m_pause, &QTimer::timeout, this, &AgreementController::measure);
    connect(&m_chosen, &QTimer::timeout, this, &AgreementController::detail);
    connect(&m_measuring, &QFutureWatcherBase::finished, this, &AgreementController::take);
    connect(&m_measuring, &QFutureWatcherBase::progressValueChanged, this, [this](int percent) { m_page->setWorkDone(percent); });
    connect(&m_detailing, &QFutureWatcherBase::finished, this, &AgreementController::takeDetails);
    connect(&m_workspace, &Workspace::changed, this, &AgreementController::follow);
    connect(&m_workspace, &Workspace::imported, this, [this] { outdate(0); });
    connect(&m_workspace, &Workspace::sightChanged, this, [this] { // what the former coder saw goes at once
        forget();
        outdate(0);
    });
    connect(&m_workspace, &Workspace::projectClosing, this, &AgreementController::forget);
}

AgreementPage *AgreementController::page()
{
    if (m_page)
        return m_page;
    m_page = new AgreementPage(&m_desk.window);
    m_page->hide();
    connect(m_page, &AgreementPage::filterChanged, this, [this] {
        remember();
        decideThresholds();
        outdate(0);
    });
    connect(m_page, &AgreementPage::settingsChanged, this, &AgreementController::remember);
    connect(m_page, &AgreementPage::detailsWanted, this, [this](int row) {
        m_row = row;
        m_chosen.start();
    });
    connect(m_page, &AgreementPage::casesWanted, &m_workspace, &Workspace::showComparison);
    connect(m_page, &AgreementPage::teamRequested, this, [this] { m_desk.goTo(places::team); });
    connect(m_page, &AgreementPage::coderRequested, this, [this] { m_desk.perform("chooseCoder"); });
    connect(m_page, &AgreementPage::mergeRequested, this, [this] { m_desk.perform("mergeCopies"); });
    connect(m_page, &AgreementPage::stopRequested, this, [this] {
        m_stopped = true;
        stop();
    });
    connect(m_page, &AgreementPage::left, this, &AgreementController::stop);
    return m_page;
}

void AgreementController::shown()
{
    if (!m_workspace.project())
        return;
    fillChoices();
    recall();
    m_page->takeFocus();
    m_isNew = true;
    if (!m_isMeasured && !m_stopped && !(m_measuring.isRunning() && !m_measuring.isCanceled()))
        measure();
}

void AgreementController::follow(const Change &change)
{
    const bool decided = std::ranges::any_of(change.edits, [](const AnyEdit &edit) { return std::holds_alternative<Edit<StudyChoice>>(edit); });
    if (decided && m_page && m_desk.isAt(places::agreement))
        recall();
    if (std::ranges::any_of(change.edits, matters))
        outdate(int(std::chrono::milliseconds(afterWork).count()));
}

/// What is shown is not what the project holds any more. It is measured anew when nothing came in for a moment, if somebody sees it.
void AgreementController::outdate(int pause)
{
    m_isMeasured = m_stopped = false;
    if (!m_page || !m_page->isVisible() || !m_workspace.project())
        return;
    fillChoices();
    m_pause.start(pause);
}

ComparedParts AgreementController::parts() const
{
    const AgreementFilter filter = m_page->filter();
    const auto sets = m_workspace.project()->store().codingSets().value_or(std::vector<CodingSet>());
    return {chosenOf(m_workspace.coders(), filter.coders), chosenOf(m_workspace.codebook().layers(), filter.layers), {}, {},
            filter.sets.empty() ? std::vector<CodingSet>() : chosenOf(sets, filter.sets), m_workspace.sight()};
}

void AgreementController::measure()
{
    if (!m_workspace.project() || !m_page->isVisible())
        return;
    stop();
    ComparedParts compared = parts();
    const bool again = std::ranges::any_of(compared.coders, [this](const Coder &coder) { return !selvesOf(coder.id, m_workspace.everybody()).empty(); });
    if (compared.coders.size() < 2 && !again) {
        m_isMeasured = true;
        m_page->showNothing(m_workspace.coders().size() < 2 ? NoAgreement::OneCoder : NoAgreement::FilteredAway);
        settle();
        return;
    }
    m_page->beginWork(tr("Measuring agreement…"));
    m_measuring.setFuture(QtConcurrent::run(
        [file = ProjectFile(*m_workspace.project()), compared = std::move(compared), spans = m_page->filter().spans](QPromise<Measured> &promise) {
            promise.setProgressRange(0, 100);
            auto summary = file.open().and_then([&](ProjectStore store) -> Result<ReliabilitySummary> {
                if (const auto still = store.holdStill(); !still)
                    return std::unexpected(still.error());
                return reliabilitySummary(store, compared, {.spans = spans, .proceed = proceedOf(promise)});
            });
            if (!promise.isCanceled())
                promise.addResult(Measured{std::move(summary)});
        }));
}

void AgreementController::take()
{
    m_page->endWork();
    if (m_measuring.isCanceled() || m_measuring.future().resultCount() == 0 || !m_workspace.project())
        return;
    Measured measured = m_measuring.result();
    if (!*measured.summary) {
        m_stopped = true; // until something changes it fails again
        m_desk.fail(measured.summary->error());
        return;
    }
    m_summary = std::move(**measured.summary);
    m_isMeasured = true;
    m_row = -1;
    if (m_page->filter().comparesEverything()) {
        m_idle.clear();
        for (const Coder &coder : m_summary.idle) {
            if (coder.role == CoderRole::Lead)
                m_idle.push_back(coder.id);
        }
        fillChoices();
    }
    if (m_summary.articles == 0 && m_summary.rows.empty())
        m_page->showNothing(!m_page->filter().comparesEverything() ? NoAgreement::FilteredAway : m_workspace.sight().seesAll() ? NoAgreement::NothingCodedByTwo : NoAgreement::Blind);
    else
        m_page->showRows(m_summary.rows, m_summary.statements);
    settle();
}

/// Who came to the page goes on in what it shows; who is busy with its filters stays there.
void AgreementController::settle()
{
    if (std::exchange(m_isNew, false))
        m_page->takeFocus();
}

void AgreementController::detail()
{
    if (m_row < 0 || size_t(m_row) >= m_summary.data.size() || !m_page->isVisible())
        return;
    m_detailing.cancel();
    m_detailing.setFuture(QtConcurrent::run([data = m_summary.data[size_t(m_row)], window = m_page->window()](QPromise<Detailed> &promise) {
        auto details = detailsOf(*data, {.window = window, .proceed = proceedOf(promise)});
        if (details && !promise.isCanceled())
            promise.addResult(Detailed{std::move(*details)});
    }));
}

void AgreementController::takeDetails()
{
    if (!m_detailing.isCanceled() && m_detailing.future().resultCount() > 0 && m_workspace.project())
        m_page->showDetails(*m_detailing.result().details);
}

void AgreementController::stop()
{
    m_pause.stop();
    m_chosen.stop();
    m_measuring.cancel();
    m_detailing.cancel();
    m_page->endWork();
}

void AgreementController::forget()
{
    m_summary = {};
    m_idle.clear();
    m_isMeasured = m_stopped = false;
    m_row = -1;
    if (!m_page)
        return;
    stop();
    m_page->clear();
}

void AgreementController::fillChoices()
{
    const auto sets = m_workspace.project()->store().codingSets().value_or(std::vector<CodingSet>());
    std::vector<Coder> coders = m_workspace.coders();
    std::erase_if(coders, [this](const Coder &coder) { return std::ranges::contains(m_idle, coder.id); });
    m_page->setChoices({namesOf(m_workspace.codebook().layers()), namesOf(coders), namesOf(sets)});
}

void AgreementController::remember()
{
    if (m_workspace.project())
        m_desk.settings.setAgreementOf(m_workspace.project()->store().path(), toJson(m_page->filter(), m_page->window()));
}

Thresholds AgreementController::thresholds() const
{
    return thresholdsOf(m_workspace.project()->store().studyChoices().value_or(std::vector<StudyChoice>()));
}

/// They hold for the study: all who work on it judge by the same, and the history says who chose them.
void AgreementController::decideThresholds()
{
    const auto choices = m_workspace.project()->store().studyChoices();
    if (!choices || m_page->filter().thresholds == thresholdsOf(*choices))
        return;
    if (!m_workspace.requireCoder() || !m_workspace.commit(setThresholds(*choices, m_page->filter().thresholds)))
        recall();
}

void AgreementController::recall()
{
    auto [filter, window] = rememberedFilter(m_desk.settings.agreementOf(m_workspace.project()->store().path()));
    filter.thresholds = thresholds();
    m_page->setFilter(filter);
    m_page->setWindow(window);
    m_page->setMayDecide(m_workspace.isWritable() && m_workspace.maySettle());
}

Contribution agreementArea(Desk &desk)
{
    auto *controller = new AgreementController(desk);
    Contribution area;
    area.places = {{.name = places::agreement, .title = AgreementController::tr("Agreement"), .icon = "agreement", .page = [controller] { return controller->page(); },
                    .shown = [controller] { controller->shown(); }}};
    return area;
}

} // namespace galley
