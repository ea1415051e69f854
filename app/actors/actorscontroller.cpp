// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actorscontroller.h"

#include "../areas.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"

#include <actors/actorspage.h>
#include <domain/shortened.h>
#include <project/actoredits.h>
#include <project/projectfile.h>
#include <project/workspace.h>
#include <readers/tables/actorstable.h>
#include <writers/actorswriter.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostOccurrences = 1000;

/// “No more ferries”, Framing / target — Harbour vote (Ada)
Result<std::vector<ActorOccurrence>> occurrencesOf(const ProjectStore &store, ActorId actor, const Sight &sight, const Codebook &codebook,
                                                   const std::vector<Coder> &coders)
{
    std::vector<ActorOccurrence> found;
    ExportFilter filter;
    filter.sight = sight;
    const auto read = store.forEachAnnotation(filter, [&](const AnnotationRow &row) -> Result<> {
        for (const VariableValue &value : row.values) {
            if (!row.id || found.size() >= mostOccurrences || value.value != Value(actor))
                continue;
            const Variable *variable = codebook.variable(value.variable);
            const Layer *layer = codebook.layer(row.layer);
            const auto coder = std::ranges::find(coders, row.coder, &Coder::id);
            const QString quote = QString::fromUtf8(row.quote).simplified();
            found.push_back({row.id, row.article,
                             ActorsController::tr("%1 %2, %3: %4 (%5)")
                                 .arg(quote.isEmpty() ? ActorsController::tr("The whole article") : quoted(shortened(quote, 160)), layer ? layer->name : QString(),
                                      variable ? variable->name : QString(), QString::fromUtf8(row.title), coder == coders.end() ? QString() : coder->name)});
        }
        return {};
    });
    return read ? Result<std::vector<ActorOccurrence>>(std::move(found)) : std::unexpected(read.error());
}

} // namespace

ActorsController::ActorsController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
    connect(&m_workspace, &Workspace::changed, this, &ActorsController::follow);
    connect(&m_workspace, &Workspace::sightChanged, this, [this] {
        m_uses.reset();
        if (m_page && m_desk.isAt(places::actors))
            shown();
    });
    connect(&m_workspace, &Workspace::aboutToMoveOn, this, [this] {
        if (m_page)
            m_page->commit();
    });
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        ++m_round;
        ++m_occurrencesRound;
        m_uses.reset();
    });
}

ActorsPage *ActorsController::page()
{
    if (m_page)
        return m_page;
    m_page = new ActorsPage(&m_desk.window);
    m_page->hide();
    connect(m_page, &ActorsPage::edited, this, [this](const Actor &actor) {
        if (!m_workspace.requireCoder() || !m_workspace.commit(editActor(m_workspace.actors(), actor)))
            show(); // as it was
    });
    connect(m_page, &ActorsPage::newWanted, this, &ActorsController::addNew);
    connect(m_page, &ActorsPage::removeWanted, this, &ActorsController::remove);
    connect(m_page, &ActorsPage::mergeWanted, this, &ActorsController::merge);
    connect(m_page, &ActorsPage::importWanted, this, &ActorsController::chooseList);
    connect(m_page, &ActorsPage::exportWanted, this, &ActorsController::chooseWhereTo);
    connect(m_page, &ActorsPage::chosenChanged, this, &ActorsController::readOccurrences);
    connect(m_page, &ActorsPage::occurrenceWanted, this, [this](const ActorOccurrence &occurrence) {
        if (const Result<> opened = m_workspace.openArticle(occurrence.article); !opened)
            return m_desk.fail(opened.error());
        m_desk.goTo(places::read);
        m_workspace.setCurrent(occurrence.annotation);
    });
    return m_page;
}

void ActorsController::shown()
{
    if (!m_workspace.project())
        return;
    show();
    if (!m_uses)
        readUses();
    readOccurrences();
    m_page->takeFocus();
}

void ActorsController::show()
{
    m_page->setReadOnly(!m_workspace.isWritable(), m_workspace.maySettle());
    m_page->setActors(m_workspace.actors(), m_uses.value_or(std::map<ActorId, qint64>()));
}

void ActorsController::follow(const Change &change)
{
    if (!alters<Actor, Annotation>(change))
        return;
    m_uses.reset();
    if (!m_page || !m_desk.isAt(places::actors))
        return;
    show();
    readUses();
    readOccurrences();
}

void ActorsController::readUses()
{
    const int round = ++m_round;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), sight = m_workspace.sight()]() -> Result<std::map<ActorId, qint64>> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? actorUses(*store, sight) : std::unexpected(store.error());
    }).then(this, [this, round](Result<std::map<ActorId, qint64>> uses) {
        if (round != m_round)
            return;
        if (!uses)
            return m_desk.fail(uses.error());
        m_uses = std::move(*uses);
        show();
    });
}

void ActorsController::readOccurrences()
{
    const int round = ++m_occurrencesRound;
    const ActorId actor = m_page->chosen();
    if (!actor || !m_workspace.project())
        return;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), actor, sight = m_workspace.sight(), codebook = m_workspace.codebook(),
                       coders = m_workspace.everybody()]() -> Result<std::vector<ActorOccurrence>> {
        const auto store = file.open();
        return store ? occurrencesOf(*store, actor, sight, codebook, coders) : std::unexpected(store.error());
    }).then(this, [this, round, actor](Result<std::vector<ActorOccurrence>> occurrences) {
        if (round != m_occurrencesRound)
            return;
        if (!occurrences)
            return m_desk.fail(occurrences.error());
        m_page->setOccurrences(actor, std::move(*occurrences));
    });
}

void ActorsController::addNew()
{
    if (!m_workspace.requireCoder())
        return;
    const QString first = tr("New actor");
    QString name = first;
    for (int number = 2; actorNamed(m_workspace.actors(), name); ++number)
        name = u"%1 %2"_s.arg(first).arg(number);
    const auto change = addActor(m_workspace.actors(), name);
    if (m_workspace.commit(change))
        m_page->nameNew(actorIn(*change).id);
}

void ActorsController::remove(ActorId actor)
{
    alter([actor](const ProjectStore &store) { return removeActor(store, actor); }, {});
}

void ActorsController::merge(ActorId from, ActorId into)
{
    alter([from, into, at = m_workspace.stamp().at](const ProjectStore &store) { return mergeActors(store, from, into, at); }, into);
}

/// By what annotations name, which takes its time where there are many; what is done meanwhile is refused as stale.
void ActorsController::alter(const std::function<Result<Change>(const ProjectStore &)> &verb, ActorId then)
{
    if (!m_workspace.requireCoder())
        return;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), verb]() -> Result<Change> {
        const auto store = file.open();
        return store ? verb(*store) : std::unexpected(store.error());
    }).then(this, [this, path = m_workspace.project()->store().path(), then](const Result<Change> &change) {
        if (m_workspace.project() && m_workspace.project()->store().path() == path && m_workspace.commit(change) && then)
            m_page->choose(then);
    });
}

void ActorsController::chooseList()
{
    chooseFile(&m_desk.window, m_desk.settings, {tr("Import Actors"), tr("Tables (*.csv *.tsv *.txt)")}, [this](const QString &file) { takeList(file); });
}

void ActorsController::takeList(const QString &name)
{
    if (!m_workspace.project() || !m_workspace.requireCoder())
        return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return m_desk.fail({tr("“%1” cannot be read.").arg(QFileInfo(name).fileName()), file.errorString()});
    const auto change = actorsFromCsv(file.readAll(), QFileInfo(name).fileName()).and_then([&](const std::vector<Actor> &incoming) {
        return adoptActors(m_workspace.actors(), incoming);
    });
    if (!m_workspace.commit(change))
        return;
    m_desk.say(passing(change->isEmpty() ? tr("The register has all that the list has.") : tr("%n actors are new or have more now.", nullptr, int(change->edits.size()))));
}

void ActorsController::chooseWhereTo()
{
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Export Actors"), tr("CSV tables (*.csv)"), u"actors.csv"_s, u"csv"_s},
                  [this](const QString &file) { writeList(file); });
}

void ActorsController::writeList(const QString &name)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(actorsToCsv(m_workspace.actors())) >= 0 && file.commit())
        m_desk.say(passing(tr("%n actors written to %1", nullptr, int(m_workspace.actors().size())).arg(name)));
    else
        m_desk.fail({tr("The actors could not be written."), file.errorString()});
}

Contribution actorsArea(Desk &desk)
{
    auto *controller = new ActorsController(desk);
    Contribution area;
    area.places = {{.name = places::actors, .title = ActorsController::tr("Actors"), .icon = "actors", .page = [controller] { return controller->page(); },
                    .shown = [controller] { controller->shown(); }}};
    return area;
}

} // namespace galley
